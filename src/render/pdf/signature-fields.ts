// Empty signature fields: one widget for each person who signs, over the line of its block. A program
// signs in them without changing the page. Where they stand is decided by signatures.ts.

import type { Drawn } from './draw.ts';
import type { Layout } from './layout.ts';
import type { Annotation } from './links.ts';
import { num } from './operators.ts';
import type { PdfFile, PdfObject } from './pdf-file.ts';

/** SignaturesExist (ISO 32000-1, table 219); whoever signs adds AppendOnly. */
const signaturesExist = 1;
/** The widget is printed: the paper and the screen show the same. */
const printed = 4;

/** Writes the fields and the form that holds them; returns the widgets by field. */
export function writeSignatureFields(
  file: PdfFile,
  layout: Layout,
  drawn: Drawn,
): ReadonlyMap<number, readonly Annotation[]> {
  const widgets = new Map<number, readonly Annotation[]>();
  const fields: PdfObject[] = [];
  for (const { page, area } of drawn.fieldAreas) {
    const { key: name, label } = layout.fields[area.field]!;
    const { dictionary, annotations } = drawn.pages[page]!;
    const top = layout.height - area.y;
    const key = file.nextParentKey();
    const object = file.ref({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: new String(`signature-${name}`),
      TU: new String(label),
      Rect: [area.x, top - area.height, area.x + area.width, top],
      P: dictionary,
      F: printed,
      StructParent: key,
      AP: { N: emptyAppearance(file, area.width, area.height) },
    });
    object.end();
    annotations.push(object);
    fields.push(object);
    widgets.set(area.field, [{ object, page, key }]);
  }
  if (fields.length) file.catalog.data.AcroForm = { Fields: fields, SigFlags: signaturesExist };
  return widgets;
}

/** PDF/A wants every widget to say how it looks (ISO 19005-3, 6.3.3): until it is signed, like nothing. */
function emptyAppearance(file: PdfFile, width: number, height: number): PdfObject {
  const form = file.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, Number(num(width)), Number(num(height))],
    Resources: {},
  });
  form.end();
  return form;
}
