// What holds for every text: reading returns, places lie inside the source, a text is what its
// quotes hold, and every character of a value is found where it stands.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, Scalar, stringify } from 'yaml';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { type Located, nodeAt } from '../../src/model/located.ts';
import { decodeSource } from '../../src/sources/decode.ts';
import { readYaml } from '../../src/sources/yaml.ts';
import { validate } from '../../src/spec/validate.ts';
import { read, smallest } from '../spec/read.ts';

const good = readFileSync(new URL('../spec/full.yaml', import.meta.url), 'utf8');

const signs = fc.constantFrom(
  ...[
    'a',
    'b c',
    'title',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ': ',
    ':',
    '- ',
    '-',
    '#',
    ' #',
    '\t',
    '\n',
  ],
  ...[
    '\n  ',
    '\n ',
    '  ',
    '&a ',
    '*a',
    '!x ',
    '| ',
    '>',
    '|\n',
    '@',
    '%',
    ',',
    '? ',
    '<<: ',
    '---\n',
  ],
  ...['...\n', '\\', '1', '~', '\r\n', '\r', '\u202e', '\ud800', '\ufeff', '😀', '2027-02-30'],
);

function checkPlaces(text: string, diagnostics: readonly Diagnostic[]): void {
  for (const { span, message, hint } of diagnostics) {
    expect(span.source.text).toBe(text);
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(`${message} ${hint}`).not.toMatch(/undefined$|NaN|\[object/);
  }
}

function readAll(text: string): void {
  const yaml = readYaml({ name: 'spec.yaml', text });
  checkPlaces(text, yaml.diagnostics);
  const valid = yaml.located ? validate(yaml.located) : undefined;
  checkPlaces(text, valid?.diagnostics ?? []);
  const errors = [...yaml.diagnostics, ...(valid?.diagnostics ?? [])].filter(
    ({ severity }) => severity === 'error',
  );
  // No agreement with an error, and never silence without an agreement.
  expect(valid?.agreement === undefined).toBe(errors.length > 0);
}

describe('reading never throws', () => {
  it('for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), readAll));
  });
  it('for texts of YAML signs', () => {
    fc.assert(
      fc.property(
        fc.array(signs, { maxLength: 14 }).map((parts) => parts.join('')),
        readAll,
      ),
      { numRuns: 2000 },
    );
  });
  it('for bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { source, diagnostics } = decodeSource('spec.yaml', bytes);
        expect(source === undefined).toBe(diagnostics.length === 1);
      }),
    );
  });
  it('for a good spec with a few changes', () => {
    const change = fc.record({ at: fc.nat(good.length), cut: fc.nat(4), put: signs });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let text = good;
        for (const { at, cut, put } of changes)
          text = text.slice(0, at) + put + text.slice(at + cut);
        readAll(text);
      }),
      { numRuns: 150 },
    );
  });
});

/** A line of text without the characters that are refused. */
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter(
    (text) =>
      text.trim() !== '' &&
      !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u202a-\u202e]/u.test(text),
  );

describe('text fields', () => {
  it('hold exactly what their quotes hold', () => {
    fc.assert(
      fc.property(line, (text) => {
        const { agreement } = read(
          smallest(
            `reference: ${JSON.stringify(text)}\nsupersedes: '${text.replaceAll("'", "''")}'\n`,
          ),
        );
        expect(agreement?.reference).toBe(text);
        expect(agreement?.supersedes).toBe(text);
      }),
    );
  });
  it('keep the characters of what YAML reads as something else', () => {
    const written = fc.constantFrom(
      '1.10',
      '0441234567',
      '+15550100',
      'no',
      'yes',
      'true',
      '010',
      '0x1F',
      '1e3',
      '.inf',
      '123456789012345678901234567890',
      '2027-01-01',
      'Null',
    );
    fc.assert(
      fc.property(written, (text) => {
        expect(read(smallest(`reference: ${text}\n`)).agreement?.reference).toBe(text);
      }),
    );
  });
});

const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;

/** Some paragraphs, indented lines and blank lines. */
const prose = fc
  .array(
    fc.constantFrom(
      'word',
      ' ',
      '  more',
      '\n',
      '\n\n',
      "it's",
      '"x"',
      '\\',
      '# no',
      'é',
      '😀',
      '- a',
      '\n\n\n  code\n',
      'a long run of words that goes on and on',
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join(''));

function checkOffsets(source: string, node: Located | undefined): void {
  if (node?.kind !== 'scalar') throw new Error('a scalar was expected');
  const offsets = node.offsets?.() ?? [];
  expect(offsets).toHaveLength(node.text.length + 1);
  offsets.forEach((offset, index) => {
    if (index > 0) expect(offset).toBeGreaterThan(offsets[index - 1]!);
    expect(offset).toBeLessThanOrEqual(node.span.end);
    const unit = node.text[index];
    if (unit === undefined) return;
    const there = source[offset]!;
    if (there === unit) return;
    if (unit === '\n' || unit === ' ') expect(there).toMatch(/[\n\\]/);
    else expect(source.slice(Math.max(0, offset - 1), offset + 1)).toContain('\\');
  });
}

describe('offsets', () => {
  it.each(styles)('find every character of a %s text', (type) => {
    fc.assert(
      fc.property(prose, fc.boolean(), fc.constantFrom(20, 40, 80), (text, windows, lineWidth) => {
        const scalar = new Scalar(text);
        scalar.type = type;
        const written = stringify(
          { a: { b: scalar }, z: 1 },
          { lineWidth, blockQuote: type === 'BLOCK_FOLDED' ? 'folded' : true },
        );
        const source = windows ? written.replaceAll('\n', '\r\n') : written;
        const { located, diagnostics } = readYaml({ name: 'spec.yaml', text: source });
        fc.pre(diagnostics.every(({ severity }) => severity !== 'error'));
        const node = nodeAt(located!, ['a', 'b']);
        const value = (parseDocument(source).toJS() as { a: { b: string } }).a.b;
        const style = (parseDocument(source).getIn(['a', 'b'], true) as Scalar).type;
        const block = style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED';
        if (node?.kind === 'scalar')
          expect(node.text).toBe(block ? value.replace(/(?:^|\n)[ \t\n]*$/, '') : String(value));
        checkOffsets(source, node);
      }),
      { numRuns: 400 },
    );
  });

  it('survive a repair elsewhere in the file', () => {
    const text = 'a: Note: one\nb: "two\\u0020three"\nc: >\n  four\n  five\n';
    const { located } = readYaml({ name: 'spec.yaml', text });
    for (const key of ['b', 'c']) checkOffsets(text, nodeAt(located!, [key]));
  });
});
