// Links become annotations: one for each line that a link takes, to an address or to a place in the
// paper. The structure takes them up; see structure.ts.

import { assertNever } from '../../base/errors.ts';
import type { Drawn } from './draw.ts';
import type { GalleyLink, LinkMark } from './galley.ts';
import type { Layout } from './layout.ts';
import type { PdfFile, PdfObject } from './pdf-file.ts';

/** An annotation with its place among pages and parents. */
export interface Annotation {
  readonly object: PdfObject;
  readonly page: number;
  readonly key: number;
}

/** Writes an annotation for each line of each link that leads somewhere; returns them by link. */
export function writeLinks(
  file: PdfFile,
  layout: Layout,
  drawn: Drawn,
): ReadonlyMap<number, Annotation[]> {
  const places = new Map(
    drawn.places.flatMap((place) =>
      place.anchor === undefined ? [] : [[place.anchor, place] as const],
    ),
  );
  const byLink = new Map<number, Annotation[]>();
  for (const { page, area } of joined(drawn.linkAreas)) {
    const link = layout.links[area.link]!;
    const goal = goalOf(link, places, layout, drawn);
    if (!goal) continue;
    const key = file.nextParentKey();
    const top = layout.height - area.y;
    const object = file.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [area.x, top - area.height, area.x + area.width, top],
      Border: [0, 0, 0],
      F: 4,
      StructParent: key,
      Contents: new String(link.contents),
      ...goal,
    });
    object.end();
    drawn.pages[page]!.annotations.push(object);
    const known = byLink.get(area.link) ?? [];
    known.push({ object, page, key });
    byLink.set(area.link, known);
  }
  return byLink;
}

function goalOf(
  link: GalleyLink,
  places: ReadonlyMap<string, Drawn['places'][number]>,
  layout: Layout,
  drawn: Drawn,
): Record<string, unknown> | undefined {
  const { target } = link;
  if ('href' in target) return { A: { S: 'URI', URI: new String(asciiAddress(target.href)) } };
  if ('anchor' in target) {
    const place = places.get(target.anchor);
    if (!place) return undefined;
    const on = drawn.pages[place.page]!.dictionary;
    return { Dest: [on, 'XYZ', 0, layout.height - place.y + 6, null] };
  }
  return assertNever(target);
}

/** Addresses in a PDF are ASCII: everything else is percent-encoded as UTF-8. */
function asciiAddress(href: string): string {
  return href.replace(/[^\u0021-\u007e]/gu, (character) => encodeURIComponent(character));
}

/** Joins areas of one link that stand side by side on a line. */
function joined(
  areas: readonly { readonly page: number; readonly area: LinkMark }[],
): readonly { readonly page: number; readonly area: LinkMark }[] {
  const result: { page: number; area: LinkMark }[] = [];
  for (const { page, area } of areas) {
    const last = result.at(-1);
    if (last && last.page === page && last.area.link === area.link && last.area.y === area.y) {
      last.area = { ...last.area, width: area.x + area.width - last.area.x };
    } else result.push({ page, area });
  }
  return result;
}
