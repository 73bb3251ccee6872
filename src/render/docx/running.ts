// What runs on every page: the lock-up and title from page 2 on, the footer with page numbers, and
// the watermark of a draft. None of it counts as text of the paper.

import type { PageLinePart, Running } from '../../model/paper.ts';
import type { Theme } from '../../model/theme.ts';
import { field } from './fields.ts';
import type { Part } from './package.ts';
import { paragraphXml } from './paragraph.ts';
import type { Media } from './picture.ts';
import { type Relationships, relationships } from './relationships.ts';
import { plainRun, textRun } from './runs.ts';
import { mmToTwips } from './units.ts';
import { watermarkRun } from './watermark.ts';
import { declaration, element, join, none, type Xml } from './xml.ts';

/** A header or footer with the page it is for. */
export interface RunningPart {
  readonly kind: 'header' | 'footer';
  readonly page: 'default' | 'first';
  /** File name inside `word/`. */
  readonly name: string;
  readonly parts: readonly Part[];
}

/** Space between the logos of the lock-up, millimetres. */
const lockUpGapMm = 3;
/** Mean width of a character in ems, to see whether the title fits beside the logos. */
const meanCharacter = 0.55;

/** Writes headers and footers for the first page and for those after it. */
export function runningParts(
  running: Running,
  theme: Theme,
  textWidth: number,
  media: Media,
): readonly RunningPart[] {
  const one = (
    kind: RunningPart['kind'],
    page: RunningPart['page'],
    number: number,
    content: (relations: Relationships) => Xml,
  ): RunningPart => {
    const relations = relationships();
    const name = `${kind}${number}.xml`;
    const root = element(kind === 'header' ? 'w:hdr' : 'w:ftr', namespaces, content(relations));
    const links = relations.xml();
    return {
      kind,
      page,
      name,
      parts: [
        part(`word/${name}`, join([declaration, root])),
        ...(links ? [part(`word/_rels/${name}.rels`, links)] : []),
      ],
    };
  };
  const mark = (number: number): Xml =>
    running.watermark ? watermarkRun(running.watermark, number, theme) : none;
  const footer = (): Xml => footerXml(running, theme);
  return [
    one('header', 'default', 1, (relations) =>
      headerXml(running, mark(1), theme, textWidth, media, relations),
    ),
    one('header', 'first', 2, () => paragraphXml('Header', {}, mark(2), theme)),
    one('footer', 'default', 1, footer),
    one('footer', 'first', 2, footer),
  ];
}

const part = (name: string, xml: Xml): Part => ({ name, bytes: new TextEncoder().encode(xml) });

const office = 'http://schemas.openxmlformats.org';

/** The namespaces that body, headers and footers use. */
export const namespaces = {
  'xmlns:w': `${office}/wordprocessingml/2006/main`,
  'xmlns:r': `${office}/officeDocument/2006/relationships`,
  'xmlns:wp': `${office}/drawingml/2006/wordprocessingDrawing`,
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
} as const;

function headerXml(
  running: Running,
  mark: Xml,
  theme: Theme,
  textWidth: number,
  media: Media,
  relations: Relationships,
): Xml {
  const { logos, header } = running;
  const stops: Xml[] = [];
  let at = 0;
  const pictures = logos.map(({ picture, alt, widthMm, heightMm }, index) => {
    if (index) {
      at += lockUpGapMm;
      stops.push(element('w:tab', { 'w:val': 'left', 'w:pos': mmToTwips(at) }));
    }
    at += widthMm;
    const image = media.run(picture, alt, widthMm, heightMm, relations);
    return index ? join([element('w:r', {}, element('w:tab', {})), image]) : image;
  });
  const title = header ? textRun({ kind: 'text', text: header }) : none;
  const titleWidth = header.length * theme.type.running.size * meanCharacter * 20;
  const settings = { tabs: stops, centred: true };
  if (!logos.length || !header)
    return paragraphXml('Header', settings, join([mark, ...pictures, title]), theme);
  const fits = mmToTwips(at + lockUpGapMm) + titleWidth < textWidth;
  if (fits) {
    const tab = element('w:r', {}, element('w:tab', {}));
    return paragraphXml('Header', settings, join([mark, ...pictures, tab, title]), theme);
  }
  return join([
    paragraphXml('Header', settings, join([mark, ...pictures]), theme),
    paragraphXml('Header', { spaceBefore: 4 }, title, theme),
  ]);
}

function footerXml(running: Running, theme: Theme): Xml {
  const { footer, pageLine } = running;
  const tab = pageLine ? element('w:r', {}, element('w:tab', {})) : none;
  return paragraphXml(
    'Footer',
    {},
    join([textRun({ kind: 'text', text: footer }), tab, ...(pageLine ?? []).map(pagePart)]),
    theme,
  );
}

function pagePart(piece: PageLinePart): Xml {
  if (typeof piece === 'string') return plainRun(piece, none);
  const instruction = piece.number === 'page' ? 'PAGE' : 'NUMPAGES';
  return field(instruction, plainRun('1', none), none);
}
