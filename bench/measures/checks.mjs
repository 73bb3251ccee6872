// How fast a check is: warm against the yaml package alone on the same files, cold against a bare node.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { cli, product, root } from '../lib/paper.mjs';
import { median, medianRatio, now } from '../lib/statistics.mjs';
import { timed } from './cold.mjs';

const folder = join(root, 'agreements');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** Measures warm checks of all examples, turn by turn with parseDocument and toJS. */
export async function measureWarmChecks({ warmUp, rounds }, say) {
  const { check } = await product();
  const specs = files.map((name) => ({
    name,
    text: readFileSync(join(folder, name), 'utf8'),
    folder,
  }));
  const yaml = [];
  const ours = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const start = now();
    for (const { text } of specs) parseDocument(text).toJS();
    const middle = now();
    for (const spec of specs) await check(spec);
    const end = now();
    if (round < warmUp) continue;
    yaml.push(middle - start);
    ours.push(end - middle);
  }
  const result = { yaml: median(yaml), ours: median(ours), ratio: medianRatio(ours, yaml) };
  say(
    `check  warm: yaml alone ${result.yaml.toFixed(1)} ms, check ${result.ours.toFixed(1)} ms, ${files.length} files`,
  );
  return result;
}

/**
 * Measures a cold check of each example, turn by turn with a bare node. Returns what the slowest takes
 * beyond it, in milliseconds: the fastest of each, since what else a machine does can only add to it,
 * and the medians, which tell how much it did.
 */
export function measureColdChecks({ rounds }, say) {
  const beyond = files.map((name) => {
    const bare = [];
    const ours = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(timed(['-e', '0']));
      // Findings make the exit 1 for a spec that is unfinished on purpose.
      ours.push(timed([cli, 'check', '--fail-on', 'never', join(folder, name)]));
    }
    const fastest = Math.min(...ours) - Math.min(...bare);
    const middle = median(ours) - median(bare);
    say(`check  cold: ${name} ${fastest.toFixed(0)} ms (median ${middle.toFixed(0)})`);
    return { fastest, middle };
  });
  return {
    fastest: Math.max(...beyond.map(({ fastest }) => fastest)),
    middle: Math.max(...beyond.map(({ middle }) => middle)),
  };
}
