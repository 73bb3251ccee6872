// `pactwright completion`: prints a script that completes commands, flags and files in a shell.
// Written from commander's data by completion-scripts.ts; installs nothing.

import { Argument, type Command } from 'commander';
import { completionScript, shells } from './completion-scripts.ts';
import { completionWords } from './completion-words.ts';
import type { Terminal } from './terminal.ts';

/** Adds the command. */
export function addCompletion(program: Command, terminal: Terminal): void {
  program
    .command('completion')
    .summary('print a script that completes commands in your shell')
    .description(
      'Prints a script with which the Tab key completes commands, flags, their values, rules and\n.yaml files. It holds what this version knows: install it anew after an update.',
    )
    .addArgument(new Argument('<shell>', 'your shell').choices(shells))
    .addHelpText(
      'after',
      `
Examples (each once; then open a new terminal):
  bash   echo 'eval "$(pactwright completion bash)"' >> ~/.bashrc
  zsh    echo 'eval "$(pactwright completion zsh)"' >> ~/.zshrc
         (below the line with compinit)
  fish   pactwright completion fish > ~/.config/fish/completions/pactwright.fish`,
    )
    .action(async (shell: (typeof shells)[number]) => {
      const { records } = await import('../checklist/index.ts');
      const ids = records.map(({ id }) => id);
      terminal.stdout(completionScript(shell, completionWords(program, ids)));
    });
}
