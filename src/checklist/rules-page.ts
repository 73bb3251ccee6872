// The checklist as a page for people, in Markdown, written from the records: docs/checklist.md.
// Pure; a test compares the file with what this returns.

import { examples } from './examples.ts';
import { type Element, elements, type RuleRecord } from './rule.ts';
import { sourceNames } from './sources.ts';
import { thresholds } from './thresholds.ts';

/** What each element is about, in a sentence. */
export const elementTexts: Readonly<Record<Element, { title: string; about: string }>> = {
  investment: {
    title: 'Investment',
    about: 'Everyone is committed to the part that they agreed to play.',
  },
  trust: {
    title: 'Trust',
    about: 'It is built over time; small projects first, and small wins prove the idea.',
  },
  communication: {
    title: 'Communication',
    about:
      'Often, and far ahead: clear expectations and schedules, and words that both sides understand the same way.',
  },
  understanding: {
    title: 'Understanding',
    about: 'Roles, responsibilities and requirements of each partner: who does what, by when.',
  },
  vision: {
    title: 'Shared vision and goals',
    about:
      'What it is meant to achieve, what success looks like, and an evaluation planned together.',
  },
  signing: { title: 'Signing', about: 'What a paper needs so that it can be signed.' },
  branding: {
    title: 'Branding',
    about: 'Which materials are branded or co-branded, agreed early, and legible for everyone.',
  },
};

/** Returns where a rule comes from, in words; the thresholds and rules that are ours say so. */
export function sourceText({ source }: RuleRecord): string {
  return source.map((each) => sourceNames[each] ?? each).join('; ');
}

/** Returns the page about these records, with a line feed at its end. */
export function rulesPage(records: readonly RuleRecord[]): string {
  const parts = [
    head(records),
    ...elements.map((element) => elementPart(element, records)),
    thresholdPart(),
  ];
  return `${parts.join('\n\n')}\n`;
}

function head(records: readonly RuleRecord[]): string {
  const rows = records.map(
    ({ id, level, severity, looks }) =>
      `| [${id}](#${id}) | ${level} | ${severity} | ${cell(looks)} |`,
  );
  return `# The success checklist

What Pactwright asks of an agreement before it is signed. \`pactwright check\` reports what is open,
\`pactwright explain <rule>\` says the same as this page about one rule, \`pactwright rules\` lists them.

Severities: an **error** means that the paper contradicts itself or lacks something that has to be agreed;
a **warning** asks for a decision; **advice** is a good habit and stops nothing.
Levels: **simple** rules are always asked, **standard** ones from \`level: standard\` on (the default),
**funded** ones only at \`level: funded\`.

Warnings and advice can be accepted, with a name and a reason: under \`waivers:\` in the spec, or in a
comment above the line that the finding points at. Errors cannot.

\`\`\`yaml
# pactwright-ignore-next-line branding-approval-too-late by Maria Okafor: Both approvers sit in one office.
\`\`\`

What holds for all agreements of a house stands in \`pactwright.config.yaml\`, in the folder of a spec or
in one above it:

\`\`\`yaml
level: standard                      # where a spec gives none
jargon: [discovery layer, LibGuide]  # words of yours that partners may not know
rules:
  trust-no-wrap-up: warning          # weighs more here
  branding-no-credit-line: off       # is not asked; errors cannot be lowered
thresholds:
  noticeDays: 42                     # see the end of this page
\`\`\`

| rule | level | severity | looks at |
|---|---|---|---|
${rows.join('\n')}`;
}

function elementPart(element: Element, records: readonly RuleRecord[]): string {
  const { title, about } = elementTexts[element];
  const own = records.filter((record) => record.element === element);
  return [`## ${title}`, about, ...own.map(rulePart)].join('\n\n');
}

function rulePart(record: RuleRecord): string {
  const { id, level, severity, escalate, looks, asks, why, company = [] } = record;
  const weight = escalate ? `${severity}, an error when ${escalate.when}` : severity;
  const with_ =
    company.length > 0
      ? [`May come with: ${company.map((each) => `[${each}](#${each})`).join(', ')}.`]
      : [];
  return [
    `### ${id}`,
    `Looks at ${looks}. Asked from level ${level} on; ${weight}.`,
    `**To settle:** ${asks}`,
    `**Why:** ${why}`,
    `\`\`\`yaml\n${exampleOf(id)}\n\`\`\``,
    ...with_,
    `Source: ${sourceText(record)}.`,
  ].join('\n\n');
}

/** Returns the YAML that settles a rule, from the root of a spec; '' for an id that there is none of. */
export function exampleOf(id: string): string {
  return (examples[id] ?? '').trim();
}

function thresholdPart(): string {
  const rows = Object.entries(thresholds).map(
    ([name, { value, what, least, most }]) =>
      `| \`${name}\` | ${value} | ${least} to ${most} | ${cell(what)} |`,
  );
  return `## Thresholds

Numbers that a house may change in its configuration. "Own" marks those that no source gives.

| name | value | may be | what it decides |
|---|---|---|---|
${rows.join('\n')}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
