// The flags of `pactwright batch` as the command line gives them, for the command and for its run.
// Data only.

import type { Format } from '../build.ts';
import type { EsignService } from '../model/esign.ts';
import type { FailOn } from '../report/report.ts';
import type { ReporterName } from './options.ts';

/** The flags of a batch. */
export interface BatchFlags {
  readonly output: string;
  readonly data?: string;
  readonly sheet?: string;
  readonly map?: string;
  readonly with: readonly string[];
  readonly name?: string;
  readonly to: readonly Format[];
  readonly date?: string;
  readonly template?: string;
  readonly assets: readonly string[];
  readonly force?: true;
  readonly final?: true;
  readonly strict?: true;
  readonly allowWarnings?: true;
  readonly embed: boolean;
  readonly esign?: EsignService;
  readonly failOn: FailOn;
  readonly reporter: ReporterName;
  readonly review?: string;
  readonly jobs?: number;
  readonly timeout: number;
  readonly memory: number;
  readonly failFast?: true;
  readonly prune?: true;
  readonly shard?: string;
}
