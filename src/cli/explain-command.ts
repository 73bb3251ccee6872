// `pactwright explain <rule>`: what a rule or a code means, why it matters and how to mend it.
// Says what the records say; reads no spec.

import type { Command } from 'commander';
import { closest } from '../base/closest.ts';
import { codeExamples } from '../base/code-examples.ts';
import { type Code, codes } from '../base/codes.ts';
import { UserError } from '../base/errors.ts';
import {
  elementTexts,
  exampleOf,
  explainRule,
  type RuleRecord,
  records,
  sourceText,
} from '../checklist/index.ts';
import { paintFor, type Terminal } from './terminal.ts';

/** Adds the command. */
export function addExplain(program: Command, terminal: Terminal): void {
  program
    .command('explain')
    .summary('say what a finding means and how to mend it')
    .description(
      'Explains a rule of the checklist, or any other code that a report shows: what it means,\nwhy it matters, and how to mend it.',
    )
    .argument('<rule>', 'the id of a rule, or a code such as yaml/tab-indent')
    .addHelpText(
      'after',
      `
Examples:
  pactwright explain trust-no-review
  pactwright explain schema/unknown-key
  pactwright rules                         all rules in one list`,
    )
    .action((id: string) => {
      terminal.stdout(explanation(id.trim(), terminal));
    });
}

function explanation(id: string, terminal: Terminal): string {
  const rule = explainRule(id);
  if (rule) return ruleText(rule, terminal);
  if (Object.hasOwn(codes, id)) {
    const { explain } = codes[id as keyof typeof codes];
    return codeText(id as Code, explain, terminal);
  }
  const near = closest(id, [...records.map((record) => record.id), ...Object.keys(codes)]);
  const about = near ? [near] : rulesAbout(id);
  const help =
    about.length === 0
      ? '`pactwright rules` lists the rules.'
      : `Did you mean ${about.length === 1 ? `"${about[0]}"` : `one of these?\n  ${about.join('\n  ')}`}${about.length === 1 ? '?' : ''}`;
  throw new UserError(`There is no rule or code "${id}". ${help}`);
}

/** The rules and codes that have a word in their names or questions; of many the first ones. */
function rulesAbout(word: string): readonly string[] {
  const wanted = word.toLowerCase();
  if (wanted.length < 3) return [];
  const named = [...records.map((record) => record.id), ...Object.keys(codes)].filter((id) =>
    id.includes(wanted),
  );
  const asked = records
    .filter(({ looks, asks }) => `${looks} ${asks}`.toLowerCase().includes(wanted))
    .map((record) => record.id);
  return [...new Set([...named, ...asked])].slice(0, 8);
}

function codeText(id: Code, explain: string, terminal: Terminal): string {
  const paint = paintFor(terminal);
  const example = codeExamples[id];
  const shown = (yaml: string): string => yaml.replace(/^(?=.)/gm, '  ').replaceAll('\t', '→');
  return [
    paint.bold(id),
    '',
    explain,
    ...(example
      ? [
          '',
          paint.bold('Instead of'),
          shown(example.wrong),
          '',
          paint.bold('write'),
          shown(example.right),
        ]
      : []),
    '',
  ].join('\n');
}

function ruleText(record: RuleRecord, terminal: Terminal): string {
  const paint = paintFor(terminal);
  const { id, element, level, severity, escalate, looks, asks, why } = record;
  const weight = escalate ? `${severity}; an error when ${escalate.when}` : severity;
  const indented = exampleOf(id).replace(/^(?=.)/gm, '  ');
  return [
    paint.bold(id),
    '',
    `What is checked: ${looks}.`,
    `Element: ${elementTexts[element].title}. Asked from level ${level} on. Severity: ${weight}.`,
    '',
    paint.bold('To settle'),
    `  ${asks}`,
    '',
    paint.bold('Why'),
    `  ${why}`,
    '',
    paint.bold('How to mend it'),
    indented,
    '',
    `Source: ${sourceText(record)}.`,
    '',
  ].join('\n');
}
