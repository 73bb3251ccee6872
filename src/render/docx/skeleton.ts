// What the docx library makes of a theme: styles, kinds of numbering, settings and theme part, colours
// still place-holders. Loaded only for a page or type scale whose skeleton is not ready.

import { Document, Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { InternalError } from '../../base/errors.ts';
import type { Theme } from '../../model/theme.ts';
import {
  abstractId,
  type NumberingKind,
  numberingKinds,
  numberingOptions,
} from './numbering-levels.ts';
import { builtInStyles } from './style-names.ts';
import { characterStyles, paragraphStyles } from './styles.ts';
import { tableStyles } from './table-styles.ts';

/** What the docx library made, colours still place-holders. */
export interface Skeleton {
  /** The styles one after the other, without the root. */
  readonly styles: string;
  readonly abstractNumbering: string;
  readonly numIds: Readonly<Record<NumberingKind, number>>;
  readonly settings: string;
  readonly theme: string;
}

/** Lets the docx library make the skeleton of a bare theme, some 20 ms. */
export async function makeSkeleton(theme: Theme): Promise<Skeleton> {
  const document = new Document({
    sections: [{ children: [] }],
    styles: {
      importedStyles: [],
      paragraphStyles: paragraphStyles(theme),
      characterStyles: characterStyles(theme),
    },
    numbering: numberingOptions(theme),
    evenAndOddHeaderAndFooters: false,
    compatibility: { version: 15 },
    theme: {
      name: 'Agreement',
      colors: {
        dark1: theme.color.text.slice(1).toUpperCase(),
        dark2: theme.color.muted.slice(1).toUpperCase(),
        accent1: theme.color.lead.slice(1).toUpperCase(),
        hyperlink: theme.color.link.slice(1).toUpperCase(),
      },
      fonts: { headings: theme.fonts.heading.name, body: theme.fonts.body.name },
    },
  });
  const files = unzipSync(await Packer.pack(document, 'uint8array'));
  const read = (name: string): string => {
    const bytes = files[name];
    if (!bytes) throw new InternalError(`The docx library wrote no ${name}.`);
    return strFromU8(bytes);
  };
  const numbering = read('word/numbering.xml');
  return {
    styles: tableStyles(theme) + dotted(markCustom(inside(read('word/styles.xml'), 'w:styles'))),
    abstractNumbering: abstracts(numbering),
    numIds: instances(numbering),
    settings: inside(read('word/settings.xml'), 'w:settings').replace(
      '<w:displayBackgroundShape/>',
      '',
    ),
    theme: read('word/theme/theme1.xml'),
  };
}

/** Returns what stands between the tags of the root. */
function inside(xml: string, root: string): string {
  const start = xml.indexOf('>', xml.indexOf(`<${root}`)) + 1;
  return xml.slice(start, xml.lastIndexOf(`</${root}>`));
}

/** Marks styles that Word does not know as custom, as Word itself does. */
function markCustom(styles: string): string {
  return styles.replace(
    /<w:style ([^>]*)><w:name w:val="([^"]*)"\/>/g,
    (all, attributes: string, name: string) =>
      builtInStyles.has(name)
        ? all
        : `<w:style ${attributes} w:customStyle="1"><w:name w:val="${name}"/>`,
  );
}

/** Leads the eye from a line of the contents list to its page number, which the library cannot. */
function dotted(styles: string): string {
  return styles.replace(/<w:style [^>]*w:styleId="Contents1".*?<\/w:style>/s, (style) =>
    style.replace('<w:tab w:val="right"', '<w:tab w:val="right" w:leader="dot"'),
  );
}

/** Returns the definitions of our kinds of numbering, as multi-level lists. */
function abstracts(numbering: string): string {
  const all = numbering.match(/<w:abstractNum [\s\S]*?<\/w:abstractNum>/g) ?? [];
  if (all.length !== numberingKinds.length + 1)
    throw new InternalError(`The docx library defined ${all.length} kinds of numbering.`);
  return all
    .slice(1)
    .join('')
    .replaceAll('w:val="hybridMultilevel"', 'w:val="multilevel"')
    .replaceAll(' w:tentative="1"', '')
    .replaceAll(' w15:restartNumberingAfterBreak="0"', '');
}

/** Reads which instance the library gave to each kind that a style uses; others get the next ones. */
function instances(numbering: string): Readonly<Record<NumberingKind, number>> {
  const found = new Map<NumberingKind, number>();
  const pattern = /<w:num w:numId="(\d+)"[^>]*><w:abstractNumId w:val="(\d+)"\/>/g;
  let last = 0;
  for (const [, numId, id] of numbering.matchAll(pattern)) {
    last = Math.max(last, Number(numId));
    const kind = numberingKinds.find((each) => abstractId(each) === Number(id));
    if (kind && !found.has(kind)) found.set(kind, Number(numId));
  }
  for (const kind of numberingKinds) {
    if (found.has(kind)) continue;
    last += 1;
    found.set(kind, last);
  }
  return Object.fromEntries(found) as Record<NumberingKind, number>;
}
