// What a draft says about open findings: paragraphs whose styles draw the box, so that whoever reads
// the text can leave them out by the name of their style.

import type { Notice } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';
import { type BodyContext, type Flow, marksOf, paragraphXml } from './paragraph.ts';
import { runs, startsRightToLeft, textRun } from './runs.ts';
import type { StyleId } from './style-names.ts';
import { join, type Xml } from './xml.ts';

/** Writes a notice. */
export function noticeXml(notice: Notice, flow: Flow, context: BodyContext): Xml {
  const { theme } = context;
  const box = notice.style === 'box';
  const only = notice.items.length === 0;
  const head: StyleId = !box ? 'NoticeMark' : only ? 'NoticeLast' : 'NoticeTitle';
  const title = paragraphXml(
    head,
    { ...flow, keepNext: !only || flow.keepNext === true, bidi: startsRightToLeft(notice.title) },
    textRun({ kind: 'text', text: notice.title }, marksOf(head, theme)),
    theme,
  );
  const items = notice.items.map((item, index) => {
    const last = index === notice.items.length - 1;
    const body: StyleId = !box ? 'NoticeMark' : last ? 'NoticeLast' : 'Notice';
    return paragraphXml(
      body,
      { keepNext: flow.keepNext === true, bidi: startsRightToLeft(inlineText(item)) },
      runs(item, context, marksOf(body, theme)),
      theme,
    );
  });
  return join([title, ...items]);
}
