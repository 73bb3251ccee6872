// Words become glyphs: each character gets the first face of the chain that has it, kerning and
// marks are placed by the font, and every glyph remembers the characters it stands for, so that
// the text read out of the PDF is the text put in. Knows no lines and no pages.

import { type Kept, keepRecurring } from '../../base/kept.ts';
import { docxOnlyScript } from '../../model/scripts.ts';
import type { Chain, Face } from './faces.ts';
import type { Glyph, Part } from './glyphs.ts';
import { shapeUsual } from './usual.ts';

/** A shaped piece of text. */
export interface Shaped {
  readonly parts: readonly Part[];
  /** Thousandths of the type size. */
  readonly width: number;
}

/** Ligatures are off: they gain little in Noto and cost searching and copying in some readers. */
const features = { liga: false, clig: false, dlig: false };
/** Without composition every character keeps its own glyph. */
const plainFeatures = { ...features, ccmp: false };

/** More different words than a long agreement has; each takes about a kilobyte. */
const wordsKept = 1500;
const shapedWords = new WeakMap<Chain, Kept<Shaped>>();
/** The same with a visible hyphen at the end. */
const hyphenatedWords = new WeakMap<Chain, Kept<Shaped>>();

const mark = /^\p{M}$/u;
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;
const blank = /^\p{White_Space}$/u;
/** Private use: whatever a font shows there, nobody else would see the same. */
const privateUse = /^\p{Co}$/u;
/** Characters that end or interrupt a line wherever they stand; drawn as a space. */
const spaceLike = /[\t\n\v\f\r\u0085\u2028\u2029]/g;

const loneSurrogate = /\p{Cs}/gu;

/** Width of a white space that no face has. */
const blankWidth = 220;
/** Widths of the box for four and for six digits. */
const boxWidths = [760, 1010] as const;

/** Returns the glyphs of a text; `hyphen` shows a soft hyphen at its end. Kept for the next time. */
export function shape(chain: Chain, text: string, hyphen = false): Shaped {
  const kept = hyphen ? hyphenatedWords : shapedWords;
  const words = kept.get(chain) ?? keepRecurring<Shaped>(wordsKept);
  kept.set(chain, words);
  const known = words.get(text);
  if (known) return known;
  const first = chain.faces[0]!;
  let plain = shapeUsual(first, text);
  const spaced = plain ? text : text.replace(spaceLike, ' ');
  if (spaced !== text) plain = shapeUsual(first, spaced);
  const parts = plain
    ? [plain]
    : [...partsOf(chain, spaced.replace(loneSurrogate, '\ufffd'), hyphen)];
  const shaped = { parts, width: parts.reduce((sum, part) => sum + part.width, 0) };
  words.set(text, shaped);
  return shaped;
}

function* partsOf(chain: Chain, text: string, hyphen: boolean): Generator<Part> {
  let face: Face | undefined;
  let stretch = '';
  const clusters = clustersOf(text);
  for (const [index, cluster] of clusters.entries()) {
    const base = cluster.codePointAt(0)!;
    const last = hyphen && index === clusters.length - 1 && cluster === '\u00ad';
    const next = last ? faceFor(chain, '-') : faceFor(chain, cluster);
    if (stretch && (next !== face || last || !next)) {
      yield shapeStretch(face!, stretch);
      stretch = '';
    }
    face = next;
    if (last && next) yield shapeStretch(next, '-', cluster);
    else if (next) stretch += cluster;
    else if (cluster.length > String.fromCodePoint(base).length) {
      // A mark whose base has a face but which itself has none, or the reverse: one by one.
      for (const character of cluster) yield* partsOfOne(chain, character);
    } else yield lacking(chain, base);
  }
  if (stretch) yield shapeStretch(face!, stretch);
}

function* partsOfOne(chain: Chain, character: string): Generator<Part> {
  const face = faceFor(chain, character);
  yield face ? shapeStretch(face, character) : lacking(chain, character.codePointAt(0)!);
}

/** Cuts a text into characters with the marks that follow them; what is invisible stands alone. */
function clustersOf(text: string): readonly string[] {
  const clusters: string[] = [];
  let open = false;
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    if (codePoint >= 0x300 && open && mark.test(character) && !invisible.test(character)) {
      clusters.push(`${clusters.pop()}${character}`);
      continue;
    }
    clusters.push(character);
    open =
      codePoint > 32 && codePoint !== 0xad && (codePoint < 0x300 || !invisible.test(character));
  }
  return clusters;
}

/** Returns the first face that has every character of the cluster. */
function faceFor(chain: Chain, cluster: string): Face | undefined {
  const codePoints = Array.from(cluster, (character) => character.codePointAt(0)!);
  const drawable = codePoints.every((each) => {
    if (each < 0x7f) return each >= 32;
    const character = String.fromCodePoint(each);
    if (each < 0xa0 || invisible.test(character) || privateUse.test(character)) return false;
    return !docxOnlyScript(each);
  });
  return drawable ? chain.faces.find((face) => codePoints.every(face.covers)) : undefined;
}

/** Returns the stand-in for a character without a glyph. */
function lacking(chain: Chain, codePoint: number): Part {
  const text = String.fromCodePoint(codePoint);
  const face = chain.faces[0]!;
  const space = face.font.glyphForCodePoint(0x20);
  const natural = (space.advanceWidth * 1000) / face.font.unitsPerEm;
  const pair = face.pair(space.id, text);
  const glyph = { id: space.id, width: natural, advance: natural, dx: 0, dy: 0, text, pair };
  const part = { face, glyphs: [glyph], text };
  if (invisible.test(text)) return { ...part, width: 0, lacking: 'blank' };
  if (blank.test(text)) return { ...part, width: blankWidth, lacking: 'blank' };
  return { ...part, width: boxWidths[codePoint > 0xffff ? 1 : 0], lacking: 'box' };
}

function shapeStretch(face: Face, text: string, standsFor?: string): Part {
  const characters = Array.from(text);
  let run = face.font.layout(text, features, undefined, undefined, 'ltr');
  if (run.glyphs.length !== characters.length) {
    run = face.font.layout(text, plainFeatures, undefined, undefined, 'ltr');
  }
  const scale = 1000 / face.font.unitsPerEm;
  const surplus = run.glyphs.length !== characters.length;
  let width = 0;
  const glyphs = run.glyphs.map((glyph, index): Glyph => {
    const position = run.positions[index]!;
    width += position.xAdvance * scale;
    const stands = standsFor ?? characters[index] ?? '';
    return {
      id: glyph.id,
      width: glyph.advanceWidth * scale,
      advance: position.xAdvance * scale,
      dx: position.xOffset * scale,
      dy: position.yOffset * scale,
      text: stands,
      pair: face.pair(glyph.id, stands),
    };
  });
  // A font that merges or splits characters even so is not shaped but set glyph by glyph.
  return surplus ? setOneByOne(face, characters) : { face, glyphs, text: standsFor ?? text, width };
}

/** Returns characters with the glyph that the font has for each, without looking at their neighbours. */
function setOneByOne(face: Face, characters: readonly string[]): Part {
  const scale = 1000 / face.font.unitsPerEm;
  const glyphs = characters.map((text): Glyph => {
    const { id, advanceWidth } = face.font.glyphForCodePoint(text.codePointAt(0)!);
    const width = advanceWidth * scale;
    return { id, width, advance: width, dx: 0, dy: 0, text, pair: face.pair(id, text) };
  });
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
  return { face, glyphs, text: characters.join(''), width };
}
