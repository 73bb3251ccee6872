// summary.csv: a line for each agreement, for a spreadsheet. Opens in Excel with its letters right,
// and no text of a spec becomes a formula there.

import type { Entry } from './entry.ts';

/** The line of an agreement that this run did not come to. */
export const notReached = 'not reached';

/** The first line; the mark before it tells Excel that the file is UTF-8. */
export const summaryHead =
  '\ufeffsource,name,status,errors,warnings,advice,accepted,papers,title,reason\r\n';

/** Returns the line of an agreement. */
export function summaryLine(job: { name: string; source: string }, entry?: Entry): string {
  const { errors, warnings, advice, waived } = entry?.findings ?? {
    ...{ errors: '', warnings: '', advice: '', waived: '' },
  };
  const papers = Object.keys(entry?.outputs ?? {}).sort();
  return `${[
    job.source,
    job.name,
    entry?.status ?? notReached,
    errors,
    warnings,
    advice,
    waived,
    papers.join(' '),
    entry?.title ?? '',
    entry?.reason ?? '',
  ]
    .map((each) => cell(String(each)))
    .join(',')}\r\n`;
}

/**
 * Quotes a cell (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it
 * (OWASP, CSV Injection), also behind spaces and in its full-width forms.
 */
export function cell(text: string): string {
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd');
  const safe = /^[\s\u00a0]*[=+\-@\t\r\n＝＋－＠|]/u.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
