// What a template may not do is refused when it is loaded, at its own line and column.

import { describe, expect, it } from 'vitest';
import { codes } from '../../src/base/codes.ts';
import { positionAt } from '../../src/base/source.ts';
import { loadTemplate } from '../../src/compose/index.ts';
import { builtInFiles, withMain } from './built-in.ts';

/** Loads a main file and returns every problem as `file:line:column code`, in order. */
function problems(main: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const { template, diagnostics } = loadTemplate(withMain(main, more));
  expect(template === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map(({ code, span, message, hint }) => {
    expect(message).toMatch(/^.*[.?]$/s);
    if (hint) expect(hint).toMatch(/[.?]$/);
    const { line, column } = positionAt(span.source, span.start);
    return `${span.source.name}:${line}:${column} ${code}`;
  });
}

const inP = (content: string): string => `<title>{{title}}</title>\n<p>\n  ${content}\n</p>`;

const fixtures: readonly (readonly [string, string, string])[] = [
  ['an open block', '<p>{{#if title}}x</p>', 'template/syntax'],
  ['a block closed by another name', '<p>a\n{{#if title}}x{{/each}}</p>', 'template/syntax'],
  ['half a mustache', '<p>\n {{title</p>', 'template/syntax'],
  ['an unknown tag', '<p>a</p>\n<blink>b</blink>', 'template/unknown-tag'],
  [
    'an unknown tag around other tags',
    '<blink>b <em>c</em> {{title}} {{purpose}}</blink>',
    'template/unknown-tag',
  ],
  ['Latin-1 read as UTF-8', '<p>Caf\ufffd</p>', 'template/bad-character'],
  ['an invisible sign', '<p>a\u202eb</p>', 'template/bad-character'],
  ['a tag that is not finished', '<p>a</p>\n<p', 'template/unknown-tag'],
  [
    'a mustache inside a tag',
    '<clause id="{{title}}">{{purpose}}</clause>',
    'template/unknown-tag',
  ],
  ['an unknown attribute', '<p class="x">a</p>', 'template/unknown-attribute'],
  [
    'an attribute twice',
    '<clause id="a" id="b">{{purpose}}</clause>',
    'template/unknown-attribute',
  ],
  [
    'a missing attribute',
    '<table><column share="1" title="goals.goal"/><row><cell>a</cell></row></table>',
    'template/attribute-value',
  ],
  ['a wrong attribute', '<clause id="No Spaces">{{purpose}}</clause>', 'template/attribute-value'],
  ['a tag that is not closed', '<clause>{{purpose}}', 'template/unbalanced-tag'],
  ['a tag that closes nothing', '{{purpose}}</clause>', 'template/unbalanced-tag'],
  ['tags that cross', '<p><strong><em>a</strong></em></p>', 'template/unbalanced-tag'],
  [
    'a tag that a block opens and does not close',
    '{{#if title}}<clause>{{/if}}{{purpose}}</clause>',
    'template/unbalanced-tag',
  ],
  ['a tag in the wrong place', '<p><table summary="goals.summary"/></p>', 'template/misplaced-tag'],
  [
    'a clause four deep',
    '<clause><clause><clause><clause>{{purpose}}</clause></clause></clause></clause>',
    'template/misplaced-tag',
  ],
  ['a cell without a row', '<cell>a</cell>', 'template/misplaced-tag'],
  ['text by itself', '<clause>loose words</clause>', 'template/stray-text'],
  ['a value by itself', '<clause>{{title}}</clause>', 'template/stray-text'],
  ['a comment of HTML', '<p>a</p>\n<!-- lost -->', 'template/comment'],
  ['an entity', '<p>a &amp; b</p>', 'template/entity'],
  ['a path that no spec has', inP('{{purpos}}'), 'template/unknown-path'],
  ['a path into a text', inP('{{title.length}}'), 'template/unknown-path'],
  [
    'a path out of its loop',
    '{{#each goals as |goal|}}{{/each}}<p>{{goal.text}}</p>',
    'template/unknown-path',
  ],
  ['this', '{{#each goals as |goal|}}<p>{{this.text}}</p>{{/each}}', 'template/unknown-path'],
  [
    'a parent path',
    '{{#each goals as |goal|}}<p>{{../title}}</p>{{/each}}',
    'template/unknown-path',
  ],
  [
    'a data variable',
    '{{#each goals as |goal|}}<p>{{@index}}</p>{{/each}}',
    'template/unknown-path',
  ],
  ['a path in an attribute', '<clause about="goal">{{purpose}}</clause>', 'template/unknown-path'],
  ['prose inside a line', inP('{{purpose}}'), 'template/not-printable'],
  ['an object inside a line', inP('{{term}}'), 'template/not-printable'],
  ['a yes or no inside a line', inP('{{terms.binding}}'), 'template/not-printable'],
  ['a word in quotes as a value', inP('{{"words"}}'), 'template/not-printable'],
  ['an unknown helper', inP('{{upper title}}'), 'template/unknown-helper'],
  ['lookup, which Handlebars brings', inP('{{lookup goals 0}}'), 'template/unknown-helper'],
  ['a helper with too few values', inP('{{name}}'), 'template/helper-values'],
  ['a helper with a value of the wrong kind', inP('{{plain title}}'), 'template/helper-values'],
  ['a helper with a named value', inP('{{names (signing) as="x"}}'), 'template/helper-values'],
  ['each without a name', '{{#each goals}}<p>a</p>{{/each}}', 'template/helper-values'],
  ['each through a text', '{{#each title as |x|}}<p>a</p>{{/each}}', 'template/helper-values'],
  ['if with a line', '{{#if (t "goals.title")}}<p>a</p>{{/if}}', 'template/helper-values'],
  ['an unknown block', '{{#with term}}<p>a</p>{{/with}}', 'template/unknown-block'],
  ['an inverted block', '{{^goals}}<p>a</p>{{/goals}}', 'template/unknown-block'],
  ['a raw block', '{{{{raw}}}}<p>a</p>{{{{/raw}}}}', 'template/unknown-block'],
  ['an unknown partial', '{{> nowhere}}', 'template/unknown-partial'],
  ['a partial chosen at run time', '{{> (lookup . "x")}}', 'template/unknown-partial'],
  ['three braces', inP('{{{title}}}'), 'template/raw-output'],
  ['an ampersand', inP('{{& title}}'), 'template/raw-output'],
  ['a decorator', '{{* decorate}}', 'template/decorator'],
  ['a partial inside the file', '{{#*inline "x"}}<p>a</p>{{/inline}}', 'template/inline-partial'],
  ['a partial with a block', '{{#> x}}<p>a</p>{{/x}}', 'template/inline-partial'],
  ['an unknown phrase', inP('{{t "goals.titel"}}'), 'template/unknown-phrase'],
  [
    'an unknown phrase in an attribute',
    '<clause title="goals.titel">{{purpose}}</clause>',
    'template/unknown-phrase',
  ],
  ['a phrase without its value', inP('{{t "front.reference"}}'), 'template/phrase-values'],
  ['a phrase with a value too many', inP('{{t "goals.title" x=title}}'), 'template/phrase-values'],
  [
    'a row with too few cells',
    '<table summary="goals.summary"><column title="goals.goal" share="1"/><column title="goals.by" share="1"/><row><cell>a</cell></row></table>',
    'template/table-shape',
  ],
  [
    'a cell that depends on a condition',
    '<table summary="goals.summary"><column title="goals.goal" share="1"/><row>{{#if title}}<cell>a</cell>{{/if}}</row></table>',
    'template/table-shape',
  ],
  [
    'an id twice',
    '<clause id="a">{{purpose}}</clause><clause id="a">{{purpose}}</clause>',
    'template/duplicate-id',
  ],
  [
    'an id in a loop',
    '{{#each terms.other as |own|}}<clause id="a">{{own.text}}</clause>{{/each}}',
    'template/duplicate-id',
  ],
  ['a reference to nothing', '<p>See <ref to="nowhere"/>.</p>', 'template/unknown-clause'],
  [
    'a reference to nothing in a phrase',
    inP('{{t "front.reference" reference=(ref "nowhere")}}'),
    'template/unknown-clause',
  ],
];

describe('a template with', () => {
  it.each(fixtures)('%s is refused', (_, main, code) => {
    expect(problems(main).map((each) => each.split(' ')[1])).toContain(code);
  });
});

describe('places', () => {
  it.each<[string, readonly string[]]>([
    ['<p>\n  {{purpos}}\n</p>', ['t/main.hbs:2:5 template/unknown-path']],
    [
      '<p>a</p>\n  <blink>',
      ['t/main.hbs:2:3 template/unknown-tag', 't/main.hbs:2:3 template/unbalanced-tag'],
    ],
    [
      '<p>a</p>\n<p class="b" id="c">x</p>',
      ['t/main.hbs:2:4 template/unknown-attribute', 't/main.hbs:2:14 template/unknown-attribute'],
    ],
    ['<clause>\n\n  loose words  \n</clause>', ['t/main.hbs:3:3 template/stray-text']],
    ['<p>a\n{{#if title}}x{{/each}}</p>', ['t/main.hbs:2:4 template/syntax']],
    ['<p>\nok {{/if}}', ['t/main.hbs:2:4 template/syntax']],
    ['{{!-- ü --}}<p>{{t "nope"}}</p>', ['t/main.hbs:1:20 template/unknown-phrase']],
  ])('of %j', (main, expected) => {
    expect(problems(main)).toEqual(expected);
  });

  it('are those of the partial, told once however often it is used', () => {
    const part = { 'part.hbs': '<p>\n{{nothing}}</p>' };
    expect(problems('{{> part}}\n{{> part}}', part)).toEqual([
      't/part.hbs:2:3 template/unknown-path',
    ]);
  });
});

describe('partials', () => {
  it('that contain each other are refused', () => {
    const more = { 'a.hbs': '<p>x</p>{{> b}}', 'b.hbs': '{{> a}}' };
    expect(problems('{{> a}}', more)).toEqual(['t/b.hbs:1:1 template/partial-recursion']);
    expect(problems('{{> main}}')).toEqual(['t/main.hbs:1:1 template/partial-recursion']);
  });

  it('see the names of the place that calls them', () => {
    const more = { 'a.hbs': '<p>{{goal.text}}</p>' };
    expect(problems('{{#each goals as |goal|}}{{> a}}{{/each}}', more)).toEqual([]);
    expect(problems('{{> a}}', more)).toEqual(['t/a.hbs:1:6 template/unknown-path']);
  });
});

describe('did you mean', () => {
  it.each([
    ['<clauze>{{purpose}}</clauze>', 'Did you mean <clause>?'],
    [inP('{{titel}}'), 'Did you mean `title`?'],
    [inP('{{serie title}}'), 'Did you mean `series`?'],
    [
      '<p>See <ref to="goal"/>.</p><clause id="goals">{{purpose}}</clause>',
      'Did you mean `goals`?',
    ],
  ])('%j', (main, hint) => {
    expect(loadTemplate(withMain(main)).diagnostics.map((each) => each.hint)).toContain(hint);
  });
});

describe('files', () => {
  it('main.hbs and en.yaml are needed', () => {
    const { diagnostics } = loadTemplate({ name: 't', files: new Map() });
    expect(diagnostics.map(({ code, span }) => [code, span.source.name])).toEqual([
      ['template/missing-file', 't/main.hbs'],
      ['template/missing-file', 't/en.yaml'],
    ]);
  });

  const phrases = (text: string): readonly string[] => {
    const { diagnostics } = loadTemplate({
      name: 't',
      files: new Map([
        ['main.hbs', '<p>a</p>'],
        ['en.yaml', `${builtInFiles('mou').files.get('en.yaml')}\n${text}`],
      ]),
    });
    return diagnostics.map(
      ({ code, span }) => `${code} ${span.source.text.slice(span.start, span.end)}`,
    );
  };

  it.each([
    ['extra: "a {b"', 'template/language-file "a {b"'],
    ['extra: "a [b"', 'template/language-file "a [b"'],
    ['extra: "a] b"', 'template/language-file "a] b"'],
    ['extra: 5', 'template/language-file 5'],
  ])('the phrase %s is refused', (text, expected) => {
    expect(phrases(text)).toEqual([expected]);
  });

  it('a language file that is not YAML is refused', () => {
    expect(
      phrases('extra: "never closed').every((each) => each.startsWith('template/language-file')),
    ).toBe(true);
    expect(phrases('extra: "never closed').length).toBeGreaterThan(0);
  });

  it('a phrase that every paper needs is missed', () => {
    const en = builtInFiles('mou')
      .files.get('en.yaml')!
      .replace(/^ {2}watermark:.*$/m, '');
    const { diagnostics } = loadTemplate({
      name: 't',
      files: new Map([
        ['main.hbs', '<p>a</p>'],
        ['en.yaml', en],
      ]),
    });
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'template/unknown-phrase en.yaml has no phrase `paper.watermark`.',
    ]);
  });

  it('another language may only fill the places of the English phrase', () => {
    const files = new Map(
      withMain('<p>a</p>', { 'de.yaml': 'goals:\n  title: Ziele {x}\n  neu: Neu\n' }).files,
    );
    const { diagnostics } = loadTemplate({ name: 't', files });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'template/phrase-values',
      'template/unknown-phrase',
    ]);
  });
});

describe('the codes', () => {
  it('of loading a template all have a fixture here', () => {
    const later = ['template/unknown-kind', 'template/not-printed'];
    const known = Object.keys(codes).filter(
      (code) => code.startsWith('template/') && !later.includes(code),
    );
    const shown = new Set(fixtures.map(([, , code]) => code));
    const elsewhere = [
      'template/missing-file',
      'template/language-file',
      'template/partial-recursion',
    ];
    expect([...shown, ...elsewhere].sort()).toEqual(known.sort());
  });
});

describe('nothing is wrong with', () => {
  it.each(['mou', 'letter'])('the template %s', (kind) => {
    expect(loadTemplate(builtInFiles(kind)).diagnostics).toEqual([]);
  });
});
