// What a paper carries so that it can be proved later: the spec, the record, the hashes. Made from what
// the build went by; the paper itself is not looked at.

import type { AssetAnswer, Digest, Host, TemplateFiles } from '../base/ports.ts';
import { utf8 } from '../base/utf8.ts';
import type { Agreement } from '../model/agreement.ts';
import type { EsignService } from '../model/esign.ts';
import type { House } from '../model/house.ts';
import type { Attachment, Paper, Properties } from '../model/paper.ts';
import { canonicalText } from './canonical.ts';
import { type AcceptedInComment, mergedYaml } from './merged-yaml.ts';
import { type MakingRecord, recordAttachments, recordProperties, templateHash } from './record.ts';

/** A host that remembers the pictures that were asked for. */
export interface RememberingHost {
  readonly host: Host;
  readonly answers: ReadonlyMap<string, AssetAnswer>;
}

/** Returns a host that answers the same and remembers. */
export function remembering(host: Host): RememberingHost {
  const answers = new Map<string, AssetAnswer>();
  return {
    answers,
    host: {
      ...host,
      readAsset: async (path) => {
        const answer = await host.readAsset(path);
        answers.set(path, answer);
        return answer;
      },
    },
  };
}

/** What a paper was made from and with. */
export interface Making {
  readonly agreement: Agreement;
  /** Present where the build made it final and the spec does not. */
  readonly specStatus?: 'draft';
  /** The spec as it was read; absent where it was put together from several files. */
  readonly spec?: Uint8Array;
  /** What comments in the several files accept. */
  readonly accepted: readonly AcceptedInComment[];
  /** The name of the carried spec without its ending. */
  readonly stem: string;
  readonly kind: string;
  readonly template: TemplateFiles;
  readonly pictures: RememberingHost['answers'];
  readonly house?: House;
  readonly date?: string;
  readonly fileDate?: string;
  readonly allowWarnings?: boolean;
  readonly withPdf: boolean;
  /** False: the paper carries hashes and the record, but no files. */
  readonly embed: boolean;
  /** The signing service whose tags the paper carries. */
  readonly esign?: EsignService;
  readonly version: string;
}

/** What goes into the files, by format: a DOCX carries no files. */
export interface Proof {
  readonly hash: string;
  readonly custom: (format: 'docx' | 'pdf') => NonNullable<Properties['custom']>;
  readonly attachments: readonly Attachment[];
}

/** Puts together what a paper carries. */
export async function prove(making: Making, digest: Digest): Promise<Proof> {
  const { agreement, specStatus, spec, stem, embed, pictures } = making;
  const said: Agreement = specStatus ? { ...agreement, status: specStatus } : agreement;
  const hash = await digest(utf8(canonicalText(said)));
  const sums = await Promise.all(
    [...pictures].map(
      async ([path, answer]) => [path, answer.found ? await digest(answer.bytes) : null] as const,
    ),
  );
  const { date, fileDate, house } = making;
  const record: MakingRecord = {
    program: making.version,
    content: hash,
    template: { kind: making.kind, hash: await templateHash(making.template, digest) },
    ...(date === undefined ? {} : { date }),
    ...(fileDate === undefined ? {} : { fileDate }),
    ...(specStatus ? { final: true } : {}),
    ...(making.allowWarnings ? { allowWarnings: true } : {}),
    ...(making.withPdf ? { withPdf: true } : {}),
    ...(making.esign ? { esign: making.esign } : {}),
    ...(house ? { house } : {}),
    pictures: Object.fromEntries(sums),
  };
  const carried = spec ?? new TextEncoder().encode(mergedYaml(said, making.accepted));
  return {
    hash,
    custom: (format) => recordProperties(record, format === 'docx' || !embed),
    attachments: embed ? recordAttachments(stem, carried, record) : [],
  };
}

/** What is accepted and stands in no waiver of the data is accepted by a comment. */
export function acceptedInComments(
  { waivers = [] }: Agreement,
  findings: readonly (Omit<AcceptedInComment, 'reason' | 'by'> & {
    readonly waiver?: Pick<AcceptedInComment, 'reason' | 'by'>;
  })[],
): readonly AcceptedInComment[] {
  return findings.flatMap(({ rule, path, waiver }) => {
    if (!waiver) return [];
    const { reason, by } = waiver;
    const inData = waivers.some((each) => each.reason === reason && each.by === by);
    return inData ? [] : [{ rule, path, reason, by }];
  });
}

/** The name of a file without folder and ending; that of a spec from standard input says nothing. */
export function stemOf(name: string): string {
  const stem = name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return stem === '' || stem === '-' ? 'spec' : stem;
}

/** Returns a paper with what it carries in this format. */
export function carrying(paper: Paper, proof: Proof, format: 'docx' | 'pdf' | 'html'): Paper {
  if (format === 'html') return paper;
  const custom = [...(paper.properties.custom ?? []), ...proof.custom(format)];
  const properties = { ...paper.properties, custom };
  return { ...paper, properties, attachments: proof.attachments };
}
