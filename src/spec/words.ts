// Words for messages: what stands in the file, and where. For librarians, not programmers.
// Shared by all messages of this room; knows nothing of rules or codes.
// No codes, no severities.

import type { Path } from '../base/source.ts';
import type { Located } from '../model/located.ts';

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

/** Names a part of the spec: `partners.club`, `item 2 of roles`, or nothing for the whole. */
export function placeName(path: Path): string {
  let name = '';
  for (const step of path) {
    if (typeof step === 'number') name = `item ${step + 1} of \`${name.replaceAll('`', '')}\``;
    else if (name.includes('`')) name = `\`${step}\` in ${name}`;
    else name = name === '' ? step : `${name}.${step}`;
  }
  return name === '' || name.includes('`') ? name : `\`${name}\``;
}

/** Names the field at a path by its last key, or an item by its place in the list. */
export function fieldName(path: Path): string {
  const key = path.at(-1);
  if (key === undefined) return 'the spec';
  return typeof key === 'number' ? placeName(path) : `\`${key}\``;
}

/** Lists words: `a`, `b` or `c`; at most `limit` of them. */
export function choices(words: readonly string[], limit = 12): string {
  const some = words.slice(0, limit).map((word) => `\`${word}\``);
  if (words.length > limit) return `${some.join(', ')}, …`;
  const last = some.pop();
  return some.length === 0 ? (last ?? '') : `${some.join(', ')} or ${last}`;
}
