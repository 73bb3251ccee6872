// What runs inside the browser: the core with ports made of plain data, for browser.test.ts.
// `SPEC`, `FONTS` and `TEMPLATES` are put in by the bundler.

import { zlibSync } from 'fflate';
import { build } from '../../src/build.ts';

declare const SPEC: string;
declare const FONTS: Readonly<Record<string, string>>;
declare const TEMPLATES: Readonly<Record<string, Readonly<Record<string, string>>>>;

const bytes = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

function base64(data: Uint8Array): string {
  let text = '';
  for (const each of data) text += String.fromCharCode(each);
  return btoa(text);
}

/** One grey pixel stands for every picture: decoding pictures is not the core's work. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

async function run(): Promise<object> {
  const built = await build(
    { name: 'spec.yaml', bytes: bytes(SPEC) },
    { formats: ['docx', 'pdf'] },
    {
      host: {
        readAsset: async () => ({ found: false, reason: 'missing' }),
        readTemplate: async (kind) => {
          const files = TEMPLATES[kind];
          return files && { name: kind, files: new Map(Object.entries(files)) };
        },
        templateKinds: async () => Object.keys(TEMPLATES),
        templateLanguages: async (kind) => TEMPLATES[kind] && ['en'],
        readCompanionTemplate: async () => ({ name: 'none', files: new Map() }),
        readFont: async (file) => bytes(FONTS[file]!),
      },
      rasteriser: {
        rasterise: async () => ({
          widthPx: 1,
          heightPx: 1,
          rgb: new Uint8Array([128, 128, 128]),
          png: bytes(png),
        }),
      },
      deflate: (data) => zlibSync(data),
      digest: async (data) => {
        const sum = await crypto.subtle.digest('SHA-256', data as Uint8Array<ArrayBuffer>);
        return Array.from(new Uint8Array(sum), (each) => each.toString(16).padStart(2, '0')).join(
          '',
        );
      },
      version: '0.0.0',
    },
  );
  return Object.fromEntries(built.outputs.map((output) => [output.format, base64(output.bytes)]));
}

run()
  .catch((error: unknown) => ({ failed: String(error instanceof Error ? error.stack : error) }))
  .then((result) => {
    document.body.textContent = `[[${JSON.stringify(result)}]]`;
  });
