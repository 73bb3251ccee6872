// The second half of a starter spec, all examples: talking, branding, money, evaluation, terms.
// Part of starter.ts; returns lines of YAML.

import type { StarterAnswers, StarterPartner, StarterShape } from './answers.ts';
import { example, note } from './page.ts';
import { dayOf } from './work.ts';

/** Returns how the partners talk and decide. */
export function communicationLines(
  answers: StarterAnswers,
  partners: readonly StarterPartner[],
): readonly string[] {
  const [one, two] = partners.map(({ key }) => key);
  return [
    ...note(0, 'HOW YOU TALK, decide, and mend things when something goes wrong.'),
    ...example(
      0,
      'communication:',
      '  channels: [E-mail between the contacts]',
      '  updates:',
      `    - { what: "[Describe what is reported, such as attendance]", every: month, from: ${one}, to: [${two}] }`,
      '  decisions: Changes to dates are agreed by the contacts; anything that costs money by the signatories.',
      '  concerns:',
      '    - { step: Tell the other contact, who: Both contacts, within: 5 working days }',
      '    - { step: Raise it with the signatories, who: Both signatories, within: 10 working days }',
      '  training:',
      `    - { what: Staff learn how the other partner works, date: ${dayOf(answers, 14, 0.15)}, by: ${two}, for: [${one}] }`,
    ),
  ];
}

/** Returns what is printed and posted, and who approves it. */
export function brandingLines(
  answers: StarterAnswers,
  partners: readonly StarterPartner[],
): readonly string[] {
  const approvers = partners.map(({ key }) => `${key}: "[Office]"`).join(', ');
  return [
    ...note(
      0,
      'WHOSE NAME IT CARRIES. Each thing that is printed or posted is joint, none, or one partner’s;',
      'every partner whose logo it shows approves it, with at least five working days to do so.',
    ),
    ...example(
      0,
      'branding:',
      `  decideBy: ${dayOf(answers, 14, 0.1)}`,
      '  materials:',
      '    - name: Poster',
      '      brand: joint',
      `      approvers: { ${approvers} }`,
      `      submit: ${dayOf(answers, 21, 0.2)}`,
      `      publish: ${dayOf(answers, 35, 0.6)}`,
      '  rules: Logos keep their colours and clear space. Use stops when this agreement ends.',
      '  credit: A partnership of everybody named above.',
    ),
  ];
}

/** Returns needs, money and evaluation. */
export function resourceLines(
  answers: StarterAnswers,
  partners: readonly StarterPartner[],
  { level }: StarterShape,
): readonly string[] {
  const [one, two] = partners.map(({ key }) => key);
  return [
    ...note(
      0,
      'WHAT IT NEEDS, who provides it, and what it costs. The lines have to add up to the total.',
    ),
    ...example(
      0,
      'resources:',
      '  needs:',
      `    - { what: "[Describe what is needed, such as two projectors]", from: ${two} }`,
      '  budget:',
      '    currency: USD',
      '    lines:',
      `      - { item: "[Describe what costs it, such as printing]", amount: 400, from: ${one} }`,
      '    total: 400',
      `    holder: ${one}`,
      '    payment: Paid on invoice within 30 days.',
    ),
    ...(level === 'simple'
      ? []
      : [
          '',
          ...note(0, 'DID IT WORK? How you find out together, and who gets to read it.'),
          ...example(
            0,
            'evaluation:',
            '  plan: A short paper survey after each event, counted together.',
            `  by: [${one}, ${two}]`,
            `  report: { to: [${one}, ${two}], due: ${dayOf(answers, 340)} }`,
          ),
          '',
          ...note(0, 'WORDS that you may understand differently.'),
          ...example(
            0,
            'vocabulary:',
            '  - { term: program, means: A public event led by staff or volunteers }',
          ),
        ]),
  ];
}

/** Returns what holds if something changes, ends or goes wrong. */
export function termLines(
  answers: StarterAnswers,
  partners: readonly StarterPartner[],
  { level }: StarterShape,
): readonly string[] {
  const notice = dayOf(answers, 60) < dayOf(answers, 61) ? '30 days' : '7 days';
  return [
    ...note(
      0,
      'IF SOMETHING CHANGES. `binding: false` is a promise in good faith, `true` a legal contract; ask',
      'whoever advises you in such things.',
    ),
    ...example(
      0,
      'terms:',
      '  binding: false',
      '  changes: In writing, signed by all partners.',
      `  ending: { notice: ${notice}, by: any, effects: Each partner keeps its own equipment. }`,
      ...(partners.length > 2
        ? ['  joining: A new partner joins when all partners agree in writing.']
        : []),
      `  leaving: A partner that leaves tells the others ${notice} before.`,
      '  ownership: Each partner may go on using what was made together.',
    ),
    ...(level === 'simple'
      ? []
      : example(
          0,
          '  data: { what: "[Describe what you collect, such as names on sign-up sheets]", sees: Staff only, kept: 30 days, breach: The others are told within 2 working days }',
          '  safeguarding: Everyone who works with children has had a background check.',
        )),
    ...(level === 'funded'
      ? example(
          0,
          '  insurance: Each partner insures its own staff and equipment.',
          '  liability: Each partner answers for what its own people do.',
          '  other:',
          '    - { heading: No legal partnership, text: This agreement creates no legal partnership and no agency. }',
        )
      : []),
  ];
}
