// The review page of one agreement of a batch, and its line for the overview.
// What stands on a page is report/review/'s; this only makes and names it.

import type { Checked } from '../check.ts';
import type { OutputFile } from '../node/write-outputs.ts';
import type { Summary } from '../report/review/overview-data.ts';
import { summaryOf } from '../report/review/overview-data.ts';
import { agreementPage } from '../report/review/page.ts';
import { type ReviewPorts, review } from '../review.ts';
import type { Setup } from './setup.ts';

/** Returns the page of an agreement and what the overview says of it. */
export async function reviewOf(
  checked: Checked,
  { pages, back }: NonNullable<Setup['review']>,
  ports: ReviewPorts,
  name: string,
): Promise<{ readonly page: OutputFile; readonly summary: Summary }> {
  const agreement = await review(checked, ports);
  const file = `${name}.html`;
  const folder = pages.split(/[\\/]/).at(-1)!;
  return {
    page: { name: file, bytes: new TextEncoder().encode(agreementPage(agreement, back)) },
    summary: summaryOf(agreement, `${encodeURIComponent(folder)}/${encodeURIComponent(file)}`),
  };
}
