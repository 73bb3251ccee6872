// One document by a process that starts cold, from its start to its end, turn by turn with the others.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cli, freshFolder, specFile } from '../lib/paper.mjs';
import { median, now } from '../lib/statistics.mjs';

const one = join(import.meta.dirname, '../lib/one.mjs');

/** What a plain script does that makes the memorandum in both formats. */
export const plainScript = ['docx:docx', 'pdf:pdfkit'];

/**
 * Measures single documents. Returns for each name the milliseconds of each round: `node` for a bare
 * process, `both` and `plain` for both formats by Pactwright and by a script with docx and pdfkit, and
 * the ids of the peers and `docx:cli`, `pdf:cli` for one format.
 */
export function measureCold(peers, { rounds }, say) {
  const folder = freshFolder('cold');
  const build = (formats) => [cli, 'build', specFile, '--force', '--to', formats, '-o', folder];
  const runs = {
    node: ['-e', '0'],
    both: build('docx,pdf'),
    plain: [one, folder, '0', '1', ...plainScript],
    'docx:cli': build('docx'),
    'pdf:cli': build('pdf'),
    ...Object.fromEntries(peers.map((id) => [id, [one, folder, '0', '1', id]])),
  };
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(runs)) times[name].push(timed(args));
  }
  for (const [name, figures] of Object.entries(times)) {
    say(
      `cold   ${name}: ${median(figures).toFixed(0)} ms (fastest ${Math.min(...figures).toFixed(0)})`,
    );
  }
  return times;
}

/** Milliseconds of a process; throws when it fails. */
export function timed(args) {
  const start = now();
  const { status, error, stderr } = spawnSync(process.execPath, args, { stdio: 'pipe' });
  const spent = now() - start;
  if (error) throw error;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return spent;
}
