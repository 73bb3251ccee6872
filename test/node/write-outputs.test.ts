// Papers on the disk: whole or not at all, and never over somebody's edits.

import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import * as disk from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { recordName, writeOutputs } from '../../src/node/write-outputs.ts';
import type { Disk } from '../../src/node/write-whole.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const write = (text: string, force = false, fs?: Disk) =>
  writeOutputs(folder, [{ name: 'a.docx', bytes: bytes(text) }], { force }, fs);

describe('writeOutputs', () => {
  it('writes, finds unchanged, and replaces what it made itself', async () => {
    expect(await write('one')).toEqual([{ name: 'a.docx', outcome: 'written' }]);
    expect(await write('one')).toEqual([{ name: 'a.docx', outcome: 'unchanged' }]);
    expect(await write('two')).toEqual([{ name: 'a.docx', outcome: 'written' }]);
    expect(read('a.docx')).toBe('two');
    expect(readdirSync(folder).sort()).toEqual([recordName, 'a.docx']);
  });

  it('keeps a file that somebody changed, until told to write over it', async () => {
    await write('one');
    writeFileSync(path.join(folder, 'a.docx'), 'edited by the lawyer');
    expect(await write('two')).toEqual([{ name: 'a.docx', outcome: 'kept' }]);
    expect(read('a.docx')).toBe('edited by the lawyer');
    expect(await write('two', true)).toEqual([{ name: 'a.docx', outcome: 'written' }]);
    expect(await write('three')).toEqual([{ name: 'a.docx', outcome: 'written' }]);
    expect(read('a.docx')).toBe('three');
  });

  it('writes to a pipe without ending it, and follows a link', async () => {
    const pipe = path.join(folder, 'a.docx');
    execFileSync('mkfifo', [pipe]);
    const reading = disk.readFile(pipe, 'utf8');
    expect(await write('one')).toEqual([{ name: 'a.docx', outcome: 'written' }]);
    expect(await reading).toBe('one');
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['a.docx']);
    rmSync(pipe);
    writeFileSync(path.join(folder, 'elsewhere.docx'), '');
    symlinkSync('elsewhere.docx', pipe);
    await write('two', true);
    expect(readlinkSync(pipe)).toBe('elsewhere.docx');
    expect(read('elsewhere.docx')).toBe('two');
  });

  it('keeps a file that was there before, and any file when the record is spoiled', async () => {
    writeFileSync(path.join(folder, 'a.docx'), 'not ours');
    expect(await write('one')).toEqual([{ name: 'a.docx', outcome: 'kept' }]);
    await write('one', true);
    writeFileSync(path.join(folder, recordName), 'not JSON');
    expect(await write('two')).toEqual([{ name: 'a.docx', outcome: 'kept' }]);
    expect(read('a.docx')).toBe('one');
  });

  it.each(['EBUSY', 'EPERM', 'EACCES'])(
    'a file that Word holds open (%s) stays whole, with what to do',
    async (code) => {
      await write('one');
      const locked: Disk = {
        ...disk,
        rename: async (from, to) => {
          if (String(to).endsWith('a.docx')) throw Object.assign(new Error(code), { code });
          return disk.rename(from, to);
        },
      };
      const failure = await write('two', false, locked).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(UserError);
      expect((failure as UserError).message).toContain('close it in Word');
      expect(read('a.docx')).toBe('one');
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      // After Word is closed the next run goes through: the file still counts as ours.
      expect(await write('two')).toEqual([{ name: 'a.docx', outcome: 'written' }]);
    },
  );

  it('whichever call to the disk fails, the file is whole and no draft is left', async () => {
    await write('one');
    let calls = 0;
    const failAt = (n: number): Disk => {
      const guard =
        <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
        async (...args: A): Promise<R> => {
          calls += 1;
          if (calls === n) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
          return call(...args);
        };
      return {
        ...disk,
        open: guard(disk.open as (...args: unknown[]) => Promise<disk.FileHandle>) as Disk['open'],
        rename: guard(disk.rename),
      };
    };
    for (let n = 1; n <= 7; n += 1) {
      calls = 0;
      await expect(write(`text ${n}`, false, failAt(n))).rejects.toThrow(UserError);
      expect(['one', ...Array.from({ length: 7 }, (_, i) => `text ${i + 1}`)]).toContain(
        read('a.docx'),
      );
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      expect((await write(`again ${n}`))[0]?.outcome).toBe('written');
      await write('one');
    }
    calls = 0;
    await write('end', false, failAt(8));
    expect(calls).toBe(7);
  });
});
