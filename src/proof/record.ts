// The record of a paper: what was decided when it was made, beside the spec, so that it can be made again.
// Nothing in it is believed; it only says with what to try.

import type { Digest, TemplateFiles } from '../base/ports.ts';
import { utf8 } from '../base/utf8.ts';
import { type EsignService, esignServices } from '../model/esign.ts';
import type { House } from '../model/house.ts';
import type { Attachment, Properties } from '../model/paper.ts';

/** What a paper was made with. */
export interface MakingRecord {
  /** The version of the program. */
  readonly program: string;
  /** SHA-256 of the canonical form of the agreement. */
  readonly content: string;
  readonly template: { readonly kind: string; readonly hash: string };
  /** The date printed in place of the spec's. */
  readonly date?: string;
  /** The date of the file alone. */
  readonly fileDate?: string;
  /** Made final, whatever the spec says. */
  readonly final?: true;
  readonly allowWarnings?: true;
  /** A PDF was asked for, so what it cannot print counted too. */
  readonly withPdf?: true;
  /** The signing service whose tags it carries. */
  readonly esign?: EsignService;
  /** What the house has set. */
  readonly house?: House;
  /** SHA-256 of each logo and annex by its path in the spec; null where there was none. */
  readonly pictures: Readonly<Record<string, string | null>>;
}

/** The name of the record among the attached files. */
export const recordFile = 'pactwright-record.json';

/** Returns the record as JSON text, keys in a fixed order. */
export function recordText(record: MakingRecord): string {
  const { program, content, template, date, fileDate, final, allowWarnings, withPdf } = record;
  const { esign, house } = record;
  const pictures = Object.fromEntries(
    Object.entries(record.pictures).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const { kind, hash } = template;
  const options = { date, fileDate, final, allowWarnings, withPdf, esign };
  const fixed = { program, content, template: { kind, hash }, ...options };
  return `${JSON.stringify({ record: 1, ...fixed, house, pictures })}\n`;
}

const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value);
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const day = /^\d{4}-\d{2}-\d{2}$/;
const sha = /^[0-9a-f]{64}$/;
const longest = 200_000;

/** Reads a record that stands in a file from anywhere; undefined for anything that is none. */
export function readRecord(text: string): MakingRecord | undefined {
  if (text.length > longest) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMap(read) || read.record !== 1 || !isMap(read.template) || !isMap(read.pictures)) {
    return undefined;
  }
  const { program, content, template, date, fileDate, final, allowWarnings, house, pictures } =
    read;
  const { kind, hash } = template;
  if (!isText(program, /^[\w.+-]{1,40}$/) || !isText(content, sha) || !isText(hash, sha)) {
    return undefined;
  }
  if (!isText(kind, /^[^\p{C}]{1,200}$/u)) return undefined;
  const dates = [date, fileDate].every((each) => each === undefined || isText(each, day));
  const sums = Object.values(pictures).every((each) => each === null || isText(each, sha));
  if (!isService(read.esign)) return undefined;
  if (!dates || !sums || (house !== undefined && !isHouse(house))) return undefined;
  return {
    program,
    content,
    template: { kind, hash },
    ...(date === undefined ? {} : { date: date as string }),
    ...(fileDate === undefined ? {} : { fileDate: fileDate as string }),
    ...(final === true ? { final } : {}),
    ...(allowWarnings === true ? { allowWarnings } : {}),
    ...(read.withPdf === true ? { withPdf: true } : {}),
    ...(read.esign === undefined ? {} : { esign: read.esign }),
    ...(house === undefined ? {} : { house: house as House }),
    pictures: pictures as MakingRecord['pictures'],
  };
}

function isService(value: unknown): value is EsignService | undefined {
  return value === undefined || esignServices.some((each) => each === value);
}

function isHouse(house: unknown): house is House {
  if (!isMap(house) || !isMap(house.thresholds) || !isMap(house.rules)) return false;
  const levels = [undefined, 'simple', 'standard', 'funded'];
  const weights = ['error', 'warning', 'advice', 'off'];
  return (
    levels.includes(house.level as string | undefined) &&
    Object.values(house.thresholds).every((each) => typeof each === 'number') &&
    Array.isArray(house.jargon) &&
    house.jargon.every((each) => typeof each === 'string') &&
    Object.values(house.rules).every((each) => weights.includes(each as string))
  );
}

/** The name under which a paper that carries no files has its record among its properties. */
const property = 'Record';
/** Word takes custom texts of up to 255 characters. */
const mostCharacters = 250;

/** Returns what both formats say of themselves, the record itself where no file can hold it. */
export function recordProperties(
  record: MakingRecord,
  whole: boolean,
): NonNullable<Properties['custom']> {
  const text = whole ? recordText(record).trim() : '';
  const pieces = text.match(new RegExp(`[\\s\\S]{1,${mostCharacters}}`, 'gu')) ?? [];
  return [
    { name: 'Content hash', value: record.content },
    { name: 'Template hash', value: record.template.hash },
    { name: 'Program', value: `Pactwright ${record.program}` },
    ...pieces.map((value, index) => ({
      name: index === 0 ? property : `${property} ${index + 1}`,
      value,
    })),
  ];
}

/** Puts the record together from the properties of a file; undefined where there is none. */
export function recordFromProperties(
  properties: ReadonlyMap<string, string>,
): MakingRecord | undefined {
  let text = properties.get(property) ?? '';
  for (let number = 2; properties.has(`${property} ${number}`); number += 1) {
    text += properties.get(`${property} ${number}`);
  }
  return readRecord(text);
}

/** Returns the spec and the record as files that a paper can carry. */
export function recordAttachments(
  stem: string,
  spec: Uint8Array,
  record: MakingRecord,
): readonly Attachment[] {
  return [
    {
      name: `${stem}.yaml`,
      mime: 'application/yaml',
      relationship: 'source',
      description: 'The spec that this paper was made from',
      bytes: spec,
    },
    {
      name: recordFile,
      mime: 'application/json',
      relationship: 'data',
      description: 'What this paper was made with',
      bytes: utf8(recordText(record)),
    },
  ];
}

const templateHashes = new WeakMap<TemplateFiles, Promise<string>>();

/** Returns the hash of a template: of its files by name, wherever they lie. Taken once for the same files. */
export function templateHash(template: TemplateFiles, digest: Digest): Promise<string> {
  const known = templateHashes.get(template);
  if (known) return known;
  const sorted = [...template.files].sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = digest(new TextEncoder().encode(JSON.stringify(sorted)));
  templateHashes.set(template, hash);
  return hash;
}
