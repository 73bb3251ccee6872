// Edits a PDF as a forger would: objects are replaced or added, in a file written anew or in a revision at
// its end. Knows only plain cross-reference tables, as our renderer writes them; shares no code with src.

import { unzlibSync, zlibSync } from 'fflate';

/** A PDF taken apart: the source text of each object, one character for each byte. */
export interface Parts {
  readonly objects: Map<number, string>;
  trailer: string;
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** Takes a PDF apart. */
export function takeApart(bytes: Uint8Array): Parts {
  const text = latin(bytes);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)![1]);
  const lines = text.slice(start).split('\n');
  const count = Number(lines[1]!.split(' ')[1]);
  const objects = new Map<number, string>();
  for (let num = 1; num < count; num += 1) {
    if (!lines[2 + num]!.includes(' n')) continue;
    const at = Number(lines[2 + num]!.slice(0, 10));
    const from = text.indexOf('obj', at) + 3;
    const stream = /^[\s\S]{0,4000}?\/Length (\d+)[\s\S]{0,4000}?stream\n/.exec(
      text.slice(from, from + 9000),
    );
    const first = text.indexOf('endobj', from);
    const skip =
      stream && from + stream[0].length < first ? Number(stream[1]) + stream[0].length : 0;
    objects.set(num, text.slice(from, text.indexOf('endobj', from + skip)).trim());
  }
  const trailer = text
    .slice(text.indexOf('trailer', start) + 7, text.lastIndexOf('startxref'))
    .trim();
  return { objects, trailer };
}

/** Writes the parts as a new file. */
export function writeAnew({ objects, trailer }: Parts): Uint8Array {
  let text = '%PDF-1.7\n%\xff\xff\xff\xff\n';
  const size = Math.max(...objects.keys()) + 1;
  const offsets = new Map<number, number>();
  for (const [num, source] of objects) {
    offsets.set(num, text.length);
    text += `${num} 0 obj\n${source}\nendobj\n`;
  }
  const start = text.length;
  const rows = Array.from({ length: size - 1 }, (_, index) => row(offsets.get(index + 1)));
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`;
  text += `trailer\n${trailer.replace(/\/Size \d+/, `/Size ${size}`)}\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(text);
}

const row = (offset: number | undefined): string =>
  offset === undefined ? '0000000000 65535 f \n' : `${`${offset}`.padStart(10, '0')} 00000 n \n`;

/** Puts objects into a revision at the end of a file; what was there stays byte for byte. */
export function writeRevision(bytes: Uint8Array, changed: ReadonlyMap<number, string>): Uint8Array {
  const before = latin(bytes);
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(before)![1]);
  const { objects, trailer } = takeApart(bytes);
  const size = Math.max(...objects.keys(), ...changed.keys()) + 1;
  let text = before;
  let table = '';
  for (const [num, source] of changed) {
    table += `${num} 1\n${row(text.length)}`;
    text += `${num} 0 obj\n${source}\nendobj\n`;
  }
  const start = text.length;
  const ends = trailer
    .replace(/\/Size \d+/, `/Size ${size}`)
    .replace(/>>\s*$/, `/Prev ${previous}>>`);
  return bytesOf(`${text}xref\n${table}trailer\n${ends}\nstartxref\n${start}\n%%EOF\n`);
}

/** Returns the number of the first object whose source this pattern fits. */
export function numberOf({ objects }: Parts, pattern: RegExp): number {
  for (const [num, source] of objects) if (pattern.test(source)) return num;
  throw new Error(`No object fits ${pattern}.`);
}

/** Returns the numbers of the pages, in order. */
export function pageNumbers({ objects }: Parts): readonly number[] {
  const root = [...objects.values()].find((each) => /\/Type \/Pages\b/.test(each))!;
  const kids = /\/Kids \[([^\]]*)\]/.exec(root)![1]!;
  return [...kids.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));
}

/** Changes an object's source. */
export function change(parts: Parts, num: number, edit: (source: string) => string): void {
  const before = parts.objects.get(num)!;
  const after = edit(before);
  if (after === before) throw new Error(`Object ${num} was not changed.`);
  parts.objects.set(num, after);
}

/** Changes the bytes of a compressed stream. */
export function changeStream(parts: Parts, num: number, edit: (content: string) => string): void {
  change(parts, num, (source) => {
    const at = source.indexOf('stream\n') + 7;
    const packed = bytesOf(source.slice(at, source.lastIndexOf('endstream')).replace(/\n$/, ''));
    const content = latin(unzlibSync(packed));
    const edited = edit(content);
    if (edited === content) throw new Error(`Stream ${num} was not changed.`);
    const again = latin(zlibSync(bytesOf(edited)));
    const head = source.slice(0, at).replace(/\/Length \d+/, `/Length ${again.length}`);
    return `${head}${again}\nendstream`;
  });
}

/** Returns the number of the object that a page's content stands in. */
export function contentNumber(parts: Parts, page: number): number {
  const source = parts.objects.get(pageNumbers(parts)[page - 1]!)!;
  return Number(/\/Contents \[?\s*(\d+) 0 R/.exec(source)![1]);
}
