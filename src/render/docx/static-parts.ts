// The parts that follow from the theme alone: styles, kinds of numbering, settings, theme, font table.
// The docx library makes them once for each page size and type scale (some 20 ms), with colours as
// place-holders; each paper then gets them painted in its colours, in microseconds.
// Nothing here may depend on a paper's content; the cache is a pure function of its key.

import { Document, Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { InternalError } from '../../base/errors.ts';
import type { FontFamily, Theme, TypeName } from '../../model/theme.ts';
import { type NumberingKind, numberingKinds, numberingOptions } from './numbering-levels.ts';
import { builtInStyles } from './style-names.ts';
import { characterStyles, paragraphStyles } from './styles.ts';
import { tableStyles } from './table-styles.ts';
import { declaration, element, join, val, type Xml } from './xml.ts';

/** What the docx library made, colours still place-holders. */
interface Skeleton {
  /** The styles one after the other, without the root. */
  readonly styles: string;
  readonly abstractNumbering: string;
  readonly numIds: Readonly<Record<NumberingKind, number>>;
  readonly settings: string;
  readonly theme: string;
}

/** The parts that follow from the theme, as strings to be completed. */
export interface StaticParts {
  readonly styles: Xml;
  /** The `w:abstractNum` elements; the annex level still holds its place-holder. */
  readonly abstractNumbering: Xml;
  /** The instance of each kind of numbering that styles and plain bullet lists use. */
  readonly numIds: Readonly<Record<NumberingKind, number>>;
  /** What stands inside `w:settings`. */
  readonly settings: Xml;
  readonly theme: Xml;
  readonly fontTable: Xml;
}

const cacheLimit = 16;
const cache = new Map<string, Promise<Skeleton>>();

/** Returns the static parts of a theme in its colours. */
export async function staticParts(theme: Theme): Promise<StaticParts> {
  const colors = colorsOf(theme);
  const bare = withColors(
    theme,
    colors.map((_, index) => placeholder(index)),
  );
  const key = JSON.stringify([bare.page, bare.fonts, bare.type, bare.color, bare.space]);
  let made = cache.get(key);
  if (!made) {
    if (cache.size >= cacheLimit) cache.clear();
    made = makeSkeleton(bare);
    cache.set(key, made);
  }
  const skeleton = await made;
  const paint = (xml: string): Xml =>
    xml.replace(/5E00([0-9A-F]{2})/g, (_, digits: string) =>
      colors[Number.parseInt(digits, 16)]!.slice(1).toUpperCase(),
    ) as Xml;
  return {
    styles: paint(skeleton.styles),
    abstractNumbering: paint(skeleton.abstractNumbering),
    numIds: skeleton.numIds,
    settings: skeleton.settings as Xml,
    theme: paint(skeleton.theme),
    fontTable: fontTable(theme),
  };
}

const placeholder = (index: number): string => `#5e00${index.toString(16).padStart(2, '0')}`;

const typeNames = (theme: Theme): TypeName[] => (Object.keys(theme.type) as TypeName[]).sort();
const colorNames = (theme: Theme): (keyof Theme['color'])[] =>
  (Object.keys(theme.color) as (keyof Theme['color'])[]).sort();

/** Returns every colour that static parts use, in a fixed order. */
function colorsOf(theme: Theme): readonly string[] {
  return [
    ...typeNames(theme).map((name) => theme.type[name].color),
    ...colorNames(theme).map((name) => theme.color[name]),
  ];
}

function withColors(theme: Theme, colors: readonly string[]): Theme {
  const types = typeNames(theme);
  return {
    ...theme,
    partners: {},
    type: Object.fromEntries(
      types.map((name, index) => [name, { ...theme.type[name], color: colors[index]! }]),
    ) as Theme['type'],
    color: Object.fromEntries(
      colorNames(theme).map((name, index) => [name, colors[types.length + index]!]),
    ) as Theme['color'],
  };
}

async function makeSkeleton(theme: Theme): Promise<Skeleton> {
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

// The library defines a bullet list of its own first (id 1); our kinds follow in order, from 2 on.
const firstAbstractId = 2;

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
  for (const [, numId, abstractId] of numbering.matchAll(pattern)) {
    last = Math.max(last, Number(numId));
    const kind = numberingKinds[Number(abstractId) - firstAbstractId];
    if (kind && !found.has(kind)) found.set(kind, Number(numId));
  }
  for (const kind of numberingKinds) {
    if (found.has(kind)) continue;
    last += 1;
    found.set(kind, last);
  }
  return Object.fromEntries(found) as Record<NumberingKind, number>;
}

/** Returns the id under which a kind of numbering is defined. */
export function abstractId(kind: NumberingKind): number {
  return numberingKinds.indexOf(kind) + firstAbstractId;
}

/** Names for each of our typefaces one that machines with Word have, for files without embedded fonts. */
function fontTable(theme: Theme): Xml {
  const families = new Map<string, FontFamily>();
  for (const each of [theme.fonts.body, theme.fonts.heading, ...theme.fonts.fallbacks])
    families.set(each.name, each);
  return join([
    declaration,
    element(
      'w:fonts',
      { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
      ...[...families.values()].map((each) =>
        element(
          'w:font',
          { 'w:name': each.name },
          val('w:altName', each.alternative),
          val('w:family', /serif/i.test(each.name) ? 'roman' : 'swiss'),
          val('w:pitch', 'variable'),
        ),
      ),
    ),
  ]);
}
