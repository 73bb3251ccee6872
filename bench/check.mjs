// How fast a check is, as ratios measured side by side in one run, because machines differ:
// warm, against the yaml package alone on the same files; cold, against a bare node.
// `npm run bench` builds dist/ first. Prints figures and exits 1 when a target is missed.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { check } from '../dist/index.js';

const targets = { warmRatio: 1.6, coldMs: 150 };
const rounds = { warmUp: 60, warm: 200, cold: 25 };

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}agreements`;
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const specs = files.map((name) => ({
  name,
  text: readFileSync(`${folder}/${name}`, 'utf8'),
  folder,
}));

const median = (figures) => [...figures].sort((a, b) => a - b)[figures.length >> 1];
const now = () => Number(process.hrtime.bigint()) / 1e6;

/** Milliseconds of each round for all examples: the yaml package, then a check, turn by turn. */
async function warm() {
  const yaml = [];
  const ours = [];
  for (let round = 0; round < rounds.warmUp + rounds.warm; round += 1) {
    const start = now();
    for (const { text } of specs) parseDocument(text).toJS();
    const middle = now();
    for (const spec of specs) await check(spec);
    const end = now();
    if (round < rounds.warmUp) continue;
    yaml.push(middle - start);
    ours.push(end - middle);
  }
  return { yaml: median(yaml), ours: median(ours) };
}

/**
 * Milliseconds of a process from start to end, turn by turn with a bare one: the fastest of each,
 * because what else a machine does can only add to it, and the median, to tell how much it did.
 */
function cold(name) {
  const bare = [];
  const ours = [];
  const run = (args) => {
    const start = now();
    const { error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'pipe' });
    if (error) throw error;
    return now() - start;
  };
  for (let round = 0; round < rounds.cold; round += 1) {
    bare.push(run(['-e', '0']));
    ours.push(run(['dist/cli.js', 'check', `agreements/${name}`]));
  }
  const both = (figures) => ({ fastest: Math.min(...figures), median: median(figures) });
  return { bare: both(bare), ours: both(ours) };
}

let missed = 0;
const say = (what, figure, unit, target) => {
  const good = figure <= target;
  if (!good) missed += 1;
  console.log(
    `${good ? 'ok    ' : 'missed'} ${what}: ${figure.toFixed(2)}${unit} (target ${target})`,
  );
};

const { yaml, ours } = await warm();
console.log(
  `warm   yaml alone ${yaml.toFixed(1)} ms, check ${ours.toFixed(1)} ms, ${files.length} files`,
);
say('warm check against yaml alone', ours / yaml, ' times', targets.warmRatio);
for (const name of files) {
  const { bare, ours: whole } = cold(name);
  const shown = ({ fastest, median: middle }) =>
    `${fastest.toFixed(0)} (median ${middle.toFixed(0)}) ms`;
  console.log(`cold   node -e 0 ${shown(bare)}, check ${shown(whole)}, ${name}`);
  const beyond = whole.fastest - bare.fastest;
  say(`cold check of ${name} beyond a bare node`, beyond, ' ms', targets.coldMs);
}
process.exitCode = missed > 0 ? 1 : 0;
