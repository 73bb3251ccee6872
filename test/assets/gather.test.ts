// What a spec names but cannot be used, and what its text holds but the paper cannot show: each with
// its code, at its place, on a real folder.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeText } from '../../src/base/diagnostic.ts';
import { check } from '../../src/check.ts';
import { deflate } from '../../src/node/deflate.ts';
import { largestAsset, nodeHost } from '../../src/node/host.ts';
import { writePng } from '../../src/node/png-writer.ts';
import { smallest } from '../cli/run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function findings(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(text);
  const { diagnostics } = await check({ name: 'a.yaml', bytes }, nodeHost({ folder }));
  return diagnostics
    .filter((each) => /^(asset|text)\//.test(each.code))
    .map((each) => `${placeText(each.span)} ${each.severity} ${each.code}: ${each.message}`);
}

const withLogo = (file: string): string =>
  smallest.replace(
    'library: { name: Riverbend Public Library }',
    `library:\n    name: Riverbend Public Library\n    brand:\n      logo: ${file}\n      alt: A heron`,
  );

function png(): Uint8Array {
  const widthPx = 40;
  const rgba = new Uint8Array(widthPx * widthPx * 4).fill(200);
  return writePng(
    { widthPx, heightPx: widthPx, rgb: rgba.slice(0, widthPx * widthPx * 3) },
    deflate,
  );
}

function claiming60000(): Uint8Array {
  const bytes = png().slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(16, 60000);
  view.setUint32(20, 60000);
  return bytes;
}

describe('pictures', () => {
  it.each<[string, string, (() => Uint8Array | string) | undefined, string]>([
    [
      'asset/missing',
      'logo.png',
      undefined,
      'error asset/missing: The logo `logo.png` is not there.',
    ],
    [
      'asset/outside',
      '../logo.png',
      undefined,
      "error asset/outside: The logo `../logo.png` lies outside the spec's folder.",
    ],
    [
      'asset/unreadable',
      'sub',
      undefined,
      'error asset/unreadable: The logo `sub` cannot be opened.',
    ],
    [
      'asset/too-large',
      'big.png',
      () => new Uint8Array(largestAsset + 1),
      'error asset/too-large: The logo `big.png` is over 20 MB.',
    ],
    [
      'asset/format',
      'logo.png',
      () => 'GIF89a.....................',
      'error asset/format: The logo `logo.png` ',
    ],
    [
      'asset/broken',
      'logo.png',
      () => png().slice(0, 60),
      'error asset/broken: The logo `logo.png` ',
    ],
    ['asset/broken', 'logo.png', claiming60000, 'error asset/'],
    [
      'asset/hostile',
      'logo.svg',
      () =>
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&b;</text></svg>',
      'error asset/hostile: The logo `logo.svg` ',
    ],
    [
      'asset/simplified',
      'logo.svg',
      () =>
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="https://example.org/a.png" width="9" height="9"/><rect width="5" height="5"/></svg>',
      'warning asset/simplified: The logo `logo.svg` is drawn without ',
    ],
  ])('%s for %s', async (_, file, content, expected) => {
    mkdirSync(path.join(folder, 'sub'));
    if (content) writeFileSync(path.join(folder, file), content());
    const found = await findings(withLogo(file));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^a\.yaml:8:13 /);
    expect(found[0]).toContain(expected);
  });

  it('a usable logo gives nothing', async () => {
    writeFileSync(path.join(folder, 'logo.png'), png());
    expect(await findings(withLogo('logo.png'))).toEqual([]);
  });
});

describe('characters', () => {
  it.each([
    [
      'no glyph',
      'Stars 中文 over',
      'a.yaml:2:14 warning text/no-glyph: The character "中" (U+4E2D) (and 1 more here) is in none',
    ],
    [
      'emoji',
      'Stars 😀',
      'a.yaml:2:14 warning text/no-glyph: The character "😀" (U+1F600) is in none',
    ],
    [
      'Arabic',
      'Stars نجوم',
      'a.yaml:2:14 warning text/docx-only: This text is written in Arabic script',
    ],
    [
      'Hebrew',
      'Stars כוכבים',
      'a.yaml:2:14 warning text/docx-only: This text is written in Hebrew script',
    ],
  ])('%s', async (_, title, expected) => {
    const found = await findings(smallest.replace('Stars over Riverbend', title));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('is an error in a final paper', async () => {
    const found = await findings(`${smallest.replace('Stars', '中')}status: final\n`);
    expect(found[0]).toContain('error text/no-glyph');
  });

  it.each([
    'Łódź Ελλάδα Пловдив ăîșțâ Þórður',
    'co-operation — “quoted” … € ½ ²',
    'e\u0301 n\u0303o',
  ])('the fonts cover %s', async (title) => {
    expect(await findings(smallest.replace('Stars over Riverbend', title))).toEqual([]);
  });
});
