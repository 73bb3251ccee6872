// From what a build went by to what its proof is made of. A mapping and nothing else: it reads no file
// and decides nothing.

import type { TemplateFiles } from '../base/ports.ts';
import type { Agreement } from '../model/agreement.ts';
import type { EsignService } from '../model/esign.ts';
import type { House } from '../model/house.ts';
import { acceptedInComments, type Making, type RememberingHost, stemOf } from './prove.ts';

/** A spec as a build got it. */
export interface MadeFrom {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Present where it was put together from several files. */
  readonly merged?: unknown;
}

/** What its check said. */
export interface MadeAfter {
  readonly agreement: Agreement;
  readonly specStatus?: 'draft';
  readonly checklist?: { readonly findings: Parameters<typeof acceptedInComments>[1] };
}

/** The options of the build that change a paper. */
export interface MadeWith {
  readonly formats: readonly string[];
  readonly stem?: string;
  readonly date?: string;
  readonly fileDate?: string;
  readonly house?: { readonly house: House };
  readonly allowWarnings?: boolean;
  readonly embed?: boolean;
  readonly esign?: EsignService;
}

/** Returns what a proof is made of; `went` is what the build read and is. */
export function makingOf(
  input: MadeFrom,
  { agreement, specStatus, checklist }: MadeAfter,
  options: MadeWith,
  went: {
    readonly template: TemplateFiles;
    readonly pictures: RememberingHost['answers'];
    readonly version: string;
  },
): Making {
  const { formats, date, fileDate, house, allowWarnings, embed = true, esign } = options;
  return {
    agreement,
    ...(specStatus ? { specStatus } : {}),
    ...(input.merged ? {} : { spec: input.bytes }),
    accepted: acceptedInComments(agreement, checklist?.findings ?? []),
    stem: options.stem ?? stemOf(input.name),
    kind: agreement.kind ?? 'mou',
    ...(house ? { house: house.house } : {}),
    ...(date ? { date } : {}),
    ...(fileDate ? { fileDate } : {}),
    allowWarnings: allowWarnings === true,
    withPdf: formats.includes('pdf'),
    embed,
    ...(esign ? { esign } : {}),
    ...went,
  };
}
