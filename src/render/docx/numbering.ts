// The numbers of one paper: which instance of a kind of numbering each paragraph takes.
// Word counts by itself; this keeps count beside it, so that a label that Word would not reach by
// counting (a gap, a number of another sort) is given to it literally instead of coming out wrong.

import type { List, NumberLabel } from '../../model/block.ts';
import type { Theme } from '../../model/theme.ts';
import { widthInEms } from './measure.ts';
import {
  abstractId,
  annexPlaceholder,
  type NumberingKind,
  numberingKinds,
} from './numbering-levels.ts';
import type { StaticParts } from './static-parts.ts';
import { twips } from './units.ts';
import { declaration, element, join, none, val, type Xml } from './xml.ts';

/** A place in Word's numbering. */
export interface NumberPlace {
  readonly numId: number;
  readonly level: number;
}

/** How a computed number is written: by the count of its scheme, or literally. */
export interface NumberUse {
  readonly place: NumberPlace;
  /** True when Word comes to the same label by counting on. */
  readonly counted: boolean;
}

/** Hands out numbering while the body is written. */
export interface Numbering {
  /** The number of a heading or paragraph; must be asked in the order of the text. */
  readonly label: (number: NumberLabel) => NumberUse;
  /** The instance for one list: decimal lists have their own, from their own first number. */
  readonly list: (list: List, depth: number, inCell: boolean) => number;
  /** The part `word/numbering.xml`, complete once the body is written. */
  readonly part: () => Xml;
}

/** The deepest level that Word has. */
const deepest = 8;

/** Returns the level of a nested list; those too deep for Word share the last two, and so their markers. */
export const listLevel = (depth: number): number =>
  depth <= deepest ? depth : depth % 2 === 0 ? deepest : deepest - 1;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Word's letters: a to z, then aa, bb, cc. */
const letter = (value: number): string =>
  letters[(value - 1) % 26]!.repeat(Math.floor((value - 1) / 26) + 1);

/** Returns the numbering of one paper. */
export function numberingOf(parts: StaticParts, theme: Theme): Numbering {
  const counts: Record<NumberLabel['scheme'], number[]> = {
    clause: [0, 0, 0],
    recital: [0, 0, 0],
    annex: [0],
  };
  let annexText: string | undefined;
  const own: Xml[] = [];
  const extra: Xml[] = [];
  let lastNum = Math.max(...Object.values(parts.numIds));
  let lastAbstract = abstractId(numberingKinds.at(-1)!);

  const printed = (scheme: NumberLabel['scheme'], level: number, count: number[]): string => {
    const [first = 0, second = 0, third = 0] = count;
    if (scheme === 'annex') return (annexText ?? '').replace('%1', `${first}`);
    if (level === 2) return `(${letter(third)})`;
    if (scheme === 'recital') return level === 0 ? letter(first).toUpperCase() : `${second}`;
    return level === 0 ? `${first}` : `${first}.${second}`;
  };

  const literal = (number: NumberLabel): NumberPlace => {
    lastAbstract += 1;
    lastNum += 1;
    own.push(literalLevel(lastAbstract, number, theme));
    extra.push(instance(lastNum, lastAbstract));
    return { numId: lastNum, level: number.level };
  };

  return {
    label: (number) => {
      const { scheme, level, label } = number;
      if (scheme === 'annex') annexText ??= label.replace(/\d+/, '%1');
      const count = counts[scheme];
      const next = count.map((each, at) => (at === level ? each + 1 : at > level ? 0 : each));
      // A level that was never counted above would print as 1 in Word and as 0 here: leave it.
      const reachable = level < count.length && !next.slice(0, level).includes(0);
      if (!reachable || printed(scheme, level, next) !== label)
        return { place: literal(number), counted: false };
      counts[scheme] = next;
      return { place: { numId: parts.numIds[scheme], level }, counted: true };
    },
    list: (list, depth, inCell) => {
      if (list.marker === 'bullet') return parts.numIds[inCell ? 'cellBullet' : 'bullet'];
      lastNum += 1;
      if (depth > deepest) {
        lastAbstract += 1;
        own.push(ownDecimal(lastAbstract, listLevel(depth), list.start));
        extra.push(instance(lastNum, lastAbstract));
        return lastNum;
      }
      const override = element(
        'w:lvlOverride',
        { 'w:ilvl': listLevel(depth) },
        val('w:startOverride', list.start),
      );
      extra.push(instance(lastNum, abstractId(inCell ? 'cellDecimal' : 'decimal'), override));
      return lastNum;
    },
    part: () => {
      const abstract = parts.abstractNumbering.replace(annexLevel, () =>
        annexLevelXml(annexText ?? '%1', theme),
      ) as Xml;
      const fixed = numberingKinds
        .map((kind: NumberingKind) => [parts.numIds[kind], abstractId(kind)] as const)
        .sort(([one], [other]) => one - other)
        .map(([numId, id]) => instance(numId, id));
      return join([
        declaration,
        element(
          'w:numbering',
          { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
          abstract,
          ...own,
          ...fixed,
          ...extra,
        ),
      ]);
    },
  };
}

function instance(numId: number, id: number, ...overrides: readonly Xml[]): Xml {
  return element('w:num', { 'w:numId': numId }, val('w:abstractNumId', id), ...overrides);
}

const annexLevel = new RegExp(`<w:lvl [^>]*>(?:(?!</w:lvl>).)*${annexPlaceholder}.*?</w:lvl>`);

/** Room behind the label of an annex, ems; and for a typeface that runs wider than ours, as a share of the label. */
const annexGap = 0.7;
const annexSlack = 1.08;

/** Writes the level of annex headings: the text stands behind the label by its estimated width. */
function annexLevelXml(text: string, theme: Theme): Xml {
  return level(0, text, annexIndent(text, theme), val('w:pStyle', 'AnnexHeading'));
}

function annexIndent(label: string, theme: Theme): { left: number; hanging: number } {
  const { size } = theme.type.heading1;
  const width = twips((widthInEms(label.replace('%', ''), true) * annexSlack + annexGap) * size);
  return { left: width, hanging: width };
}

function level(
  at: number,
  text: string,
  indent: { readonly left: number; readonly hanging: number },
  style: Xml = none,
  start = 1,
  align: 'left' | 'right' = 'left',
): Xml {
  return element(
    'w:lvl',
    { 'w:ilvl': at },
    val('w:start', start),
    val('w:numFmt', 'decimal'),
    style,
    val('w:lvlText', text),
    val('w:lvlJc', align),
    element('w:pPr', {}, element('w:ind', { 'w:left': indent.left, 'w:hanging': indent.hanging })),
  );
}

/** Defines a decimal list that shares its count with no other. */
function ownDecimal(id: number, at: number, start: number): Xml {
  const text = `%${at + 1}.`;
  return element(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    val('w:multiLevelType', 'multilevel'),
    level(at, text, { left: 0, hanging: 0 }, none, start, 'right'),
  );
}

/** Defines a list whose one level prints the label as it stands. */
function literalLevel(id: number, number: NumberLabel, theme: Theme): Xml {
  const { scheme, label } = number;
  const step = twips(theme.space.indent);
  const steps = (scheme === 'clause' ? [1, 1, 2] : [1, 2, 3])[number.level]!;
  const indent =
    scheme === 'annex' ? annexIndent(label, theme) : { left: steps * step, hanging: step };
  return element(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    val('w:multiLevelType', 'multilevel'),
    level(number.level, label, indent),
  );
}
