// easy-template-x: a template, read and filled for every document by one handler.

import { readFileSync } from 'node:fs';
import { TemplateHandler } from 'easy-template-x';
import { dataOf, templateFile } from '../lib/template.mjs';
import { versionOf } from '../lib/versions.mjs';

const loop = (name, tags) =>
  tags.map(
    (tag, n) =>
      `${n === 0 ? `{#${name}}` : ''}{${tag}}${n === tags.length - 1 ? `{/${name}}` : ''}`,
  );

const dialect = {
  tag: (name) => `{${name}}`,
  items: (name, tags) => [loop(name, tags)],
  rows: (name, tags) => [loop(name, tags)],
};

let template;
const handler = new TemplateHandler();

export const contender = {
  name: 'easy-template-x',
  version: versionOf('easy-template-x'),
  format: 'docx',
  does: 'a template with tags and loops, logos in it',
  async prepare(content) {
    template = readFileSync(await templateFile('easy-template-x', content, dialect));
  },
  async make(content) {
    return new Uint8Array(await handler.process(template, dataOf(content)));
  },
};
