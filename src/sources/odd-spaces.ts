// Characters that only look like spaces (copied from web pages and word processors) where YAML needs
// a space: before a key or a dash, after a colon or a dash. One fault for all of them.
// Leaves texts alone: there such a space may be meant.

import type { CST } from 'yaml';
import { fieldNames } from '../model/field-names.ts';
import type { Edit } from './edits.ts';
import { type Fault, fault } from './fault.ts';
import { isBlock, isQuoted, tokensWhere } from './read-errors.ts';
import type { ReadText } from './read-text.ts';

/** Spaces other than U+0020 and the tab, and signs of no width (Unicode 16, chapter 6.2). */
const wide = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const narrow = '\\u00ad\\u200b\\u2060\\ufeff';
const odd = `[${wide}${narrow}]`;
const anyOdd = new RegExp(odd);
const word = '[\\p{L}_][\\p{L}\\p{N}_-]*';

/** What a line of structure starts with: a dash, a key, a quote or a bracket. */
const structure = new RegExp(
  `^(?:-(?:\\s|${odd}|$)|${word}(?:\\s|${odd})*:(?:\\s|${odd}|$)|["'{[])`,
  'u',
);
const line = new RegExp(`^((?:[ \\t]|${odd})*)(.*)$`, 'gmu');
const afterDash = new RegExp(`^([ \\t]*(?:-[ \\t]+)*-)((?:[ \\t]|${odd})+)(?=\\S)`, 'u');
const aroundColon = new RegExp(`^([ \\t]*(?:-[ \\t]+)*(${word}))(${odd}*)[ \\t]*:(${odd}*)`, 'u');

/** Returns the fault for all odd spaces in the structure of a text, with their repair, or `undefined`. */
export function oddSpaces(read: ReadText, tree: CST.Document | undefined): Fault | undefined {
  const { text } = read;
  if (!anyOdd.test(text)) return undefined;
  const texts = [...tokensWhere(tree, isBlock), ...tokensWhere(tree, isQuoted)].map(
    ({ offset, source }) => ({ start: offset, end: offset + source.length }),
  );
  const isText = (at: number): boolean => texts.some(({ start, end }) => at > start && at < end);
  const edits: Edit[] = [];
  const leads: Edit[] = [];
  let structural = false;
  for (const match of text.matchAll(line)) {
    const [whole, lead = '', rest = ''] = match;
    const at = match.index;
    if (whole === '' || isText(at)) continue;
    const found = replacements(lead, at);
    if (found.length > 0 && rest !== '') {
      leads.push(...found);
      structural ||= structure.test(rest);
    }
    const from = at + lead.length;
    const dash = afterDash.exec(rest);
    if (dash) edits.push(...replacements(dash[2]!, from + dash[1]!.length));
    const colon = aroundColon.exec(rest);
    if (colon && fieldNames().has(colon[2]!)) {
      const [all, before = '', , inner = '', after = ''] = colon;
      edits.push(...replacements(inner, from + before.length, ''));
      edits.push(...replacements(after, from + all.length - after.length));
    }
  }
  // Text that goes on in the next line may start with anything, unless keys do so too.
  const all = [...(structural ? leads : []), ...edits].sort(
    (one, other) => one.start - other.start,
  );
  return all.length === 0 ? undefined : oddFault(text, all);
}

/** One edit for each odd space of a stretch: a space for a wide one, nothing for a narrow one. */
function replacements(stretch: string, at: number, space = ' '): Edit[] {
  return [...stretch.matchAll(new RegExp(odd, 'g'))].map((match) => ({
    start: at + match.index,
    end: at + match.index + 1,
    text: new RegExp(`[${narrow}]`).test(match[0]) ? '' : space,
  }));
}

function oddFault(text: string, edits: readonly Edit[]): Fault {
  const { start, end } = edits[0]!;
  const code = `U+${text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = new Set(edits.map((edit) => text.lastIndexOf('\n', edit.start - 1)));
  const more = lines.size - 1;
  const others =
    more === 0
      ? ''
      : `, and ${more === 1 ? '1 more line has' : `${more} more lines have`} the like`;
  const name =
    code === 'U+00A0' ? 'a non-breaking space' : 'a character that only looks like a space';
  return fault(
    'yaml/odd-space',
    start,
    end,
    `Here stands ${name} (${code}) where YAML needs an ordinary space or none${others}.`,
    'Delete it and type a space; such characters come along when text is copied from a web page or from Word.',
    edits,
  );
}
