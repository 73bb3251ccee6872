// One value of YAML to a located scalar: its characters as written, what YAML makes of them, and
// where each of them stands. Refuses texts that are too long and characters that hide in escapes.

import type { Scalar } from 'yaml';
import { badCharacters, describeBadCharacter } from '../model/characters.ts';
import type { LocatedScalar } from '../model/located.ts';
import { type Fault, fault, shown } from './fault.ts';
import { maxTextLength } from './limits.ts';
import type { ReadText } from './read-text.ts';
import {
  type Unfolded,
  unfoldBlock,
  unfoldDoubleQuoted,
  unfoldPlain,
  unfoldSingleQuoted,
} from './unfold.ts';

/** The end of a block text: its last line end, and blank lines after it. */
const blockTail = /(?:^|\n)[ \t\n]*$/;

/** Returns the scalar for a value that is not there. */
export function emptyScalar(read: ReadText, offset: number): LocatedScalar {
  return { kind: 'scalar', value: null, text: '', plain: true, span: read.span(offset, offset) };
}

/** Converts a value; faults in it are added to `faults`. */
export function locateScalar(read: ReadText, node: Scalar, faults: Fault[]): LocatedScalar {
  const [start, valueEnd] = node.range!;
  const block = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
  const source = node.source ?? '';
  // How a block text ends (`|`, `|-`, `|+`) means nothing in a spec: trailing line ends are dropped.
  const text = block ? source.replace(blockTail, '') : source;
  const end = block ? trimmedEnd(read.text, start, valueEnd) : valueEnd;
  checkLength(text, faults, start, end);
  if (node.type === 'QUOTE_DOUBLE') checkEscapes(read, text, faults, start, end);
  const value = block || typeof node.value === 'string' ? text : node.value;
  return {
    kind: 'scalar',
    value: isPlainValue(value) ? value : text,
    text,
    plain: node.type === 'PLAIN' && node.tag === undefined,
    span: read.span(start, end),
    offsets: () => {
      const { offsets } = unfold(read.text, node, start, end);
      return read.repaired ? offsets.map((offset) => read.origin(offset)) : offsets;
    },
  };
}

function isPlainValue(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && ' \t\r\n'.includes(text[at - 1]!)) at -= 1;
  // Blanks at the end of its last line are part of a block text.
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at += 1;
  return at;
}

function unfold(text: string, node: Scalar, start: number, end: number): Unfolded {
  switch (node.type) {
    case 'QUOTE_DOUBLE':
      return unfoldDoubleQuoted(text, start, end);
    case 'QUOTE_SINGLE':
      return unfoldSingleQuoted(text, start, end);
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL': {
      const token = node.srcToken;
      const indent = token && 'indent' in token ? token.indent : 0;
      return unfoldBlock(text, start, node.range![1], indent);
    }
    default:
      return unfoldPlain(text, start, end);
  }
}

function checkLength(text: string, faults: Fault[], start: number, end: number): void {
  if (text.length <= maxTextLength) return;
  const count = [...text].length;
  if (count <= maxTextLength) return;
  const message = `This text has ${count.toLocaleString('en-US')} characters, and one text may have 20,000.`;
  const hint = 'Make it shorter, or divide it into several items.';
  faults.push(fault('yaml/too-long', start, end, message, hint));
}

/** Finds refused characters written as escapes, such as `\u202E`. */
function checkEscapes(
  read: ReadText,
  text: string,
  faults: Fault[],
  start: number,
  end: number,
): void {
  if (!read.text.slice(start, end).includes('\\')) return;
  const found = badCharacters(text, 1)[0];
  if (!found) return;
  const { offsets } = unfoldDoubleQuoted(read.text, start, end);
  const from = offsets[found.offset] ?? start;
  const to = offsets[found.offset + found.length] ?? end;
  const written = shown(read.text.slice(from, to));
  const message = `${written} stands for ${describeBadCharacter(found.codePoint)}, and a spec may not hold it.`;
  faults.push(fault('yaml/bad-character', from, to, message, 'Delete it.'));
}
