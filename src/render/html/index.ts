// A paper as one self-contained HTML file: no scripts, no requests, pictures inside.
// The shell around renderBlocks; the review page has its own.

import type { Paper } from '../../model/paper.ts';
import type { Theme } from '../../model/theme.ts';
import { renderBlocks } from './blocks.ts';
import { escapeHtml } from './escape.ts';
import { styleSheet } from './style.ts';

export { type BlocksOptions, renderBlocks } from './blocks.ts';
export { styleSheet } from './style.ts';

/**
 * Nothing is loaded or sent: styles and pictures stand in the page, and there is no script but what a
 * tool that audits the page adds to it.
 */
const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Returns a paper as an HTML document. */
export function renderHtml(paper: Paper, theme: Theme): string {
  const { properties, running } = paper;
  const body = renderBlocks(paper.blocks, {
    idPrefix: '',
    pictures: paper.pictures,
    partners: theme.partners,
  });
  const watermark = running.watermark ? '<div class="watermark" aria-hidden="true"></div>' : '';
  return `<!doctype html>
<html lang="${escapeHtml(properties.language)}"${directionFor(properties.language)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(properties.title)}</title>
<meta name="author" content="${escapeHtml(properties.author)}">
<meta name="description" content="${escapeHtml(properties.subject)}">
<meta name="date" content="${escapeHtml(properties.date)}">
${recordTags(paper)}<style>${styleSheet(theme, running)}</style>
</head>
<body>
<main>
${body}
<footer>${escapeHtml(running.footer)}</footer>
${watermark}</main>
</body>
</html>
`;
}

function recordTags({ properties: { custom = [] } }: Paper): string {
  return custom
    .map(
      ({ name, value }) =>
        `<meta name="${escapeHtml(name.toLowerCase().replaceAll(' ', '-'))}" content="${escapeHtml(value)}">\n`,
    )
    .join('');
}

/** Scripts that run from right to left, of the languages that use them today (ISO 15924). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm']);

/** Returns the direction of a language as an attribute, where it is not the usual one. */
function directionFor(language: string): string {
  try {
    return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? ' dir="rtl"' : '';
  } catch {
    return '';
  }
}
