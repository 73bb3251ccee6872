// docx-templates: a template with commands, run without its sandbox, which is its faster way.

import { readFileSync } from 'node:fs';
import { createReport } from 'docx-templates';
import { dataOf, templateFile } from '../lib/template.mjs';
import { versionOf } from '../lib/versions.mjs';

const around = (name, width, inner) => [
  [`{FOR each IN ${name}}`, ...Array(width - 1).fill('')],
  inner,
  ['{END-FOR each}', ...Array(width - 1).fill('')],
];

const dialect = {
  tag: (name) => `{INS ${name}}`,
  items: (name, tags) =>
    around(
      name,
      tags.length,
      tags.map((tag) => `{INS $each.${tag}}`),
    ),
  rows: (name, tags) =>
    around(
      name,
      tags.length,
      tags.map((tag) => `{INS $each.${tag}}`),
    ),
};

let template;

export const contender = {
  name: 'docx-templates',
  version: versionOf('docx-templates'),
  format: 'docx',
  does: 'a template with commands, logos in it; without its sandbox',
  async prepare(content) {
    template = readFileSync(await templateFile('docx-templates', content, dialect));
  },
  async make(content) {
    return createReport({
      template,
      data: dataOf(content),
      cmdDelimiter: ['{', '}'],
      noSandbox: true,
    });
  },
};
