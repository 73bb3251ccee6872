// Which line is out of place when YAML stumbles over another: the first line of a block that stands
// too far right, or one in the middle that stands too far left. Decided by the lines around, so that
// one slip is one fault. Looks at columns only; words and repairs are those of indentation.ts.

import { agreementPlan } from '../model/plan.ts';
import {
  indentOf,
  isBlankLine,
  lineOf,
  nextContentLine,
  nextLine,
  previousContentLine,
} from './lines.ts';

/** Lines that stand in the wrong column, from `from` up to `until`, and by how much they have to move. */
export interface Blamed {
  readonly from: number;
  readonly until: number;
  readonly by: number;
}

/** Returns the lines above `start` that are to blame for its column, or `undefined` if it is itself. */
export function blamedAbove(text: string, start: number): Blamed | undefined {
  return tooFarRight(text, start) ?? tooFarLeft(text, start);
}

/** Returns true for a line that starts with a dash and a space. */
export function isDash(line: string): boolean {
  return /^[ \t]*-(?:\s|$)/.test(line);
}

/** Returns true for a line with a key whose value starts on the next one, also after `|` or `>`. */
export function opens(line: string): boolean {
  return /:[ \t]*(?:[ \t][|>][-+\d]*[ \t]*)?(?:#.*)?$/.test(line);
}

/** Returns the column of a key after its dashes; for the dash itself where dashes are compared. */
export function columnOf(line: string, dashes: boolean): number {
  const lead = /^ *((?:-[ \t]+)*)/.exec(line)!;
  return dashes ? lead[0].length - lead[1]!.length : lead[0].length;
}

/** One entry starts a block further right than all the others that follow. */
function tooFarRight(text: string, start: number): Blamed | undefined {
  const line = lineOf(text, start);
  const dashes = isDash(line);
  const column = indentOf(text, start);
  let first: number | undefined;
  let entries = 0;
  let width: number | undefined;
  for (
    let at = previousContentLine(text, start);
    at !== undefined;
    at = previousContentLine(text, at)
  ) {
    const above = lineOf(text, at);
    const indent = indentOf(text, at);
    const outside = indent < column || (indent === column && isDash(above) && !dashes);
    if (outside && (dashes || columnOf(above, false) <= column)) break;
    first = at;
    if (isDash(above) === dashes || outside) {
      const here = columnOf(above, dashes);
      if (width === undefined || here < width) [width, entries] = [here, 0];
      if (here === width) entries += 1;
    }
    if (outside) break;
  }
  if (first === undefined || width === undefined || entries !== 1 || width <= column)
    return undefined;
  if (columnOf(lineOf(text, first), dashes) !== width) return undefined;
  if (siblingsFrom(text, start, column, dashes) < 2) return undefined;
  const by = column - width;
  return indentOf(text, first) + by < 0 ? undefined : { from: first, until: start, by };
}

/** How many entries stand in this column, from here to the end of the block. */
function siblingsFrom(text: string, start: number, column: number, dashes: boolean): number {
  let count = 0;
  for (let at: number | undefined = start; at !== undefined; at = nextLine(text, at)) {
    const line = lineOf(text, at);
    if (isBlankLine(line)) continue;
    const indent = indentOf(text, at);
    if (indent < column) break;
    if (indent === column && isDash(line) === dashes) count += 1;
  }
  return count;
}

/** One entry in the middle of a block, or its first, stands further left than the others. */
function tooFarLeft(text: string, start: number): Blamed | undefined {
  const column = indentOf(text, start);
  const dashes = isDash(lineOf(text, start));
  const odd = lastAbove(text, start, (indent) => indent < column);
  if (odd === undefined) return undefined;
  const line = lineOf(text, odd);
  const left = indentOf(text, odd);
  if (isDash(line) && !dashes) return dashTooFarLeft(text, start, odd);
  if (isDash(line) !== dashes || (left === 0 && isSection(line))) return undefined;
  const before = lastAbove(text, odd, (indent) => indent <= column);
  if (before === undefined) return undefined;
  const above = lineOf(text, before);
  const inUse =
    isDash(above) === dashes ? indentOf(text, before) : dashes ? undefined : columnOf(above, false);
  const parent = before === previousContentLine(text, odd) && indentOf(text, before) === left;
  if (inUse !== column && !(parent && opens(above))) return undefined;
  return { from: odd, until: nextLine(text, odd) ?? text.length, by: column - left };
}

/** An item whose dash stands further left than the next one, so that its own keys do not fit it. */
function dashTooFarLeft(text: string, start: number, odd: number): Blamed | undefined {
  const column = indentOf(text, start);
  let next = nextContentLine(text, start);
  while (next !== undefined && indentOf(text, next) >= column) next = nextContentLine(text, next);
  if (next === undefined || !isDash(lineOf(text, next))) return undefined;
  if (columnOf(lineOf(text, next), false) !== column) return undefined;
  const by = column - columnOf(lineOf(text, odd), false);
  return { from: odd, until: nextLine(text, odd) ?? text.length, by };
}

function lastAbove(
  text: string,
  start: number,
  fits: (indent: number) => boolean,
): number | undefined {
  let at = previousContentLine(text, start);
  while (at !== undefined && !fits(indentOf(text, at))) at = previousContentLine(text, at);
  return at;
}

/** A section of the spec stands where sections stand, whatever follows. */
function isSection(line: string): boolean {
  const key = /^([A-Za-z]+):/.exec(line)?.[1];
  return key !== undefined && agreementPlan.fields.has(key);
}
