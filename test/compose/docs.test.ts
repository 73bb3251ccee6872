// docs/templates.md names every tag, attribute and helper there is, and no others.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functions } from '../../src/compose/functions.ts';
import { tags } from '../../src/compose/tags.ts';

const text = readFileSync(resolve(import.meta.dirname, '../../docs/templates.md'), 'utf8');

/** The rows of the table under a heading, as their cells. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const section = text.slice(text.indexOf(`## ${heading}`)).split('\n## ')[0]!;
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

describe('docs/templates.md', () => {
  it('lists every tag with its attributes', () => {
    const documented = tableUnder('Tags').flatMap(([, names, , attributes]) => {
      const own = [...attributes!.matchAll(/`(\w+)`/g)].map((match) => match[1]!);
      return [...names!.matchAll(/<(\w+)\/?>/g)].map((match) => [match[1]!, own] as const);
    });
    expect(documented.map(([name]) => name).sort()).toEqual(Object.keys(tags).sort());
    for (const [name, own] of documented) {
      const rule = tags[name as keyof typeof tags];
      for (const attribute of Object.keys(rule.attributes)) expect(own).toContain(attribute);
    }
  });

  it('lists every helper', () => {
    const documented = tableUnder('Helpers').flatMap(([, names]) =>
      [...names!.matchAll(/\((\w+)|\{\{(t) /g)].map((match) => match[1] ?? match[2]!),
    );
    expect([...new Set(documented)].sort()).toEqual([...Object.keys(functions), 't'].sort());
  });
});
