// Bundles the program into a folder: the command line as one script of CommonJS, whose compiled code can
// be kept, and the library and the workers as ESM in chunks. sharp and resvg stay packages of their own.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';

// Libraries written as CommonJS call require() for node's own modules.
const esmBanner =
  "import { createRequire as __createRequire } from 'node:module';" +
  "import { fileURLToPath as __fileURLToPath } from 'node:url';" +
  'const require = __createRequire(import.meta.url);' +
  "const __filename = __fileURLToPath(import.meta.url); const __dirname = __fileURLToPath(new URL('.', import.meta.url));";

// A script that vm compiled cannot import; src/cli/quick-start.ts, which runs it, hands over what can.
const scriptBanner =
  'const __load = module.importer;' +
  "const __url = require('node:url').pathToFileURL(__filename).href;";

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

// fontkit would unpack fonts from the web with it. Ours are plain.
const withoutBrotli = {
  name: 'without-brotli',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^brotli\// }, () => ({ path: 'brotli', namespace: 'brotli' }));
    onLoad({ filter: /./, namespace: 'brotli' }, () => ({
      contents: 'module.exports = undefined;',
    }));
  },
};

// pdfkit would encrypt with it, and its tables are worked out on loading. Papers are not encrypted.
const withoutCiphers = {
  name: 'without-ciphers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@noble\/ciphers\// }, () => ({ path: 'ciphers', namespace: 'ciphers' }));
    onLoad({ filter: /./, namespace: 'ciphers' }, () => ({
      contents: 'module.exports = { cbc: undefined, ecb: undefined };',
    }));
  },
};

// fontkit takes long to load, and most papers need none of it.
const fontkitWhenAsked = {
  name: 'fontkit-when-asked',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^fontkit$/ }, ({ namespace }) =>
      namespace === 'fontkit' ? undefined : { path: 'fontkit', namespace: 'fontkit' },
    );
    onLoad({ filter: /./, namespace: 'fontkit' }, () => ({
      contents: "exports.create = (...given) => require('fontkit').create(...given);",
      resolveDir: options.absWorkingDir,
    }));
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
  absWorkingDir: import.meta.dirname,
  bundle: true,
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
  plugins: [withoutChildProcess, withoutBrotli, withoutCiphers, fontkitWhenAsked, withoutCanvas],
};

// Large, and never or rarely asked for by a check or a build: files of their own, so that the script with
// everything else stays short. What each is asked for, by its file.
const apart = {
  docx: "export { Document, Packer } from 'docx';",
  hucre: "export { formatValue } from 'hucre'; export { readXlsx } from 'hucre/xlsx';",
  prompts: "export { isCancel, log, select, text } from '@clack/prompts';",
};

/** Loads our templates with the sources and returns them by the names of their folders, as the program keeps them. */
export async function loadedTemplates() {
  const { outputFiles } = await build({
    ...options,
    stdin: {
      contents:
        "export { loadTemplate } from './src/compose/load.ts';" +
        "export { packedTemplate } from './src/compose/ready-templates.ts';",
      resolveDir: options.absWorkingDir,
    },
    format: 'cjs',
    write: false,
  });
  const source = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    source,
    source.exports,
    createRequire(import.meta.url),
  );
  const { loadTemplate, packedTemplate } = source.exports;
  const root = join(options.absWorkingDir, 'templates');
  return Object.fromEntries(
    readdirSync(root).map((kind) => {
      const names = readdirSync(join(root, kind)).filter((file) => /\.(?:hbs|yaml)$/.test(file));
      const files = new Map(
        names.sort().map((file) => [file, readFileSync(join(root, kind, file), 'utf8')]),
      );
      const name = `templates/${kind}`;
      const { template, diagnostics } = loadTemplate({ name, files });
      if (!template || diagnostics.length) throw new Error(`${name} has errors; see pactwright.`);
      return [name, { files: Object.fromEntries(files), template: packedTemplate(template) }];
    }),
  );
}

/** Puts the loaded templates where the sources have none. */
const withTemplates = (templates) => ({
  name: 'with-templates',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]compose[\\/]ready-templates\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /(const readyTemplates: [^=]*=) \{\};/,
        (_, start) => `${start} ${JSON.stringify(templates)};`,
      ),
      loader: 'ts',
    }));
  },
});

/** Bundles everything into a folder and returns the names of the source files that went in. */
export async function bundle(outdir) {
  const plugins = [...options.plugins, withTemplates(await loadedTemplates())];
  const esm = { ...options, plugins, outdir, format: 'esm', banner: { js: esmBanner } };
  const library = {
    ...esm,
    entryPoints: ['src/index.ts', 'src/batch/batch-worker.ts', 'src/cli/verify-thread.ts'],
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
  };
  const { metafile: parts } = await build({ ...library, write: false });
  const { metafile: chunks } = await build({
    ...library,
    plugins: [...plugins, inOnePiece(parts)],
  });
  const leaves = await Promise.all(
    Object.entries(apart).map(([name, contents]) =>
      build({
        ...options,
        stdin: { contents, resolveDir: options.absWorkingDir },
        outfile: join(outdir, 'apart', `${name}.cjs`),
        format: 'cjs',
      }),
    ),
  );
  const script = {
    ...options,
    entryPoints: ['src/cli/main.ts'],
    outdir,
    format: 'cjs',
    banner: { js: scriptBanner },
    define: { 'import.meta.url': '__url' },
    write: false,
  };
  const all = [...plugins, leavesApart, readerInChunks(chunks, outdir)];
  const [whole, checking] = await Promise.all([
    build({ ...script, plugins: all }),
    build({ ...script, plugins: [checkAlone, ...all] }),
  ]);
  const files = {
    programFile: written(outdir, 'program', whole),
    checkFile: written(outdir, 'check', checking),
  };
  const { metafile: door } = await build({
    ...options,
    entryPoints: ['src/cli/cli.ts'],
    outdir,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    define: Object.fromEntries(
      Object.entries(files).map(([name, file]) => [name, JSON.stringify(file)]),
    ),
  });
  return [chunks, whole.metafile, door, ...leaves.map((each) => each.metafile)].flatMap(
    ({ inputs }) => Object.keys(inputs),
  );
}

/** Writes a script as one function, under a name with the hash of its text; returns that name. */
function written(outdir, name, { outputFiles, metafile }) {
  const text = `(function (exports, require, module, __filename, __dirname) {${loadable(outputFiles[0].text, metafile)}\n})`;
  const file = `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.cjs`;
  writeFileSync(join(outdir, file), text);
  return file;
}

/** Leaves every command but `check` out: reading and placing what is never run is a tenth of a check. */
const checkAlone = {
  name: 'check-alone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/[a-z-]+-command\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: '' }));
  },
};

const leavesApart = {
  name: 'leaves-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:docx|hucre(?:\/xlsx)?|@clack\/prompts)$/ }, ({ path }) => ({
      path: `./apart/${/[a-z]+/.exec(path.replace('@clack/', ''))[0]}.cjs`,
      external: true,
    }));
  },
};

/** Leaves out of the script what reads PDFs, two fifths of everything: it is there in chunks. */
function readerInChunks({ outputs }, outdir) {
  const chunkOf = (file) => {
    const [output] = Object.entries(outputs).find(([, { entryPoint }]) =>
      entryPoint?.endsWith(`/${file}`),
    );
    return `./${relative(resolve(options.absWorkingDir, outdir), resolve(options.absWorkingDir, output))}`;
  };
  return {
    name: 'reader-in-chunks',
    setup({ onResolve }) {
      onResolve({ filter: /^pdfjs-dist\// }, ({ path }) => ({
        path: chunkOf(basename(options.alias[path])),
        external: true,
      }));
    },
  };
}

/** Returns a script whose imports at run time go through what it was handed. */
function loadable(text, { outputs }) {
  const [{ imports }] = Object.values(outputs);
  return imports
    .filter(({ kind }) => kind === 'dynamic-import')
    .reduce(
      (changed, { path }) => changed.replaceAll(`import("${path}")`, `__load("${path}")`),
      text,
    );
}

/**
 * Keeps together what `check` loads. Left alone, esbuild makes a file for each set of entry points
 * that share a module: twenty for a check, and finding and opening them takes longer than checking.
 * Here every entry point is made to load all that a check loads, which is loaded by then anyway; so
 * the sets are the same, and so is the file.
 */
function inOnePiece({ inputs, outputs }) {
  const core = new Set();
  const visit = (file) => {
    if (core.has(file) || !file.startsWith('src/')) return;
    core.add(file);
    for (const { path, kind } of inputs[file].imports) {
      if (kind === 'import-statement') visit(path);
    }
  };
  visit('src/index.ts');
  const entries = new Set(
    Object.values(outputs)
      .map(({ entryPoint }) => entryPoint)
      .filter((file) => file?.startsWith('src/')),
  );
  return {
    name: 'in-one-piece',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const own = relative(options.absWorkingDir, path).replaceAll('\\', '/');
        if (!entries.has(own)) return undefined;
        const others = [...core].filter((file) => file !== own);
        const imports = others.map((file) => `import ${JSON.stringify(resolve(file))};`);
        return { contents: [readFileSync(path, 'utf8'), ...imports].join('\n'), loader: 'ts' };
      });
    },
  };
}
