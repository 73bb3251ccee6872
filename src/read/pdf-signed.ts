// What was added to a PDF after it was made, in later revisions: signatures, or something else. A signature
// may fill the field that was made for it and draw inside it; whatever else can be seen is a change.

import { comparePdfs, differingKeys, type Pair, sameAnnotation } from './pdf-compare.ts';
import type { PdfFile } from './pdf-file.ts';
import { pagesOf, refNumber } from './pdf-pages.ts';
import { changedTitle } from './pdf-properties.ts';
import type { PdfValue } from './pdf-values.ts';

/** What later revisions did. */
export interface LaterRevisions {
  /** Signature fields that hold a signature; whether it is valid is not looked at. */
  readonly signatures: number;
  /** 1-based numbers of pages that are drawn differently now. */
  readonly pages: readonly number[];
  /** Annotations that were added or changed, with their page. */
  readonly annotations: readonly { readonly page: number; readonly kind: string }[];
  /** Keys of the catalog that changed and that no signature needs. */
  readonly document: readonly string[];
}

/** What signing changes in the catalog. */
const signing = new Set([
  'AcroForm',
  'Perms',
  'DSS',
  'Extensions',
  'Version',
  'Metadata',
  'Legal',
  'Pages',
  'Type',
]);
/** What signing changes in a signature field. */
const inField = new Set(['V', 'AP', 'AS', 'M', 'F', 'Lock', 'SV', 'MK', 'DA', 'DR', 'Parent']);

/** Compares a PDF as it was made with the same PDF after later revisions. */
export function laterRevisions(pair: Pair): LaterRevisions {
  const { pages, pageCounts } = comparePdfs(pair);
  const redrawn = pages.filter(({ parts }) => parts.some((part) => part !== 'annotations'));
  const extra = Array.from(
    { length: Math.abs(pageCounts[1] - pageCounts[0]) },
    (_, index) => Math.min(...pageCounts) + index + 1,
  );
  return {
    signatures: signaturesIn(pair.found),
    pages: [...redrawn.map(({ page }) => page), ...extra],
    annotations: changedAnnotations(pair),
    document: [
      ...differingKeys(pair.made.catalog, pair.found.catalog, pair, signing),
      ...formChanges(pair),
      ...changedTitle(pair.made, pair.found),
    ],
  };
}

function changedAnnotations(pair: Pair): LaterRevisions['annotations'] {
  const { made, found } = pair;
  const before = pagesOf(made);
  return pagesOf(found).flatMap((page, index) => {
    const old = made.items(before[index]?.entries.get('Annots'));
    const now = found.items(page.entries.get('Annots'));
    const kept = new Set(now.map(refNumber));
    const gone = old.filter((each) => !kept.has(refNumber(each)));
    const changed = now.filter((each) => {
      const own = old.find((other) => refNumber(other) === refNumber(each));
      if (own === undefined) return !isUnseenSignature(found, each);
      if (!isSignature(made, own)) return !sameAnnotation(own, each, pair);
      return differingKeys(made.entries(own), found.entries(each), pair, inField).length > 0;
    });
    const kindOf = (file: PdfFile, each: PdfValue): string =>
      file.name(file.entries(each).get('Subtype')) ?? 'unknown';
    return [
      ...gone.map((each) => ({ page: index + 1, kind: kindOf(made, each) })),
      ...changed.map((each) => ({ page: index + 1, kind: kindOf(found, each) })),
    ];
  });
}

/** The type of a field is its own or that of the field above it. */
function isSignature(file: PdfFile, annotation: PdfValue): boolean {
  let entries = file.entries(annotation);
  if (file.name(entries.get('Subtype')) !== 'Widget') return false;
  for (let steps = 0; steps < 20; steps += 1) {
    const type = file.name(entries.get('FT'));
    if (type !== undefined) return type === 'Sig';
    entries = file.entries(entries.get('Parent'));
  }
  return false;
}

/** A signature without a field of its own on the page takes no room, and so hides nothing. */
function isUnseenSignature(file: PdfFile, annotation: PdfValue): boolean {
  if (!isSignature(file, annotation)) return false;
  const [left, bottom, right, top] = file
    .items(file.entries(annotation).get('Rect'))
    .map((each) => file.resolve(each));
  return left === right && bottom === top && typeof left === 'number' && typeof top === 'number';
}

/** A form that a program fills in by itself, or draws in another way, is no longer the page that was made. */
function formChanges({ made, found }: Pair): readonly string[] {
  const before = made.entries(made.catalog.get('AcroForm'));
  const now = found.entries(found.catalog.get('AcroForm'));
  return ['XFA', 'NeedAppearances', 'CO'].flatMap((key) => {
    const value = found.resolve(now.get(key));
    const same = value === made.resolve(before.get(key)) || value === false;
    return same ? [] : [`AcroForm.${key}`];
  });
}

/** Counts the signatures: of fields of the form, and of those that stand on a page alone. */
export function signaturesIn(file: PdfFile): number {
  const found = new Set<ReadonlyMap<string, PdfValue>>();
  const known = new Set<ReadonlyMap<string, PdfValue>>();
  const collect = (field: PdfValue, type: string | undefined): void => {
    const entries = file.entries(field);
    if (known.has(entries)) return;
    known.add(entries);
    const own = file.name(entries.get('FT')) ?? type;
    const value = file.entries(entries.get('V'));
    if (own === 'Sig' && value.has('ByteRange')) found.add(value);
    for (const kid of file.items(entries.get('Kids'))) collect(kid, own);
  };
  const form = file.entries(file.catalog.get('AcroForm'));
  const onPages = pagesOf(file).flatMap(({ entries }) => file.items(entries.get('Annots')));
  for (const field of [...file.items(form.get('Fields')), ...onPages]) collect(field, undefined);
  return found.size;
}
