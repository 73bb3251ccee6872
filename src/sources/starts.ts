// Text that starts with a sign which YAML takes for an order: @ ` % & * ! | > [ { ,
// One family of faults for explain.ts, and for aliases that nobody meant.
// One of the explanations that explain.ts chooses from; reads lines, changes nothing.

import { type Fault, fault, shown } from './fault.ts';
import { quoted, quoteEdits, valueEnd } from './lines.ts';
import type { ReadText } from './read-text.ts';

/** Returns the fault for a text at `start` that has to be quoted because of how it starts. */
export function specialStart(read: ReadText, start: number): Fault {
  const { text } = read;
  const end = Math.max(valueEnd(text, start, read.inFlow(start)), start + 1);
  const value = text.slice(start, end);
  return fault(
    'yaml/special-start',
    start,
    end,
    `${shown(value)} starts with ${text[start] ?? 'a sign'}, which means something special in YAML.`,
    `If it is text, put it in quotes: ${quoted(value)}.`,
    quoteEdits(text, start, end),
  );
}
