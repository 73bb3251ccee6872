// What runs on every page: the lock-up and title from page 2 on, the footer with page numbers, and
// the watermark of a draft. None of it counts as text of the paper.

import type { Placement } from '../../model/block.ts';
import type { PageLinePart, Running } from '../../model/paper.ts';
import { pointsPerMm, type Theme } from '../../model/theme.ts';
import { field } from './fields.ts';
import { pictureRow } from './logos.ts';
import { faceHeights, widthInEms } from './measure.ts';
import { namespaces } from './namespaces.ts';
import { ownPart, type Part, part } from './package.ts';
import { paragraphXml } from './paragraph.ts';
import type { Media } from './picture.ts';
import { type Relationships, relationships } from './relationships.ts';
import { plainRun, startsRightToLeft, textRun } from './runs.ts';
import { halfPoints, mmToTwips, twips } from './units.ts';
import { watermarkRun } from './watermark.ts';
import { declaration, element, join, none, val, type Xml } from './xml.ts';

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

/** Share of the line that a title below the lock-up may fill by estimate: two lines would reach the text. */
const titleShare = 0.95;

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
        // Footers name the agreement; a header is the same in every paper of that title.
        (kind === 'footer' ? ownPart : part)(`word/${name}`, join([declaration, root])),
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

function headerXml(
  running: Running,
  mark: Xml,
  theme: Theme,
  textWidth: number,
  media: Media,
  relations: Relationships,
): Xml {
  const { logos, header } = running;
  const picture = (placement: Placement, rowMm?: number): Xml =>
    media.run(placement, relations, rowMm);
  const { content: pictures, stops, widthMm } = pictureRow(logos, lockUpGapMm, picture);
  if (!header) return paragraphXml('Header', { tabs: stops }, join([mark, pictures]), theme);
  const text = { kind: 'text', text: header } as const;
  const { size } = theme.type.running;
  const titleWidth = twips(widthInEms(header) * size);
  const fits = mmToTwips(widthMm + lockUpGapMm) + titleWidth < textWidth;
  const bidi = startsRightToLeft(header);
  if (!logos.length || bidi || !fits) {
    const lockUp = logos.length
      ? paragraphXml('Header', { tabs: stops }, join([mark, pictures]), theme)
      : none;
    const room = (textWidth / 20 / size) * titleShare;
    const shown = logos.length ? { ...text, text: shortened(header, room) } : text;
    const line = join([logos.length ? none : mark, textRun(shown)]);
    const align = bidi ? 'left' : 'right';
    const before = logos.length ? { spaceBefore: 4 } : {};
    return join([lockUp, paragraphXml('Header', { ...before, bidi, align }, line, theme)]);
  }
  // The title stands on the middle line of the logos.
  const tallest = Math.max(...logos.map((each) => each.heightMm));
  const raised = halfPoints((tallest * pointsPerMm - size * faceHeights.capital) / 2);
  const tab = element('w:r', {}, element('w:tab', {}));
  const title = plainRun(header, element('w:rPr', {}, val('w:position', raised)));
  return paragraphXml('Header', { tabs: stops }, join([mark, pictures, tab, title]), theme);
}

/** Returns as many words of a title as stand in a line of so many ems, else as many characters. */
function shortened(title: string, ems: number): string {
  const fits = (text: string): boolean => widthInEms(text) <= ems;
  if (fits(title)) return title;
  const ends = Array.from(title.matchAll(/\s+/g), ({ index }) => title.slice(0, index));
  const words = ends.findLast((text) => fits(`${text}…`));
  if (words) return `${words}…`;
  const characters = Array.from(title);
  while (characters.length > 1 && !fits(`${characters.join('')}…`)) characters.pop();
  return `${characters.join('')}…`;
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
