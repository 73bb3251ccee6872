// The one command of the bench: bundles what is measured, looks whether everyone makes the same
// memorandum, measures, and writes the table into docs/performance.md. `npm run bench` runs it.
//
//   --quick         few documents and rounds: shows that everything runs; writes nothing
//   --only a,b      these stages alone (equal, warm, cold, batch, scale, check); writes nothing

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: flags } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' } },
});

if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: import.meta.dirname,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

const sizes = flags.quick
  ? {
      warm: { warmUpMs: 1, rounds: 2 },
      cold: { rounds: 1 },
      batch: { count: 6 },
      scale: { count: 6, rounds: 1 },
      warmChecks: { warmUp: 2, rounds: 5 },
      coldChecks: { rounds: 2 },
    }
  : {
      warm: { warmUpMs: 10_000, rounds: 15 },
      cold: { rounds: 15 },
      batch: { count: 1000 },
      scale: { count: 600, rounds: 5 },
      warmChecks: { warmUp: 60, rounds: 200 },
      coldChecks: { rounds: 25 },
    };
const stages = flags.only?.split(',') ?? ['equal', 'warm', 'cold', 'batch', 'scale', 'check'];

// For this process and all that it starts.
process.env.BENCH_RUN = flags.quick || flags.only ? 'quick' : 'whole';

// What is installed above is loaded from here on.
const { bundleOurs } = await import('./lib/bundle.mjs');
const { idsOf, isOurs } = await import('./lib/contenders.mjs');
const { freshFolder, out, root, writeContent } = await import('./lib/paper.mjs');
const { loads, machine } = await import('./lib/machine.mjs');
const { measureEquality } = await import('./measures/equality.mjs');
const { measureWarm } = await import('./measures/warm.mjs');
const { measureCold } = await import('./measures/cold.mjs');
const { measureBatches, measureScaling } = await import('./measures/batch.mjs');
const { measureColdChecks, measureWarmChecks } = await import('./measures/checks.mjs');

const ids = ['docx', 'pdf'].flatMap(idsOf);
const peers = ids.filter((id) => !isOurs(id));
const started = loads();
const log = (line) => console.log(line);

freshFolder('.');
freshFolder('templates');
await bundleOurs();
await writeContent();

const measures = {
  equal: () => measureEquality(ids, log),
  warm: () => measureWarm(ids, sizes.warm, log),
  cold: () => measureCold(peers, sizes.cold, log),
  batch: () => measureBatches(peers, sizes.batch, log),
  scale: () => measureScaling(sizes.scale, log),
  check: async () => ({
    warm: await measureWarmChecks(sizes.warmChecks, log),
    cold: measureColdChecks(sizes.coldChecks, log),
  }),
};
const results = {};
for (const stage of stages) results[stage] = await measures[stage]();

const { goalsOf, writeReport } = await import('./lib/report.mjs');
const whole = Object.keys(measures).every((stage) => results[stage]);
for (const { reached, says } of whole ? goalsOf(results) : []) {
  console.log(`${reached ? 'reached' : 'missed '} ${says}`);
}
if (whole && !flags.quick) {
  writeReport(join(root, 'docs/performance.md'), results, sizes, machine(started, loads()));
  console.log('written: docs/performance.md');
} else console.log(`papers and bundles are in ${out}`);
