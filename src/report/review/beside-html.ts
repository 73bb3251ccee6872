// The whole paper, part by part, beside the lines of the file that each part comes from, with the
// points that are open there. What the paper does not print stands at the end.

import { escapeHtml } from '../../render/html/escape.ts';
import { renderBlocks } from '../../render/html/index.ts';
import { fileLines, text } from './markup.ts';
import type { Lines, Point, ReviewAgreement } from './review-data.ts';

/** Returns the side-by-side, or nothing where there is no paper. */
export function besideHtml(
  { paper, report }: ReviewAgreement,
  prefix: string,
  level: number,
  section: (name: string, title: string, content: string) => string,
  number: ReadonlyMap<Point, number>,
): string {
  if (!paper) return '';
  const rows = paper.parts.map((part, index) => {
    const here = [...number].filter(([{ passage }]) => passage?.part === index);
    const missing = here.flatMap(([{ passage }]) =>
      passage?.kind === 'missing' ? [passage.line] : [],
    );
    const gaps = [...new Set(missing)].map(
      (line) => `<p class="gap"><span>${text(line)}</span></p>`,
    );
    const blocks = renderBlocks(part.blocks, {
      idPrefix: `${prefix}paper-`,
      pictures: paper.pictures,
      partners: paper.colors,
      context: `${report.file}, the whole agreement`,
      titleLevel: level + 2,
    });
    return row(
      `<div class="paper" lang="${escapeHtml(paper.language)}">${blocks}${gaps.join('')}</div>`,
      part.lines,
      pointLinks(here, prefix),
    );
  });
  const rest = paper.rest.length
    ? row(
        '<p class="not-printed">Not printed in the agreement: settings of the file, and notes by the people who keep it.</p>',
        paper.rest,
        '',
      )
    : '';
  const file = text(report.file);
  return section(
    'beside',
    'The agreement beside its file',
    `<p class="element-about">Left (on a phone: first) the agreement as it will be printed, right the lines of <b>${file}</b> that it comes from.</p>
<details class="beside"><summary>Show the whole agreement<span class="only-heard"> beside ${file}</span></summary>
<div class="rows">${rows.join('\n')}${rest}</div></details>`,
  );
}

function row(left: string, lines: readonly Lines[], links: string): string {
  const right = lines.map(fileLines).join('');
  return `<div class="row"><div class="left">${left}${links}</div><div class="right">${right || '<p class="not-printed">Words of the template only.</p>'}</div></div>`;
}

function pointLinks(here: readonly (readonly [Point, number])[], prefix: string): string {
  if (here.length === 0) return '';
  const links = here.map(([, number]) => `<a href="#${prefix}point-${number}">point ${number}</a>`);
  return `<p class="open-here">Open here: ${links.join(', ')}</p>`;
}
