// A PDF as text that people can read and compare: what the file says of itself, and its structure tree,
// one line for each element with page, place, size and number of lines of its text.
// Read from the bytes alone; what an element says in full stands in the golden of the text.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type StructureElement, structureOf } from '../pdf/extract-text.ts';
import { dict, PdfName, PdfRef, type PdfValue, readObjects, resolve } from '../pdf/pdf-objects.ts';
import { short } from './document-outline.ts';

/** A stretch of text in one place. */
interface Placed {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** By page object and MCID. */
type PlacedText = ReadonlyMap<string, readonly Placed[]>;

/** Returns the outline of a PDF. */
export async function pdfOutline(bytes: Uint8Array): Promise<string> {
  const objects = readObjects(bytes);
  const trailer = dict(objects, new PdfRef(0));
  const info = Object.entries(dict(objects, trailer.Info)).map(
    ([key, value]) => `${key}: ${plain(resolve(objects, value))}`,
  );
  const { pages, placed, outside, bookmarks } = await read(bytes);
  return [
    ['== file', ...info, ...pages].join('\n'),
    ['== bookmarks', ...bookmarks].join('\n'),
    ['== structure', ...structureLines(structureOf(bytes, objects), placed, objects)].join('\n'),
    ['== outside the structure', ...outsideLines(outside)].join('\n'),
  ].join('\n\n');
}

/** Facts of a structure element that change what it means. */
const telling = ['Alt', 'ActualText', 'Lang', 'T', 'ID', 'Scope', 'Headers', 'Summary', 'BBox'];

/** An element with one child stands on one line with it. */
function structureLines(
  element: StructureElement,
  placed: PlacedText,
  objects: ReadonlyMap<number, PdfValue>,
): readonly string[] {
  const own = element.kids.flatMap((kid) =>
    'mcid' in kid ? (placed.get(`${kid.page}/${kid.mcid}`) ?? []) : [],
  );
  const said = { ...element.dict, ...dict(objects, element.dict.A) };
  const facts = telling.flatMap((key) => {
    const value = resolve(objects, said[key]);
    return value === null ? [] : [`${key}=${short(plain(value))}`];
  });
  const line = [element.type, ...facts, ...placeText(own)].join(' ');
  const kids = element.kids.flatMap((kid) =>
    'mcid' in kid ? [] : structureLines(kid, placed, objects),
  );
  const [first, ...rest] = kids;
  if (first !== undefined && own.length === 0 && rest.every((each) => each.startsWith('  '))) {
    return [`${line} > ${first}`, ...rest];
  }
  return [line, ...kids.map((each) => `  ${each}`)];
}

/** `p3 72.0,640.1 10.5pt ×4 "The partners will…"`: page, first base line, size, number of lines. */
function placeText(all: readonly Placed[]): readonly string[] {
  // pdf.js adds white space of its own between lines.
  const placed = all.filter(({ text }) => text.trim() !== '');
  const first = placed[0];
  if (!first) return [];
  const lines = new Set(placed.map(({ page, y }) => `${page} ${y.toFixed(1)}`)).size;
  const last = placed.at(-1)!;
  return [
    `p${first.page}${last.page === first.page ? '' : `–${last.page}`}`,
    `${first.x.toFixed(1)},${first.y.toFixed(1)}`,
    `${Number(first.size.toFixed(1))}pt`,
    ...(lines > 1 ? [`×${lines}`] : []),
    JSON.stringify(short(joined(all))),
  ];
}

/** Joins the text; a new line is a space. */
function joined(placed: readonly Placed[]): string {
  return placed
    .map(({ text, y }, index) => (index > 0 && placed[index - 1]!.y !== y ? ` ${text}` : text))
    .join('')
    .trim();
}

/** What stands outside the structure, each once with its pages. */
function outsideLines(outside: readonly Placed[]): readonly string[] {
  const pages = new Map<string, number[]>();
  for (const each of outside) {
    const [, ...rest] = placeText([each]);
    const line = rest.join(' ');
    pages.set(line, [...(pages.get(line) ?? []), each.page]);
  }
  return [...pages].map(([line, on]) => {
    const all = on.length > 1 && on.at(-1)! - on[0]! === on.length - 1;
    return `p${all ? `${on[0]}–${on.at(-1)}` : on.join(',')} ${line}`;
  });
}

function plain(value: PdfValue): string {
  if (value instanceof PdfName) return value.name;
  if (value instanceof PdfRef) return '→';
  if (Array.isArray(value)) return `[${value.map(plain).join(' ')}]`;
  if (typeof value === 'number') return String(Math.round(value * 10) / 10);
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, each]) => `${key} ${plain(each ?? null)}`);
    return `{${pairs.join(' ')}}`;
  }
  return String(value);
}

interface FileFacts {
  readonly pages: readonly string[];
  readonly placed: PlacedText;
  /** Running lines, watermarks. */
  readonly outside: readonly Placed[];
  readonly bookmarks: readonly string[];
}

async function read(bytes: Uint8Array): Promise<FileFacts> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const placed = new Map<string, Placed[]>();
  const outside: Placed[] = [];
  const sizes: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const proxy = await document.getPage(page);
    sizes.push(proxy.view.slice(2).join(' x '));
    const { items } = await proxy.getTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    });
    const open: (string | undefined)[] = [];
    for (const item of items) {
      if ('str' in item) {
        const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
        const found = { page, x, y, size: Math.hypot(a, b), text: item.str };
        const id = open.findLast((each) => each !== undefined);
        const key = /^p(\d+)R_mc(\d+)$/.exec(id ?? '');
        if (!key) {
          if (item.str.trim() !== '') outside.push(found);
          continue;
        }
        const place = `${key[1]}/${key[2]}`;
        placed.set(place, [...(placed.get(place) ?? []), found]);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id);
    }
  }
  const outline = (await document.getOutline()) ?? [];
  const titles = (list: typeof outline, depth: number): readonly string[] =>
    list.flatMap((each) => [
      `${'  '.repeat(depth)}${each.title}`,
      ...titles(each.items as typeof outline, depth + 1),
    ]);
  await task.destroy();
  return {
    pages: [`${sizes.length} pages of ${[...new Set(sizes)].join(', ')}`],
    placed,
    outside,
    bookmarks: titles(outline, 0),
  };
}
