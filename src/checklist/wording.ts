// Small pieces of wording and of YAML that messages and fixes share.
// Decides nothing about an agreement.

import { isDay } from '../model/days.ts';

/** Writes "a", "a and b", "a, b and c". */
export function listText(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** Writes "1 day", "2 days". */
export function countText(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** Writes a stretch of days as people say it: weeks from two weeks on. */
export function stretchText(days: number): string {
  return days >= 14 ? countText(Math.floor(days / 7), 'week') : countText(days, 'day');
}

/** Writes how long a term is: months from three months on, else weeks. */
export function termText(days: number): string {
  return days >= 90 ? countText(Math.round(days / 30.44), 'month') : stretchText(days);
}

/** Cuts a text for a message, at a word, with an ellipsis. */
export function shortText(text: string, limit = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return `${space > limit / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A value that a fix writes as YAML; `null` is a key with nothing after it, `undefined` none at all. */
export type YamlValue =
  | string
  | number
  | boolean
  | null
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

/** Writes YAML as our examples do: maps over lines, the items of lists in braces on one line. */
export function yamlText(value: YamlValue): string {
  if (Array.isArray(value)) {
    return value.map((item) => `- ${flow(item, false)}`).join('\n');
  }
  if (!isMap(value)) return flow(value, false);
  return entriesOf(value)
    .map(([key, item]) => {
      if (item === null) return `${key}:`;
      const blockList = Array.isArray(item) && item.some((each) => typeof each === 'object');
      if (blockList || isMap(item)) {
        return `${key}:\n${yamlText(item).replace(/^/gm, '  ')}`;
      }
      return `${key}: ${flow(item, false)}`;
    })
    .join('\n');
}

type YamlMap = { readonly [key: string]: YamlValue | undefined };

function entriesOf(map: YamlMap): readonly (readonly [string, YamlValue])[] {
  return Object.entries(map).flatMap(([key, item]) =>
    item === undefined ? [] : [[key, item] as const],
  );
}

function isMap(value: YamlValue): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flow(value: YamlValue, inside: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => flow(item, true)).join(', ')}]`;
  if (isMap(value)) {
    const entries = entriesOf(value).map(([key, item]) => `${key}: ${flow(item, true)}`);
    return `{ ${entries.join(', ')} }`;
  }
  return typeof value === 'string' ? scalar(value, inside) : String(value);
}

/** Leaves a text without quotes where YAML cannot mistake it for anything else. */
function scalar(text: string, inside: boolean): string {
  if (isDay(text)) return text;
  const plain = /^\p{L}[\p{L}\p{M}\p{N} '’().,;/@–…-]*$/u.test(text) && !/\s$/.test(text);
  const word = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain && !word && !(inside && text.includes(',')) ? text : JSON.stringify(text);
}
