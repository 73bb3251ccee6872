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
  return tags
    .filter(({ source }) => !core.has(source))
    .map(({ offset, source }) => {
      const end = offset + source.length;
      const value = read.text.slice(offset, valueEnd(read.text, offset, read.inFlow(offset)));
      return fault(
        'yaml/tag',
        offset,
        end,
        `\`${source}\` is an order to the YAML reader, which a spec does not need.`,
        `Delete it; if it belongs to a text, put the text in quotes: ${quoted(value)}.`,
        [{ start: offset, end, text: '' }],
      );
    });
}
