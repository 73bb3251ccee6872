// Reads the syntax of a PDF: one value at a place in its bytes. Strict: what programs could read in
// different ways is refused, because a paper that two readers see differently proves nothing.

import { UserError } from '../base/errors.ts';
import type { PdfDict, PdfValue } from './pdf-values.ts';

/** A reader that stands somewhere in the bytes. */
export interface PdfSyntax {
  /** Offset of the next byte. */
  at: number;
  readonly bytes: Uint8Array;
}

/** Values nested deeper than this stand in no paper. */
const deepest = 100;

const white = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));

/** Returns the error for bytes that are no proper PDF. */
export const damaged = (why: string): UserError =>
  new UserError(`This PDF is damaged, or not written as PDFs are: ${why}.`);

/** Steps over white space and comments. */
export function skipSpace(syntax: PdfSyntax): void {
  const { bytes } = syntax;
  for (;;) {
    const byte = bytes[syntax.at];
    if (byte === undefined) return;
    if (byte === 37)
      while (syntax.at < bytes.length && !isLineEnd(bytes[syntax.at])) syntax.at += 1;
    else if (white.has(byte)) syntax.at += 1;
    else return;
  }
}

const isLineEnd = (byte: number | undefined): boolean => byte === 10 || byte === 13;

/** Returns the next word of regular characters; empty where a delimiter or the end stands. */
export function word(syntax: PdfSyntax): string {
  skipSpace(syntax);
  const start = syntax.at;
  while (syntax.at < syntax.bytes.length) {
    const byte = syntax.bytes[syntax.at]!;
    if (white.has(byte) || delimiters.has(byte)) break;
    syntax.at += 1;
    if (syntax.at - start > 1000) throw damaged('a word has no end');
  }
  return latin(syntax.bytes.subarray(start, syntax.at));
}

/** Returns bytes as characters, one for each. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

const starts = (syntax: PdfSyntax, text: string): boolean =>
  [...text].every((sign, index) => syntax.bytes[syntax.at + index] === sign.charCodeAt(0));

/** Steps over this text and returns true, or stays. */
export function take(syntax: PdfSyntax, text: string): boolean {
  skipSpace(syntax);
  if (!starts(syntax, text)) return false;
  syntax.at += text.length;
  return true;
}

/** Reads one value. */
export function value(syntax: PdfSyntax, depth = 0): PdfValue {
  if (depth > deepest) throw damaged('its parts are nested too deeply');
  if (take(syntax, '<<')) return dict(syntax, depth);
  if (take(syntax, '[')) {
    const items: PdfValue[] = [];
    while (!take(syntax, ']')) items.push(value(syntax, depth + 1));
    return items;
  }
  if (take(syntax, '/')) return { kind: 'name', name: name(syntax) };
  if (take(syntax, '(')) return { kind: 'string', bytes: literal(syntax) };
  if (take(syntax, '<')) return { kind: 'string', bytes: hexadecimal(syntax) };
  const read = word(syntax);
  if (read === 'true' || read === 'false') return read === 'true';
  if (read === 'null') return null;
  if (/^\d+$/.test(read)) return reference(syntax, Number(read));
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(read)) return Number(read);
  throw damaged(`nothing can be read at byte ${syntax.at}`);
}

function dict(syntax: PdfSyntax, depth: number): PdfDict {
  const entries = new Map<string, PdfValue>();
  while (!take(syntax, '>>')) {
    if (!take(syntax, '/')) throw damaged(`a key is missing at byte ${syntax.at}`);
    const key = name(syntax);
    if (entries.has(key)) throw damaged(`the key ${key} stands twice at byte ${syntax.at}`);
    entries.set(key, value(syntax, depth + 1));
  }
  return { kind: 'dict', entries };
}

/** `12 0 R` is one value, `12 0` are two: looks ahead and comes back. */
function reference(syntax: PdfSyntax, num: number): PdfValue {
  const back = syntax.at;
  const gen = word(syntax);
  if (/^\d{1,5}$/.test(gen) && word(syntax) === 'R') return { kind: 'ref', num, gen: Number(gen) };
  syntax.at = back;
  return num;
}

function name(syntax: PdfSyntax): string {
  const byte = syntax.bytes[syntax.at];
  if (byte === undefined || white.has(byte) || delimiters.has(byte)) return '';
  return word(syntax).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literal(syntax: PdfSyntax): string {
  const { bytes } = syntax;
  const out: string[] = [];
  for (let depth = 1; ; ) {
    const byte = bytes[syntax.at];
    if (byte === undefined) throw damaged('a text has no end');
    syntax.at += 1;
    const sign = String.fromCharCode(byte);
    if (sign === '\\') {
      out.push(escaped(syntax));
      continue;
    }
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) return out.join('');
    if (sign === '\r') {
      if (bytes[syntax.at] === 10) syntax.at += 1;
      out.push('\n');
    } else out.push(sign);
  }
}

function escaped(syntax: PdfSyntax): string {
  const { bytes } = syntax;
  const digits = /^[0-7]{1,3}/.exec(latin(bytes.subarray(syntax.at, syntax.at + 3)))?.[0];
  if (digits) {
    syntax.at += digits.length;
    return String.fromCharCode(Number.parseInt(digits, 8) & 255);
  }
  const next = String.fromCharCode(bytes[syntax.at] ?? 0);
  syntax.at += 1;
  if (next === '\r' && bytes[syntax.at] === 10) syntax.at += 1;
  return next === '\r' || next === '\n' ? '' : (escapes[next] ?? next);
}

function hexadecimal(syntax: PdfSyntax): string {
  const { bytes } = syntax;
  const start = syntax.at;
  while (syntax.at < bytes.length && bytes[syntax.at] !== 62) syntax.at += 1;
  if (syntax.at >= bytes.length) throw damaged('a text has no end');
  const digits = latin(bytes.subarray(start, syntax.at)).replace(/[\s\0]/g, '');
  syntax.at += 1;
  if (!/^[0-9A-Fa-f]*$/.test(digits)) throw damaged('a text is no hexadecimal');
  const even = digits.length % 2 ? `${digits}0` : digits;
  return even.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}
