// Whatever happens to a batch, and whenever: nothing half-made has a final name, and the next run
// ends as one that nothing happened to, byte for byte.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { hashOf } from '../../src/node/write-whole.ts';
import { type Fault, faultyDisk } from './faulty-disk.ts';
import { contents, writeSpecs } from './folders.ts';
import { runHere } from './in-process.ts';

// Each agreement is built once and then handed out again: what is struck here is the writing, at every
// call of some hundred runs.
vi.mock('../../src/build.ts', async (original) => {
  const real = await original<typeof import('../../src/build.ts')>();
  const known = new Map<string, ReturnType<typeof real.build>>();
  const build: typeof real.build = async (spec, settings, ports) => {
    // The manifest names what a build reads.
    await ports.host.readTemplate('mou');
    const key = `${spec.name} ${hashOf(spec.bytes)}`;
    const building = known.get(key) ?? real.build(spec, settings, ports);
    known.set(key, building);
    return building;
  };
  return { ...real, build };
});

const agreements = 5;
let room: string;
let before: string;
let working: string;
beforeAll(() => {
  before = process.cwd();
  room = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
  working = path.join(room, 'here');
  writeSpecs(path.join(working, 'old'), agreements);
  writeSpecs(path.join(working, 'new', 'specs'), agreements, 'status: draft\n');
  process.chdir(working);
});
afterAll(() => {
  process.chdir(before);
  rmSync(room, { recursive: true, force: true });
});

/** Returns the faults of a run of `specs` into a copy of `from`, one for each call to the disk. */
async function strike(specs: string, from: string | undefined, fault: Fault): Promise<number> {
  const fresh = (name: string): string => {
    const folder = path.join(room, name, 'out');
    rmSync(folder, { recursive: true, force: true });
    if (from !== undefined) cpSync(from, folder, { recursive: true });
    return folder;
  };
  const undisturbed = fresh('undisturbed');
  const counting = faultyDisk(0, fault);
  await runHere(specs, undisturbed, { fs: counting.fs });
  const wanted = contents(undisturbed);
  const old = from === undefined ? new Map<string, string>() : contents(from);
  for (let n = 1; n <= counting.calls(); n += 1) {
    const output = fresh('struck');
    const faulty = faultyDisk(n, fault);
    const error = await runHere(specs, output, { fs: faulty.fs }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (fault === 'fails' && error !== undefined)
      expect(error, `call ${n}`).toBeInstanceOf(UserError);
    for (const [name, hash] of contents(output)) {
      if (name.startsWith('.')) continue;
      expect([wanted.get(name), old.get(name)], `${name} after call ${n}`).toContain(hash);
    }
    if (fault === 'fails') {
      const drafts = [...contents(output).keys()].filter((name) => name.endsWith('.tmp'));
      expect(drafts, `drafts after call ${n}`).toEqual([]);
    }
    await runHere(specs, output);
    expect(contents(output), `after call ${n}`).toEqual(wanted);
  }
  return counting.calls();
}

const minutes = 60_000;

describe('the n-th call to the disk, for every n', () => {
  it.each(['fails', 'is killed', 'loses power', 'loses power and names'] as const)(
    'a first run that %s goes on to the same end',
    async (fault) => {
      expect(await strike('old', undefined, fault)).toBeGreaterThan(agreements * 8);
    },
    10 * minutes,
  );

  it.each(['fails', 'is killed', 'loses power', 'loses power and names'] as const)(
    'a run over changed specs that %s goes on to the same end',
    async (fault) => {
      const made = path.join(room, 'made');
      rmSync(made, { recursive: true, force: true });
      process.chdir(path.join(working, 'new'));
      rmSync('specs', { recursive: true, force: true });
      writeSpecs('specs', agreements);
      await runHere('specs', made);
      writeSpecs('specs', agreements, 'status: draft\nversion: "2"\n');
      expect(await strike('specs', made, fault)).toBeGreaterThan(agreements * 8);
      process.chdir(working);
    },
    10 * minutes,
  );
});
