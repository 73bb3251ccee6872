// Paragraphs and headings: a named style, a number where there is one, and runs.
// The order of properties is the schema's; Word refuses a file in which it is another.

import type { Heading, Inline, NumberLabel, Paragraph, Placement } from '../../model/block.ts';
import type { Signing } from '../../model/esign.ts';
import { inlineText } from '../../model/text.ts';
import type { Theme, TypeStyle } from '../../model/theme.ts';
import { balancedWidth, lineCount } from './measure.ts';
import type { Numbering, NumberPlace } from './numbering.ts';
import { type RunContext, runs, type StyleMarks, startsRightToLeft } from './runs.ts';
import {
  headingStyle,
  paragraphStyle,
  type StyleId,
  styleNumbering,
  styleTypes,
} from './style-names.ts';
import { border } from './table-styles.ts';
import { twips } from './units.ts';
import { element, join, val, type Xml } from './xml.ts';

/** What the body hands to every writer. */
export interface BodyContext extends RunContext {
  readonly theme: Theme;
  readonly numbering: Numbering;
  /** Width between the margins, twips. */
  readonly textWidth: number;
  /** True when the paper has no heading but its title, which then is the first of the outline. */
  readonly titleOnly: boolean;
  /** Writes a picture of the paper as a run, in the middle of a row of that height. */
  readonly picture: (placement: Placement, rowMm?: number) => Xml;
  /** Hands out the ids of content controls. */
  readonly controls: () => number;
  /** The paper's language, BCP 47. */
  readonly language: string;
  readonly signing: Signing;
  /** Hands out the number of the next drawing. */
  readonly drawingNumber: () => number;
}

/** How a paragraph stands among its neighbours; everything else is in its style. */
export interface Flow {
  readonly pageBreakBefore?: boolean;
  readonly keepNext?: boolean;
  /** Not drawn into one box with a notice before it. */
  readonly apart?: boolean;
  /** At least this much space before it, points: after a table, which has no space of its own. */
  readonly spaceBefore?: number;
}

/** What a paragraph says of itself beside its style. */
export interface ParagraphSettings extends Flow {
  /** Space after it, points, where its style does not know its place. */
  readonly spaceAfter?: number;
  /** Space before it, points, in place of its style's: a part of it was used for something else. */
  readonly exactBefore?: number;
  /** Height of its line, points, whatever stands on it. */
  readonly exactLine?: number;
  readonly number?: NumberPlace;
  readonly tabs?: readonly Xml[];
  readonly bidi?: boolean;
  /** Twips. */
  readonly indent?: { readonly left: number; readonly hanging?: number; readonly right?: number };
  /** A rule above it in a colour of its own, points. */
  readonly topRule?: { readonly points: number; readonly color: string; readonly gap?: number };
  /** Makes the paragraph a heading of this level, 0 first, where its style is none. */
  readonly outlineLevel?: number;
  /** Where its lines stand, where that is not the business of its style. */
  readonly align?: 'left' | 'center' | 'right';
}

/** Writes a paragraph. */
export function paragraphXml(
  style: StyleId,
  settings: ParagraphSettings,
  content: Xml,
  theme: Theme,
): Xml {
  const { number, tabs, indent, topRule, spaceBefore = 0 } = settings;
  const parts: Xml[] = [val('w:pStyle', style)];
  if (settings.keepNext) parts.push(element('w:keepNext', {}));
  if (settings.pageBreakBefore) parts.push(element('w:pageBreakBefore', {}));
  if (number)
    parts.push(element('w:numPr', {}, val('w:ilvl', number.level), val('w:numId', number.numId)));
  if (topRule)
    parts.push(element('w:pBdr', {}, border('w:top', topRule.points, topRule.color, topRule.gap)));
  if (tabs?.length) parts.push(element('w:tabs', {}, ...tabs));
  if (settings.bidi) parts.push(element('w:bidi', {}));
  const raised = spaceBefore > theme.type[styleTypes[style]].before ? spaceBefore : undefined;
  const { pageBreakBefore, exactBefore = raised, spaceAfter, exactLine } = settings;
  if (pageBreakBefore || (exactBefore ?? spaceAfter ?? exactLine) !== undefined)
    parts.push(
      element('w:spacing', {
        // At the top of a page nothing stands above it.
        'w:before': pageBreakBefore ? 0 : optionalTwips(exactBefore),
        'w:after': optionalTwips(spaceAfter),
        'w:line': optionalTwips(exactLine),
        'w:lineRule': exactLine === undefined ? undefined : 'exact',
      }),
    );
  if (indent)
    parts.push(
      element('w:ind', {
        'w:left': indent.left,
        'w:right': indent.right,
        'w:hanging': indent.hanging,
      }),
    );
  if (settings.align) parts.push(val('w:jc', settings.align));
  if (settings.outlineLevel !== undefined) parts.push(val('w:outlineLvl', settings.outlineLevel));
  return `<w:p><w:pPr>${join(parts)}</w:pPr>${content}</w:p>` as Xml;
}

const optionalTwips = (points: number | undefined): number | undefined =>
  points === undefined ? undefined : twips(points);

/** Returns what a style already sets, so that runs do not set it again. */
export function marksOf(style: StyleId, theme: Theme): StyleMarks {
  const token = theme.type[styleTypes[style]];
  return { bold: token.bold === true, italic: token.italic === true };
}

/** Writes a heading. */
export function headingXml(heading: Heading, flow: Flow, context: BodyContext): Xml {
  const style = headingStyle(heading.level, heading.number);
  const settings = {
    ...flow,
    keepNext: false,
    ...(heading.level === 0 ? balanced(heading.content, context.theme.type.title, context) : {}),
    ...(heading.level === 0 && context.titleOnly ? { outlineLevel: 0 } : {}),
  };
  return numberedXml(style, heading, heading.number, settings, context);
}

/** Writes a paragraph of the body. */
export function bodyParagraphXml(paragraph: Paragraph, flow: Flow, context: BodyContext): Xml {
  const { style, content } = paragraph;
  const settings =
    style === 'lead' ? { ...flow, ...balanced(content, context.theme.type.lead, context) } : flow;
  return styledParagraphXml(paragraphStyle(style, paragraph.number), paragraph, settings, context);
}

/** Room for typefaces that run wider than ours, as a share of a balanced line. */
const slack = 1.04;

/** Keeps title and subtitle from ending in a line of one word: their lines become as long as each other. */
function balanced(
  content: readonly Inline[],
  type: TypeStyle,
  { textWidth }: BodyContext,
): ParagraphSettings {
  const text = inlineText(content);
  const room = textWidth / 20 / type.size;
  if (text.includes('\n') || lineCount(text, room, type.bold) < 2) return {};
  const width = twips(balancedWidth(text, room, type.bold) * slack * type.size);
  return width < textWidth ? { indent: { left: 0, right: textWidth - width } } : {};
}

/** Writes a paragraph in a style that its surroundings chose. */
export function styledParagraphXml(
  style: StyleId,
  paragraph: Paragraph,
  flow: ParagraphSettings,
  context: BodyContext,
): Xml {
  const keepNext = flow.keepNext === true || paragraph.keepWithNext === true;
  return numberedXml(style, paragraph, paragraph.number, { ...flow, keepNext }, context);
}

function numberedXml(
  style: StyleId,
  block: { readonly anchor?: string; readonly content: readonly Inline[] },
  number: NumberLabel | undefined,
  settings: ParagraphSettings,
  context: BodyContext,
): Xml {
  const own = styleNumbering[style];
  const use = number && context.numbering.label(number);
  const fromStyle =
    use?.counted && own && own.scheme === number?.scheme && own.level === number.level;
  return paragraphXml(
    style,
    {
      ...settings,
      ...(use && !fromStyle ? { number: use.place } : {}),
      bidi: startsRightToLeft(inlineText(block.content)),
    },
    anchoredRuns(block, marksOf(style, context.theme), context),
    context.theme,
  );
}

/** Writes content as runs, inside the bookmark of its anchor. */
export function anchoredRuns(
  block: { readonly anchor?: string; readonly content: readonly Inline[] },
  marks: StyleMarks,
  context: RunContext,
): Xml {
  const inside = runs(block.content, context, marks);
  const anchor = block.anchor === undefined ? undefined : context.anchors.get(block.anchor);
  if (!anchor) return inside;
  return join([
    element('w:bookmarkStart', { 'w:id': anchor.id, 'w:name': anchor.bookmark }),
    inside,
    element('w:bookmarkEnd', { 'w:id': anchor.id }),
  ]);
}
