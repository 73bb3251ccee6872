// What `check` loads, proved on the bundle: neither a renderer nor a template nor a native library,
// nor anything else that takes longer to load than checking takes.

import { resolve } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The source files that are loaded with a file before any `import()` is called. */
let loadedWith: (entry: string) => readonly string[];

beforeAll(async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts', 'src/index.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: ['sharp'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  loadedWith = (entry) => {
    const inputs = new Set<string>();
    const visit = (file: string): void => {
      if (inputs.has(file)) return;
      inputs.add(file);
      for (const each of metafile.inputs[file]?.imports ?? []) {
        if (each.kind !== 'dynamic-import') visit(each.path);
      }
    };
    visit(entry);
    return [...inputs];
  };
});

const heavy = [
  ['docx', /node_modules\/docx\//],
  ['pdfkit', /node_modules\/(?:pdfkit|fontkit|linebreak)\//],
  ['sharp', /^sharp$|node_modules\/(?:sharp|@img)\//],
  ['resvg', /node_modules\/@resvg\//],
  ['handlebars', /node_modules\/handlebars\//],
  ['markdown-it', /node_modules\/markdown-it\//],
  ['zod', /node_modules\/zod\//],
  ['tinyglobby', /node_modules\/(?:tinyglobby|fdir|picomatch)\//],
  ['the prompts', /node_modules\/@clack\//],
  ['a renderer', /^src\/render\/(?!html\/escape)/],
  ['templates', /^src\/(?:compose|theme)\/|^templates\//],
] as const;

describe.each(['src/cli/main.ts', 'src/index.ts'])('%s', (entry) => {
  it('loads the check itself', () => {
    expect(loadedWith(entry)).toContain('src/check.ts');
    expect(loadedWith(entry).some((file) => file.includes('node_modules/yaml/'))).toBe(true);
  });

  it.each(heavy)('does not load %s', (_, pattern) => {
    expect(loadedWith(entry).filter((file) => pattern.test(file))).toEqual([]);
  });
});
