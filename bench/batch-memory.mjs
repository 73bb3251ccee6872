// What a batch takes, few agreements against many: the peak memory of the parent and its workers together,
// read from /proc while `pactwright batch --jobs 2` runs, processor time and disk. `npm run build` first;
// Linux only. The figures in docs/at-scale.md are from here.
//   node bench/batch-memory.mjs [--to docx,pdf] [--spec bench/paper/memorandum.yaml] [500] [10000]
// Every row brings words that no other has. Prints figures and exits 1 when a target is missed.

import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const targets = { ratio: 1.15, peakMiB: 600 };
const everyMs = 100;

const { values, positionals } = parseArgs({
  options: { to: { type: 'string', default: 'docx' }, spec: { type: 'string' } },
  allowPositionals: true,
});
const counts = positionals.length > 0 ? positionals.map(Number) : [500, 10_000];
const cli = path.resolve(import.meta.dirname, '../dist/cli.cjs');

const shortSpec = `spec: 1
title: Stars over Riverbend
purpose: Bring hands-on astronomy to families who have never used a telescope.
partners:
  library: { name: Riverbend Public Library }
  club: { name: Riverbend Astronomy Club }
term: { start: 2027-01-11, end: 2027-12-17 }
`;

const room = mkdtempSync(path.join(tmpdir(), 'pactwright-memory-'));
try {
  if (values.spec === undefined) writeFileSync(path.join(room, 'base.yaml'), shortSpec);
  else {
    cpSync(path.dirname(values.spec), room, { recursive: true });
    cpSync(values.spec, path.join(room, 'base.yaml'));
  }
  console.log(
    `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0].model}), ${Math.round(totalmem() / 2 ** 30)} GB; ${values.to}, ${values.spec ?? 'a short agreement'}, two workers`,
  );
  const peaks = [];
  for (const count of counts) {
    const { rssMiB, pssMiB, cpuSeconds, seconds, sizes } = await measure(count);
    peaks.push(rssMiB);
    console.log(
      `${count} agreements: peak ${rssMiB.toFixed(0)} MiB resident (${pssMiB.toFixed(0)} MiB with shared pages counted once), ${(cpuSeconds / count).toFixed(3)} s of processor each, ${(count / seconds).toFixed(1)} a second, ${sizes}`,
    );
  }
  const ratio = peaks.at(-1) / peaks[0];
  if (peaks.length > 1) console.log(`ratio ${ratio.toFixed(2)} (at most ${targets.ratio})`);
  const missed = ratio > targets.ratio || Math.max(...peaks) > targets.peakMiB;
  process.exitCode = missed ? 1 : 0;
} finally {
  rmSync(room, { recursive: true, force: true });
}

/** Runs a batch of so many rows and watches it. */
async function measure(count) {
  writeFileSync(path.join(room, 'rows.csv'), table(count));
  const output = path.join(room, 'out');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
  const args = [cli, 'batch', 'base.yaml', '--data', 'rows.csv', '--to', values.to, '--jobs', '2'];
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: room,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let [rss, pss, samples] = [0, 0, 0];
  const ticks = new Map();
  const timer = setInterval(() => {
    const pids = treeOf(child.pid);
    for (const pid of pids) ticks.set(pid, ticksOf(pid) ?? ticks.get(pid));
    rss = Math.max(rss, sum(pids, residentKiB));
    // Slow to ask for.
    if (samples % 10 === 0) pss = Math.max(pss, sum(pids, sharedKiB));
    samples += 1;
  }, everyMs);
  const exit = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (exit !== 0) throw new Error(`The batch ended with ${exit}.`);
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = [...ticks.values()].reduce((total, each) => total + each, 0) / 100;
  return { rssMiB: rss / 1024, pssMiB: pss / 1024, cpuSeconds, seconds, sizes: sizesIn(output) };
}

/** The mean size of each kind of paper. */
function sizesIn(folder) {
  const mean = (format) => {
    const files = readdirSync(folder).filter((name) => name.endsWith(`.${format}`));
    const bytes = files.reduce((total, name) => total + statSync(path.join(folder, name)).size, 0);
    return `${format} ${Math.round(bytes / files.length / 1000)} KB`;
  };
  return values.to.split(',').map(mean).join(', ');
}

/** A process and all below it. */
function treeOf(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return [pid, ...children.split(' ').filter(Boolean).flatMap(treeOf)];
  } catch {
    return [];
  }
}

/** Hundredths of a second that a process has computed. */
function ticksOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return undefined;
  }
}

function sum(pids, kibibytesOf) {
  return pids.reduce((total, pid) => {
    try {
      return total + kibibytesOf(pid);
    } catch {
      return total;
    }
  }, 0);
}

/** What is in memory of a process, in pages of 4 KiB there. */
function residentKiB(pid) {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4;
}

/** The same, each shared page in equal parts on those who share it. */
function sharedKiB(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
}

/** A table in which each row has words of its own. */
function table(count) {
  const syllables = ['ka', 'lo', 'mir', 'tan', 'ves', 'du', 'pel', 'ros', 'in', 'ga', 'tu', 'zem'];
  const word = (number) => {
    let text = '';
    for (let rest = number + 1; rest > 0; rest = Math.floor(rest / 12))
      text += syllables[rest % 12];
    return text[0].toUpperCase() + text.slice(1);
  };
  const rows = Array.from({ length: count }, (_, at) => {
    const own = Array.from({ length: 12 }, (__, index) => word(at * 12 + index));
    return `MOU-${at},${own.slice(0, 3).join(' ')},Bring ${own.slice(3).join(' ')} to families in town.`;
  });
  return ['reference,title,purpose', ...rows, ''].join('\n');
}
