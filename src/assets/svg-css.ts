// Reads the style sheets that drawing programs write: simple selectors, plain declarations.
// Resolves them onto elements, so that the cleaned drawing needs no style sheet at all.

import type { SvgElement } from './svg-tree.ts';

/** One rule for one compound selector such as `.st0`, `#logo`, `path` or `path.st0`. */
export interface CssRule {
  readonly tag?: string;
  readonly id?: string;
  readonly classes: readonly string[];
  readonly declarations: ReadonlyMap<string, string>;
}

/** What a style sheet holds, and whether something in it could not be read. */
export interface StyleSheet {
  readonly rules: readonly CssRule[];
  readonly unread: boolean;
}

/**
 * Reads a style sheet; at-rules and selectors with combinators are left out and noted.
 * Stops soon after `limit` rules.
 */
export function readStyleSheet(css: string, limit: number): StyleSheet {
  const plain = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ').replace(/<!--|-->/g, ' ');
  const rules: CssRule[] = [];
  let unread = false;
  for (let at = 0; at < plain.length && rules.length <= limit; ) {
    const brace = indexOrEnd(plain, '{', at);
    const semicolon = indexOrEnd(plain, ';', at);
    if (plain.slice(at).trimStart().startsWith('@')) {
      unread = true;
      at = semicolon < brace ? semicolon + 1 : endOfBlock(plain, brace);
      continue;
    }
    if (brace === plain.length) break;
    const end = endOfBlock(plain, brace);
    const declarations = readDeclarations(plain.slice(brace + 1, end - 1));
    for (const selector of plain.slice(at, brace).split(',')) {
      const read = readSelector(selector.trim());
      if (read) rules.push({ ...read, declarations });
      else unread = true;
    }
    at = end;
  }
  return { rules, unread };
}

/** Reads `name: value; …` as in a `style` attribute; a later one wins, `!important` is dropped. */
export function readDeclarations(text: string): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  for (const part of splitDeclarations(text)) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    const value = part
      .slice(colon + 1)
      .replace(/!\s*important\s*$/i, '')
      .trim();
    declarations.delete(name);
    if (value !== '') declarations.set(name, value);
  }
  return declarations;
}

/** Returns what the rules declare for an element, weaker rules first. */
export function declaredFor(
  element: SvgElement,
  rules: readonly CssRule[],
): ReadonlyMap<string, string> {
  const classes = new Set((element.attributes.get('class') ?? '').split(/\s+/));
  const id = element.attributes.get('id');
  const matching = rules.filter(
    (rule) =>
      (rule.tag === undefined || rule.tag === element.name) &&
      (rule.id === undefined || rule.id === id) &&
      rule.classes.every((each) => classes.has(each)),
  );
  const declared = new Map<string, string>();
  for (const rule of matching.sort((a, b) => weight(a) - weight(b))) {
    for (const [name, value] of rule.declarations) declared.set(name, value);
  }
  return declared;
}

/** Specificity as in CSS: ids before classes before element names. */
function weight(rule: CssRule): number {
  return (rule.id ? 10_000 : 0) + rule.classes.length * 100 + (rule.tag ? 1 : 0);
}

function readSelector(text: string): Omit<CssRule, 'declarations'> | undefined {
  const match = /^(\*|[A-Za-z][\w-]*)?((?:[.#][\w-]+)*)$/.exec(text);
  if (!match || text === '') return undefined;
  const parts = match[2]!.match(/[.#][\w-]+/g) ?? [];
  const ids = parts.filter((part) => part.startsWith('#'));
  if (ids.length > 1) return undefined;
  return {
    ...(match[1] && match[1] !== '*' ? { tag: match[1] } : {}),
    ...(ids[0] ? { id: ids[0].slice(1) } : {}),
    classes: parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1)),
  };
}

/** Splits at semicolons, but not at those inside quotes or parentheses. */
function splitDeclarations(text: string): string[] {
  const parts: string[] = [];
  let quote = '';
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (sign === ';' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function indexOrEnd(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}

/** Returns the offset after the block that opens at `brace`, nested blocks included. */
function endOfBlock(text: string, brace: number): number {
  let depth = 0;
  for (let at = brace; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}
