// Prose: exactly the shape that the allowed constructs give, everything else literal.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proseNodes } from '../../src/compose/prose.ts';
import type { DocumentInline, DocumentNode } from '../../src/model/document.ts';
import { proseLiterals } from '../../src/model/prose-literals.ts';
import { hardText } from './hard-text.ts';
import { type OracleNode, type OracleRun, oracle } from './prose-oracle.ts';

function runs(content: readonly DocumentInline[]): readonly OracleRun[] {
  return content.flatMap((inline): readonly OracleRun[] => {
    if (inline.kind === 'break') return [{ text: '\n' }];
    if (inline.kind === 'reference') return [{ text: '?reference' }];
    const list = inline.kind === 'link' ? inline.content : [inline];
    return list.map(({ text, strong, emphasis }) => ({
      text,
      ...(strong ? { strong } : {}),
      ...(emphasis ? { emphasis } : {}),
      ...(inline.kind === 'link' ? { href: inline.href } : {}),
    }));
  });
}

function shape(nodes: readonly DocumentNode[]): readonly OracleNode[] {
  return nodes.map((node): OracleNode => {
    if (node.kind === 'paragraph') return { paragraph: runs(node.content) };
    if (node.kind !== 'list') throw new Error(node.kind);
    return { list: node.marker === 'bullet' ? 'bullet' : node.start, items: node.items.map(shape) };
  });
}

const read = (text: string): readonly OracleNode[] =>
  shape(proseNodes(text, { from: ['purpose'] }));
const paragraph = (...content: OracleRun[]): OracleNode => ({ paragraph: content });
const plain = (text: string): readonly OracleNode[] => [paragraph({ text })];

describe('constructs', () => {
  it.each<[string, readonly OracleNode[]]>([
    ['one\ntwo', plain('one two')],
    ['one\n\ntwo', [...plain('one'), ...plain('two')]],
    [
      'an *old* and **good** idea',
      [
        paragraph(
          { text: 'an ' },
          { text: 'old', emphasis: true },
          { text: ' and ' },
          { text: 'good', strong: true },
          { text: ' idea' },
        ),
      ],
    ],
    [
      '__a__ _b_ ***c***',
      [
        paragraph(
          { text: 'a', strong: true },
          { text: ' ' },
          { text: 'b', emphasis: true },
          { text: ' ' },
          { text: 'c', strong: true, emphasis: true },
        ),
      ],
    ],
    [
      'see [the site](https://a.example/x_(y)) now',
      [
        paragraph(
          { text: 'see ' },
          { text: 'the site', href: 'https://a.example/x_(y)' },
          { text: ' now' },
        ),
      ],
    ],
    [
      '<https://a.example/?a=1&amp;b>',
      [paragraph({ text: 'https://a.example/?a=1&amp;b', href: 'https://a.example/?a=1&amp;b' })],
    ],
    ['[write](mailto:a@b.example)', [paragraph({ text: 'write', href: 'mailto:a@b.example' })]],
    [
      'one  \ntwo\\\nthree',
      [
        paragraph(
          { text: 'one' },
          { text: '\n' },
          { text: 'two' },
          { text: '\n' },
          { text: 'three' },
        ),
      ],
    ],
    ['- a\n- b', [{ list: 'bullet', items: [plain('a'), plain('b')] }]],
    [
      '7. a\n8. b\n   - c',
      [{ list: 7, items: [plain('a'), [...plain('b'), { list: 'bullet', items: [plain('c')] }]] }],
    ],
    ['0. a', [{ list: 0, items: [plain('a')] }]],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('everything else is literal', () => {
  it.each([
    '1986. A year to remember',
    '1) a bracket is no marker',
    '# No heading',
    '> no quote',
    '| a | b |',
    '&amp; &lt; &#65; &copy;',
    '<b>bold</b> <script>alert(1)</script>',
    '<!-- note -->',
    '`code *with* stars`',
    '``` js *a* ```',
    '![picture *of* it](https://a.example/p.png)',
    '![a [b](https://a.example) c](https://b.example)',
    '[word]: https://a.example',
    '[word][reference]',
    '[local](page.html)',
    '[bad](javascript:alert(1))',
    '[titled](https://a.example "title")',
    '<ftp://a.example/x>',
    '<dana@a.example>',
    '{{purpose}} {{{x}}} {{#if *a*}}',
    '* * *',
    '---',
    '_ _ _',
    '5*6 = 30 and 2 ** 3',
    'snake_case_name',
    '~~gone~~ -- ... (c) "quotes"',
    'C:\\temp\\new \\# \\! \\( \\~',
    'https://a.example/plain',
    '   ',
    '\u00a0kept\u00a0',
    'שלום *',
  ])('%j', (text) => {
    expect(read(text)).toEqual(text.trim() === '' && !text.includes('\u00a0') ? [] : plain(text));
  });

  it('a backslash takes away the meaning of a marker, and of nothing else', () => {
    expect(
      read('\\*a\\* \\_b\\_ \\[c\\](https://x.example) \\<https://x.example> \\\\ \\.'),
    ).toEqual(plain('*a* _b_ [c](https://x.example) <https://x.example> \\ .'));
    expect(read('\\- a\n\n\\+ b\n\n1986\\. c\n\n12\\. d')).toEqual(
      ['- a', '+ b', '1986. c', '12. d'].map((text) => paragraph({ text })),
    );
  });

  it('a marker below nine levels is text, and a line that only looks like an item ends a list', () => {
    expect(JSON.stringify(read(`${'- '.repeat(40)}end`)).match(/"list"/g)).toHaveLength(9);
    expect(JSON.stringify(read(`${'- '.repeat(40)}end`))).toContain(`${'- '.repeat(31)}end`);
    expect(read('1. a\n\n2000. b')).toEqual([
      { list: 1, items: [plain('a')] },
      ...plain('2000. b'),
    ]);
    expect(read('5.\n\n\n6. b')).toEqual([{ list: 5, items: [[], plain('b')] }]);
    expect(read('- a\n\n* * *')).toEqual([
      { list: 'bullet', items: [plain('a')] },
      ...plain('* * *'),
    ]);
  });

  it('loses nothing of a text at the limit of length, however it is nested', () => {
    for (const piece of [
      '[',
      '*',
      '**a',
      '`',
      '<',
      '![',
      '- ',
      '1. ',
      '{{',
      '\\',
      '_a*',
      '[a](',
      '(',
    ]) {
      const text = piece.repeat(Math.floor(20_000 / piece.length));
      const letters = JSON.stringify(read(text)).match(/a/g)?.length ?? 0;
      expect(letters).toBeGreaterThanOrEqual(text.match(/a/g)?.length ?? 0);
    }
  });
});

describe('an address', () => {
  it('keeps its lines', () => {
    const nodes = proseNodes('12 Mill Street\nRiverbend\n', { from: [], keepLines: true });
    expect(shape(nodes)).toEqual([
      paragraph({ text: '12 Mill Street' }, { text: '\n' }, { text: 'Riverbend' }),
    ]);
  });
});

describe('refused links', () => {
  it('are found with their place', () => {
    const text = 'Go [home](page.html) or\n  <ftp://a.example> or [on](https://a.example).';
    const found = proseLiterals(text).refused;
    expect(found.map(({ href }) => href)).toEqual(['page.html', 'ftp://a.example']);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      '[home](page.html)',
      '<ftp://a.example>',
    ]);
    const none = '![a](b.png) \\[a](b) `[a](b)` a [b] (c)';
    expect(proseLiterals(none).refused).toEqual([]);
  });
});

function textOf(nodes: readonly OracleNode[]): string {
  return nodes
    .map((node) =>
      'list' in node
        ? node.items.map(textOf).join('')
        : node.paragraph.map((run) => run.text).join(''),
    )
    .join('');
}

describe('by chance', () => {
  it('has the shape that a second reading gives', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        expect(read(text)).toEqual(oracle(text));
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives out the letters that went in', () => {
    // Letters are never markers, except inside the address of a link, so texts here have no links.
    const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
    fc.assert(
      fc.property(hardText, (text) => {
        const unlinked = text.replaceAll('](', '] (');
        expect(letters(textOf(read(unlinked)))).toBe(letters(unlinked));
      }),
      { numRuns: 10_000 },
    );
  });
});
