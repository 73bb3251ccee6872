// What the review page is made from, as plain data: the agreements with their findings, and each
// paper in pieces beside the lines of its file. Gathered by src/review.ts; nothing here is HTML.

import type { Severity } from '../../base/diagnostic.ts';
import type { Path } from '../../base/source.ts';
import type { Block } from '../../model/block.ts';
import type { Picture } from '../../model/paper.ts';
import type { PaperPart, Passage } from '../../model/passage.ts';
import type { PartnerColors } from '../../model/theme.ts';
import type { ElementName, FileReport, State } from '../report.ts';

/** Neighbouring lines of a spec. */
export interface Lines {
  /** The number of the first. */
  readonly first: number;
  readonly text: readonly string[];
}

/** A piece of YAML that mends a finding. */
export interface Mend {
  readonly at: Path;
  /** The lines of the keys and items that lead to it and are there already, outermost first. */
  readonly there: readonly number[];
  /** What goes there: a map is merged in, a list grows, anything else takes the old value's place. */
  readonly yaml: string;
}

/** A finding as two people at a table read it. */
export interface Point {
  readonly code: string;
  /** None for problems of reading. */
  readonly element?: ElementName;
  readonly severity: Severity;
  /** What is open, in one sentence. */
  readonly message: string;
  /** The question to settle. */
  readonly asks?: string;
  readonly why: string;
  /** What to do, where there is no YAML to show. */
  readonly hint?: string;
  readonly mend: readonly Mend[];
  readonly passage?: Passage;
  /** The word or words in question, where they are less than a whole value. */
  readonly words?: string;
  readonly lines: Lines;
  /** The file that the lines are in, where it is not the spec. */
  readonly source?: string;
  readonly waiver?: { readonly reason: string; readonly by: string };
  readonly waived: boolean;
}

/** How one rule came out, with the question that it asks. */
export interface AskedRule {
  readonly rule: string;
  readonly element: ElementName;
  readonly asks: string;
  readonly state: State;
  readonly reason?: string;
}

/** A part of the paper beside the lines that it comes from. */
export interface BesidePart extends PaperPart {
  readonly lines: readonly Lines[];
}

/** What one partner must do, set like its sheet for the wall. */
export interface DutySheet {
  readonly partner: string;
  readonly blocks: readonly Block[];
}

/** A paper in pieces. */
export interface ReviewPaper {
  /** BCP 47. */
  readonly language: string;
  readonly parts: readonly BesidePart[];
  /** Lines of the file that are not in the paper: settings, notes, what the checklist needs. */
  readonly rest: readonly Lines[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly colors: Readonly<Record<string, PartnerColors>>;
  /** One for each partner and funder, in order. */
  readonly duties: readonly DutySheet[];
}

/** One agreement, ready to be reviewed. */
export interface ReviewAgreement {
  readonly report: FileReport;
  /** The title of the agreement; the file's name where it cannot be read. */
  readonly title: string;
  readonly partners: readonly {
    readonly name: string;
    readonly role: 'partner' | 'funder' | 'supporter';
  }[];
  readonly term?: { readonly start: string; readonly end?: string };
  readonly level?: string;
  /** Everything found, waived or not, in the order of the file. */
  readonly points: readonly Point[];
  readonly asked: readonly AskedRule[];
  /** None where no paper can be made of it. */
  readonly paper?: ReviewPaper;
}
