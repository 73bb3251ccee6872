// The templates that come with the product, and small agreements to fill them with.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TemplateFiles } from '../../src/base/ports.ts';
import { compose } from '../../src/compose/compose.ts';
import { loadTemplate, type Template } from '../../src/compose/index.ts';
import { lower } from '../../src/compose/lower.ts';
import { type Agreement, agreementSchema } from '../../src/model/agreement.ts';
import type { Block } from '../../src/model/block.ts';
import type { Theme } from '../../src/model/theme.ts';
import { makeTheme } from '../../src/theme/theme.ts';

const root = resolve(import.meta.dirname, '../../templates');

/** The files of a template of ours. */
export function builtInFiles(kind: string): TemplateFiles {
  const folder = join(root, kind);
  const files = readdirSync(folder).map(
    (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
  );
  return { name: `templates/${kind}`, files: new Map(files) };
}

/** A template of ours, loaded. */
export function builtIn(kind: string): Template {
  const { template, diagnostics } = loadTemplate(builtInFiles(kind));
  if (!template) throw new Error(diagnostics.map((each) => each.message).join('\n'));
  return template;
}

/** A template made of one main file beside the phrases of the memorandum. */
export function withMain(main: string, more: Readonly<Record<string, string>> = {}): TemplateFiles {
  const phrases = builtInFiles('mou').files.get('en.yaml')!;
  return {
    name: 't',
    files: new Map(Object.entries({ 'en.yaml': phrases, 'main.hbs': main, ...more })),
  };
}

/** The smallest agreement that builds. */
export const smallest = {
  spec: 1,
  title: 'Reading Together',
  purpose: 'Bring stories to every child in town.',
  term: { start: '2027-01-11' },
  partners: { library: { name: 'Town Library' }, school: { name: 'Hill School' } },
} as const;

/** An agreement: the smallest one with fields added or replaced. */
export function agreementOf(fields: object = {}): Agreement {
  return agreementSchema.parse({ ...smallest, ...fields }) as Agreement;
}

/** No pictures. */
export const noPictures = { logos: new Map(), annexes: new Map() };

/** A theme for an agreement. */
export function themeFor(agreement: Agreement): Theme {
  const partners = Object.keys(agreement.partners).map((key) => ({ key }));
  return makeTheme({ paper: 'a4', partners });
}

/** The blocks of an agreement in a template, without pictures. */
export function blocksOf(agreement: Agreement, template: Template): readonly Block[] {
  return lower(compose(agreement, template), themeFor(agreement), noPictures);
}
