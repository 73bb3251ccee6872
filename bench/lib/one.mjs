// Makes one document, or those from one number to another, and writes them: a process that starts cold.
// Arguments: a folder, the first number, the one after the last, and contenders' ids.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputAt, load } from './contenders.mjs';
import { contentAt } from './paper.mjs';

const [folder, from, to, ...ids] = process.argv.slice(2);
for (const id of ids) {
  const contender = await load(id);
  await contender.prepare?.(contentAt(0));
  for (let n = Number(from); n < Number(to); n += 1) {
    const bytes = await contender.make(await inputAt(contender, n), n);
    writeFileSync(join(folder, `${id.replace(':', '-')}-${n}.${contender.format}`), bytes);
  }
}
