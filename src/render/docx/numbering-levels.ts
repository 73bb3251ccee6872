// The kinds of automatic numbering, as options for the docx library: clauses, recitals, annexes,
// bullets and decimal lists, in the body and in cells. Instances and restarts are made elsewhere.

import type { ILevelsOptions, INumberingOptions } from 'docx';
import type { Theme } from '../../model/theme.ts';
import type { StyleId } from './style-names.ts';
import { halfPoints, twips } from './units.ts';

/** The kinds of numbering, in the order in which they are defined. */
export const numberingKinds = [
  'clause',
  'recital',
  'annex',
  'bullet',
  'decimal',
  'cellBullet',
  'cellDecimal',
  'notice',
] as const;

/** One kind of numbering. */
export type NumberingKind = (typeof numberingKinds)[number];

// The library defines a bullet list of its own first (id 1); our kinds follow in order, from 2 on.
const firstAbstractId = 2;

/** Returns the id under which a kind of numbering is defined. */
export function abstractId(kind: NumberingKind): number {
  return numberingKinds.indexOf(kind) + firstAbstractId;
}

/** Marks the level of annexes, which each paper writes itself: its label has a word in its language. */
export const annexPlaceholder = 'annex-label';

/** The levels that WordprocessingML has. */
const depths = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** How far each level of a list stands in: in the body and in cells, points. */
const bodyIndent = 20;
const cellIndent = 11;
/** Room between a number and its text, and between the start of a bullet and its text, ems. */
const markerGap = { decimal: 0.34, bullet: 1.05 } as const;

/** Mean width of a digit in ems in the body face. */
const digitWidth = 0.6;

/** Returns how far in the text of list items stands, twips. */
export function listIndent(theme: Theme, inCell: boolean): number {
  return twips(inCell ? cellIndent : Math.min(bodyIndent, theme.space.indent));
}

/** Returns how far markers stand before the text: bullets begin there, numbers end there, twips. */
export function markerHanging(theme: Theme, inCell: boolean, marker: 'bullet' | 'decimal'): number {
  return twips(theme.type[inCell ? 'cell' : 'body'].size * markerGap[marker]);
}

/** Returns where a list begins, twips: in the body its text stands in line with that of clauses. */
export function listInset(theme: Theme, inCell: boolean): number {
  return inCell ? 0 : twips(theme.space.indent) - listIndent(theme, false);
}

/** Returns the hanging indent that markers of so many characters need, twips. */
export function markerIndent(theme: Theme, inCell: boolean, characters: number): number {
  const { size } = theme.type[inCell ? 'cell' : 'body'];
  return Math.max(listIndent(theme, inCell), twips((characters + 0.6) * size * digitWidth));
}

const hanging = (left: number, width: number): ILevelsOptions['style'] => ({
  paragraph: { indent: { left, hanging: width } },
});

/** Returns all kinds of numbering for a theme. */
export function numberingOptions(theme: Theme): INumberingOptions {
  const step = twips(theme.space.indent);
  const levels: Readonly<Record<NumberingKind, readonly ILevelsOptions[]>> = {
    clause: [
      {
        level: 0,
        format: 'decimal',
        text: '%1',
        style: { ...hanging(step, step), style: 'Heading1' },
      },
      {
        level: 1,
        format: 'decimal',
        text: '%1.%2',
        style: { ...hanging(step, step), style: 'Clause' },
      },
      {
        level: 2,
        format: 'lowerLetter',
        text: '(%3)',
        style: { ...hanging(2 * step, step), style: 'ClauseItem' },
      },
    ],
    recital: [
      {
        level: 0,
        format: 'upperLetter',
        text: '%1',
        style: { ...hanging(step, step), style: 'Recital' },
      },
      { level: 1, format: 'decimal', text: '%2', style: hanging(2 * step, step) },
      { level: 2, format: 'lowerLetter', text: '(%3)', style: hanging(3 * step, step) },
    ],
    annex: [
      {
        level: 0,
        format: 'decimal',
        text: annexPlaceholder,
        style: { style: 'AnnexHeading' },
      },
    ],
    bullet: listLevels(theme, false, 'bullet', 'ListBullet'),
    decimal: listLevels(theme, false, 'decimal', 'ListNumber'),
    cellBullet: listLevels(theme, true, 'bullet', 'TableListBullet'),
    cellDecimal: listLevels(theme, true, 'decimal', 'TableListNumber'),
    notice: [
      {
        level: 0,
        format: 'bullet',
        text: '–',
        style: {
          run: { font: theme.fonts.body.name, size: halfPoints(theme.type.notice.size) },
        },
      },
    ],
  };
  return {
    config: numberingKinds.map((reference) => ({ reference, levels: [...levels[reference]] })),
  };
}

function listLevels(
  theme: Theme,
  inCell: boolean,
  format: 'bullet' | 'decimal',
  style: StyleId,
): readonly ILevelsOptions[] {
  const step = listIndent(theme, inCell);
  const inset = listInset(theme, inCell);
  const before = markerHanging(theme, inCell, format);
  return depths.map((level) => ({
    level,
    format,
    text: format === 'decimal' ? `%${level + 1}.` : level % 2 === 0 ? '•' : '–',
    // Numbers end in a line before the text, bullets begin in one.
    ...(format === 'decimal' ? { alignment: 'right' as const } : {}),
    style: { ...hanging(inset + (level + 1) * step, before), ...(level === 0 ? { style } : {}) },
  }));
}
