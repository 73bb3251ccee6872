// How wide text is, by the face of headings: for what Word does not lay out by itself, such as labels in
// drawings, the label of an annex and the watermark. An estimate: which typeface a reader's machine
// has in the end is not known here.

// Advance widths of Noto Sans in hundredths of an em, from the space to the tilde.
const regular = [
  26, 27, 41, 65, 57, 83, 73, 23, 30, 30, 55, 57, 27, 32, 27, 37, 57, 57, 57, 57, 57, 57, 57, 57,
  57, 57, 27, 27, 57, 57, 57, 43, 90, 64, 65, 63, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78,
  61, 78, 62, 55, 56, 73, 60, 93, 59, 57, 57, 33, 37, 33, 57, 44, 28, 56, 62, 48, 62, 56, 34, 62,
  62, 26, 26, 53, 26, 94, 62, 61, 62, 62, 41, 48, 36, 62, 51, 79, 53, 51, 47, 38, 55, 38, 57,
];
const bold = [
  26, 28, 48, 65, 57, 90, 75, 27, 34, 34, 54, 57, 29, 32, 28, 42, 57, 57, 57, 57, 57, 57, 57, 57,
  57, 57, 28, 29, 57, 57, 57, 48, 90, 69, 67, 64, 73, 56, 55, 72, 77, 39, 33, 66, 56, 94, 81, 79,
  62, 79, 66, 55, 58, 76, 65, 97, 67, 63, 58, 33, 42, 33, 57, 41, 37, 60, 63, 52, 63, 60, 39, 63,
  65, 30, 30, 62, 30, 98, 65, 63, 63, 63, 45, 50, 43, 65, 57, 86, 58, 57, 49, 39, 55, 39, 57,
];

/** Height of a line, of capitals and of the part above and below the base line in Noto Sans, ems. */
export const faceHeights = { ascent: 1.069, descent: 0.293, capital: 0.714 } as const;

/** Letters without a width of their own, hundredths of an em: capitals, others, and ideographs. */
const other = { capital: 76, small: 66, wide: 100 } as const;

const capital = /\p{Lu}/u;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u;
const mark = /\p{M}/u;

/** Returns the width of a line of text in ems. */
export function widthInEms(text: string, isBold = false): number {
  const widths = isBold ? bold : regular;
  let sum = 0;
  for (const sign of text.normalize('NFD')) {
    const known = widths[sign.codePointAt(0)! - 32];
    if (known !== undefined) sum += known;
    else if (!mark.test(sign)) {
      sum += wide.test(sign) ? other.wide : capital.test(sign) ? other.capital : other.small;
    }
  }
  return sum / 100;
}

/** Returns how many lines of this width, in ems, a text takes: broken between words where they fit. */
export function lineCount(text: string, width: number, isBold = false): number {
  const space = widthInEms(' ', isBold);
  let lines = 1;
  let at = 0;
  for (const word of text.split(/\s+/)) {
    const length = widthInEms(word, isBold);
    if (at && at + space + length > width) {
      lines += 1;
      at = 0;
    }
    at += (at ? space : 0) + length;
    lines += Math.floor(at / width);
    at %= width;
  }
  return lines;
}

/** Returns the least width, in ems, at which a text takes no more lines than at this one. */
export function balancedWidth(text: string, width: number, isBold = false): number {
  const lines = lineCount(text, width, isBold);
  let [low, high] = [width / 4, width];
  while (high - low > 0.1) {
    const middle = (low + high) / 2;
    if (lineCount(text, middle, isBold) > lines) low = middle;
    else high = middle;
  }
  return high;
}
