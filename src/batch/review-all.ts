// One review page over a whole batch: everything on it for a few agreements; above that an overview,
// with a page for each that its worker made.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { check } from '../check.ts';
import { nodePorts } from '../node/ports.ts';
import { type Disk, makeFolder, syncFolder, writeWhole } from '../node/write-whole.ts';
import type { Summary } from '../report/review/overview-data.ts';
import { summaryOf } from '../report/review/overview-data.ts';
import { agreementPage, mostOnOnePage, overviewPage, severalPage } from '../report/review/page.ts';
import type { ReviewAgreement } from '../report/review/review-data.ts';
import { review } from '../review.ts';
import type { StoredReport } from './entry.ts';
import { houseFor, notingHost, openSpec } from './inputs.ts';
import type { Plan } from './plan.ts';
import { openRecord } from './record.ts';
import type { Job, Setup } from './setup.ts';
import { runFiles } from './shard.ts';
import { restored } from './stored-report.ts';

/** Returns what workers need for the page at `file`; nothing where all fits on that page. */
export function reviewSetup(file: string, count: number): Setup['review'] {
  if (count <= mostOnOnePage) return undefined;
  const { dir, name, base } = path.parse(file);
  return { pages: path.join(dir, `${name}-pages`), back: `../${encodeURIComponent(base)}` };
}

/** Returns the page over all agreements of a plan. */
export async function reviewAll(plan: Plan, setup: Setup, fs: Disk): Promise<string> {
  const { pages } = setup.review ?? {};
  return pages === undefined ? onOnePage(plan, setup) : overview(plan, setup.output, pages, fs);
}

async function onOnePage(plan: Plan, setup: Setup): Promise<string> {
  const record = await openRecord(setup.output, runFiles(plan.shard));
  const whole: ReviewAgreement[] = [];
  for (const job of plan.jobs) {
    const latest = await record.latest(job.name);
    // One that had to be ended is not opened again here, where nothing would end it.
    if (!latest || latest.entry.status === 'failed') {
      if (latest?.findings) whole.push(withoutPaper(job, latest.findings.report));
      continue;
    }
    const bytes = job.row ? new Uint8Array() : new Uint8Array(await readFile(job.file));
    const noting = notingHost(job, setup);
    const { file } = await houseFor(job.folder);
    const { input } = openSpec(job, setup, bytes);
    const settings = { final: setup.final, ...(file ? { house: file } : {}) };
    const checked = await check(input, noting.host, settings);
    whole.push(await review(checked, nodePorts(noting.host)));
  }
  await record.close();
  return whole.length === 1 ? agreementPage(whole[0]!) : severalPage(whole);
}

/** The overview keeps a few lines of each agreement, and bounds itself. */
async function overview(plan: Plan, output: string, pages: string, fs: Disk): Promise<string> {
  const record = await openRecord(output, runFiles(plan.shard));
  const summaries: Summary[] = [];
  const folder = encodeURIComponent(path.basename(pages));
  for (const job of plan.jobs) {
    const findings = (await record.latest(job.name))?.findings;
    if (!findings) continue;
    if (findings.summary) {
      summaries.push(findings.summary);
      continue;
    }
    const agreement = withoutPaper(job, findings.report);
    const file = `${job.name}.html`;
    await makeFolder(pages, fs);
    const page = new TextEncoder().encode(agreementPage(agreement));
    await writeWhole(path.join(pages, file), page, fs);
    summaries.push(summaryOf(agreement, `${folder}/${encodeURIComponent(file)}`));
  }
  await syncFolder(pages, fs);
  await record.close();
  return overviewPage(summaries);
}

/** An agreement of which nothing is known but why it was not made. */
function withoutPaper({ source }: Job, report: StoredReport): ReviewAgreement {
  return { report: restored(report), title: source, partners: [], points: [], asked: [] };
}
