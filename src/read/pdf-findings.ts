// Differences between two PDFs in sentences for people: what can be seen or heard, and what is only worth
// knowing. Finds nothing itself.

import type { AttachedFile } from './pdf-attachments.ts';
import type { PageDifference, PagePart, PdfDifferences } from './pdf-compare.ts';
import type { LaterRevisions } from './pdf-signed.ts';
import { sameBytes } from './same-bytes.ts';

/** Sentences: `seen` makes another paper of it, `notes` do not. */
export interface Findings {
  readonly seen: readonly string[];
  readonly notes: readonly string[];
}

const parts: Readonly<Record<PagePart, string>> = {
  content: 'the content',
  fonts: 'the fonts, so that letters may look like others',
  pictures: 'the pictures or logos',
  resources: 'colours or other resources',
  annotations: 'what lies over it (links, notes, form fields)',
  size: 'the size',
  properties:
    'what it does or shows beside its content (actions, transitions, a small picture of it)',
};

/** Entries of the document that change nothing of what is said. */
const harmless = new Set([
  'Extensions',
  'Lang',
  'MarkInfo',
  'PageLabels',
  'PageLayout',
  'PageMode',
  'PieceInfo',
  'Version',
  'ViewerPreferences',
  'OutputIntents',
]);

const known: Readonly<Record<string, string>> = {
  AA: 'An action was added that runs by itself.',
  AcroForm: 'The form fields are not those that were made.',
  'Names.JavaScript': 'A script was added.',
  OCProperties: 'Layers were added: parts of pages that can be shown or hidden.',
  OpenAction: 'An action was added that runs when it is opened.',
  Outlines: 'The bookmarks are not those that were made.',
  Title: 'Its title is not the one that was made.',
  StructTreeRoot: 'What screen readers read aloud, or its order, is not what was made.',
};

/** Returns what differs, in sentences. */
export function pdfFindings(
  { pages, pageCounts, document }: PdfDifferences,
  made: readonly AttachedFile[],
  found: readonly AttachedFile[],
): Findings {
  const [before, now] = pageCounts;
  const count = before === now ? [] : [`It has ${now} pages; the spec makes ${before}.`];
  const drawn = alike(pages).map(([numbers, { parts: differing, added }]) => {
    const named = differing.map((part) => parts[part]).join('; ');
    const kinds = added.length > 0 ? ` Added: ${[...new Set(added)].join(', ')}.` : '';
    return `${numbers} drawn differently: ${named}.${kinds}`;
  });
  const told = document.filter((key) => !harmless.has(key));
  return {
    seen: [...count, ...drawn, ...told.map((key) => known[key] ?? `Its entry ${key} differs.`)],
    notes: [
      ...attachmentNotes(made, found),
      ...document.filter((key) => harmless.has(key)).map((key) => `Its entry ${key} differs.`),
    ],
  };
}

/** Pages that follow each other and differ in the same way are named together. */
function alike(pages: readonly PageDifference[]): readonly (readonly [string, PageDifference])[] {
  const runs: PageDifference[][] = [];
  const how = ({ parts: differing, added }: PageDifference): string =>
    [...differing, ...added].join();
  for (const page of pages) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    const goes = before && before.page + 1 === page.page && how(before) === how(page);
    if (last && goes) last.push(page);
    else runs.push([page]);
  }
  return runs.map((run) => {
    const [first, last] = [run[0]!, run.at(-1)!];
    const numbers =
      run.length === 1 ? `Page ${first.page} is` : `Pages ${first.page} to ${last.page} are`;
    return [numbers, first] as const;
  });
}

function attachmentNotes(
  made: readonly AttachedFile[],
  found: readonly AttachedFile[],
): readonly string[] {
  const notes = made.flatMap(({ name, bytes }) => {
    const others = found.filter((each) => each.name === name);
    if (others.length === 0) return [`It no longer carries ${name}: somebody took it out.`];
    if (others.length > 1) return [`It carries two different files with the name ${name}.`];
    return sameBytes(bytes, others[0]!.bytes)
      ? []
      : [`${name}, which it carries, is not the one it was made with.`];
  });
  const names = new Set(made.map(({ name }) => name));
  const further = found.filter(({ name }) => !names.has(name));
  return [...notes, ...further.map(({ name }) => `It carries a further file: ${name}.`)];
}

/** Returns what later revisions changed besides signatures, in sentences. */
export function revisionFindings(later: LaterRevisions): readonly string[] {
  const { pages, annotations, document } = later;
  const since = 'since it was made';
  return [
    ...pages.map((page) => `Page ${page} was changed ${since}.`),
    ...annotations.map(
      ({ page, kind }) =>
        `On page ${page} something was put, changed or taken away ${since}: ${kind}.`,
    ),
    ...document.map(
      (key) => `${(known[key] ?? `Its entry ${key} was changed.`).replace(/\.$/, '')} (${since}).`,
    ),
  ];
}
