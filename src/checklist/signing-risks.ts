// Rules of the group signing about money, accidents and debts.
// One record for each rule, in the order of the checklist.

import type { Agreement } from '../model/agreement.ts';
import { firstKey } from './parties.ts';
import { always, outcome, type Rule } from './rule.ts';
import { textsOf } from './texts.ts';
import { listText, yamlText } from './wording.ts';

/** The total, or where it is missing the sum of the lines. */
function budgetTotal(agreement: Agreement): number {
  const { total, lines = [] } = agreement.resources?.budget ?? {};
  return total ?? lines.reduce((sum, { amount }) => sum + amount, 0);
}

const moneyNoTerms: Rule = {
  id: 'signing-money-no-terms',
  element: 'signing',
  level: 'simple',
  severity: 'warning',
  looks: 'the budget: who holds it, when it is paid',
  applies: (agreement) => (budgetTotal(agreement) > 0 ? true : 'there is no budget'),
  check: (agreement) => {
    const { holder, payment } = agreement.resources?.budget ?? {};
    const missing = [...(holder ? [] : ['who holds it']), ...(payment ? [] : ['when it is paid'])];
    return outcome(
      missing.length === 0
        ? undefined
        : {
            path: ['resources', 'budget'],
            message: `Money changes hands. Name ${listText(missing)}.`,
          },
    );
  },
  asks: 'Who holds the money, and when and how is it paid?',
  why: 'Money without an owner is the commonest end of a partnership.',
  fix: (agreement) => {
    const { holder, payment } = agreement.resources?.budget ?? {};
    return {
      at: ['resources', 'budget'],
      yaml: yamlText({
        holder: holder ? undefined : firstKey(agreement),
        payment: payment ? undefined : 'Paid on invoice within 30 days.',
      }),
    };
  },
  source: ['CTB', 'CL'],
};

/** Words for rooms, vehicles and things that are lent, in what partners give and need. */
const riskyThings =
  /\b(?:premises|buildings?|rooms?|halls?|courtyards?|vehicles?|vans?|bus(?:es)?|boats?|loans?|lends?|lent|borrow\w*)\b/i;

/** Public events, and premises, vehicles or loans among what partners give and need, count as risks. */
const riskNotCovered: Rule = {
  id: 'signing-risk-not-covered',
  element: 'signing',
  level: 'funded',
  severity: 'advice',
  looks: 'insurance or liability where people or things are at risk',
  applies: (agreement) => {
    const given = Object.values(agreement.partners).flatMap(({ gives }) => gives ?? []);
    const things = [...given, ...(agreement.resources?.needs ?? [])];
    const risky =
      agreement.schedule?.events?.some((event) => event.public) ||
      things.some(({ what }) => riskyThings.test(what));
    return risky ? true : 'there are no public events, premises, vehicles or loans';
  },
  check: (agreement) =>
    outcome(
      agreement.terms?.insurance || agreement.terms?.liability
        ? undefined
        : {
            path: ['terms'],
            message:
              'It does not say who is responsible if someone is hurt or something is damaged.',
          },
    ),
  asks: 'Who is responsible if someone is hurt or something is damaged?',
  why: 'After an accident nobody agrees on this any more.',
  fix: () => ({
    at: [],
    yaml: yamlText({
      terms: { insurance: 'Each partner insures its own people, premises and equipment.' },
    }),
  }),
  source: ['CP'],
};

/** The things that a memorandum usually says it is not; a sentence that names one is taken as saying so. */
const legalForms =
  /\b(?:legal partnership|joint venture|agency|agents?|employment relationship|separate legal entity)\b/i;

const notALegalPartnership: Rule = {
  id: 'signing-not-a-legal-partnership',
  element: 'signing',
  level: 'funded',
  severity: 'advice',
  looks: 'a line that this makes no legal partnership',
  applies: always,
  check: (agreement) =>
    outcome(
      textsOf(agreement).some(({ path, text }) => path[0] === 'terms' && legalForms.test(text))
        ? undefined
        : {
            path: ['terms'],
            message: 'Add a line that this does not create a legal partnership or agency.',
          },
    ),
  asks: 'Is everyone clear that no partner can bind the others or answers for their debts?',
  why: 'In many countries people who work together for money are a legal partnership unless they say otherwise.',
  fix: () => ({
    at: [],
    yaml: yamlText({
      terms: {
        other: [
          {
            heading: 'No legal partnership',
            text: 'This agreement does not create a legal partnership or agency between the partners.',
          },
        ],
      },
    }),
  }),
  source: ['IIIF', 'CP'],
};

/** The rules on money and risks, in order. */
export const riskRules: readonly Rule[] = [moneyNoTerms, riskNotCovered, notALegalPartnership];
