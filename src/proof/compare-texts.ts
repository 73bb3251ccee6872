// Compares what two papers say and names each difference by its place, with both wordings. Knows no
// file format: both papers were read by the same reader.

import { type Passage, type Place, type Reading, wordsOf } from '../model/reading.ts';
import { alignWords, type Change } from './align-words.ts';

/** A place where two papers say different things. */
export interface TextDifference {
  readonly place: Place;
  /** What the paper made from the spec says there; empty where it says nothing. */
  readonly made: string;
  /** What the paper in question says there; empty where it says nothing. */
  readonly found: string;
}

/** Words of a passage that are shown around a change. */
const around = 12;

interface Words {
  readonly words: readonly string[];
  /** By word: the passage it stands in. */
  readonly owners: readonly Passage[];
}

/** Returns the differences in the order of the paper that was made, part by part. */
export function compareTexts(made: Reading, found: Reading): readonly TextDifference[] {
  const parts: readonly Place['part'][] = [
    'body',
    'contents',
    'drawing',
    'description',
    'running',
    'note',
  ];
  return parts.flatMap((part) => comparePart(wordsIn(made, part), wordsIn(found, part)));
}

function wordsIn({ passages }: Reading, part: Place['part']): Words {
  const words: string[] = [];
  const owners: Passage[] = [];
  for (const passage of passages) {
    if (passage.place.part !== part) continue;
    for (const word of wordsOf(passage.text)) {
      words.push(word);
      owners.push(passage);
    }
  }
  return { words, owners };
}

function comparePart(made: Words, found: Words): readonly TextDifference[] {
  const groups: {
    readonly passage: Passage;
    readonly added: boolean;
    readonly changes: Change[];
  }[] = [];
  for (const change of alignWords(made.words, found.words)) {
    for (const piece of byPassage(change, made)) {
      const added = piece.from === piece.to && isWhole(piece, found);
      const passage = added ? found.owners[piece.otherFrom]! : ownerAt(made, piece, found);
      const last = groups.at(-1);
      if (last && last.passage === passage && last.added === added) last.changes.push(piece);
      else groups.push({ passage, added, changes: [piece] });
    }
  }
  const said = new Set<string>();
  return groups.flatMap(({ passage, changes }) => {
    const first = changes[0]!;
    const last = changes.at(-1)!;
    const words = (before: number, after: number): readonly [string, string] => [
      made.words.slice(first.from - before, last.to + after).join(' '),
      found.words.slice(first.otherFrom - before, last.otherTo + after).join(' '),
    ];
    // What runs on every page differs on every page: once is enough.
    const bare = words(0, 0).join('\n');
    if (passage.place.part === 'running' && said.has(bare)) return [];
    said.add(bare);
    // As many words before and after as the passage has, so that both wordings can be read.
    let before = 0;
    while (before < around && made.owners[first.from - before - 1] === passage) before += 1;
    let after = 0;
    while (after < around && made.owners[last.to + after] === passage) after += 1;
    const [own, other] = words(before, after);
    return [{ place: passage.place, made: own, found: other }];
  });
}

/** Splits a change that reaches over several passages; what was put in goes with the first of them. */
function byPassage(change: Change, made: Words): readonly Change[] {
  const pieces: Change[] = [];
  let { from } = change;
  for (let at = change.from + 1; at <= change.to; at += 1) {
    if (at < change.to && made.owners[at] === made.owners[from]) continue;
    const first = pieces.length === 0;
    pieces.push({
      from,
      to: at,
      otherFrom: first ? change.otherFrom : change.otherTo,
      otherTo: change.otherTo,
    });
    from = at;
  }
  return pieces.length > 0 ? pieces : [change];
}

/** Returns true where whole passages were put in, and not words into one that was there. */
function isWhole(change: Change, found: Words): boolean {
  const { otherFrom, otherTo } = change;
  const starts = found.owners[otherFrom - 1] !== found.owners[otherFrom];
  return starts && found.owners[otherTo] !== found.owners[otherTo - 1];
}

function ownerAt(made: Words, change: Change, found: Words): Passage {
  const { from, to } = change;
  if (to > from) return made.owners[from]!;
  return made.owners[from - 1] ?? made.owners[from] ?? found.owners[change.otherFrom]!;
}
