// One point to talk about: the question, why it matters, the passage, how to mend it, and room for
// what was decided.

import { countedLines } from './counted-lines.ts';
import { fileLines, heading, sign, text, yaml } from './markup.ts';
import { mendText } from './mend-text.ts';
import { passageHtml } from './passage-html.ts';
import type { Mend, Point, ReviewAgreement } from './review-data.ts';
import { weights } from './words.ts';

/** What a point needs to know of the page around it. */
export interface PointPlace {
  readonly agreement: ReviewAgreement;
  /** Before every id of this agreement. */
  readonly prefix: string;
  /** Its number in this agreement, from 1. */
  readonly number: number;
  /** The level of its heading. */
  readonly level: number;
}

/** Returns a point as an article. */
export function pointHtml(point: Point, place: PointPlace): string {
  const { prefix, number, level } = place;
  const id = `${prefix}point-${number}`;
  const weight = weights[point.severity];
  const { asks, hint, why } = point;
  return `<article class="point ${weight.tone}" id="${id}" aria-labelledby="${id}-title">
<p class="point-head"><span class="point-number"><span class="only-heard">Point </span>${number}</span>${sign(weight)}</p>
${heading(level, text(point.message), ` id="${id}-title"`)}
<div class="point-body">
<div class="talk">
${asks ? `<p class="asks">${text(asks)}</p>` : hint ? `<p class="todo">${text(hint)}</p>` : ''}
${why ? `<p class="why">${text(why)}</p>` : ''}
</div>
${passageOf(point, place)}
${noteHtml(id, number)}
</div>
${mendHtml(point, place)}
</article>`;
}

function passageOf(point: Point, { agreement, prefix, number, level }: PointPlace): string {
  const { paper } = agreement;
  if (!paper) return '';
  if (!point.passage) return point.element && point.mend.length > 0 ? nothingYet : '';
  return passageHtml(point.passage, {
    paper,
    prefix: `${prefix}paper-`,
    level,
    context: `${agreement.report.file}, point ${number}`,
    ...(point.words ? { mark: point.words } : {}),
  });
}

/** For what no clause is set aside for. */
const nothingYet =
  '<figure class="passage"><figcaption>Not in the agreement</figcaption><div class="paper"><p class="gap"><span>The agreement says nothing about this yet.</span></p></div></figure>';

/** The note is the reader's own: it leaves the page only by printing or saving a copy. */
function noteHtml(id: string, number: number): string {
  return `<p class="note"><label for="${id}-note">Our decision<span class="only-heard"> on point ${number}</span></label><textarea id="${id}-note" rows="3" autocomplete="off"></textarea></p>`;
}

function mendHtml(point: Point, { agreement }: PointPlace): string {
  const { mend, hint, asks, lines, source, code } = point;
  const file = source ?? agreement.report.file;
  const steps = mend.map(
    (each, index) => `<p>${introduction(each, index)}</p>${yaml(mendText(each))}`,
  );
  const advice = hint && hint !== asks && asks ? [`<p>${text(hint)}</p>`] : [];
  const where = lines.text.some((line) => line.trim() !== '')
    ? [
        `<p>Where it stands now: <b>${text(file)}</b>, ${countedLines(lines)}.</p>${fileLines(lines)}`,
      ]
    : [];
  const rule = point.element
    ? `<p class="rule">Rule <code>${text(code)}</code>. <code>pactwright explain ${text(code)}</code> tells more about it.</p>`
    : `<p class="rule">Code <code>${text(code)}</code></p>`;
  return `<details class="mend"><summary>How to mend it in the file</summary><div>${[...advice, ...steps, ...where].join('')}${rule}</div></details>`;
}

function introduction({ yaml: added, there }: Mend, index: number): string {
  const takesOut = /^ *[\p{L}\p{N}_-]+:$/mu.test(added.split('\n').at(-1)!);
  return [
    index === 0 ? 'For example, with your own words and dates instead.' : 'And with it:',
    there.length > 0
      ? 'Lines with a number after them are in the file already: complete or change them.'
      : '',
    takesOut ? 'Take out the key that has nothing after it.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
