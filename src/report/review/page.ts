// The review page: one self-contained HTML file for one agreement, for several with an overview
// first, or for the overview alone with a page for each. Loads nothing, sends nothing.

import { escapeHtml } from '../../render/html/escape.ts';
import { oneLine } from '../safe-text.ts';
import { agreementHtml } from './agreement-html.ts';
import { iconSet } from './icons.ts';
import { heading } from './markup.ts';
import { type Summary, summaryOf } from './overview-data.ts';
import { overviewHtml } from './overview-html.ts';
import type { ReviewAgreement } from './review-data.ts';
import { script } from './script.ts';
import { reviewStyle } from './style.ts';

/** Above this many agreements, the page is an overview with a page for each beside it. */
export const mostOnOnePage = 50;

/** What the lines of an overview may take, in bytes: with everything around them it stays below 20 MB. */
const roomForOverview = 19_500_000;

/**
 * Nothing is loaded or sent. Styles and scripts are those that stand in the page: ours, and what a tool
 * that audits the page adds to it. Texts of a spec pass through `text` and never become markup.
 */
const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Returns the page of one agreement; `overview` links back to where it came from. */
export function agreementPage(agreement: ReviewAgreement, overview?: string): string {
  const back = overview
    ? `<p class="back"><a href="${escapeHtml(overview)}">All agreements</a></p>`
    : '';
  return shell(
    `${agreement.title} – review before signing`,
    `${eyebrow(back)}
<main>
${agreementHtml(agreement, { prefix: '', level: 1, tools: toolsHtml() })}
</main>`,
  );
}

/** Returns one page with an overview and every agreement in full. */
export function severalPage(agreements: readonly ReviewAgreement[]): string {
  const places = agreements.map((agreement, index) => ({ agreement, prefix: `a${index + 1}-` }));
  const summaries = places.map(({ agreement, prefix }) => summaryOf(agreement, `#${prefix}top`));
  const sections = places.map(
    ({ agreement, prefix }) => `<article class="agreement" aria-labelledby="${prefix}top">
${agreementHtml(agreement, { prefix, level: 2, tools: '' })}
<p class="back"><a href="#overview">Back to the overview</a></p>
</article>`,
  );
  return shell(
    `${agreements.length} agreements – review before signing`,
    `${eyebrow('')}
<main>
${overviewFront(agreements.length)}
${overviewHtml(summaries, {})}
${toolsHtml()}
${sections.join('\n')}
</main>`,
  );
}

/** Returns the overview alone, for agreements that have pages of their own. */
export function overviewPage(summaries: readonly Summary[]): string {
  return shell(
    `${summaries.length} agreements – review before signing`,
    `${eyebrow('')}
<main>
${overviewFront(summaries.length)}
${overviewHtml(summaries, { room: roomForOverview })}
</main>`,
  );
}

function overviewFront(count: number): string {
  return `<header class="front">
${heading(1, `${count} agreements`)}
<p class="between">Which of them may be signed, and what is open in the others.</p>
</header>`;
}

function eyebrow(back: string): string {
  return `<header class="eyebrow"><p>Review before signing</p>${back}</header>`;
}

/** Shown by the script, since it does nothing without. */
function toolsHtml(): string {
  return `<section class="tools" aria-label="Your notes" hidden>
<p>Go through the points together and write down what you decide. Your notes stay in this page only: print it or save a copy to keep them. Folded parts are printed if they are open.</p>
<p><button type="button" class="save">Save a copy with our notes</button> <button type="button" class="print">Print</button></p>
<p role="status"></p>
</section>`;
}

function shell(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(oneLine(title))}</title>
<style>${reviewStyle}</style>
</head>
<body>
${iconSet()}
${body}
<footer><p>Made by Pactwright from the agreement files. It makes no network connection, and neither does this page. Nothing here is legal advice.</p></footer>
<script>${script}</script>
</body>
</html>
`;
}
