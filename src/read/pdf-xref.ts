// Where the objects of a PDF stand: cross-reference tables and streams of every revision, the newest
// first (ISO 32000-1, 7.5). Reads no object but the tables themselves.

import { damaged, latin, type PdfSyntax, skipSpace, take, value, word } from './pdf-syntax.ts';
import { isArray, type PdfStream, type PdfValue } from './pdf-values.ts';

/** Where an object is: at an offset, or inside an object stream. */
export type Entry =
  | { readonly kind: 'at'; readonly offset: number; readonly gen: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number };

/** The tables of all revisions, laid over each other. */
export interface Xref {
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailer: ReadonlyMap<string, PdfValue>;
  /** Every place at which a table of any revision says that something stands, the tables included. */
  readonly places: ReadonlySet<number>;
}

/** Revisions that are followed; a paper signed by everybody has a few dozen. */
const mostRevisions = 500;

/** Reads the tables; `readAt` reads the object at an offset without following references. */
export function readXref(
  bytes: Uint8Array,
  readAt: (offset: number) => PdfValue,
  decode: (stream: PdfStream) => Uint8Array | undefined,
): Xref {
  const entries = new Map<number, Entry | undefined>();
  const places = new Set<number>();
  const waiting = [lastStart(bytes)];
  const seen = new Set<number>();
  let newest: ReadonlyMap<string, PdfValue> | undefined;
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset) || seen.size >= mostRevisions) throw damaged('its tables go in circles');
    seen.add(offset);
    const syntax: PdfSyntax = { bytes, at: offset };
    const own = new Map<number, Entry | undefined>();
    const trailer = take(syntax, 'xref')
      ? readTable(syntax, own)
      : readStream(readAt(offset), decode, own);
    newest ??= trailer;
    places.add(offset);
    for (const [num, entry] of own) {
      if (entry?.kind === 'at') places.add(entry.offset);
      if (!entries.has(num)) entries.set(num, entry);
    }
    // One table for older readers and one for newer ones: they would see two papers.
    if (trailer.has('XRefStm')) throw damaged('it has two tables of its objects');
    const previous = trailer.get('Prev');
    if (typeof previous === 'number') waiting.push(previous);
    else if (previous !== undefined) throw damaged('the table of its objects cannot be read');
  }
  if (!newest) throw damaged('it has no table of its objects');
  const size = newest.get('Size');
  const there = [...entries].flatMap(([num, entry]) => (entry ? [[num, entry] as const] : []));
  // Some readers leave out objects beyond the size, some do not.
  if (typeof size !== 'number' || there.some(([num]) => num >= size))
    throw damaged('it has more objects than it says');
  return { entries: new Map(there), trailer: newest, places };
}

/** Readers look for the start within the last 1024 bytes; what they do when it is not there differs. */
function lastStart(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - 1024);
  const tail = latin(bytes.subarray(from));
  const at = tail.lastIndexOf('startxref');
  const offset = /^startxref\s+(\d{1,12})\s+%%EOF\s*$/.exec(tail.slice(at))?.[1];
  if (at < 0 || offset === undefined) throw damaged('its end is missing, it may be cut off');
  return Number(offset);
}

function readTable(
  syntax: PdfSyntax,
  entries: Map<number, Entry | undefined>,
): ReadonlyMap<string, PdfValue> {
  while (!take(syntax, 'trailer')) {
    const first = Number(word(syntax));
    const count = Number(word(syntax));
    if (!Number.isInteger(first) || !Number.isInteger(count) || count > syntax.bytes.length / 10)
      throw damaged('the table of its objects cannot be read');
    for (let num = first; num < first + count; num += 1) {
      const offset = word(syntax);
      const gen = word(syntax);
      const use = word(syntax);
      if (!/^\d{10}$/.test(offset) || !/^\d{5}$/.test(gen) || !/^[nf]$/.test(use))
        throw damaged('the table of its objects cannot be read');
      if (entries.has(num)) continue;
      entries.set(
        num,
        use === 'n' ? { kind: 'at', offset: Number(offset), gen: Number(gen) } : undefined,
      );
    }
    skipSpace(syntax);
  }
  const trailer = value(syntax);
  if (!trailer || typeof trailer !== 'object' || !('kind' in trailer) || trailer.kind !== 'dict')
    throw damaged('it has no trailer');
  return trailer.entries;
}

function readStream(
  found: PdfValue,
  decode: (stream: PdfStream) => Uint8Array | undefined,
  entries: Map<number, Entry | undefined>,
): ReadonlyMap<string, PdfValue> {
  const no = damaged('the table of its objects cannot be read');
  if (!found || typeof found !== 'object' || !('kind' in found) || found.kind !== 'stream')
    throw no;
  const widths = numbers(found.entries.get('W'));
  const size = found.entries.get('Size');
  const whole = decode(found);
  if (!whole || widths?.length !== 3 || typeof size !== 'number') throw no;
  const [kindWidth, firstWidth, secondWidth] = widths as [number, number, number];
  const perEntry = kindWidth + firstWidth + secondWidth;
  const index = numbers(found.entries.get('Index')) ?? [0, size];
  if (perEntry < 1 || widths.some((width) => width < 0 || width > 8)) throw no;
  let at = 0;
  const field = (width: number): number => {
    let sum = 0;
    for (let step = 0; step < width; step += 1, at += 1) sum = sum * 256 + (whole[at] ?? 0);
    return sum;
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    if (index[pair + 1]! * perEntry > whole.length - at) throw no;
    for (let num = index[pair]!; num < index[pair]! + index[pair + 1]!; num += 1) {
      const kind = kindWidth ? field(kindWidth) : 1;
      const first = field(firstWidth);
      const second = field(secondWidth);
      if (entries.has(num)) continue;
      if (kind === 1) entries.set(num, { kind: 'at', offset: first, gen: second });
      else entries.set(num, kind === 2 ? { kind: 'in', stream: first, index: second } : undefined);
    }
  }
  return found.entries;
}

function numbers(found: PdfValue | undefined): readonly number[] | undefined {
  if (found === undefined || !isArray(found)) return undefined;
  return found.every((each): each is number => typeof each === 'number') ? found : undefined;
}
