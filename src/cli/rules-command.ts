// `pactwright rules`: lists the checklist as a table or as JSON. Reads no spec.
// The rules themselves are checklist/'s.

import { type Command, Option } from 'commander';
import { elements, records } from '../checklist/index.ts';
import { paintFor, type Terminal } from './terminal.ts';

/** Adds the command. */
export function addRules(program: Command, terminal: Terminal): void {
  program
    .command('rules')
    .summary('list the checklist')
    .description(
      'Lists every rule of the checklist: what it looks at, how heavy it weighs, and when\nit is asked.',
    )
    .addOption(
      new Option('--reporter <form>', 'how the list is written')
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .option('--element <name>', `only one element: ${elements.join(', ')}`)
    .addHelpText(
      'after',
      `
Examples:
  pactwright rules
  pactwright rules --element trust
  pactwright rules --reporter json
  pactwright explain trust-no-review   what one means, how to mend it`,
    )
    .action((flags: { readonly reporter: string; readonly element?: string }, command: Command) => {
      const { element } = flags;
      if (element !== undefined && !(elements as readonly string[]).includes(element)) {
        command.error(`error: there is no element "${element}". There are ${elements.join(', ')}.`);
      }
      const shown = records.filter((record) => element === undefined || record.element === element);
      terminal.stdout(flags.reporter === 'json' ? json(shown) : table(shown, terminal));
    });
}

function json(shown: typeof records): string {
  const rules = shown.map(
    ({ id, element, level, severity, escalate, looks, asks, why, source }) => ({
      id,
      element,
      level,
      severity,
      ...(escalate ? { errorWhen: escalate.when } : {}),
      looks,
      asks,
      why,
      source,
    }),
  );
  return `${JSON.stringify({ version: 1, rules }, null, 2)}\n`;
}

function table(shown: typeof records, terminal: Terminal): string {
  const paint = paintFor(terminal);
  const head = ['rule', 'element', 'level', 'severity', 'looks at'];
  const rows = shown.map(({ id, element, level, severity, looks }) => [
    id,
    element,
    level,
    severity,
    looks,
  ]);
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column < cells.length - 1 ? cell.padEnd(widths[column]!) : cell))
      .join('  ');
  const body = rows.map((row) => line(row));
  return `${[paint.bold(line(head)), ...body].join('\n')}\n\n${shown.length} rules. pactwright explain <rule> says more about one.\n`;
}
