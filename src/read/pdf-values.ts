// What stands in a PDF, as plain values (ISO 32000-1, 7.3), and how they are asked for.
// Knows no bytes and no file: references are followed by whoever holds the file.

/** A name such as `/Type`, without the slash and with its escapes resolved. */
export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

/** A string, one character for each byte. */
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: string;
}

/** A reference to an object. */
export interface PdfRef {
  readonly kind: 'ref';
  readonly num: number;
  readonly gen: number;
}

/** A dictionary. */
export interface PdfDict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** A dictionary with bytes, as they stand in the file. */
export interface PdfStream {
  readonly kind: 'stream';
  readonly entries: ReadonlyMap<string, PdfValue>;
  readonly raw: Uint8Array;
}

/** A value of PDF syntax. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfStream
  | readonly PdfValue[];

/** Returns true for an array; `Array.isArray` does not narrow readonly ones. */
export const isArray = (value: PdfValue): value is readonly PdfValue[] => Array.isArray(value);

/** Returns the kind of anything that is not an array, a number or the like. */
export function kindOf(value: PdfValue): string {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  return typeof value === 'object' ? value.kind : typeof value;
}

/** Returns the text of a text string (UTF-16 or UTF-8 with its mark, else as Latin-1). */
export function textOf({ bytes }: PdfString): string {
  if (bytes.startsWith('\xfe\xff')) {
    let text = '';
    for (let at = 2; at + 1 < bytes.length; at += 2) {
      text += String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
    }
    return text;
  }
  if (!bytes.startsWith('\xef\xbb\xbf')) return bytes;
  const utf8 = Uint8Array.from(bytes.slice(3), (sign) => sign.charCodeAt(0));
  return new TextDecoder().decode(utf8);
}
