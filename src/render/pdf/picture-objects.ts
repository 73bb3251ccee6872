// Pictures become XObjects, written once per file: shapes as a form, clean pixels as an image with
// colour and, where there is one, alpha as a soft mask. Nothing is decoded here: nothing fails.

import { InternalError } from '../../base/errors.ts';
import type { Deflate } from '../../base/ports.ts';
import type { Picture } from '../../model/paper.ts';
import type { PdfFile, PdfObject, PdfPage } from './pdf-file.ts';
import { writeVector } from './vector-objects.ts';

/** Returns the operator that draws the picture `id` into the unit square. */
export type DrawPicture = (id: string, page: PdfPage) => string;

/** Makes the pictures of a file; each is written when it is first drawn. */
export function pictureObjects(
  file: PdfFile,
  pictures: ReadonlyMap<string, Picture>,
  deflate: Deflate,
): DrawPicture {
  const written = new Map<string, { name: string; object: PdfObject }>();
  return (id, page) => {
    let picture = written.get(id);
    if (!picture) {
      const source = pictures.get(id);
      if (!source) throw new InternalError(`The paper has no picture ${id}.`);
      picture = { name: `I${written.size + 1}`, object: writePicture(file, source, deflate) };
      written.set(id, picture);
    }
    page.xobjects[picture.name] ??= picture.object;
    // What is seen through is blended in the colours of the output intent.
    page.dictionary.data.Group ??= { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' };
    return `/${picture.name} Do`;
  };
}

function writePicture(file: PdfFile, picture: Picture, deflate: Deflate): PdfObject {
  if (picture.vector) return writeVector(file, picture.vector);
  const shared = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: picture.widthPx,
    Height: picture.heightPx,
    BitsPerComponent: 8,
    Filter: 'FlateDecode',
  };
  const mask = picture.alpha && file.ref({ ...shared, ColorSpace: 'DeviceGray' });
  mask?.end(deflate(picture.alpha!));
  const object = file.ref({ ...shared, ColorSpace: 'DeviceRGB', ...(mask ? { SMask: mask } : {}) });
  object.end(deflate(picture.rgb));
  return object;
}
