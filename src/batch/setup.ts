// What every process of a batch has to know, as plain data: where papers go, how they are made, and
// the agreement at hand. Read by nobody but this room; what is in it can be sent to a worker.

import type { Format } from '../build.ts';
import type { Column, NamedBytes, TableRow } from '../merge.ts';
import type { EsignService } from '../model/esign.ts';
import type { Entry } from './entry.ts';

/** The same for every agreement of a batch. */
export interface Setup {
  /** The folder of the papers. */
  readonly output: string;
  /** The journal of this run, a file in that folder. */
  readonly journal: string;
  readonly formats: readonly Format[];
  readonly date?: string;
  readonly fileDate?: string;
  readonly final: boolean;
  readonly strict: boolean;
  readonly allowWarnings: boolean;
  /** False: PDFs carry no spec, only its hash. */
  readonly embed?: boolean;
  /** The signing service whose tags the papers carry. */
  readonly esign?: EsignService;
  readonly template?: string;
  /** Further folders with pictures. */
  readonly assets: readonly string[];
  /** Write over papers that somebody changed. */
  readonly force: boolean;
  /** The files of `--with`, in the order of the flags. */
  readonly defaults: readonly NamedBytes[];
  /** The spec under a table, and what its columns mean. */
  readonly table?: { readonly base: NamedBytes; readonly columns: readonly Column[] };
  /** `--name`. */
  readonly pattern?: string;
  /** The page over all: the folder with a page for each agreement, and the way back from there. */
  readonly review?: { readonly pages: string; readonly back: string };
  /** The version of the program. */
  readonly program: string;
  /** Hash of the program and of every flag that can change a paper. */
  readonly settings: string;
}

/** One agreement to be made. */
export interface Job {
  /** The names of its papers without their endings; no other agreement of the batch has it. */
  readonly name: string;
  /** As reports call it: `agreements/a.yaml`, `partners.csv:17`. */
  readonly source: string;
  /** The file to open, and the folder in which its pictures lie. */
  readonly file: string;
  readonly folder: string;
  readonly row?: TableRow;
  /** Why it has no name of its own; then no paper is made of it. */
  readonly unnamed?: string;
}

/** What is known of an agreement from earlier runs. */
export interface Earlier {
  readonly entry?: Entry;
  /** Its findings are there, too: reports need nothing made again. */
  readonly reported?: boolean;
  /** By file name: the hashes that a run set out to write, whether or not it got there. */
  readonly will: Readonly<Record<string, readonly string[]>>;
}

/** How one agreement came out, as its worker tells. */
export interface Done {
  readonly entry: Entry;
  /** False where everything was there already and nothing had changed. */
  readonly built: boolean;
  /** Outputs left alone, because somebody changed them. */
  readonly kept: readonly string[];
  /** A fault of ours: the stack. */
  readonly bug?: string;
  /** Why no other agreement could be written either. */
  readonly fatal?: string;
}
