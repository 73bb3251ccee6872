// `pactwright explain <rule>`: what a rule or a code means, why it matters and how to mend it.
// Says what the records say; reads no spec.

import type { Command } from 'commander';
import { closest } from '../base/closest.ts';
import { codes } from '../base/codes.ts';
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
    return `${paintFor(terminal).bold(id)}\n\n${explain}\n`;
  }
  const near = closest(id, [...records.map((record) => record.id), ...Object.keys(codes)]);
  const help = near ? `Did you mean "${near}"?` : '`pactwright rules` lists the rules.';
  throw new UserError(`There is no rule or code "${id}". ${help}`);
}

function ruleText(record: RuleRecord, terminal: Terminal): string {
  const paint = paintFor(terminal);
  const { id, element, level, severity, escalate, looks, asks, why } = record;
  const weight = escalate ? `${severity}; an error when ${escalate.when}` : severity;
  const indented = exampleOf(id).replace(/^(?=.)/gm, '  ');
  return [
    paint.bold(id),
    '',
    `It looks at ${looks}.`,
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
