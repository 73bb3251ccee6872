// Lists, nested to any depth: each item's first paragraph carries Word's own marker, what follows in
// the item stands under its text. Decimal lists are instances of their own and start where they say.

import type { List, ListItem, Paragraph } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';
import { lineCount } from './measure.ts';
import { listLevel, type NumberPlace } from './numbering.ts';
import { listIndent, listInset, markerHanging, markerIndent } from './numbering-levels.ts';
import {
  anchoredRuns,
  type BodyContext,
  type Flow,
  marksOf,
  type ParagraphSettings,
  paragraphXml,
} from './paragraph.ts';
import { plainRun, startsRightToLeft } from './runs.ts';
import type { StyleId } from './style-names.ts';
import { join, none, type Xml } from './xml.ts';

/** Where a list stands. */
interface ListPlace {
  readonly inCell: boolean;
  /** Where its markers begin, twips: in line with the text of the item it is nested in. */
  readonly left: number;
}

/** One paragraph of a list; without content, a marker alone. */
interface ListLine {
  readonly style: StyleId;
  readonly paragraph: Paragraph | undefined;
  readonly settings: ParagraphSettings;
}

/** Writes a list; what surrounds it holds for its first and last paragraph. */
export function listXml(list: List, inCell: boolean, flow: Flow, context: BodyContext): Xml {
  const { theme } = context;
  const place = { inCell, left: listInset(theme, inCell) };
  const lines = listLines(list, 0, place, context);
  const company = inCell ? new Set<number>() : keptWithNext(list, lines, context);
  const { keepNext, ...before } = flow;
  const after = {
    ...(keepNext ? { keepNext } : {}),
    // Items stand close together; the text after the list does not.
    ...(inCell ? {} : { spaceAfter: theme.type.body.after }),
  };
  return join(
    lines.map(({ style, paragraph, settings }, index) => {
      const first = index === 0 ? before : {};
      const last = index === lines.length - 1 ? after : {};
      const kept = company.has(index) ? { keepNext: true } : {};
      return lineXml(style, paragraph, { ...settings, ...first, ...kept, ...last }, context);
    }),
  );
}

/** An item of one line, by estimate, does not stand alone at the foot of a page, nor the last one at its head. */
function keptWithNext(
  { items }: List,
  lines: readonly ListLine[],
  { theme, textWidth }: BodyContext,
): ReadonlySet<number> {
  const { size } = theme.type.body;
  const room = (textWidth / 20 - theme.space.indent) / size;
  const isLine = (item: ListItem | undefined): boolean => {
    const only = item?.content.length === 1 ? item.content[0] : undefined;
    return only?.kind === 'paragraph' && lineCount(inlineText(only.content), room) === 1;
  };
  const kept = new Set<number>();
  if (items.length < 2) return kept;
  if (isLine(items[0])) kept.add(0);
  if (isLine(items.at(-1))) kept.add(lines.length - 2);
  return kept;
}

function listLines(
  list: List,
  depth: number,
  place: ListPlace,
  context: BodyContext,
): readonly ListLine[] {
  const number = {
    numId: context.numbering.list(list, depth, place.inCell),
    level: listLevel(depth),
  };
  return list.items.flatMap((item) => itemLines(item, list, number, depth, place, context));
}

function itemLines(
  item: ListItem,
  list: List,
  number: NumberPlace,
  depth: number,
  place: ListPlace,
  context: BodyContext,
): readonly ListLine[] {
  const { theme } = context;
  const step = listIndent(theme, place.inCell);
  const usual = listInset(theme, place.inCell) + (number.level + 1) * step;
  const last = list.start + list.items.length - 1;
  const longest = list.marker === 'decimal' ? `${last}.`.length : 0;
  const left = place.left + Math.max(step, markerIndent(theme, place.inCell, longest));
  const hanging = markerHanging(theme, place.inCell, list.marker);
  const [first, ...rest] = item.content;
  const lead = first?.kind === 'paragraph' ? first : undefined;
  const head: ListLine = {
    style: itemStyle(list, place),
    paragraph: lead,
    settings: {
      number,
      // The numbering's own indent holds, unless its numbers, or those around it, are long.
      ...(left !== usual ? { indent: { left, hanging } } : {}),
    },
  };
  const following = lead ? rest : item.content;
  const tail = following.flatMap((each): readonly ListLine[] =>
    each.kind === 'list'
      ? listLines(each, depth + 1, { ...place, left }, context)
      : [
          {
            style: place.inCell ? 'TableListContinue' : 'ListContinue',
            paragraph: each,
            settings: { indent: { left, hanging: 0 } },
          },
        ],
  );
  return [head, ...tail];
}

function itemStyle(list: List, place: ListPlace): StyleId {
  if (list.marker === 'decimal') return place.inCell ? 'TableListNumber' : 'ListNumber';
  return place.inCell ? 'TableListBullet' : 'ListBullet';
}

function lineXml(
  style: StyleId,
  paragraph: Paragraph | undefined,
  settings: ParagraphSettings,
  context: BodyContext,
): Xml {
  const { theme } = context;
  if (!paragraph) return paragraphXml(style, settings, none, theme);
  // A paragraph has one automatic number: in a list that is the marker, its own is printed.
  const label = paragraph.number ? plainRun(`${paragraph.number.label} `, none) : none;
  return paragraphXml(
    style,
    {
      ...settings,
      keepNext: settings.keepNext === true || paragraph.keepWithNext === true,
      bidi: startsRightToLeft(inlineText(paragraph.content)),
    },
    join([label, anchoredRuns(paragraph, marksOf(style, theme), context)]),
    theme,
  );
}
