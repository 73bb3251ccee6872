// Makes dist/: the bundled program, the fonts, which are read at run time, the declarations of the library
// and the licences of everything that went in.

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
import { join } from 'node:path';
import { transform } from 'esbuild';
import { bundle } from './bundle.js';
import { agreementDeclaration } from './declarations.js';

rmSync('dist', { recursive: true, force: true });

const inputs = await bundle('dist');

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
chmodSync('dist/cli.cjs', 0o755);
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licences(inputs));

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
function licences(inputs) {
  const folders = new Set(['noto-sans', 'noto-serif'].map((family) => `${fonts}/${family}`));
  for (const input of inputs) {
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
