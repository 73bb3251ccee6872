// Which file a path in a spec may mean: the rules of POSIX and of Windows, both tested everywhere.

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { candidates, isDevice } from '../../src/node/asset-path.ts';

describe('on POSIX', () => {
  const find = (wanted: string) => candidates(wanted, ['/specs/riverbend', '/brand'], path.posix);

  it.each([
    ['logos/a.png', ['/specs/riverbend/logos/a.png', '/brand/logos/a.png']],
    ['logos\\a.png', ['/specs/riverbend/logos/a.png', '/brand/logos/a.png']],
    ['./logos/../a.png', ['/specs/riverbend/a.png', '/brand/a.png']],
    ['..a/b.png', ['/specs/riverbend/..a/b.png', '/brand/..a/b.png']],
  ])('%j', (wanted, expected) => {
    expect(find(wanted)).toEqual(expected);
  });

  it.each([
    '/etc/passwd',
    '../a.png',
    '../riverbend-secret/a.png',
    'logos/../../../etc/passwd',
    '\\\\server\\share\\a.png',
    'C:\\logos\\a.png',
    'https://example.org/a.png',
    'file:///etc/passwd',
    'a\0.png',
  ])('refuses %j', (wanted) => {
    expect(find(wanted)).toBe('outside');
  });
});

describe('on Windows', () => {
  const find = (wanted: string) => candidates(wanted, ['C:\\Users\\Dana\\specs'], path.win32);

  it.each([
    ['logos/a.png', 'C:\\Users\\Dana\\specs\\logos\\a.png'],
    ['logos\\a.png', 'C:\\Users\\Dana\\specs\\logos\\a.png'],
    ['.\\logos\\a.png', 'C:\\Users\\Dana\\specs\\logos\\a.png'],
  ])('%j', (wanted, expected) => {
    expect(find(wanted)).toEqual([expected]);
  });

  it.each([
    'D:\\a.png',
    'C:a.png',
    '..\\a.png',
    '..\\specs2\\a.png',
    '\\a.png',
    '\\\\?\\C:\\a.png',
    '\\\\server\\share\\a.png',
    'logos\\a.png:stream',
    'logos\\NUL',
    'con.png',
    'aux',
  ])('refuses %j', (wanted) => {
    expect(find(wanted)).toBe('outside');
  });

  it('knows device names with and without an ending', () => {
    expect(['NUL', 'nul.txt', 'COM3.png', 'PRN .x'].every(isDevice)).toBe(true);
    expect(['null', 'company.png', 'com.png', 'console'].some(isDevice)).toBe(false);
  });
});
