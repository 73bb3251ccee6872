// A thousand documents on two workers, and how near two workers come to two processes on their own.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withValues } from '../lib/content.mjs';
import { cli, freshFolder, specFile, specText } from '../lib/paper.mjs';
import { runTogether } from '../lib/process-tree.mjs';
import { medianRatio } from '../lib/statistics.mjs';

const one = join(import.meta.dirname, '../lib/one.mjs');

/** Writes the table whose rows make the agreements: a column for every value that differs. */
function writeTable(folder, count) {
  const columns = [...leavesOf(parse(specText))].filter(([, text]) => withValues(text, 1) !== text);
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const rows = Array.from({ length: count }, (_, n) =>
    columns.map(([, text]) => cell(withValues(text, n))).join(','),
  );
  const file = join(folder, 'agreements.csv');
  writeFileSync(file, [columns.map(([path]) => path).join(','), ...rows, ''].join('\n'));
  return file;
}

function* leavesOf(value, path = '') {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* leavesOf(each, `${path}[${index}]`);
  } else if (value && typeof value === 'object') {
    for (const [key, each] of Object.entries(value))
      yield* leavesOf(each, path ? `${path}.${key}` : key);
  }
}

const batch = (table, folder, ...flags) => [
  cli,
  'batch',
  specFile,
  '--data',
  table,
  '--name',
  '{reference}',
  '-o',
  folder,
  ...flags,
];

/** Measures the whole batch: by Pactwright's own command, and by two processes of a peer side by side. */
export async function measureBatches(peers, { count }, say) {
  const table = writeTable(freshFolder('table'), count);
  const results = {};
  const note = (id, { clock, processor, peakMiB }) => {
    results[id] = { clock, processor, peakMiB };
    const spent = processor === undefined ? '' : `, ${processor.toFixed(1)} s of processors`;
    say(`batch  ${id}: ${count} in ${clock.toFixed(1)} s${spent}, ${peakMiB?.toFixed(0)} MiB`);
  };
  for (const format of ['docx', 'pdf']) {
    const folder = freshFolder('batch');
    note(
      `${format}:batch`,
      await runTogether([batch(table, folder, '--to', format, '--jobs', '2')]),
    );
  }
  note('both:batch', await runTogether([batch(table, freshFolder('batch'), '--jobs', '2')]));
  const half = String(Math.ceil(count / 2));
  for (const id of peers) {
    const folder = freshFolder('batch');
    note(
      id,
      await runTogether([
        [one, folder, '0', half, id],
        [one, folder, half, String(count), id],
      ]),
    );
  }
  return results;
}

/**
 * Measures two workers of one command against two commands with one worker and half of the batch each,
 * turn by turn. Returns the rate of the one by that of the other: the median of the rounds.
 */
export async function measureScaling({ count, rounds }, say) {
  const table = writeTable(freshFolder('table'), count);
  const together = [];
  const alone = [];
  for (let round = 0; round < rounds; round += 1) {
    const { clock } = await runTogether([batch(table, freshFolder('together'), '--jobs', '2')]);
    together.push(count / clock);
    const share = (part) =>
      batch(table, freshFolder(`alone-${part}`), '--jobs', '1', '--shard', `${part}/2`);
    const { seconds } = await runTogether([share(1), share(2)]);
    alone.push(seconds.reduce((sum, each) => sum + count / 2 / each, 0));
    say(
      `scale  two workers ${together.at(-1).toFixed(1)}/s, two processes ${alone.at(-1).toFixed(1)}/s`,
    );
  }
  return { together, alone, ratio: medianRatio(together, alone) };
}
