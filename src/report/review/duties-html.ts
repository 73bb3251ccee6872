// What each partner must do, a sheet for each, folded: to be gone through at the table, and printed
// alone for a wall once the agreement is signed.

import { escapeHtml } from '../../render/html/escape.ts';
import { renderBlocks } from '../../render/html/index.ts';
import { text } from './markup.ts';
import type { ReviewAgreement } from './review-data.ts';

/** Returns the sheets of all partners, or nothing where there is no paper. */
export function dutiesHtml(
  { paper, report }: ReviewAgreement,
  prefix: string,
  level: number,
  section: (name: string, title: string, content: string) => string,
): string {
  if (!paper || paper.duties.length === 0) return '';
  const sheets = paper.duties.map(({ partner, blocks }, index) => {
    const body = renderBlocks(blocks, {
      idPrefix: `${prefix}duties-${index + 1}-`,
      pictures: new Map(),
      partners: paper.colors,
      context: `${partner}, ${report.file}`,
      titleLevel: level + 2,
    });
    return `<details class="duties"><summary>${text(partner)}<span class="only-heard">: its duties in ${text(report.file)}</span></summary><div class="paper" lang="${escapeHtml(paper.language)}">${body}</div></details>`;
  });
  return section(
    'duties',
    'What each partner must do',
    `<p class="element-about">A sheet for each partner: its tasks and days, what it approves and gives, and whom to talk to. Open one to read it; printed, it begins a page of its own.</p>\n${sheets.join('\n')}`,
  );
}
