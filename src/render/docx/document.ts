// The parts that tie a document together: the body with its page set-up, styles and settings with the
// paper's language, and the list of content types.

import type { Properties } from '../../model/paper.ts';
import type { Theme } from '../../model/theme.ts';
import { bodyNamespaces, main } from './namespaces.ts';
import type { Part } from './package.ts';
import type { RunningPart } from './running.ts';
import { language } from './runs.ts';
import type { StaticParts } from './static-parts.ts';
import { mmToTwips } from './units.ts';
import { declaration, element, join, tags, type Xml } from './xml.ts';

/** A header or footer with its relationship. */
export interface RunningReference {
  readonly part: RunningPart;
  readonly id: string;
}

/** Writes `word/document.xml`, in pieces. */
export function documentXml(
  body: readonly Xml[],
  theme: Theme,
  references: readonly RunningReference[],
): readonly string[] {
  const { page } = theme;
  const section = element(
    'w:sectPr',
    {},
    ...references.map(({ part, id }) =>
      element(`w:${part.kind}Reference`, { 'w:type': part.page, 'r:id': id }),
    ),
    element('w:pgSz', { 'w:w': mmToTwips(page.widthMm), 'w:h': mmToTwips(page.heightMm) }),
    element('w:pgMar', {
      'w:top': mmToTwips(page.marginMm.top),
      'w:right': mmToTwips(page.marginMm.right),
      'w:bottom': mmToTwips(page.marginMm.bottom),
      'w:left': mmToTwips(page.marginMm.left),
      'w:header': mmToTwips(page.headerMm),
      'w:footer': mmToTwips(page.footerMm),
      'w:gutter': 0,
    }),
    element('w:titlePg', {}),
  );
  const { open, close } = tags('w:document', bodyNamespaces);
  return [`${declaration}${open}<w:body>`, ...body, `${section}</w:body>${close}`];
}

const lastStyles = new WeakMap<StaticParts, { readonly tag: string; readonly xml: Xml }>();

/** Writes `word/styles.xml` with the paper's language as the default; for papers of one look and language once. */
export function stylesXml(parts: StaticParts, theme: Theme, tag: string): Xml {
  const last = lastStyles.get(parts);
  if (last?.tag === tag) return last.xml;
  const xml = newStyles(parts, theme, tag);
  lastStyles.set(parts, { tag, xml });
  return xml;
}

function newStyles(parts: StaticParts, theme: Theme, tag: string): Xml {
  const { name } = theme.fonts.body;
  const fonts = { 'w:ascii': name, 'w:hAnsi': name, 'w:eastAsia': name, 'w:cs': name };
  const run = element('w:rPr', {}, element('w:rFonts', fonts), language(tag));
  return join([
    declaration,
    element(
      'w:styles',
      main,
      element('w:docDefaults', {}, element('w:rPrDefault', {}, run), element('w:pPrDefault', {})),
      parts.styles,
    ),
  ]);
}

/**
 * Writes `word/settings.xml`. A final paper is protected as a form: its content controls can be filled in,
 * the rest cannot be changed until somebody takes the protection off, which needs no password.
 */
export function settingsXml(parts: StaticParts, { language: tag, status }: Properties): Xml {
  const protection = element('w:documentProtection', { 'w:edit': 'forms', 'w:enforcement': 1 });
  return join([
    declaration,
    element(
      'w:settings',
      main,
      status === 'final' ? join([protection, parts.settings]) : parts.settings,
      element('w:themeFontLang', { 'w:val': tag }),
      element('w:decimalSymbol', { 'w:val': '.' }),
      element('w:listSeparator', { 'w:val': ',' }),
    ),
  ]);
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const types: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\.xml$/, `${word}.document.main+xml`],
  [/^word\/styles\.xml$/, `${word}.styles+xml`],
  [/^word\/numbering\.xml$/, `${word}.numbering+xml`],
  [/^word\/settings\.xml$/, `${word}.settings+xml`],
  [/^word\/glossary\/document\.xml$/, `${word}.document.glossary+xml`],
  [/^word\/glossary\/styles\.xml$/, `${word}.styles+xml`],
  [/^word\/fontTable\.xml$/, `${word}.fontTable+xml`],
  [/^word\/header\d+\.xml$/, `${word}.header+xml`],
  [/^word\/footer\d+\.xml$/, `${word}.footer+xml`],
  [/^word\/theme\//, 'application/vnd.openxmlformats-officedocument.theme+xml'],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  [
    /^docProps\/custom\.xml$/,
    'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  ],
];

/** Writes `[Content_Types].xml` for the parts of a package. */
export function contentTypesXml(parts: readonly Part[]): Xml {
  return join([
    declaration,
    element(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      element('Default', { Extension: 'png', ContentType: 'image/png' }),
      ...parts.flatMap(({ name }) => {
        const type = types.find(([pattern]) => pattern.test(name))?.[1];
        return type ? [element('Override', { PartName: `/${name}`, ContentType: type })] : [];
      }),
    ),
  ]);
}
