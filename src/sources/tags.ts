// `!name` before a value: an order to the YAML reader. The few that YAML itself defines for
// ordinary values may stand, all others are refused.

import type { CST } from 'yaml';
import { type Fault, fault } from './fault.ts';
import { quoted, valueEnd } from './lines.ts';
import type { ReadText } from './read-text.ts';

/** YAML 1.2.2 chapter 10: the tags of the core schema. */
const core = new Set(['!!str', '!!int', '!!float', '!!bool', '!!null', '!!map', '!!seq']);

/** Returns the faults for tags that are not YAML's own, each with the edit that removes it. */
export function tagFaults(read: ReadText, tags: readonly CST.SourceToken[]): readonly Fault[] {
  return tags.filter(({ source }) => !core.has(source)).map(({ offset }) => tagFault(read, offset));
}

/** Returns the fault for the tag at `start`. */
export function tagFault(read: ReadText, start: number): Fault {
  const { text } = read;
  const tag = /^!(?:<[^>\s]*>?|[^\s,[\]{}]*)/.exec(text.slice(start, start + 200))?.[0] ?? '!';
  const end = start + tag.length;
  const value = text.slice(start, Math.max(end, valueEnd(text, start, read.inFlow(start))));
  return fault(
    'yaml/tag',
    start,
    end,
    `\`${tag}\` is an order to the YAML reader, which a spec does not need.`,
    `Delete it; if it belongs to a text, put the text in quotes: ${quoted(value)}.`,
    [{ start, end, text: '' }],
  );
}
