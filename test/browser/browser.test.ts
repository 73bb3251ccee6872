// Everything but node/, cli/ and index.ts runs in a browser: the core is bundled for one and makes a
// DOCX and a PDF in headless Chromium (Debian's package chromium). Without Chromium on the machine the
// bundle alone is tried; .ci/run installs it.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build as bundle } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fontPath } from '../../src/node/package-files.ts';
import { themeFor } from '../../src/theme/theme.ts';
import { docxText } from '../docx/extract-text.ts';
import { pdfText } from '../pdf/extract-text.ts';

const chromium = '/usr/bin/chromium';
const root = path.resolve(import.meta.dirname, '../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-browser-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const spec = path.join(root, 'agreements/stars-over-riverbend.yaml');
const base64 = (file: string): string => readFileSync(file).toString('base64');

async function makePage(): Promise<string> {
  const { fonts } = themeFor({ partners: {} } as Parameters<typeof themeFor>[0]);
  const files = [fonts.body, fonts.heading, ...fonts.fallbacks].flatMap((family) =>
    Object.values(family.faces),
  );
  const templates = readdirSync(path.join(root, 'templates')).map((kind) => {
    const names = readdirSync(path.join(root, 'templates', kind));
    return [
      kind,
      Object.fromEntries(
        names.map((name) => [name, readFileSync(path.join(root, 'templates', kind, name), 'utf8')]),
      ),
    ];
  });
  const result = await bundle({
    entryPoints: [path.join(import.meta.dirname, 'page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
    define: {
      SPEC: JSON.stringify(base64(spec)),
      FONTS: JSON.stringify(
        Object.fromEntries(files.map((file) => [file, base64(fontPath(file))])),
      ),
      TEMPLATES: JSON.stringify(Object.fromEntries(templates)),
    },
  });
  return result.outputFiles[0]!.text;
}

it('the core bundles for a browser without any module of node', async () => {
  const script = await makePage();
  expect(script.length).toBeGreaterThan(1000);
  expect(script).not.toMatch(/require\(["'](node:)?(fs|path|zlib|crypto)["']\)/);
});

it.skipIf(!existsSync(chromium))(
  'makes a DOCX and a PDF that say the same, in Chromium',
  async () => {
    const script = (await makePage()).replaceAll('</script', '<\\/script');
    const page = path.join(folder, 'page.html');
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><body></body><script type="module">${script}</script>`,
    );
    const dom = execFileSync(
      chromium,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--user-data-dir=${path.join(folder, 'profile')}`,
        '--virtual-time-budget=100000',
        '--dump-dom',
        `file://${page}`,
      ],
      { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const result = JSON.parse(/\[\[(\{.*?\})\]\]/s.exec(dom)?.[1] ?? '{}') as Record<
      string,
      string
    >;
    expect(result.failed).toBeUndefined();
    const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();
    const pdf = words(await pdfText(new Uint8Array(Buffer.from(result.pdf!, 'base64'))));
    const docx = words(docxText(new Uint8Array(Buffer.from(result.docx!, 'base64'))));
    expect(pdf).toContain('Riverbend Astronomy Club');
    expect(docx).toBe(pdf);
  },
);
