// The overview of several agreements: a line for each with its answer and what is open, and what is
// open most often. Keeps a page of ten thousand within bounds, and says so where it leaves things out.

import type { Severity } from '../../base/diagnostic.ts';
import { escapeHtml } from '../../render/html/escape.ts';
import type { State } from '../report.ts';
import { elementTitles, type Standing } from '../wording.ts';
import { heading, icon, sign, text } from './markup.ts';
import type { Summary } from './overview-data.ts';
import { elementOrder, listText, standings, states, unreadableSign, weights } from './words.ts';

/** What an overview shows beside its lines. */
export interface OverviewOptions {
  /**
   * The most bytes that the overview may take, with the open points of each agreement in its line;
   * absent where each agreement stands in full on the same page.
   */
  readonly room?: number;
}

/** Titles, names and messages are cut here in an overview, in characters. */
const longest = 240;

/** Returns the overview as a section. */
export function overviewHtml(summaries: readonly Summary[], { room }: OverviewOptions): string {
  const bare = summaries.map((each) => rowHtml(each, 0, room !== undefined));
  const most = room === undefined ? 0 : pointsThatFit(summaries, room - bytes(bare.join('\n')));
  const rows = most > 0 ? summaries.map((each) => rowHtml(each, most, true)) : bare;
  const names = elementOrder.map(
    (element) => `<th scope="col" class="element">${elementTitles[element]}</th>`,
  );
  const note =
    room !== undefined && summaries.some(({ open }) => open.length > most)
      ? `<p class="cut">To keep this page small, at most ${most} open points of each agreement are listed here, the weightiest first; the page of the agreement has all of them.</p>`
      : '';
  return `<section class="part overview" aria-labelledby="overview">
${heading(2, 'Overview', ' id="overview"')}
${tallyHtml(summaries)}
${note}
<div class="list">
${filterHtml(summaries)}
${room === undefined ? '' : legendHtml()}
<table>
<caption class="only-heard">All agreements, whether each may be signed, and what is open</caption>
<thead><tr><th scope="col">Agreement</th><th scope="col">May it be signed?</th><th scope="col">Open</th>${names.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
</section>
${oftenHtml(summaries)}`;
}

const encoder = new TextEncoder();
const bytes = (html: string): number => encoder.encode(html).length;

/** Signs for the states where there are too many for drawings. */
const letters: Readonly<Record<State, string>> = {
  covered: '✓',
  partly: '◐',
  missing: '○',
  waived: '◇',
  'not relevant': '–',
};

function legendHtml(): string {
  const items = Object.entries(letters).map(
    ([state, letter]) => `${letter} ${states[state as State].word.toLowerCase()}`,
  );
  return `<p class="legend">${items.join(' · ')}</p>`;
}

const standingNames: readonly Standing[] = ['no', 'not yet', 'yes'];

/** The class of a line, by which the filter finds it. */
const classes: Readonly<Record<Standing, string>> = { no: 'no', 'not yet': 'almost', yes: 'yes' };

function countOf(summaries: readonly Summary[], standing: Standing): number {
  return summaries.filter((each) => each.standing === standing).length;
}

function tallyHtml(summaries: readonly Summary[]): string {
  const items = standingNames.map((standing) => {
    const { icon: name, word, tone } = standings[standing];
    return `<li class="${tone}">${icon(name)}<b>${countOf(summaries, standing)}</b> ${word.toLowerCase()}</li>`;
  });
  return `<ul class="counts">${items.join('')}</ul>`;
}

/** Works without a script: the choice hides lines by style alone. */
function filterHtml(summaries: readonly Summary[]): string {
  if (summaries.length < 8) return '';
  const choices = [
    `<label><input type="radio" name="show" value="all" checked> all ${summaries.length}</label>`,
    ...standingNames
      .filter((standing) => countOf(summaries, standing) > 0)
      .map(
        (standing) =>
          `<label><input type="radio" name="show" value="${classes[standing]}"> ${standings[standing].word.toLowerCase()} (${countOf(summaries, standing)})</label>`,
      ),
  ];
  return `<fieldset class="filter"><legend>Show</legend>${choices.join('')}</fieldset>`;
}

function rowHtml(summary: Summary, most: number, compact: boolean): string {
  const { href, title, partners, file, standing, readable, elements } = summary;
  const names = partners.map(cut).map(text);
  const shown = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  const state = new Map(elements.map((each) => [each.element, each.state]));
  const cells = elementOrder.map((element) => {
    const own = state.get(element);
    if (!own) return '<td class="element"></td>';
    const { icon: name, word, tone } = states[own];
    if (compact) return `<td class="element ${tone}">${letters[own]}</td>`;
    return `<td class="element ${tone}">${icon(name)}<span class="only-heard">${word}</span></td>`;
  });
  return `<tr class="${classes[standing]}"><th scope="row"><a href="${escapeHtml(href)}">${text(cut(title))}</a>${shown.length ? `<span class="names">${listText(shown)}</span>` : ''}${title === file ? '' : `<span class="file">${text(file)}</span>`}</th><td>${sign(readable ? standings[standing] : unreadableSign)}</td><td>${openHtml(summary, most)}</td>${cells.join('')}</tr>`;
}

function openHtml({ counts, open, file }: Summary, most: number): string {
  const tallies = (['error', 'warning', 'advice'] as const)
    .filter((severity) => counts[severity] > 0)
    .map(
      (severity) =>
        `<span class="${weights[severity].tone}">${icon(weights[severity].icon)}${counts[severity]} ${weights[severity].word.toLowerCase()}</span>`,
    );
  const line =
    tallies.length > 0 ? `<span class="tallies">${tallies.join(' ')}</span>` : 'nothing open';
  const accepted =
    counts.accepted > 0 ? `<span class="names">${counts.accepted} accepted</span>` : '';
  if (!most || open.length === 0) return `${line}${accepted}`;
  return `<details><summary>${line}<span class="only-heard"> in ${text(file)}</span></summary><ul>${pointItems(open, most).join('')}</ul></details>${accepted}`;
}

function pointItems(open: Summary['open'], most: number): readonly string[] {
  const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };
  const chosen = new Set(
    [...open].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, most),
  );
  const items = open
    .filter((each) => chosen.has(each))
    .map(({ severity, message }) => {
      const { icon: name, word, tone } = weights[severity];
      return `<li class="${tone}">${icon(name)}<span class="only-heard">${word}: </span>${text(cut(message))}</li>`;
    });
  const left = open.length - chosen.size;
  return left > 0 ? [...items, `<li>and ${left} more</li>`] : items;
}

/** Around the points of a line, in bytes. */
const wrapping = 120;

/** Returns how many points of each agreement can be listed: all, or the largest power of two that fits. */
function pointsThatFit(summaries: readonly Summary[], room: number): number {
  const largest = Math.max(0, ...summaries.map(({ open }) => open.length));
  const fits = (most: number): boolean => {
    let left = room;
    for (const { open, file } of summaries) {
      if (open.length === 0) continue;
      left -= wrapping + bytes(text(file)) + bytes(pointItems(open, most).join(''));
      if (left < 0) return false;
    }
    return true;
  };
  let most = largest;
  while (most > 0 && !fits(most)) most = most === largest ? powerBelow(largest) : most >> 1;
  return most;
}

const powerBelow = (count: number): number => 2 ** Math.max(0, Math.ceil(Math.log2(count)) - 1);

function cut(value: string): string {
  const signs = [...value];
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : value;
}

/** What many agreements have open alike is worth a word with everybody. */
function oftenHtml(summaries: readonly Summary[]): string {
  const rules = new Map<string, { asks: string; count: number; severity: Severity }>();
  for (const { open } of summaries) {
    for (const code of new Set(open.map((each) => each.code))) {
      const { asks, message, severity } = open.find((each) => each.code === code)!;
      const known = rules.get(code) ?? { asks: asks ?? cut(message), count: 0, severity };
      rules.set(code, { ...known, count: known.count + 1 });
    }
  }
  const often = [...rules.entries()]
    .filter(([, { count }]) => count > 1)
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
    .slice(0, 10);
  if (summaries.length < 3 || often.length === 0) return '';
  const items = often.map(
    ([, { asks, count, severity }]) =>
      `<li class="${weights[severity].tone}">${text(asks)} <span class="reason">open in ${count} of ${summaries.length}</span></li>`,
  );
  return `<section class="part" aria-labelledby="often">
${heading(2, 'Open most often', ' id="often"')}
<p class="element-about">Questions that several of these agreements leave open.</p>
<ol class="often">${items.join('')}</ol>
</section>`;
}
