// What a paper carries, and which spec it is to be made from again: a phase of verifying. Takes bytes,
// believes nothing that stands in them.

import { pathText } from './base/source.ts';
import type { SpecInput } from './check.ts';
import type { Agreement } from './model/agreement.ts';
import { canonicalText } from './proof/canonical.ts';
import { dataDifferences } from './proof/data-differences.ts';
import { type MakingRecord, readRecord, recordFile, recordFromProperties } from './proof/record.ts';
import { decodeSource } from './sources/decode.ts';
import { ignoreComments } from './sources/ignore-comments.ts';
import { readYaml } from './sources/yaml.ts';
import { validate } from './spec/validate.ts';

/** What a file carries, none of it believed. */
export interface Carried {
  readonly format: 'docx' | 'pdf';
  readonly spec?: Uint8Array;
  /** The name of its spec without its ending, also where there is more than one. */
  readonly stem?: string;
  /** It carries more than one file that could be its spec. */
  readonly several?: true;
  readonly record?: MakingRecord;
  /** Names of the files it carries. */
  readonly files: readonly string[];
}

/** A file that a PDF carries. */
export interface CarriedFile {
  readonly name: string;
  readonly relationship?: string;
  readonly bytes: Uint8Array;
}

/** Returns those of the files that a PDF carries which can be its spec; it should be one. */
export function carriedSpecs(files: readonly CarriedFile[]): readonly CarriedFile[] {
  const named = files.filter(
    ({ name, relationship }) => relationship === 'Source' && /\.yaml$/.test(name),
  );
  return files.filter(({ name }) => named.some((each) => each.name === name));
}

/** Returns the files that a PDF carries, as they are; also for `extract`. */
export async function carriedFiles(bytes: Uint8Array): Promise<readonly CarriedFile[]> {
  const { openPdf } = await import('./read/pdf-file.ts');
  const { attachedFiles } = await import('./read/pdf-attachments.ts');
  return attachedFiles(openPdf(bytes));
}

/** Reads what a PDF carries: spec, record, names of files. */
export async function carriedByPdf(bytes: Uint8Array): Promise<Carried> {
  const files = await carriedFiles(bytes);
  const [source, ...others] = carriedSpecs(files);
  const record = files.find(({ name }) => name === recordFile);
  const { openPdf } = await import('./read/pdf-file.ts');
  const { recordedProperties } = await import('./read/pdf-properties.ts');
  const read = record
    ? readRecord(new TextDecoder().decode(record.bytes))
    : recordFromProperties(recordedProperties(openPdf(bytes)));
  return {
    format: 'pdf',
    files: files.map(({ name }) => name),
    ...(source ? { stem: source.name.replace(/\.yaml$/, '') } : {}),
    ...(source && others.length === 0 ? { spec: source.bytes } : {}),
    ...(others.length > 0 ? { several: true } : {}),
    ...(read ? { record: read } : {}),
  };
}

/** Reads what a Word file carries: only a record. */
export async function carriedByDocx(bytes: Uint8Array): Promise<Carried> {
  const { readDocx } = await import('./read/docx-reading.ts');
  const record = recordFromProperties(readDocx(bytes).custom);
  return { format: 'docx', files: [], ...(record ? { record } : {}) };
}

/** Says why there is no spec to make a paper from. */
export function whyNoSpec({ format, several }: Carried): string {
  if (several)
    return 'It carries more than one spec, and they differ: give the right one after it.';
  return format === 'docx'
    ? 'A Word file carries no spec: give the spec after it.'
    : 'It carries no spec, because it was made with --no-embed or somebody took it out: give the spec after it.';
}

/** The spec to make a paper from. */
export interface Chosen {
  readonly input: SpecInput;
  readonly notes: readonly string[];
}

/** The given spec counts; a carried one that says the same has the comments that the paper was made with. */
export function choose(given: SpecInput | undefined, { spec, stem }: Carried): Chosen | undefined {
  const carried = spec && { name: `${stem}.yaml`, bytes: spec };
  if (!given) return carried && { input: carried, notes: [] };
  if (!carried) return { input: given, notes: [] };
  const [own, other] = [understood(given), understood(carried)];
  if (!own) return { input: given, notes: [] };
  if (!other)
    return { input: given, notes: ['What it carries as its spec cannot be read as one.'] };
  if (canonicalText(own.agreement) === canonicalText(other.agreement)) {
    if (own.accepted === undefined || own.accepted === other.accepted)
      return { input: carried, notes: [] };
    const note =
      'The comments in the spec that it carries accept other findings than those in the one given.';
    return { input: given, notes: [note] };
  }
  const paths = dataDifferences(own.agreement, other.agreement).map(
    (path) => pathText(path) || 'the whole',
  );
  const shown = paths.slice(0, 8).join(', ');
  const more = paths.length > 8 ? ` and ${paths.length - 8} more places` : '';
  const note = `The spec that it carries is not the one given: they differ in ${shown}${more}.`;
  return { input: given, notes: [note] };
}

/** What a spec says, and which findings its comments accept. */
function understood({
  name,
  bytes,
  merged,
}: SpecInput):
  | { readonly agreement: Agreement; readonly accepted: string | undefined }
  | undefined {
  const { source } = merged ? { source: undefined } : decodeSource(name, bytes);
  const located = merged?.located ?? (source ? readYaml(source).located : undefined);
  const agreement = located && validate(located).agreement;
  if (!agreement) return undefined;
  if (!source) return { agreement, accepted: undefined };
  const accepted = ignoreComments(source, located).map(({ rule, by, reason }) =>
    JSON.stringify([rule, by, reason]),
  );
  return { agreement, accepted: accepted.sort().join('\n') };
}
