// The structure tree is written: elements, marked-content references, link annotations inside their
// elements, and the parent tree. Elements are written as they are visited; none becomes an object first.

import type { ByteSink } from './byte-sink.ts';
import type { Drawn } from './draw.ts';
import type { Layout } from './layout.ts';
import { type Annotation, writeLinks } from './links.ts';
import { syntaxOf } from './object-syntax.ts';
import { asSyntax, type PdfFile } from './pdf-file.ts';
import { writeSignatureFields } from './signature-fields.ts';
import { noFacts, type Tag } from './tags.ts';

/** Writes annotations and the structure of a drawn layout. */
export function writeStructure(file: PdfFile, layout: Layout, drawn: Drawn): void {
  const annotations = writeLinks(file, layout, drawn);
  const widgets = writeSignatureFields(file, layout, drawn);
  const owners: number[] = [];
  const { sequences } = drawn;
  const pageIds = drawn.pages.map(({ dictionary }) => dictionary.id);
  let notes = 0;

  /** Writes an element, in syntax at once: a paper has hundreds. Returns its number. */
  const write = (tag: Tag, parent: number): number => {
    const id = file.reserve();
    let below: number[] | undefined;
    let home: number | undefined;
    for (const kid of tag.kids) {
      if (typeof kid === 'number') {
        owners[kid] = id;
        home ??= sequences[kid]?.page;
      } else {
        below ??= [];
        below.push(isEmpty(kid, drawn) ? 0 : write(kid, id));
      }
    }
    const linked = annotations.get(tag.facts.link ?? -1) ?? widgets.get(tag.facts.field ?? -1);
    for (const { key } of linked ?? []) file.setParent(key, `${id} 0 R`);
    const out = file.open(id);
    out.text('<<\n/S /');
    // A reference to nowhere is just text.
    out.text(tag.type === 'Link' && !linked?.length ? 'Span' : tag.type);
    out.text('\n/P ');
    out.whole(parent);
    out.text(' 0 R\n');
    if (home !== undefined) {
      out.text('/Pg ');
      out.whole(pageIds[home]!);
      out.text(' 0 R\n');
    }
    writeKids(out, tag, below, home, linked ?? []);
    if (tag.type === 'Notice') {
      notes += 1;
      out.text(`/ID (notice-${notes})\n`);
    }
    if (tag.facts !== noFacts) out.text(factsOf(tag, layout, drawn));
    out.text('>>');
    file.close();
    return id;
  };

  /** Writes what an element holds: elements by their numbers, sequences on its page, others, annotations. */
  const writeKids = (
    out: ByteSink,
    { kids }: Tag,
    below: readonly number[] | undefined,
    home: number | undefined,
    linked: readonly Annotation[],
  ): void => {
    let next = 0;
    let lead = '/K [';
    for (const kid of kids) {
      if (typeof kid !== 'number') {
        const id = below![next]!;
        next += 1;
        if (!id) continue;
        out.text(lead);
        out.whole(id);
        out.text(' 0 R');
        lead = ' ';
        continue;
      }
      for (let each = sequences[kid]; each; each = each.next) {
        out.text(lead);
        const { page, mcid } = each;
        if (page === home) out.whole(mcid);
        else out.text(`<<\n/Type /MCR\n/Pg ${pageIds[page]} 0 R\n/MCID ${mcid}\n>>`);
        lead = ' ';
      }
    }
    for (const { object, page } of linked) {
      out.text(`${lead}<<\n/Type /OBJR\n/Obj ${object}\n/Pg ${pageIds[page]} 0 R\n>>`);
      lead = ' ';
    }
    if (lead === ' ') out.text(']\n');
  };

  const root = file.structTreeRoot;
  root.data.K = [asSyntax(`${write(layout.root, root.id)} 0 R`)];
  root.data.RoleMap = { Notice: 'Note' };
  drawn.pages.forEach((page, index) => {
    let names = '';
    for (const slot of drawn.slotsByPage[index]!) names += ` ${owners[slot]} 0 R`;
    file.setParent(page.structParentTreeKey, `[${names.slice(1)}]`);
  });
}

const mayBeEmpty: ReadonlySet<string> = new Set(['TR', 'TH', 'TD', 'LI', 'Form']);

/** Returns true for elements without content that would only be noise; cells and items keep their place. */
function isEmpty(tag: Tag, drawn: Drawn): boolean {
  if (mayBeEmpty.has(tag.type)) return false;
  for (const kid of tag.kids) {
    if (typeof kid === 'number' ? drawn.sequences[kid] : !isEmpty(kid, drawn)) return false;
  }
  return true;
}

/** What is said about most cells that head a row or a column. */
const scopes = {
  Column: '/A <<\n/O /Table\n/Scope /Column\n>>\n',
  Row: '/A <<\n/O /Table\n/Scope /Row\n>>\n',
} as const;

function factsOf(tag: Tag, layout: Layout, drawn: Drawn): string {
  const { lang, alt, actualText, scope, summary, numbering } = tag.facts;
  if (scope && !lang && !alt && !actualText && !summary && !numbering) return scopes[scope];
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
  let facts = '';
  if (lang) facts += `/Lang ${syntaxOf(new String(lang))}\n`;
  if (alt) facts += `/Alt ${syntaxOf(new String(alt))}\n`;
  if (actualText) facts += `/ActualText ${syntaxOf(new String(actualText))}\n`;
  if (attributes.length) {
    facts += `/A ${syntaxOf(attributes.length === 1 ? attributes[0] : attributes)}\n`;
  }
  return facts;
}
