// A piece of a paper by itself: what a finding is about as it will be printed, or the line that says
// what is not agreed yet, at the place where its clause would stand. Data only; compose/ makes them.

import type { Path } from '../base/source.ts';
import type { Block } from './block.ts';

/** The heading of a clause, with its number where it has one. */
export interface PassageHeading {
  readonly label?: string;
  readonly title: string;
}

/** Something printed that a finding is about. */
export interface PrintedPassage {
  readonly kind: 'printed';
  /** The clause it stands in; absent on the front page and for paragraphs of a letter. */
  readonly heading?: PassageHeading;
  /** Which of the paper's parts it stands in. */
  readonly part: number;
  /** True when this is the whole of the clause. */
  readonly whole: boolean;
  /** What stands below the heading; without anchors, since the paper itself has them. */
  readonly blocks: readonly Block[];
}

/** Something that is not in the paper because nothing is agreed on it yet. */
export interface MissingPassage {
  readonly kind: 'missing';
  /** "Evaluation: nothing agreed yet", in the language of the paper. */
  readonly line: string;
  /** The clause that it would be a part of, where that is printed. */
  readonly inside?: PassageHeading;
  /** Its printed neighbours. */
  readonly after?: PassageHeading;
  readonly before?: PassageHeading;
  /** Which of the paper's parts it would follow, or stand in; absent before the first. */
  readonly part?: number;
}

/** What a finding is about. */
export type Passage = PrintedPassage | MissingPassage;

/** One of the parts of which a paper consists: its front, a clause, a section, an annex. */
export interface PaperPart {
  readonly heading?: PassageHeading;
  readonly blocks: readonly Block[];
  /** What it settles: everything below these paths belongs to it. */
  readonly about: readonly Path[];
  /** The values printed in it. */
  readonly from: readonly Path[];
}
