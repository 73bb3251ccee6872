// Located data over located data: what wins, in what order, and that every value keeps its place.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/base/source.ts';
import { readBase } from '../../src/merge.ts';
import { type Located, nodeAt } from '../../src/model/located.ts';
import { mergeLocated, setLocated } from '../../src/sources/overlay.ts';
import { readYaml } from '../../src/sources/yaml.ts';
import { base, bytesOf, plain } from './support.ts';

const yaml = (name: string, text: string): Located => readYaml({ name, text }).located!;

const merged = (below: string, above: string): unknown =>
  plain(mergeLocated(yaml('defaults.yaml', below), yaml('spec.yaml', above)));

describe('a spec over its defaults', () => {
  it('joins maps key by key, and the spec wins', () => {
    expect(merged('terms: { law: A, changes: B }', 'terms: { law: C, disputes: D }')).toEqual({
      terms: { changes: 'B', law: 'C', disputes: 'D' },
    });
  });

  it('replaces lists as a whole', () => {
    expect(merged('principles: [A, B, C]', 'principles: [D]')).toEqual({ principles: ['D'] });
  });

  it('lets a key with nothing after it leave the default as it is', () => {
    expect(merged('title: A\nterms: { law: B }', 'title:\nterms: ~')).toEqual({
      title: 'A',
      terms: { law: 'B' },
    });
  });

  it('replaces a value of another kind', () => {
    expect(merged('resources: { budget: { total: 4 } }', 'resources: none')).toEqual({
      resources: 'none',
    });
  });

  it('puts partners of the defaults first, and those that the spec names in its order', () => {
    const below = 'partners: { a: { name: A }, b: { name: B } }';
    const keys = (above: string): readonly string[] =>
      Object.keys((merged(below, above) as { partners: object }).partners);
    expect(keys('partners: { c: { name: C } }')).toEqual(['a', 'b', 'c']);
    expect(keys('partners: { c: { name: C }, a: }')).toEqual(['b', 'c', 'a']);
  });

  it('keeps the place of every value', () => {
    const located = mergeLocated(
      yaml('defaults.yaml', 'title: A\nterms: { law: B }'),
      yaml('spec.yaml', 'terms: { changes: C }\nreference: D'),
    );
    const file = (path: Path): string => nodeAt(located, path)!.span.source.name;
    expect(file(['title'])).toBe('defaults.yaml');
    expect(file(['terms', 'law'])).toBe('defaults.yaml');
    expect(file(['terms', 'changes'])).toBe('spec.yaml');
    expect(file(['reference'])).toBe('spec.yaml');
  });

  it('takes several defaults in order: the later one wins, the spec over all', () => {
    const file = (name: string, text: string) => ({ name, bytes: bytesOf(text) });
    const { located, files } = readBase(file('spec.yaml', 'a: spec'), [
      file('one.yaml', 'a: one\nb: one\nc: one'),
      file('two.yaml', 'b: two'),
    ]);
    expect(plain(located!)).toEqual({ a: 'spec', b: 'two', c: 'one' });
    expect(files.at(-1)?.source.name).toBe('spec.yaml');
  });

  it('is no agreement when a file cannot be read', () => {
    const { located, diagnostics } = readBase({ name: 'spec.yaml', bytes: bytesOf('a: 1') }, [
      { name: 'defaults.yaml', bytes: bytesOf('') },
    ]);
    expect(located).toBeUndefined();
    expect(diagnostics.map(({ code, span }) => `${span.source.name} ${code}`)).toEqual([
      'defaults.yaml yaml/empty',
    ]);
  });

  it('stays marked as repaired when either file was', () => {
    const broken = readYaml({ name: 'a', text: 'a: "x\nb: 1' }).located;
    expect(broken).toMatchObject({ repaired: true });
    expect(mergeLocated(broken!, yaml('b', 'c: 1'))).toMatchObject({ repaired: true });
    expect(mergeLocated(yaml('b', 'c: 1'), broken!)).toMatchObject({ repaired: true });
  });
});

const cell: Located = {
  kind: 'scalar',
  value: 'new',
  text: 'new',
  plain: false,
  span: { source: { name: 'table', text: 'new' }, start: 0, end: 3 },
};

const set = (...paths: Path[]): unknown =>
  plain(
    setLocated(
      base.located!,
      paths.map((path) => ({ path, value: cell })),
    ),
  );

describe('a value at a path', () => {
  it('makes what is missing on the way', () => {
    expect(set(['partners', 'club', 'brand', 'alt'])).toHaveProperty('partners.club', {
      brand: { alt: 'new' },
    });
    expect(set(['communication', 'channels', 0])).toHaveProperty('communication.channels', ['new']);
  });

  it('writes one item out as a list before it adds another', () => {
    expect(set(['roles', 1, 'support', 1])).toHaveProperty('roles.1.support', ['library', 'new']);
  });

  it('writes a bare text out as its map before it adds a key', () => {
    const root = yaml('spec.yaml', 'partners: { club: { gives: [A room] } }');
    const path = ['partners', 'club', 'gives', 0, 'value'];
    expect(plain(setLocated(root, [{ path, value: cell }]))).toEqual({
      partners: { club: { gives: [{ what: 'A room', value: 'new' }] } },
    });
  });

  it('closes up where added items stay empty', () => {
    expect(
      set(
        ['partners', 'club', 'contacts', 1, 'name'],
        ['partners', 'club', 'contacts', 1, 'email'],
        ['partners', 'club', 'contacts', 3, 'name'],
      ),
    ).toHaveProperty('partners.club.contacts', [{ name: 'new', email: 'new' }, { name: 'new' }]);
  });

  it('leaves the base as it is where something else stands in the way', () => {
    const root = yaml('spec.yaml', 'roles: none');
    expect(setLocated(root, [{ path: ['roles', 0, 'due'], value: cell }])).toEqual(root);
  });

  it('changes that leaf and nothing else, and not the base', () => {
    const leaves = leavesOf(base.located!, []);
    const before = JSON.stringify(plain(base.located!));
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...leaves), { maxLength: 6 }), (paths) => {
        const result = setLocated(
          base.located!,
          paths.map((path) => ({ path, value: cell })),
        );
        for (const path of leaves) {
          const node = nodeAt(result, path);
          if (paths.includes(path)) expect(node).toBe(cell);
          else expect(node).toBe(nodeAt(base.located!, path));
        }
        expect(leavesOf(result, [])).toEqual(leaves);
        expect(JSON.stringify(plain(base.located!))).toBe(before);
      }),
    );
  });
});

function leavesOf(node: Located, path: Path): Path[] {
  if (node.kind === 'scalar') return [path];
  if (node.kind === 'list') return node.items.flatMap((item, at) => leavesOf(item, [...path, at]));
  return node.entries.flatMap(({ key, value }) => leavesOf(value, [...path, key]));
}
