// A line that should hold a key and has no colon: what it most likely is, and its repair.
// Shared by the families of faults that come upon such a line; looks at it and the line below.
// One of the explanations that explain.ts chooses from; changes nothing.

import { fieldNames } from '../model/field-names.ts';
import { agreementPlan } from '../model/plan.ts';
import { type Fault, fault, shown } from './fault.ts';
import { indentOf, lineEnd, lineOf, lineStart, nextContentLine, trimEnd } from './lines.ts';

/** Returns the fault for a line without a colon, whose first sign is at `start`. */
export function withoutColon(text: string, start: number): Fault {
  const stop = lineEnd(text, start);
  const line = text.slice(start, stop);
  const word = keyWithoutColon(text, start);
  const end = Math.max(trimEnd(text, start, stop), start + 1);
  if (word === undefined) {
    return fault(
      'yaml/missing-colon',
      start,
      end,
      `${shown(line)} is neither a key with a colon nor an item with a dash.`,
      'If it belongs to the text above, indent it further than the key; if it is a key, put a colon and a space after it.',
      [{ start, end: stop, text: '' }],
    );
  }
  const lead = leadOf(line);
  const sign = instead.exec(line.slice(lead + word.length))?.[0] ?? '';
  const after = start + lead + word.length;
  return fault(
    'yaml/missing-colon',
    start,
    end,
    sign === ''
      ? `After \`${word}\` a colon is missing.`
      : `After \`${word}\` stands ${sign.trim() === '=' ? 'a `=`' : 'a wide colon (：)'} instead of a colon.`,
    `Write \`${`${word}: ${line.slice(lead + word.length + sign.length).trim()}`.trim()}\`.`,
    [{ start: after, end: after + sign.length, text: ': ' }],
  );
}

/** Returns the key that lacks its colon in the line whose first sign is at `start`, if it is one. */
export function keyWithoutColon(text: string, start: number): string | undefined {
  const line = text.slice(start, lineEnd(text, start));
  const lead = leadOf(line);
  const word = /^[\p{L}_][\p{L}\p{N}_-]*(?=[ \t：]|$)/u.exec(line.slice(lead))?.[0];
  if (word === undefined) return undefined;
  const equals = instead.test(line.slice(lead + word.length));
  const known = start === lineStart(text, start) ? agreementPlan.fields : fieldNames();
  return equals || known.has(word) || isHead(text, start, line.slice(lead)) ? word : undefined;
}

/** What stands where a colon should: an equals sign, or the wide colon of East Asian keyboards. */
const instead = /^[ \t]*(?:=(?=\s|$)|：)/;

const leadOf = (line: string): number => /^(?:-[ \t]+)*/.exec(line)![0].length;

/** A word alone on its line, with further keys below it: the key of a partner, say. */
function isHead(text: string, start: number, rest: string): boolean {
  const below = nextContentLine(text, start);
  return (
    below !== undefined &&
    start > lineStart(text, start) &&
    /^\S+[ \t]*(?:#.*)?$/.test(rest) &&
    indentOf(text, below) > start - lineStart(text, start) &&
    /^[ \t]*(?:-[ \t]|[A-Za-z]+:)/.test(lineOf(text, below))
  );
}
