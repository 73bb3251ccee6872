// carbone, community edition: a template that it reads from disk for every document.

import { promisify } from 'node:util';
import carbone from 'carbone';
import { dataOf, templateFile } from '../lib/template.mjs';
import { versionOf } from '../lib/versions.mjs';

const repeated = (name, tags) =>
  ['i', 'i+1'].map((index) => tags.map((tag) => `{d.${name}[${index}].${tag}:convCRLF}`));

const dialect = {
  tag: (name) => `{d.${name}}`,
  items: repeated,
  rows: repeated,
};

const render = promisify(carbone.render);
let file;

export const contender = {
  name: 'carbone',
  version: versionOf('carbone'),
  format: 'docx',
  does: 'a template with tags and repetitions, logos in it; the community edition',
  async prepare(content) {
    file = await templateFile('carbone', content, dialect);
  },
  async make(content) {
    return new Uint8Array(await render(file, dataOf(content)));
  },
};
