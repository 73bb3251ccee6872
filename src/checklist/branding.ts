// Rules of the group branding: whose logo stands where, who approves it, and in what time.
// One record for each rule, in the order of the checklist. (Over 250 lines: one list, read as one.)

import type { Agreement, Material } from '../model/agreement.ts';
import { addDays, workingDaysBetween } from '../model/days.ts';
import type { UsablePicture } from '../model/facts.ts';
import { contrastLow } from './contrast.ts';
import { allParties, firstKey, nameOf, personOf, signers } from './parties.ts';
import { type Found, outcome, outcomeOf, type Rule } from './rule.ts';
import { standardSettings } from './settings.ts';
import { termOf } from './term.ts';
import { logoBoxMm, type Thresholds } from './thresholds.ts';
import { countText, listText, yamlText } from './wording.ts';

const materialsOf = (agreement: Agreement): readonly Material[] =>
  agreement.branding?.materials ?? [];

const hasMaterials = (agreement: Agreement): true | string =>
  materialsOf(agreement).length > 0 ? true : 'no materials are listed';

const hasJoint = (agreement: Agreement): true | string =>
  materialsOf(agreement).some(({ brand }) => brand === 'joint')
    ? true
    : 'there are no joint materials';

const namesOf = ({ name, id }: Material): readonly string[] => [name, ...(id ? [id] : [])];

const materialUndecided: Rule = {
  id: 'branding-material-undecided',
  element: 'branding',
  level: 'simple',
  severity: 'error',
  looks: 'materials: whose brand they carry',
  applies: hasMaterials,
  check: (agreement) =>
    outcomeOf(
      materialsOf(agreement).map((material, index) =>
        material.brand
          ? undefined
          : {
              path: ['branding', 'materials', index],
              message: `Decide: is "${material.name}" ours, theirs or co-branded?`,
              names: namesOf(material),
            },
      ),
    ),
  asks: 'Is it ours, theirs or co-branded?',
  why: 'Whose logo stands on a poster is decided early, or quarrelled about late.',
  fix: (agreement, { path }) => {
    const material = materialsOf(agreement)[Number(path[2])];
    const approver = Object.keys(material?.approvers ?? {})[0];
    const brand = approver ?? firstKey(agreement);
    const approvers = approver ? undefined : { [brand]: personOf(agreement, brand) };
    return { at: path, yaml: yamlText({ brand, approvers }) };
  },
  source: ['guide'],
};

/** Returns the keys of the partners and funders whose logo a material shows. */
function shownOn(agreement: Agreement, { brand, logos }: Material): readonly string[] {
  const keys = signers(agreement).map(({ key }) => key);
  if (logos) return keys.filter((key) => logos.includes(key));
  if (brand === 'joint') return keys;
  return keys.filter((key) => key === brand);
}

/** A material with the brand of one partner shows that partner's logo. Supporters need not approve. */
const noApprover: Rule = {
  id: 'branding-no-approver',
  element: 'branding',
  level: 'simple',
  severity: 'error',
  looks: 'materials: an approver for each logo',
  applies: (agreement) =>
    materialsOf(agreement).some((material) => shownOn(agreement, material).length > 0)
      ? true
      : 'no material shows a logo',
  check: (agreement) =>
    outcomeOf(
      materialsOf(agreement).flatMap((material, index) =>
        shownOn(agreement, material).map((key) => {
          const partner = nameOf(agreement, key);
          const everybody = material.brand === 'joint' && !material.logos;
          const why = everybody ? " (`brand: joint` without `logos` means everybody's)" : '';
          return material.approvers?.[key]
            ? undefined
            : {
                path: ['branding', 'materials', index, 'approvers', key],
                message: `${partner}'s logo is on "${material.name}"${why}, but no one from ${partner} approves it.`,
                names: [...namesOf(material), key, partner],
              };
        }),
      ),
    ),
  asks: 'Who from each partner looks at it before it goes out?',
  why: 'Nobody likes to find their own logo on something they have never seen.',
  fix: (agreement, { path }) => {
    const key = String(path[4]);
    return {
      at: path.slice(0, 3),
      yaml: yamlText({ approvers: { [key]: personOf(agreement, key) } }),
    };
  },
  source: ['guide', 'CP'],
};

/** Returns the last day by which it should be decided what is branded. */
function decisionLimit(agreement: Agreement, { brandingDecisionShare }: Thresholds): string {
  const { start, days } = termOf(agreement);
  return addDays(start, Math.floor(days * brandingDecisionShare));
}

/**
 * Out of order (an error): published before it is submitted, or either before it is decided what is
 * branded. Otherwise too few working days, Monday to Friday, strictly between submitting and publishing.
 */
const approvalTooLate: Rule = {
  id: 'branding-approval-too-late',
  element: 'branding',
  level: 'standard',
  severity: 'warning',
  looks: 'time to approve materials',
  escalate: { when: 'the dates are out of order' },
  applies: (agreement) =>
    agreement.branding?.decideBy ||
    materialsOf(agreement).some(({ submit, publish }) => submit && publish)
      ? true
      : 'no dates for approving materials are given',
  check: (agreement, _facts, { thresholds }) => {
    const decideBy = agreement.branding?.decideBy;
    const results: (Found | undefined)[] = materialsOf(agreement).flatMap((material, index) => {
      const { name, submit, publish } = material;
      const path = ['branding', 'materials', index];
      const names = namesOf(material);
      if (submit && decideBy && submit < decideBy) {
        const message = `"${name}" goes to the approvers on ${submit}, before it is decided what is branded (${decideBy}).`;
        return [{ path: [...path, 'submit'], message, names, severity: 'error' as const }];
      }
      if (publish && decideBy && !submit && publish < decideBy) {
        const message = `"${name}" is published on ${publish}, before it is decided what is branded (${decideBy}).`;
        return [{ path: [...path, 'publish'], message, names, severity: 'error' as const }];
      }
      if (!submit || !publish) return [];
      if (publish < submit) {
        const message = `"${name}" is published on ${publish}, before it goes to the approvers (${submit}).`;
        return [{ path: [...path, 'publish'], message, names, severity: 'error' as const }];
      }
      const days = workingDaysBetween(submit, publish);
      if (days >= thresholds.approvalDays) return [undefined];
      const message = `"${name}" leaves ${countText(days, 'working day')} for approval. Allow more.`;
      return [{ path: [...path, 'publish'], message, names }];
    });
    const { start, last, days } = termOf(agreement);
    if (decideBy && days > 0 && decideBy >= start && decideBy <= last) {
      results.push(
        decideBy <= decisionLimit(agreement, thresholds)
          ? undefined
          : {
              path: ['branding', 'decideBy'],
              message: `What is branded is decided only on ${decideBy}, ${
                thresholds.brandingDecisionShare === 1 / 4
                  ? 'after the first quarter of the agreement'
                  : `later than ${decisionLimit(agreement, thresholds)}`
              }. Decide earlier.`,
            },
      );
    }
    return outcomeOf(results);
  },
  asks: 'How many working days do the approvers get?',
  why: 'An approver without time says no, or nothing.',
  fix: (agreement, { path }, { thresholds } = standardSettings) => {
    const { approvalDays } = thresholds;
    if (path[1] === 'decideBy') {
      const submits = materialsOf(agreement).flatMap(({ submit }) => submit ?? []);
      const limit = decisionLimit(agreement, thresholds);
      const decideBy = [limit, ...submits].sort()[0] ?? limit;
      return { at: ['branding'], yaml: yamlText({ decideBy }) };
    }
    const material = materialsOf(agreement)[Number(path[2])];
    const { start, last } = termOf(agreement);
    const decideBy = agreement.branding?.decideBy;
    let submit = material?.submit ?? start;
    if (decideBy && submit < decideBy) submit = decideBy;
    let publish = material?.publish ?? last;
    // Later if the agreement still runs then; otherwise the draft has to be ready earlier.
    while (workingDaysBetween(submit, publish) < approvalDays && publish < last)
      publish = addDays(publish, 1);
    while (workingDaysBetween(submit, publish) < approvalDays) submit = addDays(submit, -1);
    return { at: path.slice(0, 3), yaml: yamlText({ submit, publish }) };
  },
  source: ['guide'],
};

/** Returns what is wrong with a logo when it is printed to fit the box, in words, or `undefined`. */
function logoFault(
  { format, widthPx, heightPx }: UsablePicture,
  { logoDpi, logoTallest, logoWidest }: Thresholds,
): string | undefined {
  const ratio = widthPx / heightPx;
  if (ratio > logoWidest || ratio < logoTallest) {
    const shape = ratio > 1 ? 'wide' : 'tall';
    return `is too ${shape} to stand beside others (${Math.round(widthPx)} by ${Math.round(heightPx)}). Ask for one in a more compact shape.`;
  }
  const widthMm = Math.min(logoBoxMm.width, logoBoxMm.height * ratio);
  const enough = format === 'svg' || widthPx >= (widthMm / 25.4) * logoDpi - 0.5;
  return enough
    ? undefined
    : `is too small to print well (${widthPx} by ${heightPx} pixels). Ask for a larger one or an SVG.`;
}

/**
 * A logo that is missing or cannot be read is reported as `asset/…` (an error), so here it only counts
 * as not in order. Supporters are asked for nothing but a description.
 */
const logoUnusable: Rule = {
  id: 'branding-logo-unusable',
  element: 'branding',
  level: 'simple',
  severity: 'warning',
  looks: 'logos: size and shape',
  escalate: { when: 'the file is missing or cannot be read; reported as asset/…' },
  applies: (agreement) =>
    signers(agreement).some(({ partner }) => partner.brand?.logo) ? true : 'no logos are named',
  check: (agreement, facts, { thresholds }) => {
    const logos = signers(agreement).flatMap(({ key, name, partner }) => {
      const picture = partner.brand?.logo === undefined ? undefined : facts.logos[key];
      return picture ? [{ key, name, picture }] : [];
    });
    const { passed, findings } = outcomeOf(
      logos.flatMap(({ key, name, picture }) => {
        if (picture.state !== 'ok') return [];
        const fault = logoFault(picture, thresholds);
        return [
          fault === undefined
            ? undefined
            : {
                path: ['partners', key, 'brand', 'logo'],
                message: `${name}'s logo ${fault}`,
                names: [key, name],
              },
        ];
      }),
    );
    return { passed, findings, elsewhere: logos.length - passed - findings.length };
  },
  asks: 'Can you get the logo as an SVG, or larger?',
  why: 'A blurred logo on a signed paper embarrasses the partner whose logo it is.',
  fix: (_agreement, { path }) => ({
    at: path.slice(0, 3),
    yaml: yamlText({ logo: `logos/${String(path[1])}.svg` }),
  }),
  source: ['own'],
};

/** Asked of everyone who gives a logo, supporters too. */
const logoNoAltText: Rule = {
  id: 'branding-logo-no-alt-text',
  element: 'branding',
  level: 'simple',
  severity: 'warning',
  looks: 'logos: a description',
  applies: (agreement) =>
    allParties(agreement).some(({ partner }) => partner.brand?.logo) ? true : 'no logos are named',
  check: (agreement) =>
    outcomeOf(
      allParties(agreement).flatMap(({ key, name, partner }) => {
        if (!partner.brand?.logo) return [];
        if (partner.brand.alt) return [undefined];
        return [
          {
            path: ['partners', key, 'brand'],
            message: `Describe ${name}'s logo in a few words for people who cannot see it.`,
            names: [key, name],
          },
        ];
      }),
    ),
  asks: 'What would you say the logo shows, to somebody on the telephone?',
  why: 'People who listen to the paper should know whose it is.',
  fix: (agreement, { path }) => ({
    at: path,
    yaml: yamlText({ alt: `Logo of ${nameOf(agreement, String(path[1]))}` }),
  }),
  source: ['WCAG 1.1.1'],
};

const noUsageRules: Rule = {
  id: 'branding-no-usage-rules',
  element: 'branding',
  level: 'standard',
  severity: 'warning',
  looks: 'how logos may be used',
  applies: hasJoint,
  check: (agreement) =>
    outcome(
      agreement.branding?.rules
        ? undefined
        : {
            path: ['branding'],
            message: 'Say how logos may be used, in what order, and that use stops when this ends.',
          },
    ),
  asks: 'How, in what order and until when may the logos be used?',
  why: 'A logo is lent, and what is lent is lent on terms.',
  fix: () => ({
    at: ['branding'],
    yaml: yamlText({
      rules:
        'Logos stand in the agreed order at equal height, in their own colours. Use stops when this agreement ends.',
    }),
  }),
  source: ['CP'],
};

/** A funder counts as named by its name or its short name, without regard to capitals. */
const noCreditLine: Rule = {
  id: 'branding-no-credit-line',
  element: 'branding',
  level: 'standard',
  severity: 'advice',
  looks: 'the sentence that thanks everyone',
  applies: (agreement) => {
    const funded = signers(agreement).some(({ role }) => role === 'funder');
    return funded || materialsOf(agreement).length > 0
      ? true
      : 'there are no materials and no funders to name';
  },
  check: (agreement) => {
    const credit = agreement.branding?.credit?.toLowerCase();
    const unnamed = signers(agreement).filter(
      ({ role, name, partner }) =>
        role === 'funder' &&
        ![name, partner.short].some((each) => each && credit?.includes(each.toLowerCase())),
    );
    if (credit && unnamed.length === 0) return outcome(undefined);
    return outcome({
      path: credit ? ['branding', 'credit'] : ['branding'],
      message: credit
        ? `The credit line does not name ${listText(unnamed.map(({ name }) => name))}.`
        : 'Agree the sentence that thanks each partner and funder.',
    });
  },
  asks: 'What one sentence names and thanks everyone?',
  why: 'Funders count the places where they are named, and partners do too.',
  fix: (agreement) => {
    const all = signers(agreement);
    const makers = all.filter(({ role }) => role !== 'funder').map(({ name }) => name);
    const funders = all.filter(({ role }) => role === 'funder').map(({ name }) => name);
    const thanks = funders.length > 0 ? `, made possible by ${listText(funders)}` : '';
    return {
      at: [],
      yaml: yamlText({ branding: { credit: `A partnership of ${listText(makers)}${thanks}.` } }),
    };
  },
  source: ['CP'],
};

/** The rules of this group, in order. */
export const branding: readonly Rule[] = [
  materialUndecided,
  noApprover,
  approvalTooLate,
  logoUnusable,
  logoNoAltText,
  contrastLow,
  noUsageRules,
  noCreditLine,
];
