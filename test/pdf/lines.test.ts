// Line breaking: nothing is lost, nothing is wider than the line, breaks fall where they may.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Chain, openFaces } from '../../src/render/pdf/faces.ts';
import { balanceLines, breakLines, type Line, type Stretch } from '../../src/render/pdf/lines.ts';
import { shape } from '../../src/render/pdf/shape.ts';
import { longUrl, longWord, richPaper, sampleFonts } from '../render/sample-paper.ts';

let serif: Chain;
let bold: Chain;
beforeAll(async () => {
  const { theme } = richPaper();
  const faces = openFaces(theme, await sampleFonts(theme));
  serif = faces.chain('body', false, false);
  bold = faces.chain('heading', true, false);
});

const stretch = (text: string, chain: Chain = serif): Stretch => ({
  text,
  chain,
  size: 10,
  color: '#000000',
  slot: 0,
});
const lineText = (line: Line): string =>
  line.pieces
    .flatMap((piece) => piece.parts.flatMap((part) => part.glyphs.map((glyph) => glyph.text)))
    .join('');
const lines = (text: string, width: number): string[] =>
  breakLines([stretch(text)], width).map(lineText);

describe('breakLines', () => {
  it('breaks after spaces, hyphens and slashes, not at hard spaces', () => {
    expect(lines('one two-three four', 60)).toEqual(['one two-', 'three four']);
    expect(lines('10\u00a0000 euros or 10\u00a0000', 50)).toEqual([
      '10\u00a0000 ',
      'euros or ',
      '10\u00a0000',
    ]);
  });

  it('keeps a date on one line where a whole line holds it', () => {
    const date = { ...stretch('5 February 2027'), unbroken: true } as const;
    const around = [stretch('until '), date, stretch(', then again')];
    expect(breakLines(around, 90).map(lineText)).toEqual([
      'until ',
      '5 February 2027, ',
      'then again',
    ]);
    expect(breakLines(around, 60).map(lineText)).toEqual([
      'until 5 ',
      'February ',
      '2027, then ',
      'again',
    ]);
  });

  it('shows a soft hyphen only where it breaks', () => {
    const [first, second] = breakLines([stretch('Donau\u00addampf')], 45);
    const [part, ...others] = first!.pieces[0]!.parts;
    expect(others).toEqual([]);
    expect(part!.lacking).toBeUndefined();
    const hyphen = part!.glyphs.at(-1)!;
    expect(hyphen.text).toBe('\u00ad');
    expect(hyphen.width).toBeGreaterThan(100);
    expect(lineText(second!)).toBe('dampf');
    const [whole] = breakLines([stretch('Donau\u00addampf')], 400);
    expect(whole!.pieces[0]!.parts.find((part) => part.lacking)?.width).toBe(0);
  });

  it('keeps room for the hyphen where a long word is cut at one of its soft hyphens', () => {
    const word = `${'a'.repeat(4)}\u00ad,`;
    const width = breakLines([stretch(word)], 400)[0]!.width - 0.5;
    for (const line of breakLines([stretch(word)], width))
      expect(line.width).toBeLessThanOrEqual(width);
  });

  it('cuts what is longer than a line, addresses after their punctuation', () => {
    expect(lines(longWord, 120).every((line) => line.length > 10)).toBe(true);
    expect(lines(longWord, 120).join('')).toBe(longWord);
    expect(lines(longUrl, 180)[0]!.endsWith('/')).toBe(true);
  });

  it('never parts a letter from its marks', () => {
    const word = 'e\u0301'.repeat(40);
    for (const line of lines(word, 40)) expect(line.startsWith('\u0301')).toBe(false);
  });

  it('starts a new line at a break and keeps an empty paragraph', () => {
    expect(lines('a\nb', 100)).toEqual(['a ', 'b']);
    expect(breakLines([], 100)).toEqual([{ pieces: [], width: 0 }]);
  });

  it('loses no character and keeps to the width, whatever the text', () => {
    const character = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'abc de-f/g.h, ') },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '\u00ad',
          '\u200b',
          '\u200d',
          '\ufe0f',
          '\u0301',
          '\u00a0',
          'ż',
          'Ω',
          'ї',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) },
    );
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 60 }),
        fc.integer({ min: 25, max: 200 }),
        (parts, width) => {
          const half = Math.floor(parts.length / 2);
          const stretches = [
            stretch(parts.slice(0, half).join('')),
            stretch(parts.slice(half).join(''), bold),
          ];
          const broken = breakLines(stretches, width);
          const given = parts
            .join('')
            .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
            .replace(/\p{Cs}/gu, '\ufffd');
          expect(broken.map(lineText).join('')).toBe(given);
          for (const line of broken) expect(line.width).toBeLessThanOrEqual(width + 0.1);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('balanceLines', () => {
  it('evens out a heading without adding a line', () => {
    const title = [stretch('Memorandum of understanding between the library and the club', bold)];
    const greedy = breakLines(title, 260);
    const even = balanceLines(title, 260);
    expect(even.length).toBe(greedy.length);
    const spread = (all: readonly Line[]): number =>
      Math.max(...all.map((line) => line.width)) - Math.min(...all.map((line) => line.width));
    expect(spread(even)).toBeLessThan(spread(greedy));
  });
});

describe('shape', () => {
  it('takes the next face for what the first lacks, and a box for what none has', () => {
    const parts = shape(serif, 'a\u4e2d\u{1f600}b').parts;
    expect(
      parts.map((part) => [
        part.lacking ?? 'face',
        part.glyphs.map((glyph) => glyph.text).join(''),
      ]),
    ).toEqual([
      ['face', 'a'],
      ['box', '\u4e2d'],
      ['box', '\u{1f600}'],
      ['face', 'b'],
    ]);
  });

  it('never shows .notdef and never sets right-to-left or Indic letters', () => {
    for (const text of ['\u05d0', '\u0639', '\u0915', '\u0e01', '\u0007', '\ue000']) {
      expect(shape(serif, text).parts.map((part) => part.lacking)).toEqual(['box']);
    }
  });

  it('does not depend on the order in which characters were first seen', () => {
    const glyphs = (text: string): string[] =>
      shape(serif, text).parts.flatMap((part) => part.glyphs.map((glyph) => glyph.text));
    expect(glyphs('\u2126\u03a9\u00b5\u03bc')).toEqual(['\u2126', '\u03a9', '\u00b5', '\u03bc']);
    expect(glyphs('\u03bc\u00b5\u03a9\u2126')).toEqual(['\u03bc', '\u00b5', '\u03a9', '\u2126']);
  });
});
