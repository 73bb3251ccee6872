// The fifty kinds of agreement that every promise is tried on: two to twenty-four partners, none to
// sixty rows in a table, long words, awkward text, six scripts, both templates, both paper sizes.

import type { pools } from './word-pools.ts';

/** What a generated agreement is like. */
export interface Shape {
  readonly seed: number;
  readonly partners: number;
  /** How many tasks, milestones, events and budget lines there are. */
  readonly rows: number;
  /** `mixed` takes its words from all that the PDF can set. */
  readonly script: keyof typeof pools | 'mixed';
  readonly longWords: boolean;
  readonly awkward?: boolean;
  readonly kind?: 'mou' | 'letter';
  readonly paper?: 'letter' | 'a4';
  /** How many people sign for each partner; some have two where it is not said. */
  readonly signatories?: number;
}

const scripts: readonly Shape['script'][] = ['latin', 'greek', 'cyrillic', 'polish', 'mixed'];

/** Most are small, so that fifty of them take a minute: people's agreements are small as well. */
const sizes: readonly (readonly [partners: number, rows: number])[] = [
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 22].map(
    (partners, index) => [partners, [0, 2, 4, 7][index % 4]!] as const,
  ),
  [2, 60],
  [4, 40],
  [24, 30],
  ...Array.from(
    { length: 32 },
    (_, index) => [2 + (index % 3), [1, 0, 5, 3, 12][index % 5]!] as const,
  ),
];

/** The shapes; the seed is the place in the list, from 1 on. */
export const shapes: readonly Shape[] = sizes.map(([partners, rows], index) => ({
  seed: index + 1,
  partners,
  rows,
  script: index === 44 ? 'hebrew' : index === 47 ? 'arabic' : scripts[index % scripts.length]!,
  longWords: index % 3 === 0,
  awkward: index % 4 === 1,
  kind: index % 7 === 6 ? 'letter' : 'mou',
  paper: index % 2 === 0 ? 'letter' : 'a4',
}));

/** Returns a shape in a few words, for the name of a test. */
export function describeShape(shape: Shape): string {
  const { seed, partners, rows, script, kind = 'mou', paper = '' } = shape;
  const extras = [shape.longWords ? 'long words' : '', shape.awkward ? 'awkward text' : ''];
  return [`${seed}: ${kind}, ${partners} partners, ${rows} rows, ${script}, ${paper}`, ...extras]
    .filter(Boolean)
    .join(', ');
}
