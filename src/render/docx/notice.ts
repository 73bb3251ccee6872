// What a draft says about open findings: paragraphs whose styles draw the box, so that whoever reads
// the text can leave them out by the name of their style.

import type { Notice } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';
import { type BodyContext, type Flow, marksOf, paragraphXml } from './paragraph.ts';
import { plainRun, runs, startsRightToLeft, textRun } from './runs.ts';
import { boxPadding, markPadding } from './style-extras.ts';
import type { StyleId } from './style-names.ts';
import { join, none, type Xml } from './xml.ts';

/** Space between the paragraphs of a mark, points. */
const markGap = 2;

/** Writes a notice. */
export function noticeXml(notice: Notice, flow: Flow, context: BodyContext): Xml {
  const { theme } = context;
  const { apart, ...around } = flow;
  const box = notice.style === 'box';
  const only = notice.items.length === 0;
  const { y: gap } = box ? boxPadding : markPadding;
  const own = apart ? { topRule: { points: 0.75, color: theme.color.noticeTint, gap } } : {};
  const between = (last: boolean): { spaceAfter?: number } =>
    box || last ? {} : { spaceAfter: markGap };
  const head: StyleId = !box ? 'NoticeMark' : only ? 'NoticeAlone' : 'NoticeTitle';
  const title = paragraphXml(
    head,
    {
      ...around,
      ...own,
      ...between(only),
      keepNext: !only || flow.keepNext === true,
      bidi: startsRightToLeft(notice.title),
    },
    textRun({ kind: 'text', text: notice.title }, marksOf(head, theme)),
    theme,
  );
  const items = notice.items.map((item, index) => {
    const last = index === notice.items.length - 1;
    const body: StyleId = !box ? 'NoticeMark' : last ? 'NoticeLast' : 'Notice';
    return paragraphXml(
      body,
      {
        ...own,
        ...between(last),
        keepNext: flow.keepNext === true || !(box || last),
        bidi: startsRightToLeft(inlineText(item)),
      },
      join([box ? none : plainRun('–\t', none), runs(item, context, marksOf(body, theme))]),
      theme,
    );
  });
  return join([title, ...items]);
}
