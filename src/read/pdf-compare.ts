// Compares two PDFs as they are drawn: page by page the content, fonts and pictures, boxes and
// annotations, then what the document has besides. Numbers of objects, compression and the order in the
// file do not count; every byte that can be seen does.

import { isStream, type PdfFile } from './pdf-file.ts';
import { type PdfPage, pagesOf, refNumber } from './pdf-pages.ts';
import { changedTitle } from './pdf-properties.ts';
import { damaged } from './pdf-syntax.ts';
import { isArray, kindOf, type PdfStream, type PdfValue } from './pdf-values.ts';
import { sameBytes } from './same-bytes.ts';

/** What may differ on a page. */
export type PagePart =
  | 'content'
  | 'fonts'
  | 'pictures'
  | 'resources'
  | 'annotations'
  | 'size'
  | 'properties';

/** A page that is not drawn as it was made. */
export interface PageDifference {
  /** 1-based. */
  readonly page: number;
  readonly parts: readonly PagePart[];
  /** Kinds of annotations that only this file has: `FreeText`, `Square`. */
  readonly added: readonly string[];
}

/** What differs between two PDFs beside their attached files and their description. */
export interface PdfDifferences {
  /** How many pages were made and how many are there. */
  readonly pageCounts: readonly [number, number];
  readonly pages: readonly PageDifference[];
  /** Keys of the catalog whose values differ. */
  readonly document: readonly string[];
}

/** Two files and which of their objects were compared already. */
export interface Pair {
  readonly made: PdfFile;
  readonly found: PdfFile;
  /** What is compared one by one, pages and what lies over them, by the numbers of their objects. */
  readonly madeParts: ReadonlyMap<number, string>;
  readonly foundParts: ReadonlyMap<number, string>;
  readonly seen: Map<string, boolean>;
}

/** Not compared here: pages one by one, descriptions and attached files by others. */
const elsewhere = new Set(['Pages', 'Metadata', 'AF', 'Names', 'Type']);
const sizes = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox', 'Rotate', 'UserUnit'];
/** Entries of a page that nobody sees, and those that are looked at one by one. */
const pageElsewhere = new Set([
  ...['Type', 'Parent', 'Contents', 'Resources', 'Annots'],
  ...['Tabs', 'LastModified', 'PieceInfo', 'Metadata'],
]);
const deepest = 300;

/**
 * Puts two files side by side. In a later revision of the same file (`revised`) what lies over a page
 * keeps its number; in a file written anew it keeps its place.
 */
export function pairOf(made: PdfFile, found: PdfFile, revised = false): Pair {
  const parts = (file: PdfFile): ReadonlyMap<number, string> =>
    new Map(
      pagesOf(file).flatMap(({ num, entries }, page) => [
        [num, `page ${page}`] as const,
        ...file.items(entries.get('Annots')).map((each, index) => {
          const own = refNumber(each) ?? 0;
          return [own, revised ? `over ${own}` : `over ${page}/${index}`] as const;
        }),
      ]),
    );
  return { made, found, madeParts: parts(made), foundParts: parts(found), seen: new Map() };
}

/** Returns in what two PDFs differ for whoever looks at them. */
export function comparePdfs(pair: Pair): PdfDifferences {
  const made = pagesOf(pair.made);
  const found = pagesOf(pair.found);
  const pages = found.flatMap((page, index) => {
    const own = made[index];
    if (!own) return [];
    const { parts, added } = comparePages(own, page, pair);
    return parts.length > 0 ? [{ page: index + 1, parts, added }] : [];
  });
  return {
    pageCounts: [made.length, found.length],
    pages,
    document: [
      ...differingKeys(pair.made.catalog, pair.found.catalog, pair, elsewhere),
      ...differingKeys(
        pair.made.entries(pair.made.catalog.get('Names')),
        pair.found.entries(pair.found.catalog.get('Names')),
        pair,
        new Set(['EmbeddedFiles']),
      ).map((key) => `Names.${key}`),
      ...changedTitle(pair.made, pair.found),
    ],
  };
}

/** Returns the keys whose values differ, but for those left out. */
export function differingKeys(
  made: ReadonlyMap<string, PdfValue>,
  found: ReadonlyMap<string, PdfValue>,
  pair: Pair,
  leftOut: ReadonlySet<string>,
): readonly string[] {
  return [...new Set([...made.keys(), ...found.keys()])].filter(
    (key) => !leftOut.has(key) && !isSame(made.get(key), found.get(key), pair),
  );
}

function comparePages(
  made: PdfPage,
  found: PdfPage,
  pair: Pair,
): { readonly parts: readonly PagePart[]; readonly added: readonly string[] } {
  const parts = new Set<PagePart>();
  if (!sameBytes(contentBytes(pair.made, made), contentBytes(pair.found, found)))
    parts.add('content');
  const [own, other] = [
    pair.made.entries(made.entries.get('Resources')),
    pair.found.entries(found.entries.get('Resources')),
  ];
  for (const key of differingKeys(own, other, pair, new Set(['ProcSet']))) {
    parts.add(key === 'Font' ? 'fonts' : key === 'XObject' ? 'pictures' : 'resources');
  }
  const differing = differingKeys(made.entries, found.entries, pair, pageElsewhere);
  for (const key of differing) {
    // The number of the page among the marked ones follows from what is on all of them.
    if (key === 'StructParents' && parts.size + differing.length > 1) continue;
    parts.add(sizes.includes(key) ? 'size' : 'properties');
  }
  const annotations = compareAnnotations(made, found, pair);
  if (!annotations.same) parts.add('annotations');
  return { parts: [...parts], added: annotations.added };
}

function compareAnnotations(
  made: PdfPage,
  found: PdfPage,
  pair: Pair,
): { readonly same: boolean; readonly added: readonly string[] } {
  const own = pair.made.items(made.entries.get('Annots'));
  const other = pair.found.items(found.entries.get('Annots'));
  const same =
    own.length === other.length &&
    own.every((each, index) => sameAnnotation(each, other[index], pair));
  const kinds = (file: PdfFile, all: readonly PdfValue[]): string[] =>
    all.map((each) => file.name(file.entries(each).get('Subtype')) ?? 'unknown');
  const known = kinds(pair.made, own);
  const added = kinds(pair.found, other).filter((kind) => {
    const at = known.indexOf(kind);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
  return { same, added };
}

/** Returns true when two things that lie over a page are the same. */
export function sameAnnotation(made: PdfValue, found: PdfValue | undefined, pair: Pair): boolean {
  return isSame(pair.made.resolve(made), pair.found.resolve(found), pair);
}

/** The operators of a page: several streams are one, with white space between. */
function contentBytes(file: PdfFile, page: PdfPage): Uint8Array {
  const streams = file.items(page.entries.get('Contents')).map((each) => file.resolve(each));
  const chunks: Uint8Array[] = [];
  for (const each of streams) {
    const unpacked = isStream(each) ? file.decode(each) : undefined;
    if (!unpacked) throw damaged('what is drawn on a page cannot be read');
    chunks.push(unpacked, Uint8Array.of(10));
  }
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Returns true when two values are the same, references followed. */
export function isSame(
  made: PdfValue | undefined,
  found: PdfValue | undefined,
  pair: Pair,
): boolean {
  const same = sameValue(made, found, pair);
  // What was held to be the same inside a circle that is not the same was held so in error.
  if (!same) pair.seen.clear();
  return same;
}

function sameValue(
  made: PdfValue | undefined,
  found: PdfValue | undefined,
  pair: Pair,
  depth = 0,
): boolean {
  if (depth > deepest) return false;
  const [madeNum, foundNum] = [refNumber(made), refNumber(found)];
  // A wrong reference is found out even where its object is known already.
  pair.found.resolve(found);
  const [madePart, foundPart] = [
    pair.madeParts.get(madeNum ?? -1),
    pair.foundParts.get(foundNum ?? -1),
  ];
  // They are compared one by one: here it only counts which is meant.
  if (madePart !== undefined || foundPart !== undefined) return madePart === foundPart;
  if (madeNum === undefined || foundNum === undefined) return sameInside(made, found, pair, depth);
  const key = `${madeNum}/${foundNum}`;
  const known = pair.seen.get(key);
  if (known !== undefined) return known;
  // Whoever comes here again while this is open has gone in a circle, which is the same circle.
  pair.seen.set(key, true);
  const same = sameInside(made, found, pair, depth);
  pair.seen.set(key, same);
  return same;
}

function sameInside(
  made: PdfValue | undefined,
  found: PdfValue | undefined,
  pair: Pair,
  depth: number,
): boolean {
  const own = pair.made.resolve(made);
  const other = pair.found.resolve(found);
  if (own === null || other === null || typeof own !== 'object' || typeof other !== 'object') {
    return own === other;
  }
  if (isArray(own) || isArray(other)) {
    if (!isArray(own) || !isArray(other) || own.length !== other.length) return false;
    return own.every((each, index) => sameValue(each, other[index], pair, depth + 1));
  }
  if (kindOf(own) !== kindOf(other)) return false;
  if (own.kind === 'name' && other.kind === 'name') return own.name === other.name;
  if (own.kind === 'string' && other.kind === 'string') return own.bytes === other.bytes;
  if (own.kind === 'stream' && other.kind === 'stream') return sameStream(own, other, pair, depth);
  if (own.kind === 'dict' && other.kind === 'dict') {
    return sameEntries(own.entries, other.entries, pair, depth, []);
  }
  return false;
}

function sameStream(own: PdfStream, other: PdfStream, pair: Pair, depth: number): boolean {
  const [bytes, otherBytes] = [pair.made.decode(own), pair.found.decode(other)];
  const packing = ['Length', 'Filter', 'DecodeParms', 'Length1', 'DL'];
  if (bytes && otherBytes) {
    return (
      sameBytes(bytes, otherBytes) && sameEntries(own.entries, other.entries, pair, depth, packing)
    );
  }
  return (
    sameBytes(own.raw, other.raw) &&
    sameEntries(own.entries, other.entries, pair, depth, ['Length'])
  );
}

function sameEntries(
  own: ReadonlyMap<string, PdfValue>,
  other: ReadonlyMap<string, PdfValue>,
  pair: Pair,
  depth: number,
  leftOut: readonly string[],
): boolean {
  return [...new Set([...own.keys(), ...other.keys()])].every(
    (key) => leftOut.includes(key) || sameValue(own.get(key), other.get(key), pair, depth + 1),
  );
}
