// Markdown that prose does not have, as it shows in the lines of a text: tables, headings, quotes and
// the like. Cautious: a sign that ordinary writing uses too (#1, > 400, a star, 1.) is none.
// Looks at signs only; says nothing about them and changes nothing.

/** A construct that prose does not have. */
export type Construct =
  | 'code'
  | 'entity'
  | 'heading'
  | 'html'
  | 'line'
  | 'list'
  | 'picture'
  | 'quote'
  | 'strike'
  | 'table'
  | 'template';

/** A construct where it starts, in UTF-16 units of the text. */
export interface Sign {
  readonly what: Construct;
  readonly start: number;
  readonly end: number;
}

/** How a line starts inside lists: their marks, and what they are indented by. */
const lead = String.raw`^[ \t]*(?:(?:[-*+]|\d{1,3}\.)[ \t]+)*`;

/**
 * What each looks like from its first sign on; the first group, where there is one, is left out.
 * Folding (`>`) joins lines, so a table may stand in one. A text without any of the signs before it
 * is not searched: most texts have none, and a search that never runs is never made ready.
 */
const shapes: readonly (readonly [Construct, signs: readonly string[], RegExp])[] = [
  ['table', ['|'], /^[ \t]*\|(?:[^|\n]+\|){2,}[ \t]*$/gm],
  ['table', ['|'], /\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t]*:?-{3,}:?[ \t]*\|?/g],
  ['heading', ['#'], new RegExp(`(${lead})(?:#{2,6}[ \\t]+\\S|#[ \\t]+(?!of\\b)\\p{L}).*`, 'gmu')],
  ['quote', ['>'], new RegExp(`(${lead})>[ \\t]*[\\p{L}\\p{Pi}"'*_].*`, 'gmu')],
  ['code', ['```', '~~~'], /^[ \t]*(?:```|~~~).*$/gm],
  [
    'line',
    ['---', '===', '*', '- ', '-\t'],
    /^[ \t]*(?:-{3,}|={3,}|\*{3,}|(?:\*[ \t]+){2,}\*|(?:-[ \t]+){2,}-)[ \t]*$/gm,
  ],
  ['list', ['1)'], /^[ \t]*1\)[ \t]+\S.*(?=\n\s*2\)[ \t]+\S)/gm],
  ['strike', ['~~'], /~~[^\s~](?:[^~\n]*[^\s~])?~~/g],
  [
    'entity',
    ['&'],
    /&(?:amp|apos|bull|copy|euro|gt|hellip|lt|mdash|nbsp|ndash|quot|#\d{1,7}|#x[\da-f]{1,6});/gi,
  ],
];

/** Returns the first of each construct that the lines of a text show, in no order. */
export function lineSigns(text: string): readonly Sign[] {
  const found = new Map<Construct, Sign>();
  for (const [what, signs, shape] of shapes) {
    if (!signs.some((sign) => text.includes(sign))) continue;
    shape.lastIndex = 0;
    const match = shape.exec(text);
    if (!match) continue;
    const blank = match[1]?.length ?? match[0].length - match[0].trimStart().length;
    const start = match.index + blank;
    const end = match.index + match[0].trimEnd().length;
    const known = found.get(what);
    if (!known || start < known.start) found.set(what, { what, start, end });
  }
  return [...found.values()];
}

/** The names of elements that people type into texts: `<insert date>` is a gap to fill, not HTML. */
const elements =
  /^<!--|^<\/?(?:a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?=[\s/>])/i;

/** Returns true for a tag or comment of HTML. */
export function isHtml(tag: string): boolean {
  return elements.test(tag);
}

/** Links as nearly all are: words that hold no other sign, and an address of the web or of a person. */
const plainLink =
  /\[[^[\]()<>`{}\\\n]+\]\((?:https?:\/\/|mailto:)[^\s[\]()<>`{}"'\\]+\)|<https?:\/\/[^\s<>()[\]`{}"'\\]+>/g;

/** Returns true for a text that the parser of prose has to look at: most have no such sign. */
export function needsParser(text: string): boolean {
  const signs = /\]\(|<[A-Za-z/!]|`|\{\{/;
  return signs.test(text) && signs.test(text.replace(plainLink, ''));
}
