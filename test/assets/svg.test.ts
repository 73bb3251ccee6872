import { describe, expect, test } from 'vitest';
import { probePicture } from '../../src/assets/probe.ts';
import { cleanSvg } from '../../src/assets/svg.ts';
import { samplePng, utf8 } from './samples.ts';

const svg = (inner: string, attributes = 'viewBox="0 0 10 5"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;

/** The cleaned inside of a drawing and what was lost. */
function cleaned(inner: string): { inner: string; removed: readonly string[] } {
  const probe = cleanSvg(svg(inner));
  if (!probe.ok) throw new Error(probe.message);
  const match = /^<svg [^>]*>(.*)<\/svg>$/s.exec(probe.svg);
  return { inner: match![1]!, removed: probe.removed };
}

const refusal = (text: string): string => {
  const probe = cleanSvg(text);
  return probe.ok ? 'ok' : `${probe.problem}: ${probe.message}`;
};

describe('what stays', () => {
  test.each([
    [
      'shapes and groups',
      '<g id="a" transform="scale(2)"><path d="M0 0H5"></path><circle r="2"></circle></g>',
    ],
    [
      'gradients by reference',
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs><rect width="1" height="1" fill="url(#g)"></rect>',
    ],
    [
      'use of a local symbol',
      '<symbol id="s"><rect width="1" height="1"></rect></symbol><use href="#s"></use>',
    ],
    [
      'clip paths and masks',
      '<clipPath id="c"><rect width="1" height="1"></rect></clipPath><g clip-path="url(#c)"><rect width="2" height="2"></rect></g>',
    ],
    [
      'text with its spaces',
      '<text x="1" font-family="Noto Sans">A &#38; B <tspan>C</tspan></text>',
    ],
  ])('%s', (_, inner) => {
    expect(cleaned(inner)).toEqual({ inner, removed: [] });
  });

  test('xlink:href becomes href', () => {
    expect(cleaned('<symbol id="s"/><use xlink:href="#s"/>').inner).toContain('<use href="#s">');
  });

  test('style sheets and style attributes become attributes, the stronger one last', () => {
    const styled = `<style><![CDATA[/* st */ .st0{fill:#f00;stroke:none} path{fill:#0f0} #p.st0 { fill : #00f !important; }]]></style>
      <path class="st0" d="M0 0"/><path id="p" class="st0" d="M1 1"/><path fill="red" style="fill:#123;-inkscape-x:1" d="M2 2"/>`;
    const result = cleaned(styled);
    expect(result.removed).toEqual([]);
    expect(result.inner).toBe(
      [
        '<path d="M0 0" fill="#f00" stroke="none"></path>',
        '<path id="p" d="M1 1" fill="#00f" stroke="none"></path>',
        '<path d="M2 2" fill="#123"></path>',
      ].join(''),
    );
  });

  test('a sound PNG inside, and only that', async () => {
    const data = Buffer.from(await samplePng()).toString('base64');
    expect(cleaned(`<image href="data:image/png;base64,${data}" width="1" height="1"/>`)).toEqual({
      inner: `<image width="1" height="1" href="data:image/png;base64,${data}"></image>`,
      removed: [],
    });
    expect(cleaned(`<image href="data:image/png;base64,${data.slice(0, 40)}"/>`)).toEqual({
      inner: '',
      removed: ['a damaged picture inside it'],
    });
    expect(cleaned('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>').removed).toEqual([
      'a picture inside it',
    ]);
  });
});

describe('what goes', () => {
  test.each([
    [
      'scripts',
      '<script>alert(1)</script><rect onload="alert(1)" onclick="x()"/>',
      '<rect></rect>',
      [],
    ],
    [
      'foreignObject',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>',
      '',
      ['a piece of web page'],
    ],
    [
      'external pictures',
      '<image xlink:href="file:///etc/passwd"/>',
      '',
      ['a picture that lies in another file'],
    ],
    [
      'pictures from the web',
      '<image href="https://example.org/a.png"/>',
      '',
      ['a picture that lies in another file'],
    ],
    ['external parts', '<use href="other.svg#x"/>', '', ['a part that lies in another file']],
    [
      'external paint',
      '<rect fill="url(http://example.org/#a)"/>',
      '<rect></rect>',
      ['a part that lies in another file'],
    ],
    [
      'disguised addresses',
      '<rect style="fill:u\\72l(http://example.org/a)"/>',
      '<rect></rect>',
      ['a part that lies in another file'],
    ],
    [
      'links, but not what they hold',
      '<a href="javascript:alert(1)"><rect/></a>',
      '<g><rect></rect></g>',
      [],
    ],
    [
      'filters',
      '<filter id="f"/><rect filter="url(#f)"/>',
      '<rect></rect>',
      ['a filter effect (shadow, blur or glow)'],
    ],
    [
      'animations and metadata',
      '<rect><animate attributeName="x"/><title>t</title></rect><metadata>m</metadata>',
      '<rect></rect>',
      [],
    ],
    [
      'imports in style sheets',
      '<style>@import "http://example.org/a.css"; @font-face{src:url(x)} rect{fill:red}</style><rect/>',
      '<rect fill="red"></rect>',
      ['part of its style sheet'],
    ],
    [
      'comments, instructions and other languages',
      '<!-- c --><?php x ?><x:y xmlns:x="urn:x"><rect/></x:y>',
      '',
      [],
    ],
  ])('%s', (_, inner, expected, removed) => {
    expect(cleaned(inner)).toEqual({ inner: expected, removed });
  });

  test("Illustrator's own data in a switch is no loss", () => {
    const result = cleaned(
      '<switch><foreignObject requiredExtensions="x"/><g><rect/></g></switch>',
    );
    expect(result).toEqual({ inner: '<switch><g><rect></rect></g></switch>', removed: [] });
  });

  test('a typeface that we do not have is named', () => {
    expect(cleaned('<text font-family="\'Garamond\', serif">A</text>').removed).toEqual([
      'the typeface Garamond (its text is drawn in Noto Sans instead)',
    ]);
    expect(cleaned('<g font-family="Garamond"><rect/></g>').removed).toEqual([]);
  });
});

describe('its size', () => {
  test.each([
    ['width="20" height="10"', 20, 10, '0 0 20 10'],
    ['width="25.4mm" height="1in" viewBox="0 0 4 4"', 96, 96, '0 0 4 4'],
    ['viewBox="-5 -5 30 15"', 30, 15, '-5 -5 30 15'],
    ['width="100%" height="100%" viewBox="0,0,30,15"', 30, 15, '0 0 30 15'],
    ['width="60" viewBox="0 0 30 15"', 60, 30, '0 0 30 15'],
    ['height="60pt" viewBox="0 0 30 15"', 160, 80, '0 0 30 15'],
  ])('%s', (attributes, widthPx, heightPx, viewBox) => {
    const probe = cleanSvg(svg('<rect/>', attributes));
    expect(probe).toMatchObject({ ok: true });
    if (!probe.ok) return;
    expect([probe.widthPx, probe.heightPx].map((each) => Math.round(each * 1e6) / 1e6)).toEqual([
      widthPx,
      heightPx,
    ]);
    expect(probe.svg).toContain(`viewBox="${viewBox}"`);
  });

  test.each([
    ['', 'format: is an SVG that does not say how large it is'],
    ['width="100%" height="100%"', 'format: is an SVG that does not say how large it is'],
    ['width="0" height="10"', 'broken: is damaged: it says that it has no width or no height'],
    ['viewBox="0 0 0 10"', 'broken: is damaged: it says that it has no width or no height'],
    [
      'width="10" height="10" viewBox="0 0 -3 10"',
      'broken: is damaged: it says that it has no width or no height',
    ],
  ])('refused: %s', (attributes, message) => {
    expect(refusal(svg('<rect/>', attributes))).toBe(message);
  });
});

describe('drawings made to do harm', () => {
  test('entities', () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${svg('<text>&b;</text>')}`;
    expect(refusal(bomb)).toBe('hostile: declares XML entities, which can be used to do harm');
    expect(refusal(`<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('')}`)).toContain(
      'entities',
    );
  });

  test('an ordinary DOCTYPE is fine', () => {
    const type =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(refusal(type + svg('<rect/>'))).toBe('ok');
  });

  test('parts that multiply', () => {
    const levels = Array.from(
      { length: 30 },
      (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`,
    );
    const bomb = svg(`<defs><rect id="g0"/>${levels.join('')}</defs><use href="#g30"/>`);
    expect(refusal(bomb)).toContain('hostile: repeats or stacks its parts so often');
  });

  test.each([
    ['a use of itself', '<g id="a"><use href="#a"/></g>'],
    ['a circle of two', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'],
    [
      'a pattern in itself',
      '<pattern id="p"><rect fill="url(#p)"/></pattern><rect fill="url(#p)"/>',
    ],
    ['a mask in itself', '<mask id="m"><rect mask="url(#m)"/></mask>'],
  ])('%s', (_, inner) => {
    expect(refusal(svg(inner))).toBe('hostile: has parts that are drawn inside themselves');
  });

  test('a chain of thousands of uses', () => {
    const chain = Array.from(
      { length: 5000 },
      (_, at) => `<g id="g${at}"><use href="#g${at + 1}"/></g>`,
    );
    expect(refusal(svg(chain.join('')))).toContain('hostile');
  });

  test.each([
    [
      'too deep',
      svg('<g>'.repeat(60) + '</g>'.repeat(60)),
      'hostile: has groups nested more than 48 deep',
    ],
    [
      'too deep, of another language',
      svg('<x>'.repeat(60) + '</x>'.repeat(60)),
      'hostile: has groups nested more than 48 deep',
    ],
    ['too many elements', svg('<g/>'.repeat(20_001)), 'hostile: has more than 20,000 elements'],
    [
      'layers on layers',
      svg('<g opacity=".9">'.repeat(20) + '</g>'.repeat(20)),
      'hostile: repeats or stacks its parts so often that drawing it would take too long',
    ],
    [
      'too much text',
      svg(`<text>${'a'.repeat(6000)}</text>`),
      'hostile: has more text, pictures or style rules in it than a logo needs',
    ],
    [
      'too many style rules',
      svg(`<style>${'a{}'.repeat(400_000)}</style>`),
      'hostile: has more text, pictures or style rules in it than a logo needs',
    ],
    ['brackets that never close', svg(`<rect style="${'('.repeat(1_500_000)}"/>`), 'ok'],
    ['spaces that never end', svg(`<rect fill="url(#a)${' '.repeat(1_500_000)}!"/>`), 'ok'],
  ])('%s', (_, text, message) => {
    expect(refusal(text)).toBe(message);
  });

  test('a file over the limit is not parsed', () => {
    const probe = probePicture(utf8(svg(' '.repeat(2_000_001))));
    expect(probe).toMatchObject({ ok: false, problem: 'hostile' });
  });

  test('not well-formed, or cut off anywhere', () => {
    expect(refusal(svg('<g><rect></g>'))).toBe(
      'broken: is damaged: there is a mistake in line 1 of the drawing',
    );
    const whole = svg('<g id="a"><rect width="1" height="1"/></g>');
    for (let length = 1; length < whole.length; length += 1) {
      expect(cleanSvg(whole.slice(0, length)).ok, whole.slice(0, length)).toBe(false);
    }
  });

  test('prefixes that nobody declared, as drawing programs leave them', () => {
    expect(
      refusal(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect foo:bar="1"/><use xlink:href="#a"/></svg>',
      ),
    ).toBe('ok');
  });
});
