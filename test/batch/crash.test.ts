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
const before = process.cwd();
let room: string;
beforeAll(() => {
  room = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
  process.chdir(room);
});
afterAll(() => {
  process.chdir(before);
  rmSync(room, { recursive: true, force: true });
});

/** What the specs say when a run is struck, and before and after it. */
interface Versions {
  /** Of a run that was made whole; absent where there was none. */
  readonly before?: string;
  readonly struck: string;
  readonly next: string;
}

const specsOf = (version: string): void =>
  writeSpecs('specs', agreements, `version: "${version}"\n`);

/** Strikes a run at every call to the disk, each time with a next run; returns how many calls there are. */
async function strike(versions: Versions, fault: Fault): Promise<number> {
  const fresh = (name: string): string => {
    const folder = path.join(room, name, 'out');
    rmSync(folder, { recursive: true, force: true });
    if (versions.before !== undefined) cpSync('made', folder, { recursive: true });
    return folder;
  };
  rmSync('made', { recursive: true, force: true });
  if (versions.before !== undefined) {
    specsOf(versions.before);
    await runHere('specs', 'made');
  }
  const old = contents('made');
  const undisturbed = fresh('undisturbed');
  const counting = faultyDisk(0, fault);
  specsOf(versions.struck);
  await runHere('specs', undisturbed, { fs: counting.fs });
  const struck = contents(undisturbed);
  specsOf(versions.next);
  await runHere('specs', undisturbed);
  const wanted = contents(undisturbed);
  for (let n = 1; n <= counting.calls(); n += 1) {
    const output = fresh('struck');
    const faulty = faultyDisk(n, fault);
    specsOf(versions.struck);
    const error = await runHere('specs', output, { fs: faulty.fs }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (fault === 'fails' && error !== undefined)
      expect(error, `call ${n}`).toBeInstanceOf(UserError);
    for (const [name, hash] of contents(output)) {
      if (name.startsWith('.')) continue;
      expect([struck.get(name), old.get(name)], `${name} after call ${n}`).toContain(hash);
    }
    if (fault === 'fails') {
      const drafts = [...contents(output).keys()].filter((name) => name.endsWith('.tmp'));
      expect(drafts, `drafts after call ${n}`).toEqual([]);
    }
    specsOf(versions.next);
    await runHere('specs', output);
    expect(contents(output), `after call ${n}`).toEqual(wanted);
  }
  return counting.calls();
}

const minutes = 60_000;
const faults = ['fails', 'is killed', 'loses power', 'loses power and names'] as const;

describe('the n-th call to the disk, for every n', () => {
  it.each(faults)(
    'a first run that %s goes on to the same end',
    async (fault) => {
      expect(await strike({ struck: '1', next: '1' }, fault)).toBeGreaterThan(agreements * 8);
    },
    10 * minutes,
  );

  it.each(faults)(
    'a run over changed specs that %s goes on to the same end',
    async (fault) => {
      const versions = { before: '1', struck: '2', next: '2' };
      expect(await strike(versions, fault)).toBeGreaterThan(agreements * 8);
    },
    10 * minutes,
  );

  it.each(faults)(
    'a run that %s, whose specs change once more, knows its own papers',
    async (fault) => {
      const versions = { before: '1', struck: '2', next: '3' };
      expect(await strike(versions, fault)).toBeGreaterThan(agreements * 8);
    },
    10 * minutes,
  );
});
