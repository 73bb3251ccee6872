// The first half of a starter spec: what the paper is, who the partners are, why, and how long.
// Part of starter.ts; returns lines of YAML.

import type { StarterAnswers, StarterPartner, StarterShape } from './answers.ts';
import { example, note } from './page.ts';
import { oneLine, written } from './yaml-text.ts';

/** Returns title, kind, status and level. */
export function headLines(answers: StarterAnswers, shape: StarterShape): readonly string[] {
  const { kind, level } = shape;
  return [
    'spec: 1',
    `title: ${written(oneLine(answers.title ?? '') || '[Title of this agreement]')}`,
    `kind: ${kind}`,
    ...note(0, 'Change "draft" to "final" when nothing is open and everybody is ready to sign.'),
    'status: draft',
    ...note(
      0,
      'How much the checklist asks: simple, standard, or funded (when money comes with it).',
    ),
    `level: ${level}`,
    ...note(0, 'The language decides how dates are written, and the size of the paper.'),
    ...example(0, 'language: en-US', 'paper: letter', 'reference: RPL-2027-004'),
  ];
}

/** Returns the partners. */
export function partnerLines(partners: readonly StarterPartner[]): readonly string[] {
  return [
    ...note(
      0,
      'WHO. Each partner has a short key (the word before the colon), by which the rest of this',
      'file refers to it, and its full legal name. The logos stand in this order.',
    ),
    'partners:',
    ...partners.flatMap(({ key, name }, index) => [
      ...(index > 0 ? [''] : []),
      `  ${key}:`,
      `    name: ${written(name)}`,
      ...(index === 0 ? firstPartner(key) : furtherPartner(key)),
    ]),
  ];
}

function firstPartner(key: string): readonly string[] {
  return [
    ...note(4, 'How the text calls this partner, if not by its full name.'),
    ...example(4, 'short: "[Name in the text, such as the Library]"'),
    ...note(4, 'Who to talk to; an e-mail address or a phone number is needed.'),
    ...example(4, ...contact),
    ...note(4, 'Who signs, and in what office.'),
    ...example(4, ...signatory(key)),
    ...note(
      4,
      'What this partner puts in (time, space, money, know-how), and what it gets out of it.',
    ),
    ...example(
      4,
      'gives:',
      '  - "[Describe what it puts in, such as a room on eight evenings]"',
      'gains:',
      '  - "[Describe what it gets, such as first-time visitors]"',
    ),
    ...note(
      4,
      'The logo is a PNG, JPEG or SVG beside this file; `alt` is for people who cannot see it.',
    ),
    ...example(
      4,
      'brand:',
      '  logo: logos/our-logo.png',
      '  alt: "[Describe the logo: your name, and what it shows]"',
      '  color: "#1F4E79"',
    ),
    ...note(4, 'Days on which you are closed, so that nothing is planned there.'),
    ...example(
      4,
      'closed:',
      '  - { from: 2027-12-24, to: 2028-01-02, why: "[Name of the holidays]" }',
    ),
  ];
}

const contact = ['contacts:', '  - { name: "[Name]", title: "[Job title]", email: "[E-mail]" }'];

/** Nobody signs for two partners, so each blank is another. */
function signatory(key: string): readonly string[] {
  return ['signatories:', `  - { name: "[Name, signs for ${key}]", title: "[Office]" }`];
}

function furtherPartner(key: string): readonly string[] {
  return [
    ...note(4, 'As above: contact, signatory, gives and gains, logo.'),
    ...example(
      4,
      ...contact,
      ...signatory(key),
      'gives:',
      '  - "[Describe what it puts in, such as two telescopes]"',
      'gains:',
      '  - "[Describe what it gets, such as new members]"',
    ),
  ];
}

/** Returns purpose, background and term. */
export function purposeLines(answers: StarterAnswers): readonly string[] {
  const purpose =
    oneLine(answers.purpose ?? '') || '[Describe why you work together, and for whom]';
  return [
    ...note(0, 'WHY you are working together, and for whom, in a sentence or two.'),
    `purpose: ${written(purpose)}`,
    ...note(0, 'How it came about, and what you hold to.'),
    ...example(
      0,
      'background:',
      '  - "[Describe what each of you has done before]"',
      'principles: [Transparency]',
    ),
    '',
    ...note(0, 'HOW LONG. Days are written year, month, day.'),
    'term:',
    `  start: ${answers.start}`,
    ...(answers.end === undefined
      ? [...note(2, 'The last day; without one, this stands until somebody ends it.')]
      : [`  end: ${answers.end}`]),
    ...example(2, 'renewal: By written agreement of all partners.'),
  ];
}
