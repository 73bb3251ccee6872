// Text becomes lines of a width: break opportunities by UAX #14, first fit, left-aligned; words that
// are longer than a line are cut between graphemes. Every character ends up in exactly one line.
// Knows no blocks and no pages.

import LineBreaker from 'linebreak';
import type { Chain } from './faces.ts';
import type { Glyph, Part } from './glyphs.ts';
import { type Shaped, shape } from './shape.ts';

/** Text of one look. */
export interface Stretch {
  readonly text: string;
  readonly chain: Chain;
  /** Points. */
  readonly size: number;
  readonly color: string;
  /** Where the text belongs in the structure. */
  readonly slot: number;
  /** The link it is part of. */
  readonly link?: number;
  /** Stays on one line where a whole line holds it. */
  readonly unbroken?: true;
}

/** A stretch, or a piece of it, in its place on a line. */
export interface Piece {
  /** Points from the left end of the line. */
  readonly x: number;
  readonly width: number;
  readonly parts: readonly Part[];
  readonly stretch: Stretch;
}

/** A line; its width leaves out white space at the end. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

/** A word, or a part of it, of one look. */
interface Token {
  readonly stretch: Stretch;
  readonly text: string;
  readonly shaped: Shaped;
}

/** What stands between two break opportunities. */
interface Word {
  readonly tokens: readonly Token[];
  /** With and without white space at the end. */
  readonly width: number;
  readonly visible: number;
  readonly ends: 'soft' | 'hyphen' | 'line';
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Room for rounding, points. */
const slack = 0.01;

const points = (shaped: Shaped, stretch: Stretch): number => (shaped.width * stretch.size) / 1000;

/**
 * Breaks text into lines. `first` is the place where the first line starts, for a number before it.
 * Returns at least one line, which may be empty.
 */
export function breakLines(
  stretches: readonly Stretch[],
  width: number,
  first = 0,
): readonly Line[] {
  const lines: Line[] = [];
  let words: Word[] = [];
  let x = first;
  const start = (): number => (lines.length ? 0 : first);
  const close = (hyphenated: boolean): void => {
    lines.push(makeLine(words, start(), hyphenated));
    words = [];
    x = 0;
  };
  const set = (word: Word): void => {
    if (words.length && x + roomOf(word) > width + slack) close(words.at(-1)!.ends === 'hyphen');
    words.push(word);
    x += word.width;
    if (word.ends === 'line') close(false);
  };
  for (const word of wordsOf(stretches, width)) {
    if (roomOf(word) <= width + slack) set(word);
    else {
      const room = width - (lines.length || words.length ? 0 : first);
      for (const piece of piecesThatFit(word, room, width)) set(piece);
    }
  }
  if (words.length || !lines.length) close(false);
  return lines;
}

/** Breaks a heading into the same number of lines as `breakLines`, as evenly as they can be. */
export function balanceLines(
  stretches: readonly Stretch[],
  width: number,
  first = 0,
): readonly Line[] {
  const greedy = breakLines(stretches, width, first);
  if (greedy.length < 2 || greedy.length > 4) return greedy;
  let low = width / 2;
  let high = width;
  for (let step = 0; step < 7; step += 1) {
    const middle = (low + high) / 2;
    if (breakLines(stretches, middle, first).length > greedy.length) low = middle;
    else high = middle;
  }
  const even = breakLines(stretches, high, first);
  return even.length === greedy.length ? even : greedy;
}

/** Returns the natural width of a text on one line, points, without white space at the end. */
export function naturalWidth(stretches: readonly Stretch[]): number {
  return Math.max(0, ...breakLines(stretches, Number.MAX_SAFE_INTEGER).map((line) => line.width));
}

function wordsOf(stretches: readonly Stretch[], width: number): readonly Word[] {
  const text = stretches.map((each) => each.text).join('');
  if (!text) return [];
  const breaker = new LineBreaker(text);
  const words: Word[] = [];
  const whole = (stretch: Stretch): boolean =>
    stretch.unbroken === true && points(shape(stretch.chain, stretch.text), stretch) <= width;
  let tokens: Token[] = [];
  let from = 0;
  let index = 0;
  let base = 0;
  for (let at = breaker.nextBreak(); at; at = breaker.nextBreak()) {
    while (from < at.position) {
      const stretch = stretches[index]!;
      const end = Math.min(at.position, base + stretch.text.length);
      const piece = stretch.text.slice(from - base, end - base);
      if (piece) tokens.push(token(stretch, piece));
      from = end;
      if (end === base + stretch.text.length) {
        base = end;
        index += 1;
      }
    }
    if (from > base && whole(stretches[index]!)) continue;
    words.push(makeWord(tokens));
    tokens = [];
  }
  return words;
}

const token = (stretch: Stretch, text: string): Token => ({
  stretch,
  text,
  shaped: shape(stretch.chain, text),
});

function makeWord(tokens: readonly Token[]): Word {
  const width = tokens.reduce((sum, each) => sum + points(each.shaped, each.stretch), 0);
  const last = tokens.at(-1)?.text ?? '';
  const ends = last.endsWith('\n') ? 'line' : last.endsWith('\u00ad') ? 'hyphen' : 'soft';
  return { tokens, width, visible: width - trailingSpace(tokens), ends };
}

function trailingSpace(tokens: readonly Token[]): number {
  let space = 0;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const { text, stretch } = tokens[index]!;
    const kept = text.trimEnd();
    if (kept.length < text.length)
      space += points(shape(stretch.chain, text.slice(kept.length)), stretch);
    if (kept) break;
  }
  return space;
}

/** Returns the width of the hyphen that a break at the end of these tokens shows. */
function hyphenWidth(tokens: readonly Token[]): number {
  const { stretch } = tokens.at(-1)!;
  return points(shape(stretch.chain, '\u00ad', true), stretch);
}

/** Returns the width of the widest hyphen that a cut inside of these tokens may show. */
function widestHyphen(tokens: readonly Token[]): number {
  const hyphenated = tokens.filter(({ text }) => text.includes('\u00ad'));
  return Math.max(0, ...hyphenated.map((each) => hyphenWidth([each])));
}

/** Returns the width that a word takes at the end of a line. */
const roomOf = (word: Word): number =>
  word.visible + (word.ends === 'hyphen' ? hyphenWidth(word.tokens) : 0);

/** Cuts a word that is longer than a line into pieces that fit: `room` for the first, `width` for the rest. */
function* piecesThatFit(word: Word, room: number, width: number): Generator<Word> {
  const hyphen = widestHyphen(word.tokens);
  let taken: Token[] = [];
  let used = 0;
  let limit = Math.min(room, width) - hyphen;
  for (const { stretch, text } of word.tokens) {
    let piece = '';
    for (const { segment } of graphemes.segment(text)) {
      const step = points(shape(stretch.chain, segment), stretch);
      const visible = segment.trimEnd() ? step : 0;
      if (used + visible > limit && (piece || taken.length)) {
        const [kept, rest] = cutNicely(piece, taken.length > 0);
        if (kept) taken.push(token(stretch, kept));
        yield makeWord(taken);
        taken = [];
        piece = rest;
        used = rest ? points(shape(stretch.chain, rest), stretch) : 0;
        limit = width - hyphen;
      }
      piece += segment;
      used += step;
    }
    if (piece) taken.push(token(stretch, piece));
  }
  if (taken.length) yield makeWord(taken);
}

/** Prefers to cut an address after its punctuation, when that loses less than half of the line. */
function cutNicely(text: string, mayBeEmpty: boolean): readonly [string, string] {
  const at =
    Math.max(
      ...['/', '.', '@', '-', '_', '=', '&', '?', '#'].map((sign) => text.lastIndexOf(sign)),
    ) + 1;
  const nice = at > text.length / 2 && at < text.length && text.length - at < 24;
  return nice || (mayBeEmpty && at === text.length)
    ? [text.slice(0, at), text.slice(at)]
    : [text, ''];
}

/** Puts parts behind each other; what is of one face becomes one part, shown by one operator. */
function joinedParts(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (let from = 0; from < parts.length; ) {
    const first = parts[from]!;
    let to = from + 1;
    while (!first.lacking && parts[to]?.face === first.face && !parts[to]!.lacking) to += 1;
    joined.push(to === from + 1 ? first : onePart(parts.slice(from, to)));
    from = to;
  }
  return joined;
}

function onePart(parts: readonly Part[]): Part {
  const glyphs: Glyph[] = [];
  let text = '';
  let width = 0;
  for (const part of parts) {
    for (const glyph of part.glyphs) glyphs.push(glyph);
    text += part.text;
    width += part.width;
  }
  return { face: parts[0]!.face, glyphs, text, width };
}

function makeLine(words: readonly Word[], start: number, hyphenated: boolean): Line {
  const pieces: Piece[] = [];
  let x = start;
  let from = start;
  let parts: Part[] = [];
  const tokens = words.flatMap((word) => word.tokens);
  tokens.forEach(({ stretch, text, shaped: plain }, index) => {
    const hyphen = hyphenated && index === tokens.length - 1;
    const shaped = hyphen ? shape(stretch.chain, text, true) : plain;
    parts.push(...shaped.parts);
    x += points(shaped, stretch);
    if (tokens[index + 1]?.stretch === stretch) return;
    pieces.push({ x: from, width: x - from, parts: joinedParts(parts), stretch });
    from = x;
    parts = [];
  });
  const hidden = words.length ? trailingSpace(words.at(-1)!.tokens) : 0;
  return { pieces, width: Math.max(0, x - hidden) };
}
