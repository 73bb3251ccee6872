// Words for messages: what stands in the file, and where. For librarians, not programmers.
// Shared by all messages of this room; knows nothing of rules or codes.
// No codes, no severities.

import type { Path } from '../base/source.ts';
import type { Located } from '../model/located.ts';
import { itemName, ordinal } from './item-names.ts';

/** Quotes a piece of text, cut to a readable length. */
export function shown(text: string): string {
  const line = text.trim().split(/\r?\n/)[0] ?? '';
  const characters = [...line];
  return `“${characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : line}”`;
}

/** Says what stands there: `the text “x”`, `a list`… */
export function found(node: Located): string {
  switch (node.kind) {
    case 'list':
      return 'a list';
    case 'map':
      return node.entries.length === 0
        ? 'empty braces'
        : `a group of keys (\`${node.entries[0]!.key}\`${node.entries.length > 1 ? ', …' : ''})`;
    case 'scalar':
      if (typeof node.value === 'number') return `the number ${node.text}`;
      if (typeof node.value === 'boolean') return `\`${node.text}\``;
      return node.text.trim() === '' ? 'an empty text' : `the text ${shown(node.text)}`;
  }
}

/** Names a part of the spec: `partners.club`, `the second task`, or nothing for the whole. */
export function placeName(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return '';
  const parent = path.slice(0, -1);
  const inItem = parent.findLastIndex((step) => typeof step === 'number');
  if (typeof last !== 'number') {
    const keys = path.slice(inItem + 1).join('.');
    return inItem < 0 ? `\`${keys}\`` : `\`${keys}\` in ${placeName(path.slice(0, inItem + 1))}`;
  }
  const name = itemName(listNames(parent));
  if (name === undefined) return `the ${ordinal(last + 1)} entry of ${placeName(parent)}`;
  const item = `the ${ordinal(last + 1)} ${name}`;
  if (inItem >= 0) return `${item} of ${placeName(parent.slice(0, inItem + 1))}`;
  return parent[0] === 'partners' ? `${item} of \`${parent.slice(0, 2).join('.')}\`` : item;
}

/** The names that lead to a list, without indexes and the keys of partners. */
function listNames(path: Path): string {
  return path
    .filter((step, index) => typeof step === 'string' && !(index === 1 && path[0] === 'partners'))
    .join('.');
}

/** Names the field at a path by its last key, or an item by its place in the list. */
export function fieldName(path: Path): string {
  const key = path.at(-1);
  if (key === undefined) return 'the spec';
  return typeof key === 'number' ? placeName(path) : `\`${key}\``;
}

/** Lists words: `a`, `b` or `c`; of more than `limit` the first, and that there are others. */
export function choices(words: readonly string[], limit = 12, and: 'and' | 'or' = 'or'): string {
  const some = words.slice(0, limit).map((word) => `\`${word}\``);
  if (words.length > limit) return `${some.join(', ')} and others`;
  const last = some.pop();
  return some.length === 0 ? (last ?? '') : `${some.join(', ')} ${and} ${last}`;
}

/** Returns a description as part of a sentence. */
export function inBrackets(description: string): string {
  return (description.charAt(0).toLowerCase() + description.slice(1)).replace(/\.$/, '');
}

/** Lists what has its marks already: `a, b and c`; of more than `limit` the first ones and how many more. */
export function listed(words: readonly string[], limit = 8): string {
  if (words.length > limit) {
    return `${words.slice(0, limit).join(', ')} and ${words.length - limit} more`;
  }
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
