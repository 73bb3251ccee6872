// The drawings of a paper as data: what of an agreement they show, and what is said to people who
// cannot see them. Part of a round of fill.ts; shapes come later, in lower-drawing.ts.

import type {
  DocumentDrawing,
  DocumentInline,
  DocumentNode,
  DrawingContent,
} from '../model/document.ts';
import type { DrawingTag } from './drawing-phrases.ts';
import { phraseText } from './fill-partners.ts';
import type { Filling } from './filling.ts';
import { matrixSheets } from './matrix-content.ts';
import { measuresContent } from './measures-content.ts';
import { timelineContent } from './timeline-content.ts';

/** Fills a drawing; none where it would say nothing. */
export function fillDrawing(
  tag: DrawingTag,
  caption: readonly DocumentInline[],
  filling: Filling,
): DocumentNode | undefined {
  const sheets = sheetsOf(tag, filling);
  if (sheets.length === 0) return undefined;
  const keys = [...new Set(sheets.flatMap(({ content }) => partnersIn(content)))];
  return {
    kind: 'drawing',
    sheets,
    ...(caption.length ? { caption } : {}),
    names: Object.fromEntries(keys.map((key) => [key, shortName(key, filling)])),
  };
}

function sheetsOf(tag: DrawingTag, filling: Filling): DocumentDrawing['sheets'] {
  if (tag === 'timeline') {
    const content = timelineContent(filling);
    return content ? [{ content, alt: timelineAlt(content, filling) }] : [];
  }
  if (tag === 'measures') {
    const content = measuresContent(filling);
    return content ? [{ content, alt: measuresAlt(content.measures, filling) }] : [];
  }
  const sheets = matrixSheets(filling);
  const total = sheets.reduce((sum, { tasks }) => sum + tasks.length, 0);
  let first = 1;
  return sheets.map((content) => {
    const last = first + content.tasks.length - 1;
    const part: Record<string, string> =
      sheets.length > 1 ? { first: String(first), last: String(last) } : {};
    first = last + 1;
    const tasks = filling.wording.number(total, 0);
    const leads = leadsOf(content, filling);
    const alt = phraseText(filling.wording.phrase('rolesmatrix.shows'), { ...part, tasks, leads });
    return { content, alt };
  });
}

function partnersIn(content: DrawingContent): readonly string[] {
  switch (content.shows) {
    case 'timeline':
      return [...content.entries, ...content.meetings].flatMap(({ partner }) => partner ?? []);
    case 'rolesmatrix':
      return content.columns;
    case 'measures':
      return content.measures.flatMap(({ partner }) => partner ?? []);
  }
}

function shortName(key: string, { agreement, usedShort }: Filling): string {
  const { short, name } = agreement.partners[key]!;
  if (!short?.trim()) return name;
  usedShort.add(key);
  return short;
}

/** Joins texts as "A, B and C". */
function listed(texts: readonly string[], { wording }: Filling): string {
  return wording
    .list(texts.length)
    .map((piece) => ('index' in piece ? texts[piece.index]! : piece.words))
    .join('');
}

function timelineAlt(
  { start, end, entries, meetings }: Extract<DrawingContent, { shows: 'timeline' }>,
  { wording }: Filling,
): string {
  const count = (number: number): string => (number ? wording.number(number, 0) : '');
  const of = (...kinds: readonly string[]): string =>
    count(entries.filter(({ kind }) => kinds.includes(kind)).length);
  return phraseText(wording.phrase('timeline.shows'), {
    start: wording.date(start),
    end: end ? wording.date(end) : '',
    milestones: of('milestone', 'smallWin'),
    events: of('event'),
    meetings: count(meetings.length),
    reviews: of('review'),
  });
}

/** With more partners than this a list of who leads how much is no summary. */
const mostNamed = 6;

function leadsOf(
  { tasks, columns }: Extract<DrawingContent, { shows: 'rolesmatrix' }>,
  filling: Filling,
): string {
  const { wording } = filling;
  const counts = columns.flatMap((key) => {
    const number = tasks.filter(({ lead }) => lead === key).length;
    return number ? [{ key, number }] : [];
  });
  if (counts.length > mostNamed) return '';
  const texts = counts.map(({ key, number }) =>
    phraseText(wording.phrase('rolesmatrix.leads'), {
      partner: shortName(key, filling),
      count: wording.number(number, 0),
    }),
  );
  return texts.length ? listed(texts, filling) : '';
}

/** More measures than this are counted, not listed. */
const mostMeasures = 5;

function measuresAlt(
  measures: Extract<DrawingContent, { shows: 'measures' }>['measures'],
  filling: Filling,
): string {
  const { wording } = filling;
  const named = measures.slice(0, mostMeasures);
  const texts = named.map(({ what, baseline, target }) =>
    phraseText(wording.phrase('measures.item'), { what, baseline, target }),
  );
  const rest = measures.length - named.length;
  if (rest) {
    texts.push(phraseText(wording.phrase('measures.more'), { count: wording.number(rest, 0) }));
  }
  return phraseText(wording.phrase('measures.shows'), { items: texts.join('; ') });
}
