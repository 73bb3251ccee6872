// typst, through its compiler for Node: one compiler for all documents, a template that reads the content
// as JSON. Tagged, which is its default. Its cache is kept as its makers suggest.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fonts } from '../lib/style.mjs';
import { versionOf } from '../lib/versions.mjs';

const folder = join(import.meta.dirname, 'typst');
const main = readFileSync(join(folder, 'memorandum.typ'), 'utf8');

let compiler;

/** Its own files lie in its workspace, or are laid over it. */
function open({ logos }) {
  const blobs = Object.values(fonts).flatMap(({ regular, bold, italic, boldItalic }) =>
    [regular, bold, italic, boldItalic].map((file) => readFileSync(file)),
  );
  compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: blobs }] });
  for (const { file } of logos) {
    compiler.mapShadow(join(folder, basename(file)), readFileSync(file));
  }
}

const named = (logo) => ({ ...logo, file: basename(logo.file) });

export const contender = {
  name: 'typst',
  version: versionOf('@myriaddreamin/typst-ts-node-compiler'),
  format: 'pdf',
  does: 'one compiler, a template in typst that reads the content; tagged, its cache trimmed after each document',
  async make(content) {
    if (!compiler) open(content);
    const { logos, headerLogos } = content;
    const json = JSON.stringify({
      ...content,
      logos: logos.map(named),
      headerLogos: headerLogos.map(named),
    });
    const bytes = compiler.pdf({ mainFileContent: main, inputs: { content: json } });
    compiler.evictCache(10);
    return new Uint8Array(bytes);
  },
};
