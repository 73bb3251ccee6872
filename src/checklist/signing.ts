// Rules of the group signing: what a paper needs so that it can be signed.
// One record for each rule, in the order of the checklist; personal data, money and risks have
// files of their own. (Over 250 lines: one list, read as one.)

import type { Agreement } from '../model/agreement.ts';
import { addDays, addMonths } from '../model/days.ts';
import { bindingConflict } from './binding-conflict.ts';
import { signers } from './parties.ts';
import { always, type Found, outcome, outcomeOf, type Rule } from './rule.ts';
import { personalDataUnprotected } from './signing-data.ts';
import { minorsNoSafeguarding } from './signing-minors.ts';
import { riskRules } from './signing-risks.ts';
import { datedItems, termOf } from './term.ts';
import { listText, yamlText } from './wording.ts';

/** Returns a last day after everything planned: soon after a closing meeting, else a year at least. */
function proposedEnd(agreement: Agreement): string {
  const closing = agreement.schedule?.milestones?.find((each) => each.closing)?.date;
  const planned = datedItems(agreement)
    .filter(({ path }) => path[0] !== 'evaluation')
    .map(({ date }) => date);
  const usual = closing ? addDays(closing, 7) : addDays(addMonths(agreement.term.start, 12), -1);
  return [usual, agreement.term.start, ...planned].sort().at(-1) ?? usual;
}

const termImpossible: Rule = {
  id: 'signing-term-impossible',
  element: 'signing',
  level: 'simple',
  severity: 'error',
  looks: 'the term: start before end',
  applies: (agreement) => (agreement.term.end ? true : 'the agreement has no end date'),
  check: (agreement) =>
    outcome(
      termOf(agreement).days > 0
        ? undefined
        : { path: ['term', 'end'], message: 'The agreement ends before it starts.' },
    ),
  asks: 'From when to when does it run?',
  why: 'An agreement that ends before it starts is not in force on any day.',
  fix: (agreement) => {
    return { at: ['term'], yaml: yamlText({ end: proposedEnd(agreement) }) };
  },
  source: ['own'],
  company: ['trust-no-wrap-up'],
};

const noEndDate: Rule = {
  id: 'signing-no-end-date',
  element: 'signing',
  level: 'standard',
  severity: 'warning',
  looks: 'the term: an end',
  applies: always,
  check: (agreement) =>
    outcome(
      agreement.term.end
        ? undefined
        : {
            path: ['term'],
            message: 'The agreement has no end date. Set one, or say that you mean it.',
          },
    ),
  asks: 'Until when does it run, or does it stand until somebody ends it?',
  why: 'A paper without an end outlives the people who know what it meant.',
  fix: (agreement) => {
    return { at: ['term'], yaml: yamlText({ end: proposedEnd(agreement) }) };
  },
  source: ['DoD', 'NIST'],
  company: ['trust-no-wrap-up'],
};

const signatoryMissing: Rule = {
  id: 'signing-signatory-missing',
  element: 'signing',
  level: 'simple',
  severity: 'error',
  looks: 'who signs for each partner',
  applies: always,
  check: (agreement) =>
    outcomeOf(
      signers(agreement).map(({ key, name, partner }) =>
        partner.signatories?.length
          ? undefined
          : {
              path: ['partners', key, 'signatories'],
              message: `Nobody is named to sign for ${name}.`,
              names: [key, name],
            },
      ),
    ),
  asks: 'Who may sign for each partner?',
  why: 'A promise binds an organisation only when somebody who may do so signs it.',
  fix: (agreement, { path }) => {
    const key = String(path[1]);
    const contact = agreement.partners[key]?.contacts?.[0];
    const signatory = {
      name: contact?.name ?? 'Alex Example',
      title: contact?.title ?? 'Director',
    };
    return { at: path.slice(0, 2), yaml: yamlText({ signatories: [signatory] }) };
  },
  source: ['own'],
};

/** `Maria Okafor (Director)`: what people write where they see one field for both. */
function titleInName(name: string): { readonly name: string; readonly title: string } | undefined {
  const [, person, title] = /^(.*\S)\s*\(([^()]*\p{L}[^()]*)\)\s*$/u.exec(name) ?? [];
  return person && title ? { name: person, title: title.trim() } : undefined;
}

/** Names are compared without capitals and double spaces. A person may sign twice for one partner. */
const signatoryMismatch: Rule = {
  id: 'signing-signatory-mismatch',
  element: 'signing',
  level: 'simple',
  severity: 'error',
  looks: 'signatories: a title, and one partner each',
  applies: (agreement) =>
    signers(agreement).some(({ partner }) => partner.signatories?.length)
      ? true
      : 'no signatories are listed',
  check: (agreement) => {
    const seen = new Map<string, { key: string; partner: string }>();
    return outcomeOf(
      signers(agreement).flatMap(({ key, name: partner, partner: { signatories } }) =>
        (signatories ?? []).map(({ name, title, id }, index): Found | undefined => {
          const person = name.toLowerCase().replace(/\s+/g, ' ').trim();
          const other = seen.get(person);
          if (!other) seen.set(person, { key, partner });
          const path = ['partners', key, 'signatories', index];
          const names = [key, partner, name, ...(id ? [id] : [])];
          if (other && other.key !== key) {
            const message = `${name} signs for ${partner}, and for ${other.partner} as well. Each needs somebody of its own.`;
            return { path: [...path, 'name'], message, names };
          }
          if (title) return undefined;
          const within = titleInName(name);
          const message = within
            ? `${within.name} signs for ${partner}, but the title stands in the name. Write \`title: ${within.title}\`.`
            : `${name} signs for ${partner}, but it does not say in what office: there is no \`title\`.`;
          return { path: within ? [...path, 'name'] : path, message, names };
        }),
      ),
    );
  },
  asks: 'In what office does this person sign, and for whom?',
  why: 'A signature counts for the organisation only with the office that allows it.',
  fix: (agreement, { path }) => {
    if (path.at(-1) !== 'name') return { at: path, yaml: yamlText({ title: 'Director' }) };
    const signatory = agreement.partners[String(path[1])]?.signatories?.[Number(path[3])];
    const within = signatory?.title ? undefined : titleInName(signatory?.name ?? '');
    if (within) return { at: path.slice(0, -1), yaml: yamlText({ ...within }) };
    const contact = agreement.partners[String(path[1])]?.contacts?.[0];
    const yaml = yamlText({
      name: contact?.name ?? 'Alex Example',
      title: contact?.title ?? 'Director',
    });
    return { at: path.slice(0, -1), yaml };
  },
  source: ['TPI'],
};

const bindingUnstated: Rule = {
  id: 'signing-binding-unstated',
  element: 'signing',
  level: 'standard',
  severity: 'warning',
  looks: 'whether the agreement is legally binding',
  applies: always,
  check: (agreement) =>
    outcome(
      agreement.terms?.binding === undefined
        ? {
            path: ['terms'],
            message: 'Say whether this is a promise in good faith or a legal contract.',
          }
        : undefined,
    ),
  asks: 'Is this a promise in good faith, or a contract that a court would enforce?',
  why: 'If the paper does not say it, a court or an auditor will.',
  fix: () => ({ at: [], yaml: yamlText({ terms: { binding: false } }) }),
  source: ['CTB', 'CL', 'DoD'],
};

const noticeUnits: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 91,
  year: 365,
};
const noticeWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "30 days", "ninety (90) calendar days", "a 60-day notice", "six weeks'". */
const stretch =
  /(\d{1,4}|[a-z]+)(?: \((\d{1,4})\))?(?:\s+|-)(?:(?:calendar|working|business|full|whole)\s+)?(day|week|fortnight|month|quarter|year)/gi;

/** Returns the days of the longest stretch that a text names; `undefined` where there is none to read. */
function noticeDaysOf(text: string): number | undefined {
  const found = [...text.matchAll(stretch)].flatMap(([, written = '', figure, unit = '']) => {
    const word = noticeWords.indexOf(written.toLowerCase()) + 1;
    const count = Number(figure ?? written) || word;
    return count > 0 ? [count * noticeUnits[unit.toLowerCase()]!] : [];
  });
  return found.length > 0 ? Math.max(...found) : undefined;
}

/**
 * A notice whose length cannot be read is taken as it is. So is any length where the agreement stands
 * until somebody ends it: there the notice is what decides how long it still runs.
 */
const noEndingNotice: Rule = {
  id: 'signing-no-ending-notice',
  element: 'signing',
  level: 'standard',
  severity: 'warning',
  looks: 'how to end the agreement early',
  applies: always,
  check: (agreement) => {
    const notice = agreement.terms?.ending?.notice;
    if (!notice) {
      return outcome({ path: ['terms', 'ending'], message: 'It does not say how to end early.' });
    }
    const { days, end } = termOf(agreement);
    const length = noticeDaysOf(notice) ?? 0;
    if (end === undefined || days <= 0 || length < days) return outcome(undefined);
    const compared = length > days ? 'longer than' : 'as long as';
    return outcome({
      path: ['terms', 'ending', 'notice'],
      message: `The notice for ending early (${notice}) is ${compared} the agreement itself.`,
    });
  },
  asks: 'How can a partner end it early, and how long before?',
  why: 'A way out that everyone knows lets people say yes.',
  fix: (agreement) => {
    const { days } = termOf(agreement);
    const notice = days > 60 ? '30 days' : `${Math.max(1, Math.floor(days / 4))} days`;
    return { at: [], yaml: yamlText({ terms: { ending: { notice } } }) };
  },
  source: ['DoD', 'NIST'],
};

const noChangeRule: Rule = {
  id: 'signing-no-change-rule',
  element: 'signing',
  level: 'standard',
  severity: 'warning',
  looks: 'how to change the agreement',
  applies: always,
  check: (agreement) =>
    outcome(
      agreement.terms?.changes
        ? undefined
        : { path: ['terms'], message: 'It does not say how to change this agreement.' },
    ),
  asks: 'How is this agreement changed?',
  why: 'Without a way to change the paper, the work and the paper drift apart.',
  fix: () => ({
    at: [],
    yaml: yamlText({ terms: { changes: 'In writing, signed by all partners.' } }),
  }),
  source: ['WIOA', 'SAFECOM'],
};

const jointWorkNoOwner: Rule = {
  id: 'signing-joint-work-no-owner',
  element: 'signing',
  level: 'standard',
  severity: 'warning',
  looks: 'who owns joint materials',
  applies: (agreement) =>
    agreement.branding?.materials?.some(({ brand }) => brand === 'joint')
      ? true
      : 'there are no joint materials',
  check: (agreement) => {
    const joint = (agreement.branding?.materials ?? [])
      .filter(({ brand }) => brand === 'joint')
      .map(({ name }) => `"${name}"`);
    return outcome(
      agreement.terms?.ownership
        ? undefined
        : {
            path: ['branding', 'materials'],
            message: `It does not say who owns, or may reuse, ${listText(joint.slice(0, 3), 'or')}.`,
          },
    );
  },
  asks: 'Who owns what you make together, and who may use it again?',
  why: 'What was made together is wanted by both afterwards.',
  fix: () => ({
    at: [],
    yaml: yamlText({
      terms: {
        ownership: 'Joint materials belong to all partners; each may use them again with credit.',
      },
    }),
  }),
  source: ['IIIF', 'CP'],
};

/** The rules of this group, in order. */
export const signing: readonly Rule[] = [
  termImpossible,
  noEndDate,
  signatoryMissing,
  signatoryMismatch,
  bindingUnstated,
  bindingConflict,
  noEndingNotice,
  noChangeRule,
  personalDataUnprotected,
  minorsNoSafeguarding,
  jointWorkNoOwner,
  ...riskRules,
];
