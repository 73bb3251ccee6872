// Headings become bookmarks, nested by level, open down to the clauses; each leads to the height of its
// heading on the page.

import type { Drawn, Place } from './draw.ts';
import type { PdfFile, PdfObject } from './pdf-file.ts';

interface Entry {
  readonly place: Place;
  readonly title: string;
  readonly level: number;
  readonly kids: Entry[];
}

/** Levels whose children are shown at once. */
const openLevels = 1;

/** Writes the outline; nothing when there are no headings. */
export function writeBookmarks(file: PdfFile, drawn: Drawn, height: number): void {
  const roots: Entry[] = [];
  const path: Entry[] = [];
  for (const place of drawn.places) {
    if (!place.bookmark?.title) continue;
    const { level, title } = place.bookmark;
    while (path.length && path.at(-1)!.level >= level) path.pop();
    const entry: Entry = { place, title, level, kids: [] };
    (path.at(-1)?.kids ?? roots).push(entry);
    path.push(entry);
  }
  if (!roots.length) return;
  const outline = file.ref({ Type: 'Outlines' });
  Object.assign(outline.data, family(file, drawn, height, roots, outline, 0));
  outline.end();
  file.catalog.data.Outlines = outline;
  file.catalog.data.PageMode = 'UseOutlines';
}

/** Writes entries and returns First, Last and Count for their parent. */
function family(
  file: PdfFile,
  drawn: Drawn,
  height: number,
  entries: readonly Entry[],
  parent: PdfObject,
  level: number,
): Record<string, unknown> {
  const objects = entries.map(({ title }) =>
    file.ref({ Title: new String(title), Parent: parent }),
  );
  entries.forEach((entry, index) => {
    const { page, y } = entry.place;
    const object = objects[index]!;
    const { data } = object;
    const kids = entry.kids.length && family(file, drawn, height, entry.kids, object, level + 1);
    data.Dest = [drawn.pages[page]!.dictionary, 'XYZ', 0, height - y + 6, null];
    data.Prev = objects[index - 1];
    data.Next = objects[index + 1];
    if (kids) Object.assign(data, kids);
    object.end();
  });
  const open = level <= openLevels;
  const shown = entries.reduce(
    (sum, entry) => sum + 1 + (level < openLevels ? shownBelow(entry, level + 1) : 0),
    0,
  );
  return { First: objects[0], Last: objects.at(-1), Count: open ? shown : -shown };
}

function shownBelow(entry: Entry, level: number): number {
  if (level > openLevels) return 0;
  return entry.kids.reduce((sum, kid) => sum + 1 + shownBelow(kid, level + 1), 0);
}
