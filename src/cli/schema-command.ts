// `pactwright schema`: prints the JSON Schema of a spec, for editors.
// The schema itself is made by spec/.

import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** Adds the command. */
export function addSchema(program: Command, terminal: Terminal): void {
  program
    .command('schema')
    .summary('print the JSON Schema of a spec, for editors')
    .description(
      'Prints the JSON Schema (draft-07) of a spec. Editors use it to complete keys, to explain\nthem and to underline mistakes while you type.',
    )
    .addHelpText(
      'after',
      `
Examples:
  pactwright schema > agreement.schema.json
  then, as the first line of a spec:
  # yaml-language-server: $schema=agreement.schema.json`,
    )
    .action(async () => {
      const { agreementJsonSchema } = await import('../spec/json-schema.ts');
      terminal.stdout(`${JSON.stringify(agreementJsonSchema(), null, 2)}\n`);
    });
}
