// From a paper to PDF bytes: faces, layout, drawing, structure, bookmarks, in this order.
// Tagged as PDF/UA-1 and PDF/A-3a; the same paper, theme and fonts give the same bytes.

import type { Deflate } from '../../base/ports.ts';
import type { Paper } from '../../model/paper.ts';
import type { Theme } from '../../model/theme.ts';
import { writeAttachments } from './attachments.ts';
import { writeBookmarks } from './bookmarks.ts';
import { drawPages } from './draw.ts';
import { openFaces } from './faces.ts';
import { glyphCodes } from './glyph-codes.ts';
import { identityOf } from './identity.ts';
import { type Layout, layOut } from './layout.ts';
import { openPdf } from './pdf-file.ts';
import { pictureObjects } from './picture-objects.ts';
import { writeStructure } from './structure.ts';
import type { Tag } from './tags.ts';

/**
 * Renders a paper as PDF.
 *
 * @param fonts the bytes of every font file of the theme, by file name; parsed once per bytes object
 * @throws InternalError when a font is missing or the text laid out is not the text of the paper
 */
export async function renderPdf(
  paper: Paper,
  theme: Theme,
  fonts: ReadonlyMap<string, Uint8Array>,
  deflate: Deflate,
): Promise<Uint8Array> {
  const faces = openFaces(theme, fonts);
  const layout = layOut(paper, theme, faces);
  const { properties } = paper;
  const identity = identityOf(`${JSON.stringify(properties)}\n${layout.text}${esignOf(paper)}`);
  const file = openPdf(properties, identity, deflate);
  const tagNames = namesBySlot(layout);
  const drawn = drawPages(
    file,
    layout,
    glyphCodes(file),
    pictureObjects(file, paper.pictures, deflate),
    (slot) => tagNames[slot] ?? 'Span',
  );
  writeStructure(file, layout, drawn);
  writeBookmarks(file, drawn, layout.height);
  writeAttachments(file, paper.attachments ?? [], properties.date);
  return file.finish();
}

/** Tags are no part of the text, but make another file. */
const esignOf = ({ signing }: Paper): string => (signing === 'fields' ? '' : `\n${signing}`);

/** Returns the structure type of the element that each slot belongs to. */
function namesBySlot(layout: Layout): readonly string[] {
  const names: string[] = [];
  const visit = (tag: Tag): void => {
    for (const kid of tag.kids) {
      if (typeof kid === 'number') names[kid] = tag.type;
      else visit(kid);
    }
  };
  visit(layout.root);
  return names;
}
