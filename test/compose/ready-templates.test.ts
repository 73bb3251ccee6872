// Templates that the build loads are the same as those that the program would load.

import { describe, expect, it } from 'vitest';
// @ts-expect-error The build script's, without types.
import { loadedTemplates } from '../../bundle.js';
import { loadTemplate } from '../../src/compose/load.ts';
import { type ReadyTemplate, readyTemplate } from '../../src/compose/ready-templates.ts';

const ready = (await loadedTemplates()) as Record<string, ReadyTemplate>;

it('are all there', () => {
  expect(Object.keys(ready)).toEqual(['templates/duties', 'templates/letter', 'templates/mou']);
});

describe.each(Object.keys(ready))('%s', (name) => {
  const files = new Map(Object.entries(ready[name]!.files));

  it('is what loading gives', () => {
    const { template, diagnostics } = loadTemplate({ name, files });
    expect(diagnostics).toEqual([]);
    expect(readyTemplate({ name, files }, ready)).toEqual(template);
  });

  it('is not taken for other files', () => {
    const more = new Map([...files, ['de.yaml', '']]);
    const other = new Map([...files, ['main.hbs', `${files.get('main.hbs')}\n`]]);
    const fewer = new Map([...files].filter(([file]) => file !== 'main.hbs'));
    for (const changed of [more, other, fewer]) {
      expect(readyTemplate({ name, files: changed }, ready)).toBeUndefined();
    }
    expect(readyTemplate({ name: 'mine', files }, ready)).toBeUndefined();
  });
});
