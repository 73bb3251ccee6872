// A text where a group of keys is needed: `- Reach families`, `- Weather: we move indoors`. Says how
// to write it with keys. Words hints only; reading and reporting is its callers' business.

import type { LocatedEntry } from '../model/located.ts';
import type { Field, FieldsPlan } from '../model/plan.ts';

/** Returns how to write a text as a group of keys, or `undefined` when no key of the group holds a text. */
export function keyForText(plan: FieldsPlan, text: string, inList: boolean): string | undefined {
  const key = textKeys(plan)[0];
  if (key === undefined || text.trim() === '') return undefined;
  const line = `${key}: ${asWritten(text)}`;
  return inList
    ? `Write \`- ${line}\`; what else there is to say stands in lines of their own below it.`
    : `Write \`${line}\` in a line of its own below it, indented by two more spaces.`;
}

/** Returns how to write an item that is nothing but `Weather: we move indoors`, whose first word is no key. */
export function keysForPair(plan: FieldsPlan, { key, value }: LocatedEntry): string | undefined {
  if (value.kind !== 'scalar' || value.text.trim() === '') return undefined;
  const text = `${key}: ${value.text}`;
  if (plan.scalarAs !== undefined) return `A text with a colon needs quotes: ${quoted(text)}.`;
  const [first, second] = textKeys(plan);
  if (first === undefined) return undefined;
  return second === undefined
    ? `Write \`- ${first}: ${quoted(text)}\`.`
    : `Write \`- ${first}: ${asWritten(key)}\` and, below it, \`${second}: ${asWritten(value.text)}\`.`;
}

/** The key that an item cannot do without, and the next one if it holds a text too. */
function textKeys(plan: FieldsPlan): readonly string[] {
  const [first, second] = [...plan.fields].filter(([key]) => key !== 'id');
  if (!first?.[1].required || !holdsText(first)) return [];
  return second && holdsText(second) ? [first[0], second[0]] : [first[0]];
}

function holdsText([, { plan }]: readonly [string, Field]): boolean {
  return plan.kind === 'leaf' && (plan.leaf === 'text' || plan.leaf === 'prose');
}

function asWritten(text: string): string {
  const line = cut(text);
  return /^[\w"'(]/.test(line) && !/:(?:\s|$)|\s#/.test(line) ? line : quoted(text);
}

function quoted(text: string): string {
  return JSON.stringify(cut(text));
}

function cut(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ');
  const characters = [...line];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line;
}
