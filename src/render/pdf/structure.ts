// The structure tree is written: elements, marked-content references, link annotations inside their
// elements, and the parent tree. pdfkit's own structure API is not used: it gives annotations the
// wrong page and knows neither IDs nor summaries.

import type { Drawn } from './draw.ts';
import type { Layout } from './layout.ts';
import { writeLinks } from './links.ts';
import { syntaxOf } from './object-syntax.ts';
import type { PdfFile } from './pdf-file.ts';
import { writeSignatureFields } from './signature-fields.ts';
import type { Tag } from './tags.ts';

/** Writes annotations and the structure of a drawn layout. */
export function writeStructure(file: PdfFile, layout: Layout, drawn: Drawn): void {
  const annotations = writeLinks(file, layout, drawn);
  const widgets = writeSignatureFields(file, layout, drawn);
  const owners: string[] = [];
  let notes = 0;

  const pageNames = drawn.pages.map(({ dictionary }) => String(dictionary));

  /** Writes an element, in syntax at once: a paper has hundreds. Returns its name. */
  const write = (tag: Tag, parent: string): string => {
    const element = file.reserve();
    let kids = '';
    let home: string | undefined;
    for (const kid of tag.kids) {
      if (typeof kid !== 'number') {
        if (!isEmpty(kid, drawn)) kids += ` ${write(kid, element)}`;
        continue;
      }
      owners[kid] = element;
      for (const { page, mcid } of drawn.sequences.get(kid) ?? []) {
        const on = pageNames[page]!;
        home ??= on;
        kids += home === on ? ` ${mcid}` : ` <<\n/Type /MCR\n/Pg ${on}\n/MCID ${mcid}\n>>`;
      }
    }
    const linked =
      annotations.get(tag.facts.link ?? -1) ?? widgets.get(tag.facts.field ?? -1) ?? [];
    for (const { key, object, page } of linked) {
      file.setParent(key, element);
      kids += ` <<\n/Type /OBJR\n/Obj ${object}\n/Pg ${pageNames[page]}\n>>`;
    }
    // A reference to nowhere is just text.
    const type = tag.type === 'Link' && !linked.length ? 'Span' : tag.type;
    let entries = `/S /${type}\n/P ${parent}\n`;
    if (home) entries += `/Pg ${home}\n`;
    if (kids) entries += `/K [${kids.slice(1)}]\n`;
    if (tag.type === 'Notice') {
      notes += 1;
      entries += `/ID (notice-${notes})\n`;
    }
    file.fill(element, `<<\n${entries}${factsOf(tag, layout, drawn)}>>`);
    return element;
  };

  const root = file.structTreeRoot;
  root.data.K = [file.named(write(layout.root, String(root)))];
  root.data.RoleMap = { Notice: 'Note' };
  drawn.pages.forEach((page, index) => {
    const slots = drawn.slotsByPage[index]!;
    const names = slots.map((slot) => owners[slot]);
    file.setParent(page.structParentTreeKey, `[${names.join(' ')}]`);
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

function factsOf(tag: Tag, layout: Layout, drawn: Drawn): string {
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
  let facts = '';
  if (lang) facts += `/Lang ${syntaxOf(new String(lang))}\n`;
  if (alt) facts += `/Alt ${syntaxOf(new String(alt))}\n`;
  if (actualText) facts += `/ActualText ${syntaxOf(new String(actualText))}\n`;
  if (attributes.length) {
    facts += `/A ${syntaxOf(attributes.length === 1 ? attributes[0] : attributes)}\n`;
  }
  return facts;
}
