// Watching: a round for each save, one for a burst, none for what does not matter, and a clean end.

import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { check } from '../../src/check.ts';
import { type Place, watch } from '../../src/cli/watch.ts';
import { watchedPlaces } from '../../src/cli/watched-places.ts';
import { nodeHost } from '../../src/node/host.ts';
import { smallest } from '../cli/run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-watch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts watching these places; `next` resolves when a further round has begun and its folders are watched. */
function start(places: () => readonly Place[] | Promise<readonly Place[]>): {
  readonly next: () => Promise<number>;
  readonly rounds: () => number;
  readonly end: () => Promise<void>;
} {
  let stop = (): void => {};
  const ended = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let rounds = 0;
  const waiting: ((round: number) => void)[] = [];
  const done = watch(
    async () => {
      rounds += 1;
      const found = await places();
      // By then the folders are watched: watch() opens them when this round has returned.
      setTimeout(() => waiting.shift()?.(rounds), 20);
      return found;
    },
    { ended, quietMs: 50 },
  );
  return {
    next: () => new Promise((resolve) => waiting.push(resolve)),
    rounds: () => rounds,
    end: async () => {
      stop();
      await done;
    },
  };
}

const yaml = (): readonly Place[] => [{ folder, matters: (name) => name.endsWith('.yaml') }];

it('runs at once, again on a save, once for a burst, and ends when told', async () => {
  put('a.yaml', '1');
  const watching = start(yaml);
  expect(await watching.next()).toBe(1);
  const second = watching.next();
  put('a.yaml', '2');
  expect(await second).toBe(2);
  const third = watching.next();
  for (const text of ['3', '4', '5', '6']) put('a.yaml', text);
  expect(await third).toBe(3);
  await pause(300);
  expect(watching.rounds()).toBe(3);
  await watching.end();
  put('a.yaml', '7');
  await pause(200);
  expect(watching.rounds()).toBe(3);
});

it('sees the save of an editor that writes a new file and renames it', async () => {
  put('a.yaml', '1');
  const watching = start(yaml);
  await watching.next();
  const second = watching.next();
  put('a.tmp', '2');
  renameSync(path.join(folder, 'a.tmp'), path.join(folder, 'a.yaml'));
  expect(await second).toBe(2);
  const third = watching.next();
  put('a.yaml', '3');
  expect(await third).toBe(3);
  await watching.end();
});

it('leaves alone what does not matter', async () => {
  const watching = start(yaml);
  await watching.next();
  put('notes.txt', 'x');
  put('a.docx', 'x');
  await pause(300);
  expect(watching.rounds()).toBe(1);
  await watching.end();
});

it('a save during a round is not lost', async () => {
  put('a.yaml', '1');
  let round = 0;
  const watching = start(async () => {
    round += 1;
    if (round === 2) {
      put('a.yaml', 'saved while the second round runs');
      await pause(100);
    }
    return yaml();
  });
  await watching.next();
  const more = watching.next().then(() => watching.next());
  put('a.yaml', '2');
  expect(await more).toBe(3);
  await watching.end();
});

it('a save during the first round is not lost', async () => {
  put('a.yaml', '1');
  let round = 0;
  let stop = (): void => {};
  const ended = new Promise<void>((resolve) => {
    stop = resolve;
  });
  await watch(
    async () => {
      round += 1;
      if (round === 1) put('a.yaml', '2');
      else stop();
      return yaml();
    },
    { first: yaml(), ended, quietMs: 20 },
  );
  expect(round).toBe(2);
});

it('a folder that comes later, or is deleted and comes back, is watched', async () => {
  put('a.yaml', '1');
  const logos = path.join(folder, 'logos');
  const watching = start(() => [
    { folder, matters: (name) => name === 'logos' },
    { folder: logos, matters: () => true },
  ]);
  await watching.next();
  for (let time = 0; time < 2; time += 1) {
    const came = watching.next();
    mkdirSync(logos);
    await came;
    const saved = watching.next();
    put('logos/a.svg', '<svg/>');
    await saved;
    const gone = watching.next();
    rmSync(logos, { recursive: true });
    await gone;
    await pause(200);
  }
  await watching.end();
});

it('a round that throws ends it with its error', async () => {
  const never = new Promise<void>(() => {});
  await expect(
    watch(async () => Promise.reject(new Error('broken')), { ended: never }),
  ).rejects.toThrow('broken');
});

it('watches specs, their pictures, --assets, folders below an argument and the configuration above', async () => {
  const spec = smallest.replace(
    'Public Library }',
    'Public Library, brand: { logo: art/logo.svg, alt: A square } }',
  );
  put('specs/a.yaml', spec);
  put('specs/deep/b.yaml', smallest);
  mkdirSync(path.join(folder, 'brand'));
  mkdirSync(path.join(folder, 'specs/node_modules/x'), { recursive: true });
  mkdirSync(path.join(folder, 'specs/.git'));
  const root = path.join(folder, 'specs');
  const checked = await check(
    { name: path.join(root, 'a.yaml'), bytes: new TextEncoder().encode(spec) },
    nodeHost({ folder: root }),
  );
  const places = await watchedPlaces([root], [checked], [path.join(folder, 'brand')]);
  const watched = (name: string): boolean =>
    places.some(
      (place) =>
        place.folder === path.dirname(path.join(folder, name)) &&
        place.matters(path.basename(name)),
    );
  for (const name of [
    'specs/a.yaml',
    'specs/new.yml',
    'specs/deep/b.yaml',
    'specs/art',
    'specs/art/logo.svg',
    'brand/art/logo.svg',
    'brand/logo.PNG',
    'specs/pactwright.config.yaml',
    'pactwright.config.yaml',
    '../pactwright.config.yaml',
  ]) {
    expect(watched(name), name).toBe(true);
  }
  for (const name of ['a.yaml', 'specs/a.docx', 'specs/.git/x.yaml', 'specs/node_modules/x.yaml']) {
    expect(watched(name), name).toBe(false);
  }
});

it.each([
  ['specs/*.yaml', ['specs'], ['specs/deep']],
  ['specs/**/*.yaml', ['specs', 'specs/deep'], []],
  ['specs/a.yaml', ['specs'], ['specs/deep']],
  ['specs/{a,b}.yaml', ['specs'], ['specs/deep']],
])('%s', async (pattern, inside, outside) => {
  put('specs/deep/b.yaml', smallest);
  put('specs/a.yaml', smallest);
  const places = await watchedPlaces([path.join(folder, pattern)], [], []);
  const watched = (name: string): boolean =>
    places.some((each) => each.folder === path.join(folder, name) && each.matters('x.yaml'));
  for (const name of inside) expect(watched(name), name).toBe(true);
  for (const name of outside) expect(watched(name), name).toBe(false);
});
