// docxtemplater: a template, unzipped and compiled for every document as its guide shows.

import { readFileSync } from 'node:fs';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { dataOf, templateFile } from '../lib/template.mjs';
import { versionOf } from '../lib/versions.mjs';

const loop = (name, tags) =>
  tags.map(
    (tag, n) =>
      `${n === 0 ? `{#${name}}` : ''}{${tag}}${n === tags.length - 1 ? `{/${name}}` : ''}`,
  );

const dialect = {
  tag: (name) => `{${name}}`,
  items: (name, [before, strong, after]) => [
    [`{-w:p ${name}}{${before}}`, `{${strong}}`, `{${after}}{/${name}}`],
  ],
  rows: (name, tags) => [loop(name, tags)],
};

let template;

export const contender = {
  name: 'docxtemplater',
  version: versionOf('docxtemplater'),
  format: 'docx',
  does: 'a template with tags and loops, logos in it; zipped by pizzip',
  async prepare(content) {
    template = readFileSync(await templateFile('docxtemplater', content, dialect));
  },
  async make(content) {
    const document = new Docxtemplater(new PizZip(template), {
      paragraphLoop: true,
      linebreaks: true,
    });
    document.render(dataOf(content));
    return document.toUint8Array({ compression: 'DEFLATE' });
  },
};
