// The structure tree is written: elements, marked-content references, link annotations inside their
// elements, and the parent tree. pdfkit's own structure API is not used: it gives annotations the
// wrong page and knows neither IDs nor summaries.

import type { Drawn, Sequence } from './draw.ts';
import type { Layout } from './layout.ts';
import { writeLinks } from './links.ts';
import type { PdfFile, PdfObject } from './pdf-file.ts';
import { writeSignatureFields } from './signature-fields.ts';
import type { Tag } from './tags.ts';

/** Writes annotations and the structure of a drawn layout. */
export function writeStructure(file: PdfFile, layout: Layout, drawn: Drawn): void {
  const annotations = writeLinks(file, layout, drawn);
  const widgets = writeSignatureFields(file, layout, drawn);
  const owners = new Map<number, PdfObject>();
  let notes = 0;

  const write = (tag: Tag, parent: PdfObject): PdfObject => {
    const element = file.ref({});
    const kids: unknown[] = [];
    let home: PdfObject | undefined;
    const refer = ({ page, mcid }: Sequence): unknown => {
      const on = drawn.pages[page]!.dictionary;
      home ??= on;
      return home === on ? mcid : { Type: 'MCR', Pg: on, MCID: mcid };
    };
    for (const kid of tag.kids) {
      if (typeof kid === 'number') {
        owners.set(kid, element);
        for (const sequence of drawn.sequences.get(kid) ?? []) kids.push(refer(sequence));
      } else if (!isEmpty(kid, drawn)) kids.push(write(kid, element));
    }
    const linked =
      annotations.get(tag.facts.link ?? -1) ?? widgets.get(tag.facts.field ?? -1) ?? [];
    for (const annotation of linked) {
      file.setParent(annotation.key, element);
      kids.push({
        Type: 'OBJR',
        Obj: annotation.object,
        Pg: drawn.pages[annotation.page]!.dictionary,
      });
    }
    if (tag.type === 'Notice') notes += 1;
    const { data } = element;
    // A reference to nowhere is just text.
    data.S = tag.type === 'Link' && !linked.length ? 'Span' : tag.type;
    data.P = parent;
    if (home) data.Pg = home;
    if (kids.length) data.K = kids;
    if (tag.type === 'Notice') data.ID = new String(`notice-${notes}`);
    addFacts(data, tag, layout, drawn);
    element.end();
    return element;
  };

  const root = file.structTreeRoot;
  root.data.K = [write(layout.root, root)];
  root.data.RoleMap = { Notice: 'Note' };
  drawn.pages.forEach((page, index) => {
    const slots = drawn.slotsByPage[index]!;
    file.setParent(
      page.structParentTreeKey,
      slots.map((slot) => owners.get(slot)),
    );
  });
}

const mayBeEmpty: ReadonlySet<string> = new Set(['TR', 'TH', 'TD', 'LI', 'Form']);

/** Returns true for elements without content that would only be noise; cells and items keep their place. */
function isEmpty(tag: Tag, drawn: Drawn): boolean {
  if (mayBeEmpty.has(tag.type)) return false;
  return tag.kids.every((kid) =>
    typeof kid === 'number' ? !drawn.sequences.has(kid) : isEmpty(kid, drawn),
  );
}

function addFacts(data: Record<string, unknown>, tag: Tag, layout: Layout, drawn: Drawn): void {
  const { lang, alt, actualText, scope, summary, numbering } = tag.facts;
  const attributes: Record<string, unknown>[] = [];
  if (scope) attributes.push({ O: 'Table', Scope: scope });
  if (summary) attributes.push({ O: 'Table', Summary: new String(summary) });
  if (numbering) attributes.push({ O: 'List', ListNumbering: numbering });
  const picture = typeof tag.kids[0] === 'number' ? drawn.boxes.get(tag.kids[0]) : undefined;
  if (picture) {
    const top = layout.height - picture.y;
    const box = [picture.x, top - picture.height, picture.x + picture.width, top];
    attributes.push({ O: 'Layout', Placement: 'Block', BBox: box });
  }
  if (lang) data.Lang = new String(lang);
  if (alt) data.Alt = new String(alt);
  if (actualText) data.ActualText = new String(actualText);
  if (attributes.length) data.A = attributes.length === 1 ? attributes[0] : attributes;
}
