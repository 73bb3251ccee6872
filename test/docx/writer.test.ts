// The writer of XML and the writer of ZIP files, by themselves.

import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zip } from '../../src/render/docx/package.ts';
import { element, escapeXml } from '../../src/render/docx/xml.ts';
import { parseXml } from './xml-tree.ts';

// What XML 1.0 does not allow, written down once more for the test.
const allowed = (text: string): string =>
  [...text]
    .map((sign) => {
      const code = sign.codePointAt(0)!;
      const fine =
        [9, 10, 13].includes(code) ||
        (code >= 0x20 && code <= 0xd7ff) ||
        (code >= 0xe000 && code <= 0xfffd) ||
        code >= 0x10000;
      return fine ? sign : '\ufffd';
    })
    .join('');

describe('element', () => {
  test('writes attributes, children and empty tags', () => {
    expect(element('a', { b: 1, c: undefined, d: '"<&>"' })).toBe(
      '<a b="1" d="&quot;&lt;&amp;&gt;&quot;"/>',
    );
    expect(element('a', {}, element('b', {}), escapeXml('x & y'))).toBe('<a><b/>x &amp; y</a>');
  });

  test('keeps every character that XML allows, in text and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const node = parseXml(element('a', { v: value }, escapeXml(value)));
        expect(node.attributes.v).toBe(allowed(value));
        expect(node.children.join('')).toBe(allowed(value).replace(/\r\n?/g, '\n'));
      }),
    );
  });

  test('replaces lone surrogates and non-characters', () => {
    expect(escapeXml('a\ud800b\udc00c\ufffed\u0000e😀')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde😀');
  });
});

describe('zip', () => {
  test('gives back what was put in, in the same order, at a fixed time', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}\.xml$/), { maxLength: 6 }),
        fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 6, maxLength: 6 }),
        (names, contents) => {
          const parts = names.map((name, index) => ({ name, bytes: contents[index]! }));
          const file = zip(parts, (bytes) => deflateSync(bytes));
          const back = Object.entries(unzipSync(file));
          expect(back.map(([name]) => name)).toEqual(names);
          back.forEach(([, bytes], index) => {
            expect([...bytes]).toEqual([...contents[index]!]);
          });
          // The DOS date of the first entry: 1 January 1980, midnight.
          if (names.length) expect([...file.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('compresses what gets smaller and stores the rest', () => {
    const parts = [
      { name: 'long.xml', bytes: new Uint8Array(5000) },
      { name: 'short.xml', bytes: Uint8Array.of(1) },
    ];
    const file = zip(parts, (bytes) => deflateSync(bytes));
    expect(file.length).toBeLessThan(300);
    expect(unzipSync(file)['long.xml']).toEqual(new Uint8Array(5000));
  });
});
