// Bundles the program into dist/: one ESM bundle in a few chunks, so that `check` loads no renderer.
// Copies the fonts, which are read at run time. sharp and resvg stay packages of their own.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { build, transform } from 'esbuild';
import { agreementDeclaration } from './declarations.js';

rmSync('dist', { recursive: true, force: true });

// Libraries written as CommonJS call require() for node's own modules.
const banner =
  "import { createRequire as __createRequire } from 'node:module';" +
  "import { fileURLToPath as __fileURLToPath } from 'node:url';" +
  'const require = __createRequire(import.meta.url);' +
  "const __filename = __fileURLToPath(import.meta.url); const __dirname = __fileURLToPath(new URL('.', import.meta.url));";

// Nothing of ours starts a program of its own, and loading what commander would need for it takes
// longer than reading the command line.
const withoutChildProcess = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

// pdf.js looks for a package to draw with, and says so when it finds none. It only reads here.
const withoutCanvas = {
  name: 'without-canvas',
  setup({ onLoad }) {
    onLoad({ filter: /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.min\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('require("@napi-rs/canvas")', 'undefined'),
      loader: 'js',
    }));
  },
};

const options = {
  entryPoints: [
    'src/cli/cli.ts',
    'src/index.ts',
    'src/batch/batch-worker.ts',
    'src/cli/verify-thread.ts',
  ],
  entryNames: '[name]',
  chunkNames: 'chunks/[name]-[hash]',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Names stay as they are written: stacks in reports can be read, and restoring shortened names
  // (keepNames) costs a call for every inner function that is made.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  metafile: true,
  external: ['sharp'],
  // The same code as yaml's build for Node, but for a look into the environment at every token.
  alias: {
    yaml: './node_modules/yaml/browser/dist/index.js',
    // Made smaller by its makers than we can make it.
    'pdfjs-dist/legacy/build/pdf.mjs': './node_modules/pdfjs-dist/legacy/build/pdf.min.mjs',
    'pdfjs-dist/legacy/build/pdf.worker.mjs':
      './node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs',
  },
  plugins: [withoutChildProcess, withoutCanvas],
  banner: { js: banner },
};

const { metafile } = await build({ ...options, write: false });
const result = await build({ ...options, plugins: [...options.plugins, inOnePiece(metafile)] });

const fonts = 'node_modules/@expo-google-fonts';
mkdirSync('dist/fonts', { recursive: true });
for (const family of ['noto-sans', 'noto-serif']) {
  for (const face of ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']) {
    for (const file of readdirSync(join(fonts, family, face))) {
      if (file.endsWith('.ttf')) cpSync(join(fonts, family, face, file), join('dist/fonts', file));
    }
  }
}

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
await withoutZod('dist/types/model/agreement.d.ts');
chmodSync('dist/cli.js', 0o755);
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licences(result.metafile));

/**
 * Keeps together what `check` loads. Left alone, esbuild makes a file for each set of entry points
 * that share a module: twenty for a check, and finding and opening them takes longer than checking.
 * Here every entry point is made to load all that a check loads, which is loaded by then anyway; so
 * the sets are the same, and so is the file. The command line stays apart for `dist/index.js`.
 */
function inOnePiece({ inputs, outputs }) {
  const start = 'src/cli/main.ts';
  const loaded = new Set();
  const visit = (file) => {
    if (loaded.has(file) || !file.startsWith('src/')) return;
    loaded.add(file);
    for (const { path, kind } of inputs[file].imports) {
      if (kind === 'import-statement') visit(path);
    }
  };
  visit(start);
  const isShell = (file) => file.startsWith('src/cli/');
  const shell = [...loaded].filter(isShell);
  const core = [...loaded].filter((file) => !isShell(file));
  const imports = (files) => files.map((file) => `import ${JSON.stringify(resolve(file))};`);
  const entries = new Map(
    Object.values(outputs)
      .map(({ entryPoint }) => entryPoint)
      .filter((file) => file?.startsWith('src/'))
      .map((file) => [resolve(file), isShell(file) ? [...core, ...shell] : core]),
  );
  return {
    name: 'in-one-piece',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const files = entries.get(path)?.filter((file) => resolve(file) !== path);
        if (!files) return undefined;
        return {
          contents: [readFileSync(path, 'utf8'), ...imports(files)].join('\n'),
          loader: 'ts',
        };
      });
    },
  };
}

/** Writes out the type of an agreement, so that whoever uses the declarations needs no zod. */
async function withoutZod(file) {
  const plan = readFileSync('src/model/plan-data.ts', 'utf8');
  const { code } = await transform(plan, { loader: 'ts' });
  const { planData } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const declared = readFileSync(file, 'utf8');
  const parts = declared.slice(declared.indexOf('/** One organisation, as under'));
  writeFileSync(file, `${agreementDeclaration(planData)}\n${parts}`);
}

/** Returns the licence texts of every package that the bundle or the copied files hold. */
function licences(metafile) {
  const folders = new Set(['noto-sans', 'noto-serif'].map((family) => `${fonts}/${family}`));
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  const sections = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    const texts = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  return `${sections.join(`\n\n${'-'.repeat(78)}\n\n`)}\n`;
}
