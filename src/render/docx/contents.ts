// The contents list as Word makes it: a building block with one field, whose result is filled in, so that
// nothing needs to be updated on opening. Page numbers are those of the paper; Word counts its own on update.

import type { Contents, ContentsEntry } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';
import { documentPart } from './content-control.ts';
import { field, fieldEnd, fieldStart } from './fields.ts';
import { widthInEms } from './measure.ts';
import { type BodyContext, type Flow, paragraphXml } from './paragraph.ts';
import { pageRoom } from './row-height.ts';
import { plainRun, startsRightToLeft, textRun } from './runs.ts';
import { contentsGap, contentsIndent } from './style-extras.ts';
import { twips } from './units.ts';
import { element, join, none, type Xml } from './xml.ts';

/** Headings of the first level, as links, with their page numbers, by styles and outline levels. */
const instruction = 'TOC \\o "1-1" \\h \\z \\u';

/** Writes the contents list; without entries there is nothing to show. */
export function contentsXml(contents: Contents, flow: Flow, context: BodyContext): Xml {
  const { theme } = context;
  const { title, entries } = contents;
  if (!entries.length) return none;
  const heading = paragraphXml(
    'ContentsHeading',
    { ...flow, keepNext: false, bidi: startsRightToLeft(title) },
    textRun({ kind: 'text', text: title }),
    theme,
  );
  const { leading } = theme.type.cell;
  const whole = entries.length * (leading + contentsGap) < pageRoom(theme) * wholeShare;
  const lines = entries.map((entry, index) => {
    const last = index === entries.length - 1;
    const line = entryXml(entry, context);
    const content = join([
      index === 0 ? fieldStart(instruction) : none,
      line,
      last ? fieldEnd : none,
    ]);
    const tabs = labelStop(entry.label, context);
    const keepNext = last ? flow.keepNext === true : whole;
    const bidi = startsRightToLeft(inlineText(entry.content));
    return paragraphXml('Contents1', { keepNext, tabs, bidi }, content, theme);
  });
  return documentPart('Table of Contents', context.controls(), join([heading, ...lines]));
}

/** A list that takes less of a page than this is kept whole. */
const wholeShare = 0.85;

function entryXml(entry: ContentsEntry, context: BodyContext): Xml {
  const { label, content, page, target } = entry;
  const tab = element('w:r', {}, element('w:tab', {}));
  const anchor = context.anchors.get(target);
  const number = plainRun(`${page}`, none);
  const line = join([
    ...(label ? [plainRun(label, none), tab] : []),
    // A link or a reference inside a link would be two links in one: entries are text.
    ...content.map((each) =>
      each.kind === 'text'
        ? textRun(each)
        : plainRun(inlineText([each]).replaceAll('\n', ' '), none),
    ),
    tab,
    anchor ? field(`PAGEREF ${anchor.bookmark} \\h`, number, none) : number,
  ]);
  if (!anchor) return line;
  return element('w:hyperlink', { 'w:anchor': anchor.bookmark, 'w:history': 1 }, line);
}

/** Returns a stop behind a label that is wider than the indent of the list. */
function labelStop(label: string | undefined, { theme }: BodyContext): readonly Xml[] {
  if (!label) return [];
  const { size } = theme.type.cell;
  const width = twips((widthInEms(label) + 0.6) * size);
  if (width <= twips(contentsIndent)) return [];
  return [element('w:tab', { 'w:val': 'left', 'w:pos': width })];
}
