// A first word that is no command: a slip of the fingers, or a file typed without one. Says what was
// probably meant, as a command line that can be copied. Runs nothing.

import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { closest } from '../base/closest.ts';

/** Returns what to say about a command line that names no command, or `undefined` when it does. */
export async function strayCommand(
  args: readonly string[],
  program: Command,
): Promise<string | undefined> {
  const names = [...program.commands.map((each) => each.name()), 'help'];
  const [first, ...rest] = args;
  if (first === undefined || first.startsWith('-')) return undefined;
  if (first === 'help') {
    const wanted = rest.find((each) => !each.startsWith('-'));
    return wanted === undefined || names.includes(wanted)
      ? undefined
      : unknown(wanted, names, (meant) => `help ${meant}`);
  }
  if (names.includes(first)) return undefined;
  const kind = await fileKind(first);
  if (kind !== undefined) {
    return `${quoted(first)} is ${kind}, not a command. Did you mean: ${line(['check', ...args])}`;
  }
  return unknown(first, names, (meant) => line([meant, ...rest]).slice('pactwright '.length));
}

function unknown(
  word: string,
  names: readonly string[],
  suggestion: (meant: string) => string,
): string {
  const meant = closest(word, names);
  const help =
    meant === undefined
      ? `The commands are ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`
      : `Did you mean: pactwright ${suggestion(meant)}`;
  return `There is no command ${quoted(word)}. ${help}`;
}

const quoted = (word: string): string => `"${word}"`;

function line(words: readonly string[]): string {
  return ['pactwright', ...words.map((each) => (/[\s*?"]/.test(each) ? quoted(each) : each))].join(
    ' ',
  );
}

/** What a word is that is there, or looks like a spec that may not be there yet. */
async function fileKind(word: string): Promise<string | undefined> {
  try {
    return (await stat(word)).isDirectory() ? 'a folder' : 'a file';
  } catch {
    if (/[*?]/.test(word)) return 'a pattern';
    return /\.ya?ml$/i.test(word) ? 'the name of a file' : undefined;
  }
}
