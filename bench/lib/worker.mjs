// A process that makes documents with one contender whenever it is told to, and says how long that took.
// Started by measures/warm.mjs with the contender's id; ends when it is told nothing more.

import { inputAt, load } from './contenders.mjs';
import { contentAt } from './paper.mjs';

const contender = await load(process.argv[2]);
await contender.prepare?.(contentAt(0));

let next = 0;

process.on('message', async ({ count }) => {
  // What peers start from is there before the clock starts: parsing it is not their work.
  const inputs = [];
  for (let n = next; n < next + count; n += 1) inputs.push(await inputAt(contender, n));
  const before = process.cpuUsage();
  const start = process.hrtime.bigint();
  for (const input of inputs) {
    await contender.make(input, next);
    next += 1;
  }
  const clockMs = Number(process.hrtime.bigint() - start) / 1e6;
  const { user, system } = process.cpuUsage(before);
  process.send({
    clockMs,
    processorMs: (user + system) / 1000,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  });
});

process.send('ready');
