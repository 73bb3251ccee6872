// A finished paper as it was read back from its file: what it says, piece by piece, each with its place as
// people would name it. The same reader reads the paper in question and the one that is made again.

/** Where something stands. */
export interface Place {
  /**
   * body; the list of contents; header or footer; letters in a drawing; what describes
   * a picture to those who cannot see it; a footnote or endnote.
   */
  readonly part: 'body' | 'contents' | 'running' | 'drawing' | 'description' | 'note';
  /** The heading above, with its number. */
  readonly heading?: string;
  /** The number of the paragraph itself: `4.2`. */
  readonly number?: string;
  /** Present in a table: what its row begins with. */
  readonly row?: string;
  /** 1-based, where the format has pages. */
  readonly page?: number;
}

/** A paragraph, a cell or a running line. */
export interface Passage {
  readonly place: Place;
  readonly text: string;
}

/** A paper as it was read. */
export interface Reading {
  readonly passages: readonly Passage[];
}

/** Returns the words of a text as they are compared: white space and invisible signs do not count. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .split(/[\s\u00a0\u202f]+/)
    .filter((word) => word !== '');
}

/** Returns a place in words: "4.2", "the table in 4 Roles, row “Training”", "the header". */
export function placeText({ part, heading, number, row, page }: Place): string {
  const on = page === undefined ? '' : ` (page ${page})`;
  switch (part) {
    case 'contents':
      return `the list of contents${on}`;
    case 'running':
      return `the header or footer${on}`;
    case 'description':
      return `the description of a picture${heading === undefined ? '' : ` in ${quoted(heading)}`}`;
    case 'drawing':
      return heading === undefined
        ? `a picture or drawing${on}`
        : `a drawing in ${quoted(heading)}${on}`;
    case 'note':
      return `a footnote or endnote${on}`;
    case 'body': {
      const where = heading === undefined ? 'the beginning' : quoted(heading);
      if (row !== undefined) return `the table in ${where}, row ${quoted(row)}${on}`;
      return `${number ?? where}${on}`;
    }
  }
}

const quoted = (text: string): string => {
  const signs = Array.from(text);
  return `“${signs.length > 60 ? `${signs.slice(0, 59).join('')}…` : text}”`;
};
