// HTML: the same text as the blocks, real structure, everything escaped, nothing from outside.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/block.ts';
import { blocksText } from '../../src/model/text.ts';
import { base64 } from '../../src/render/html/escape.ts';
import { renderBlocks, renderHtml } from '../../src/render/html/index.ts';
import { hardText } from '../compose/hard-text.ts';
import { richPaper, samples } from '../render/sample-paper.ts';
import { htmlText } from './extract-text.ts';

const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe('text', () => {
  it.each(Object.keys(samples))('of the paper "%s" is that of its blocks', (name) => {
    const { paper, theme } = samples[name]!();
    expect(words(htmlText(renderHtml(paper, theme)))).toBe(words(blocksText(paper.blocks)));
  });

  it('survives whatever stands in a value', () => {
    fc.assert(
      fc.property(hardText, (value) => {
        const content = [{ kind: 'text', text: value } as const];
        const blocks: readonly Block[] = [
          { kind: 'heading', level: 1, anchor: 'a"b', content },
          {
            kind: 'paragraph',
            style: 'body',
            content: [{ kind: 'link', href: `https://x.example/${value}`, content }],
          },
          {
            kind: 'logos',
            rows: [[{ picture: 'p', alt: value, widthMm: 10, heightMm: 10 }]],
            gapMm: 5,
          },
        ];
        const html = `<main>${renderBlocks(blocks, { idPrefix: '' })}</main>`;
        expect(words(htmlText(html))).toBe(words(blocksText(blocks)));
      }),
      { numRuns: 2_000 },
    );
  });
});

it('a ribbon below logos is passed over by who listens', () => {
  const shapes = [{ kind: 'rect', x: 0, y: 0, width: 80, height: 1, fill: '#123456' } as const];
  const ribbon = { widthMm: 160, heightMm: 1, shapes };
  const logos = { kind: 'logos', rows: [], gapMm: 5, ribbon } as const;
  expect(renderBlocks([logos], { idPrefix: '' })).toMatch(/<svg aria-hidden="true" /);
});

describe('a document', () => {
  const { paper, theme } = richPaper();
  const html = renderHtml(paper, theme);

  it('asks for nothing from outside and runs nothing', () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<iframe|@import|url\(|\son[a-z]+=/i);
    expect(html.match(/src="(?!data:image\/png;base64,)/g)).toBeNull();
  });

  it('says its language, title and author', () => {
    expect(html).toContain(`<html lang="${paper.properties.language}">`);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toMatch(/<meta name="author" content="[^"]+">/);
  });

  it('has one title, and no heading level left out', () => {
    const levels = [...html.matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      if (index) expect(level).toBeLessThanOrEqual(levels[index - 1]! + 1);
    });
  });

  it('gives every header cell a scope and every picture a text', () => {
    expect(html.match(/<th\b(?! scope=)/g)).toBeNull();
    expect(html.match(/<img(?! alt="[^"]+")/g)).toBeNull();
  });

  it('has a target for every link inside it, and every id once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('is the same every time', () => {
    const again = richPaper();
    expect(renderHtml(again.paper, again.theme)).toBe(html);
  });
});

describe('several papers on one page', () => {
  it('keep their anchors apart', () => {
    const blocks: readonly Block[] = [
      { kind: 'heading', level: 1, anchor: 'goals', content: [{ kind: 'text', text: 'Goals' }] },
      {
        kind: 'paragraph',
        style: 'body',
        content: [{ kind: 'reference', target: 'goals', label: '1' }],
      },
    ];
    const html = renderBlocks(blocks, { idPrefix: 'first-', titleLevel: 2 });
    expect(html).toBe(
      '<h3 id="first-goals">Goals</h3>\n<p class="body"><a class="reference" href="#first-goals">1</a></p>',
    );
  });
});

describe('direction', () => {
  it('follows the language of the paper and the script of a text', () => {
    const { paper, theme } = richPaper();
    const properties = { ...paper.properties, language: 'ar-EG' };
    const content = [{ kind: 'text', text: 'שלום' } as const];
    const blocks: readonly Block[] = [{ kind: 'paragraph', style: 'body', content }];
    const html = renderHtml({ ...paper, blocks, properties }, theme);
    expect(html).toContain('<html lang="ar-EG" dir="rtl">');
    expect(html).toContain('<p class="body" dir="auto">שלום</p>');
  });
});

describe('base64', () => {
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foobar', 'Zm9vYmFy'],
  ])('of %j is %j (RFC 4648, section 10)', (text, expected) => {
    expect(base64(new TextEncoder().encode(text))).toBe(expected);
  });
});

describe('drawings and contents', () => {
  const drawing: Block = {
    kind: 'drawing',
    alt: 'Tom & Jerry < 3',
    caption: [{ kind: 'text', text: 'The plan' }],
    drawing: {
      widthMm: 160,
      heightMm: 20,
      shapes: [
        { kind: 'rect', x: 0, y: 0, width: 10, height: 4, radius: 3, fill: '#123456' },
        {
          kind: 'line',
          x1: 0,
          y1: 1,
          x2: 2,
          y2: 3,
          stroke: { color: '#123456', widthPt: 72 / 25.4, dash: [72 / 25.4] },
        },
        { kind: 'circle', x: 1, y: 2, radius: 3, stroke: { color: '#000000', widthPt: 1 } },
        {
          kind: 'polygon',
          points: [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
          fill: '#ffffff',
        },
        {
          kind: 'text',
          x: 5,
          y: 6,
          text: 'a < b',
          size: 72 / 25.4,
          color: '#1c1f24',
          anchor: 'end',
          bold: true,
          maxWidth: 7,
          turn: 90,
        },
      ],
    },
  };

  it('are pictures named by their alternative text, whose shapes are not read out', () => {
    expect(renderBlocks([drawing], { idPrefix: '' })).toBe(
      '<figure class="drawing" tabindex="0"><svg role="img" aria-label="Tom &amp; Jerry &lt; 3" viewBox="0 0 160 20" style="max-width:160mm"><g aria-hidden="true">' +
        '<rect x="0" y="0" width="10" height="4" rx="2" fill="#123456"/>' +
        '<line x1="0" y1="1" x2="2" y2="3" fill="none" stroke="#123456" stroke-width="1" stroke-dasharray="1"/>' +
        '<circle cx="1" cy="2" r="3" fill="none" stroke="#000000" stroke-width="0.353"/>' +
        '<polygon points="0,0 1,0 1,1" fill="#ffffff"/>' +
        '<text x="5" y="6" font-size="1" fill="#1c1f24" text-anchor="end" font-weight="700" transform="rotate(-90 5 6)" textLength="7" lengthAdjust="spacingAndGlyphs">a &lt; b</text>' +
        '</g></svg><figcaption>The plan</figcaption></figure>',
    );
  });

  const heading: Block = {
    kind: 'heading',
    level: 1,
    anchor: 'goals',
    content: [{ kind: 'text', text: 'Goals' }],
  };
  const contents: Block = {
    kind: 'contents',
    title: 'Contents',
    entries: [
      { target: 'goals', label: '1', content: [{ kind: 'text', text: 'Goals' }], page: 3 },
      { target: 'end', content: [{ kind: 'text', text: 'Signatures' }], page: 9 },
    ],
  };

  it('are links in a region of their own, without pages', () => {
    expect(renderBlocks([contents], { idPrefix: 'a-' })).toBe(
      '<nav class="contents" aria-label="Contents"><p class="contents-title">Contents</p><ul><li><a href="#a-goals"><span class="number">1</span> Goals</a></li><li><a href="#a-end">Signatures</a></li></ul></nav>',
    );
  });

  it('say what their blocks say', () => {
    const blocks = [contents, heading, drawing];
    const html = `<main>${renderBlocks(blocks, { idPrefix: '' })}</main>`;
    expect(words(htmlText(html))).toBe(words(blocksText(blocks)));
    expect(words(htmlText(html))).toBe('Goals Tom & Jerry < 3 The plan');
  });

  it('keep dates in one piece', () => {
    const content = [{ kind: 'text', text: 'May 1, 2027', unbroken: true } as const];
    const html = renderBlocks([{ kind: 'paragraph', style: 'body', content }], { idPrefix: '' });
    expect(html).toBe('<p class="body"><span class="unbroken">May 1, 2027</span></p>');
  });
});
