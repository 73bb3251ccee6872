// A batch that is killed again and again, and one that fills the disk, end as one that nothing
// happened to. PACTWRIGHT_KILLS says how often it is killed; a hundred times takes some minutes.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contents, writeSpecs } from './folders.ts';
import { bundled, type Program, run, start } from './program.ts';

const agreements = 60;
const kills = Number(process.env.PACTWRIGHT_KILLS ?? 6);
const minutes = 60_000;
let program: Program;
let room: string;
let wanted: ReadonlyMap<string, string>;
const batch = (output: string): readonly string[] => [
  ...['batch', 'specs', '--to', 'html', '--jobs', '2', '-o', output],
];
beforeAll(async () => {
  room = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
  writeSpecs(path.join(room, 'specs'), agreements);
  program = await bundled();
  const { exit } = await run(program, batch('undisturbed'), room);
  expect(exit).toBe(0);
  wanted = contents(path.join(room, 'undisturbed'));
}, 10 * minutes);
afterAll(() => {
  program.remove();
  rmSync(room, { recursive: true, force: true });
});

const papers = (folder: string): number =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html')).length : 0;

/** Everything with a final name is whole. */
function expectWhole(folder: string): void {
  for (const [name, hash] of contents(folder)) {
    if (!name.startsWith('.')) expect(hash, name).toBe(wanted.get(name));
  }
}

describe('a run that is killed', () => {
  it(
    `${kills} times goes on to the same end`,
    async () => {
      const output = path.join(room, 'killed');
      let killed = 0;
      let beforeItsEnd = 0;
      while (killed < kills) {
        const had = papers(output);
        const running = start(program, batch('killed'), room);
        // Some more papers each time; at the end of the work, somewhere in the files about it.
        const target = Math.min(agreements, had + 1 + (killed % 4));
        while (!running.isOver() && papers(output) < target) await wait(3);
        if (had === agreements) await wait(killed % 7);
        if (!running.isOver()) {
          running.kill('SIGKILL');
          killed += 1;
          if (papers(output) < agreements) beforeItsEnd += 1;
        }
        await running.end;
        if (existsSync(output)) expectWhole(output);
        if (had === agreements) {
          const { exit } = await run(program, batch('killed'), room);
          expect(exit).toBe(0);
          // Workers of killed runs have ended by now; what they left is gone with the next run.
          await wait(500);
          await run(program, batch('killed'), room);
          expect(contents(output)).toEqual(wanted);
          rmSync(output, { recursive: true });
        }
      }
      expect(beforeItsEnd).toBeGreaterThanOrEqual(Math.floor(kills * 0.8));
      if (existsSync(output)) {
        await wait(500);
        const { exit } = await run(program, batch('killed'), room);
        expect(exit).toBe(0);
        expect(contents(output)).toEqual(wanted);
      }
    },
    30 * minutes,
  );

  it(
    'politely (Ctrl-C) says how to go on, and does',
    async () => {
      const output = path.join(room, 'stopped');
      const running = start(program, batch('stopped'), room);
      while (papers(output) < 3) await wait(3);
      running.kill('SIGINT');
      const { exit, stdout, stderr } = await running.end;
      expect(exit).toBe(130);
      expect(stderr).toContain('finishing what has begun');
      expect(stdout).toContain('the same command goes on from there');
      expect(papers(output)).toBeLessThan(agreements);
      expect([...contents(output).keys()]).toContain('manifest.jsonl');
      expect(contents(output)).not.toContain('.pactwright-batch.jsonl');
      expect((await run(program, batch('stopped'), room)).exit).toBe(0);
      expect(contents(output)).toEqual(wanted);
    },
    5 * minutes,
  );
});

/** A small disk needs the rights to mount one; without them the counting disk of crash.test.ts stands alone. */
const mayMount = ((): boolean => {
  const place = mkdtempSync(path.join(tmpdir(), 'pactwright-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', place], { stdio: 'ignore' });
    execFileSync('umount', [place]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
})();

describe.skipIf(!mayMount)('a small disk', () => {
  it.each([100, 200, 300, 420, 560])(
    'of %i KiB fills up, and the run goes on once there is room',
    async (size) => {
      const output = path.join(room, `disk-${size}`);
      mkdirSync(output);
      const mount = (options: string): unknown =>
        execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'none', output]);
      mount(`size=${size}k`);
      try {
        const { exit, stderr } = await run(program, batch(path.basename(output)), room);
        expect(exit).toBe(2);
        expect(stderr).toContain('the disk is full');
        expect(stderr).toContain('the same command goes on from there');
        expectWhole(output);
        expect(readdirSync(output).filter((name) => name.endsWith('.tmp'))).toEqual([]);
        mount('remount,size=64m');
        expect((await run(program, batch(path.basename(output)), room)).exit).toBe(0);
        expect(contents(output)).toEqual(wanted);
      } finally {
        execFileSync('umount', [output]);
      }
    },
    5 * minutes,
  );
});
