// One agreement on the review page: may it be signed, how each element stands, the points to settle,
// what was accepted, and the whole paper beside the lines of its file.

import type { ElementName } from '../report.ts';
import { elementTitles } from '../wording.ts';
import { besideHtml } from './beside-html.ts';
import { dutiesHtml } from './duties-html.ts';
import { heading, icon, sign, text } from './markup.ts';
import { pointHtml } from './point-html.ts';
import type { Point, ReviewAgreement } from './review-data.ts';
import { countsOf, standingOf, standingSign, talkOrder } from './standing.ts';
import {
  acceptedSign,
  elementOrder,
  elementSentences,
  listText,
  pointsText,
  states,
  weights,
} from './words.ts';

/** Where an agreement stands on the page. */
export interface AgreementPlace {
  /** Before every id, so that several agreements can share a page. */
  readonly prefix: string;
  /** The level of its title. */
  readonly level: number;
  /** What stands between the answer and the details. */
  readonly tools: string;
}

/** Returns an agreement as a stretch of page. */
export function agreementHtml(agreement: ReviewAgreement, place: AgreementPlace): string {
  const { prefix, level } = place;
  const points = talkOrder(agreement.points);
  const number = new Map(points.map((point, index) => [point, index + 1]));
  const section = (name: string, title: string, content: string): string =>
    `<section class="part" aria-labelledby="${named(name, place)}">
${heading(level + 1, title, ` id="${prefix}${name}"`)}
${content}
</section>`;
  const articles = (list: readonly Point[]): string =>
    list
      .map((point) =>
        pointHtml(point, { agreement, prefix, number: number.get(point)!, level: level + 2 }),
      )
      .join('\n');
  const reading = points.filter((point) => !point.element);
  const elements = (agreement.report.elements ?? []).map(({ element, state }) => {
    const own = points.filter((point) => point.element === element);
    const title = `${elementTitles[element]} ${sign(states[state])}`;
    return section(
      element,
      title,
      `<p class="element-about">${elementSentences[element]}</p>
${articles(own)}
${askedHtml(agreement, element)}`,
    );
  });
  return `${frontHtml(agreement, place)}
${reading.length > 0 ? section('reading', 'The file itself', `<p class="element-about">Slips in the file, its pictures or its letters, to be mended by whoever keeps it.</p>\n${articles(reading)}`) : ''}
${elements.join('\n')}
${acceptedHtml(agreement, section)}
${dutiesHtml(agreement, prefix, level, section)}
${besideHtml(agreement, prefix, level, section, number)}`;
}

/** The ids that name a stretch of page; among several agreements each says whose it is. */
function named(name: string, { prefix }: AgreementPlace): string {
  return `${prefix}${name}${prefix ? ` ${prefix}top ${prefix}file` : ''}`;
}

/** The front: title, partners, the answer to "may we sign", and the seven elements. */
function frontHtml(agreement: ReviewAgreement, place: AgreementPlace): string {
  const { prefix, level, tools } = place;
  const { title, partners, term, report } = agreement;
  const signing = partners.filter(({ role }) => role !== 'supporter').map(({ name }) => name);
  const others = partners.filter(({ role }) => role === 'supporter').map(({ name }) => name);
  const between = [
    signing.length > 0 ? `between ${listText(signing.map(text))}` : '',
    others.length > 0 ? `supported by ${listText(others.map(text))}` : '',
  ].filter(Boolean);
  return `<header class="front">
${heading(level, text(title), ` id="${prefix}top"`)}
${between.length > 0 ? `<p class="between">${between.join(', ')}</p>` : ''}
<p class="facts">${[term ? termText(term, agreement.paper?.language) : '', `${report.status === 'final' ? 'Final' : report.status === 'draft' ? 'Draft' : 'File'}: <span class="file" id="${prefix}file">${text(report.file)}</span>`].filter(Boolean).join(' · ')}</p>
</header>
${verdictHtml(agreement, place)}
${tools}
${elementsHtml(agreement, place)}`;
}

/** Days as the paper itself writes them; the words of this page are English, and so are its months. */
function termText(
  { start, end }: { readonly start: string; readonly end?: string },
  language = '',
): string {
  const locale = /^en\b/i.test(language) ? language : 'en-GB';
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const day = (date: string): string => days.format(Date.parse(`${date}T00:00:00Z`));
  return end ? `${day(start)} to ${day(end)}` : `from ${day(start)}`;
}

function verdictHtml(agreement: ReviewAgreement, place: AgreementPlace): string {
  const { prefix, level } = place;
  const { tone, icon: name, word } = standingSign(agreement);
  const counts = countsOf(agreement);
  const lines = (['error', 'warning', 'advice'] as const)
    .filter((severity) => counts[severity] > 0)
    .map(
      (severity) =>
        `<li>${icon(weights[severity].icon)}<b>${counts[severity]}</b> ${weights[severity].word.toLowerCase()}</li>`,
    );
  const accepted = counts.accepted
    ? [`<li>${icon(acceptedSign.icon)}<b>${counts.accepted}</b> accepted as they are</li>`]
    : [];
  return `<section class="verdict ${tone}" aria-labelledby="${named('verdict', place)}">
${heading(level + 1, `${icon(name)}${word}`, ` id="${prefix}verdict"`)}
<p>${verdictSentence(agreement)}</p>
${lines.length + accepted.length > 0 ? `<ul class="counts">${[...lines, ...accepted].join('')}</ul>` : ''}
</section>`;
}

function verdictSentence(agreement: ReviewAgreement): string {
  const { error, warning, advice } = countsOf(agreement);
  const { status } = agreement.report;
  if (status === 'unreadable') {
    return 'This file cannot be read as an agreement yet. Mend the points below; then the review can say more.';
  }
  switch (standingOf(agreement)) {
    case 'no':
      return `Please do not sign it yet: ${pointsText(error)} ${error === 1 ? 'has' : 'have'} to be settled first${warning > 0 ? `, and ${warning} more should be settled or accepted` : ''}.`;
    case 'not yet':
      return `Nothing forbids it, but ${pointsText(warning)} should be settled, or accepted with a reason, before you sign.`;
    case 'yes':
      return `Nothing stands in the way of signing.${advice > 0 ? ` ${advice === 1 ? 'One point is' : `${advice} points are`} worth a thought.` : ''}${status === 'draft' ? ' It is still marked as a draft: to sign it, write <code>status: final</code> into the file and build it.' : ''}`;
  }
}

function elementsHtml(agreement: ReviewAgreement, place: AgreementPlace): string {
  const { prefix, level } = place;
  const { elements } = agreement.report;
  if (!elements) return '';
  const cards = elements.map(({ element, state }) => {
    const own = agreement.points.filter((each) => each.element === element);
    const accepted = own.filter((each) => each.waived).length;
    const open = own.length - accepted;
    const counts = [
      ...(open > 0 || accepted === 0 ? [pointsText(open)] : []),
      ...(accepted > 0 ? [`${accepted} accepted`] : []),
    ];
    return `<li class="${states[state].tone}"><a href="#${prefix}${element}">${elementTitles[element]}</a>${sign(states[state])}<span class="open">${counts.join(', ')}</span></li>`;
  });
  return `<nav class="elements" aria-labelledby="${named('elements', place)}">
${heading(level + 1, 'How it stands', ` id="${prefix}elements"`)}
<p class="element-about">Five elements make a partnership work; signing and branding make the paper work.</p>
<ol>${cards.join('')}</ol>
</nav>`;
}

/** Every question of an element with its answer, for those who want to know what was looked at. */
function askedHtml({ asked, report }: ReviewAgreement, element: ElementName): string {
  const own = asked.filter((each) => each.element === element);
  if (own.length === 0) return '';
  const items = own.map(
    ({ asks, state, reason }) =>
      `<li>${sign(states[state])} ${text(asks)}${reason ? ` <span class="reason">Not asked: ${text(reason)}.</span>` : ''}</li>`,
  );
  const name = elementTitles[element];
  return `<details class="asked"><summary>All ${own.length} questions asked about ${name.toLowerCase()}<span class="only-heard"> in ${text(report.file)}</span></summary><ul>${items.join('')}</ul></details>`;
}

type Section = (name: string, title: string, content: string) => string;

function acceptedHtml({ points }: ReviewAgreement, section: Section): string {
  const accepted = points.filter((point) => point.waived);
  if (accepted.length === 0) return '';
  const order = [...accepted].sort(
    (a, b) => elementOrder.indexOf(a.element!) - elementOrder.indexOf(b.element!),
  );
  const items = order.map(
    ({ message, waiver }) =>
      `<li><p>${text(message)}</p>${waiver ? `<p class="waiver"><span class="reason">“${text(waiver.reason)}”</span> <span class="by">Accepted by ${text(waiver.by)}</span></p>` : ''}</li>`,
  );
  return section(
    'accepted',
    'Accepted as it is',
    `<p class="element-about">These were looked at and left as they are, for a reason. They no longer stand in the way of signing.</p>\n<ul class="accepted">${items.join('')}</ul>`,
  );
}
