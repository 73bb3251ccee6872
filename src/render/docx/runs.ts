// Inlines to runs: marks, languages, direction, links and references.
// Characters stay themselves; only what XML forbids is replaced (see xml.ts).

import { assertNever } from '../../base/errors.ts';
import type { Inline, Link, TextRun } from '../../model/block.ts';
import type { Anchors } from './anchors.ts';
import { field, referenceInstruction } from './fields.ts';
import type { Links } from './relationships.ts';
import type { CharacterStyleId } from './style-names.ts';
import { element, escapeXml, join, none, val, type Xml } from './xml.ts';

/** What runs need to know of the paper. */
export interface RunContext {
  readonly anchors: Anchors;
  readonly links: Links;
}

/** What the paragraph's style sets already; a mark that is set twice would switch itself off in Word. */
export interface StyleMarks {
  readonly bold?: boolean;
  readonly italic?: boolean;
}

// Hebrew to Arabic Extended, their presentation forms, and the right-to-left blocks beyond the BMP.
const rtl = '\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}';
const hasRtl = new RegExp(`[${rtl}]`, 'u');
/** Right-to-left letters with the spaces and signs between them, but not those around them. */
const rtlStretch = new RegExp(`[${rtl}]+(?:[\\s\\p{P}\\p{S}\\p{M}]*[${rtl}]+)*`, 'gu');
const firstStrong = new RegExp(`[${rtl}]|\\p{L}`, 'u');
const breaks = /\r\n|[\n\r\v\f\u2028\u2029]|\t/;

/** Anything that is more than a letter, a space or a usual sign: what runs from right to left, what is escaped or breaks. */
const unusual = /[^ !#-%'-;=?-\u024f\u0370-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20cf]/;

/** Returns true when the first strong character runs from right to left. */
export function startsRightToLeft(text: string): boolean {
  if (!unusual.test(text) || !hasRtl.test(text)) return false;
  const strong = firstStrong.exec(text);
  return strong !== null && hasRtl.test(strong[0]);
}

/** Writes inlines as runs. */
export function runs(content: readonly Inline[], context: RunContext, marks: StyleMarks = {}): Xml {
  let written = '';
  for (const inline of content) written += oneInline(inline, context, marks);
  return written as Xml;
}

function oneInline(inline: Inline, context: RunContext, marks: StyleMarks): Xml {
  switch (inline.kind) {
    case 'text':
      return textRun(inline, marks);
    case 'link':
      return link(inline, context, marks);
    case 'reference': {
      const result = textRun({ kind: 'text', text: inline.label }, marks);
      const anchor = context.anchors.get(inline.target);
      return anchor ? field(referenceInstruction(inline, anchor), result, none) : result;
    }
    case 'break':
      return element('w:r', {}, element('w:br', {}));
    default:
      return assertNever(inline);
  }
}

function link({ href, content }: Link, context: RunContext, marks: StyleMarks): Xml {
  const id = context.links.link(href);
  const inside = join(content.map((run) => textRun(run, marks, id ? 'Hyperlink' : undefined)));
  return id ? element('w:hyperlink', { 'r:id': id, 'w:history': 1 }, inside) : inside;
}

/** Writes one run of text; several where the direction changes. */
export function textRun(run: TextRun, marks: StyleMarks = {}, style?: CharacterStyleId): Xml {
  // Word has no other way to hold words together than spaces that do not break.
  const text = run.unbroken ? run.text.replaceAll(' ', '\u00a0') : run.text;
  if (text !== '' && !unusual.test(text)) {
    const properties = runProperties(run, marks, 'ltr', style);
    return `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>` as Xml;
  }
  const properties = (direction: 'ltr' | 'rtl'): Xml => runProperties(run, marks, direction, style);
  if (!hasRtl.test(text)) return plainRun(text, properties('ltr'));
  const parts: Xml[] = [];
  let at = 0;
  for (const match of text.matchAll(rtlStretch)) {
    parts.push(plainRun(text.slice(at, match.index), properties('ltr')));
    parts.push(plainRun(match[0], properties('rtl')));
    at = match.index + match[0].length;
  }
  parts.push(plainRun(text.slice(at), properties('ltr')));
  return join(parts);
}

/** Writes text with given properties; line ends and tabs become elements of their own. */
export function plainRun(text: string, properties: Xml): Xml {
  if (text === '') return none;
  if (!breaks.test(text)) return element('w:r', {}, properties, textElement(text));
  const pieces = text.split(/(\r\n|[\n\r\v\f\u2028\u2029]|\t)/).map((piece, index) => {
    if (index % 2) return element(piece === '\t' ? 'w:tab' : 'w:br', {});
    return piece ? textElement(piece) : none;
  });
  return element('w:r', {}, properties, ...pieces);
}

const textElement = (text: string): Xml =>
  `<w:t xml:space="preserve">${escapeXml(text)}</w:t>` as Xml;

function runProperties(
  run: TextRun,
  marks: StyleMarks,
  direction: 'ltr' | 'rtl',
  style: CharacterStyleId | undefined,
): Xml {
  const strong = run.strong === true && !marks.bold;
  const emphasis = run.emphasis === true && !marks.italic;
  if (!strong && !emphasis && !style && !run.lang && direction === 'ltr') return none;
  const chosen = style ?? (strong ? 'Strong' : emphasis ? 'Emphasis' : undefined);
  const parts: Xml[] = [];
  if (chosen) parts.push(val('w:rStyle', chosen));
  // A character style carries one mark; a second one, or one on a link, is set on the run.
  if (strong && chosen !== 'Strong') parts.push(element('w:b', {}), element('w:bCs', {}));
  if (emphasis && chosen !== 'Emphasis') parts.push(element('w:i', {}), element('w:iCs', {}));
  if (direction === 'rtl') parts.push(element('w:rtl', {}));
  if (run.lang) parts.push(language(run.lang, direction === 'rtl'));
  return element('w:rPr', {}, ...parts);
}

const eastAsian = /^(zh|ja|ko)\b/i;
const rightToLeft = /^(ar|he|fa|ur|yi|ps|sd|ug|ckb|dv|syr)\b/i;

/** Writes the language for the kinds of script that it is written in. */
export function language(tag: string, complex = rightToLeft.test(tag)): Xml {
  return element('w:lang', {
    'w:val': tag,
    'w:eastAsia': eastAsian.test(tag) ? tag : undefined,
    'w:bidi': complex ? tag : undefined,
  });
}
