// Reads the objects of a PDF as our renderer writes them: plain, not in object streams, with
// ISO 32000-1 syntax. For tests that look at structure; independent of the renderer.

/** A reference to an object by its number. */
export class PdfRef {
  readonly num: number;
  constructor(num: number) {
    this.num = num;
  }
}

/** A name, to tell it from a text string. */
export class PdfName {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A value of PDF syntax; text strings are decoded. */
export type PdfValue = number | string | boolean | null | PdfName | PdfRef | PdfValue[] | PdfDict;
/** A dictionary. */
export interface PdfDict {
  readonly [key: string]: PdfValue | undefined;
}

/** Returns the objects of a file by number, streams as their dictionaries. */
export function readObjects(bytes: Uint8Array): ReadonlyMap<number, PdfValue> {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, PdfValue>();
  const table = text.lastIndexOf('startxref');
  const xref = Number.parseInt(text.slice(table + 9), 10);
  const lines = text.slice(xref).split('\n');
  const count = Number.parseInt(lines[1]!.split(' ')[1]!, 10);
  for (let num = 1; num < count; num += 1) {
    const entry = lines[2 + num]!;
    if (!entry.trim().endsWith('n')) continue;
    const reader = new Reader(text, Number.parseInt(entry.slice(0, 10), 10));
    if (reader.value() !== num) throw new Error(`Object ${num} is not where the table says.`);
    reader.value();
    reader.skipWord('obj');
    objects.set(num, reader.value());
  }
  const trailer = new Reader(text, text.indexOf('trailer', xref) + 7).value();
  objects.set(0, trailer);
  return objects;
}

/** Follows a reference. */
export function resolve(
  objects: ReadonlyMap<number, PdfValue>,
  value: PdfValue | undefined,
): PdfValue {
  return value instanceof PdfRef ? objects.get(value.num)! : (value ?? null);
}

/** Returns the value as a dictionary, following a reference. */
export function dict(objects: ReadonlyMap<number, PdfValue>, value: PdfValue | undefined): PdfDict {
  const found = resolve(objects, value);
  if (found === null || typeof found !== 'object' || Array.isArray(found)) return {};
  return found as PdfDict;
}

class Reader {
  private readonly text: string;
  private at: number;
  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  skipWord(word: string): void {
    this.space();
    if (!this.text.startsWith(word, this.at)) throw new Error(`${word} expected at ${this.at}`);
    this.at += word.length;
  }

  private space(): void {
    while (/[\s\0]/.test(this.text[this.at] ?? 'x')) this.at += 1;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  value(): PdfValue {
    this.space();
    if (this.take(/<</y)) {
      const entries: Record<string, PdfValue> = {};
      for (this.space(); !this.take(/>>/y); this.space()) {
        const key = this.value();
        if (!(key instanceof PdfName)) throw new Error(`Key expected at ${this.at}`);
        entries[key.name] = this.value();
      }
      return entries;
    }
    if (this.take(/\[/y)) {
      const items: PdfValue[] = [];
      for (this.space(); !this.take(/\]/y); this.space()) items.push(this.value());
      return items;
    }
    const name = this.take(/\/[^\s/<>()[\]{}%]*/y);
    if (name) {
      return new PdfName(
        name
          .slice(1)
          .replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      );
    }
    const hex = this.take(/<[0-9A-Fa-f\s]*>/y);
    if (hex) return decoded(Buffer.from(hex.replace(/[<>\s]/g, ''), 'hex').toString('latin1'));
    if (this.take(/\(/y)) return decoded(this.literal());
    const ref = this.take(/\d+ \d+ R/y);
    if (ref) return new PdfRef(Number.parseInt(ref, 10));
    const number = this.take(/[+-]?[\d.]+(?:e-?\d+)?/y);
    if (number !== undefined) return Number(number);
    const word = this.take(/true|false|null/y);
    if (word) return word === 'null' ? null : word === 'true';
    throw new Error(`Cannot read PDF at ${this.at}: ${this.text.slice(this.at, this.at + 20)}`);
  }

  private literal(): string {
    const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
    let out = '';
    for (let depth = 1; ; this.at += 1) {
      const sign = this.text[this.at]!;
      if (sign === '\\') {
        this.at += 1;
        const next = this.text[this.at]!;
        out += escapes[next] ?? next;
        continue;
      }
      if (sign === '(') depth += 1;
      if (sign === ')') depth -= 1;
      if (depth === 0) {
        this.at += 1;
        return out;
      }
      out += sign;
    }
  }
}

function decoded(text: string): string {
  if (!text.startsWith('\u00fe\u00ff')) return text;
  let out = '';
  for (let index = 2; index + 1 < text.length; index += 2) {
    out += String.fromCharCode(text.charCodeAt(index) * 256 + text.charCodeAt(index + 1));
  }
  return out;
}
