// The bytes of a CSV file to text, in the encodings that spreadsheet programs write: UTF-8, UTF-16
// and the Western European code page of Windows. Knows nothing of delimiters or quotes.

import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';

/** Text with line feeds only, and what has to be said about how it was read. */
export interface TableText {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Decodes a table; every sequence of bytes gives some text. */
export function tableText(name: string, bytes: Uint8Array): TableText {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: lines(new TextDecoder(utf16).decode(bytes)), diagnostics: [] };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: lines(text), diagnostics: [] };
  } catch {
    const text = lines(windows1252(bytes));
    return { text, diagnostics: [codePage(name, text)] };
  }
}

/** The letters of Windows at 0x80 to 0x9F; the five that are not assigned stay control characters. */
const letters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Done here because some versions of Node decode it as Latin-1, without a word and without the €. */
function windows1252(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return text.replace(/[\u0080-\u009f]/g, (sign) => letters[sign.charCodeAt(0) - 0x80]!);
}

/** A cell holds a line feed for each of its line breaks, as the text of a spec does. */
function lines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** By its mark, or by every other byte being zero, as in Latin text. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const { even, odd } = zeros(bytes);
  const few = Math.min(bytes.length, 256) / 3;
  if (odd > few && even === 0) return 'utf-16le';
  return even > few && odd === 0 ? 'utf-16be' : undefined;
}

/** Returns true for bytes that are no text: zeros elsewhere than UTF-16 has them. */
export function isBinary(bytes: Uint8Array): boolean {
  const { even, odd } = zeros(bytes);
  return even + odd > 0 && utf16Of(bytes) === undefined;
}

/** Counts the zeros at even and odd places among the first bytes. */
function zeros(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const count = [0, 0];
  bytes.subarray(0, 256).forEach((byte, at) => {
    if (byte === 0) count[at % 2]! += 1;
  });
  return { even: count[0]!, odd: count[1]! };
}

function codePage(name: string, text: string): Diagnostic {
  const start = Math.max(0, text.search(/[^\u0000-\u007f]/));
  const line = text.slice(0, start).split('\n').length;
  return diagnostic(
    'table/encoding',
    'warning',
    `The file is not UTF-8; it was read as Western European text of Windows, the first such letter in line ${line} being “${text.slice(start, start + 1)}”.`,
    { source: { name, text }, start, end: start + 1 },
    [],
    'Look at letters with accents; if any is wrong, save it in Excel as “CSV UTF-8” or as an Excel workbook.',
  );
}
