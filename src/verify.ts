// From a finished file to whether it says what its spec says: the phases in order, and nothing else.
// Believes no hash that a file carries: makes the paper again and compares. Takes the world as ports.

import { UserError } from './base/errors.ts';
import type { Ports } from './base/ports.ts';
import { build } from './build.ts';
import { type Carried, carriedByDocx, carriedByPdf, choose, whyNoSpec } from './carried.ts';
import type { SpecInput } from './check.ts';
import type { Agreement } from './model/agreement.ts';
import { placeText, type Reading } from './model/reading.ts';
import { anotherAgreement, isWordless } from './proof/another-agreement.ts';
import { compareTexts } from './proof/compare-texts.ts';
import { remembering } from './proof/prove.ts';
import { recordFile } from './proof/record.ts';
import { withStandIns } from './proof/stand-in.ts';
import { lostPictures, otherPictures, pictureNotes, templateNotes } from './proof/surroundings.ts';
import type { Verdict } from './proof/verdict.ts';
import { docxFindings } from './read/docx-findings.ts';
import type { PdfDifferences } from './read/pdf-compare.ts';
import { pdfFindings, revisionFindings } from './read/pdf-findings.ts';
import { sameBytes } from './read/same-bytes.ts';

/** A file in question, and the spec where it is given. */
export interface VerifyInput {
  readonly bytes: Uint8Array;
  readonly spec?: SpecInput;
}

const nothing = { texts: [], seen: [], notes: [], signatures: 0 } as const;

/**
 * Verifies a file. Throws a UserError when it is no PDF or DOCX, damaged, encrypted or far too large;
 * whatever stands in it otherwise gives a verdict.
 */
export async function verify({ bytes, spec }: VerifyInput, ports: Ports): Promise<Verdict> {
  const format = formatOf(bytes);
  const carried = format === 'pdf' ? await carriedByPdf(bytes) : await carriedByDocx(bytes);
  const chosen = choose(spec, carried);
  if (!chosen) return { ...nothing, answer: 'cannot-tell', reason: whyNoSpec(carried) };

  const { record } = carried;
  const { host, answers } = remembering(ports.host);
  const version = record?.program ?? ports.version;
  const standIns = withStandIns(host, ports.deflate, (path) => record?.pictures[path] !== null);
  const world = { ...ports, host: standIns, version };
  const built = await build(chosen.input, optionsFor(carried), world);
  const lost = lostPictures(record, answers);
  const notes = [
    ...chosen.notes,
    ...(await templateNotes(record, built.agreement, ports)),
    ...pictureNotes(lost),
    ...(await otherPictures(record, answers, ports)),
    ...(record
      ? []
      : ['It has no record of how it was made; it was made again without any flags.']),
  ];
  const specFrom: Verdict['specFrom'] = spec ? 'given' : 'file';
  const known = { ...nothing, notes, specFrom, ...(record ? { record } : {}) };
  const again = built.outputs.find((output) => output.format === format)?.bytes;
  if (!again) {
    const why = built.stopped ?? 'The spec makes no paper.';
    return { ...known, answer: 'cannot-tell', reason: `It cannot be made again: ${why}` };
  }
  const { readings, ...found } = await compare(format, again, bytes, lost.length > 0);
  const both = {
    ...known,
    ...found,
    notes: [...notes, ...found.notes],
    ...asOneKnowsIt(built.agreement, readings, notes),
  };
  if (found.answer === 'same' || version === ports.version) return both;
  const now = found.texts.length > 0 ? 'says something else, as below' : 'says the same';
  const reason = `It was made by another version: Pactwright ${version}, and this is ${ports.version}. Verify it with that version. What this version makes ${now}.`;
  return { ...both, answer: 'cannot-tell', reason };
}

function formatOf(bytes: Uint8Array): 'docx' | 'pdf' {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK')) return 'docx';
  throw new UserError(
    'This is neither a PDF nor a Word file (DOCX). Give a paper, and its spec after it.',
  );
}

function optionsFor({ format, record, spec, stem, files }: Carried): Parameters<typeof build>[1] {
  const { date, fileDate, final, allowWarnings, withPdf, esign, house } = record ?? {};
  return {
    formats: withPdf && format !== 'pdf' ? [format, 'pdf'] : [format],
    ...(date === undefined ? {} : { date }),
    ...(fileDate === undefined ? {} : { fileDate }),
    ...(house ? { house: { house, diagnostics: [] } } : {}),
    ...(esign ? { esign } : {}),
    ...(stem === undefined ? {} : { stem }),
    final: final === true,
    allowWarnings: allowWarnings === true,
    embed: format === 'pdf' && (spec !== undefined || files.includes(recordFile)),
  };
}

interface Found
  extends Pick<Verdict, 'answer' | 'reason' | 'texts' | 'seen' | 'notes' | 'signatures'> {
  /** Both papers as they were read, where they had to be. */
  readonly readings?: { readonly made: Reading; readonly found: Reading };
}

/** Whether the words are those of quite another agreement, or no words at all. */
function asOneKnowsIt(
  agreement: Agreement | undefined,
  readings: Found['readings'],
  notes: Verdict['notes'],
): Partial<Verdict> {
  if (!agreement || !readings) return {};
  const { made, found } = readings;
  if (isWordless(found)) {
    return { answer: 'cannot-tell', reason: wordless, texts: [], seen: [], notes };
  }
  const another = anotherAgreement(agreement, made, found);
  return another ? { another } : {};
}

const wordless =
  'No words can be read out of it: it is a picture of a paper, such as a scan. Verify the file that was printed.';

async function compare(
  format: 'docx' | 'pdf',
  made: Uint8Array,
  found: Uint8Array,
  lost: boolean,
): Promise<Found> {
  if (sameBytes(made, found)) return lost ? withoutItsPictures : { ...nothing, answer: 'same' };
  return format === 'pdf' ? comparePdf(made, found, lost) : compareDocx(made, found, lost);
}

async function comparePdf(made: Uint8Array, found: Uint8Array, lost: boolean): Promise<Found> {
  const { openPdf } = await import('./read/pdf-file.ts');
  const { comparePdfs, pairOf } = await import('./read/pdf-compare.ts');
  const { laterRevisions, signaturesIn } = await import('./read/pdf-signed.ts');
  const { attachedFiles } = await import('./read/pdf-attachments.ts');
  const { readPdf } = await import('./read/pdf-reading.ts');
  const [own, other] = [openPdf(made), openPdf(found)];
  const revised = sameBytes(made, found.subarray(0, made.length));
  const pair = pairOf(own, other, revised);
  const signatures = signaturesIn(other);
  if (!lost && revised) {
    const revisions = laterRevisions(pair);
    const seen = revisionFindings(revisions);
    if (seen.length === 0) {
      const later = 'Something was added at its end later that nobody can see; no signature.';
      return { ...nothing, answer: 'same', signatures, notes: signatures > 0 ? [] : [later] };
    }
    const texts = compareTexts(await readPdf(made, own), await readPdf(found, other));
    return { ...nothing, answer: 'differs', texts, seen, signatures };
  }
  const differences = comparePdfs(pair);
  const readings = { made: await readPdf(made, own), found: await readPdf(found, other) };
  const texts = compareTexts(readings.made, readings.found);
  if (lost) return { ...withoutPictures(texts, differences), signatures, readings };
  const { seen, notes } = pdfFindings(differences, attachedFiles(own), attachedFiles(other));
  const same = texts.length === 0 && seen.length === 0;
  return { answer: same ? 'same-text' : 'differs', texts, seen, notes, signatures, readings };
}

/** Without its pictures a page is laid out otherwise: then only the words can be compared. */
function withoutPictures(
  texts: Verdict['texts'],
  { pages }: PdfDifferences,
): Omit<Found, 'signatures'> {
  const words = texts.filter(({ place }) => place.part !== 'running');
  const kinds = [...new Set(pages.flatMap(({ added }) => added))].filter((kind) => kind !== 'Link');
  const seen = kinds.map((kind) => `Something was put over a page: ${kind}.`);
  if (words.length + seen.length > 0) return { answer: 'differs', texts: words, seen, notes: [] };
  return withoutItsPictures;
}

const withoutItsPictures: Found = {
  ...nothing,
  answer: 'cannot-tell',
  reason:
    'Its words are those of the spec, but without its pictures nobody can tell whether its pages are drawn as they were made.',
};

async function compareDocx(made: Uint8Array, found: Uint8Array, lost: boolean): Promise<Found> {
  const { readDocx } = await import('./read/docx-reading.ts');
  const [own, other] = [readDocx(made), readDocx(found)];
  const all = compareTexts(own, other);
  // Programs lose descriptions when they save; that is worth knowing, and no change of the text.
  const gone = all.filter(({ place, found: text }) => place.part === 'description' && !text);
  const texts = all.filter((each) => !gone.includes(each));
  const { seen: others, pictures, notes: known } = docxFindings(own, other);
  const notes = [...known, ...gone.map(({ place }) => `Gone: ${placeText(place)}.`)];
  const seen = lost ? others : [...others, ...pictures];
  if (texts.length + seen.length > 0) {
    const readings = { made: own, found: other };
    return { answer: 'differs', texts, seen, notes, signatures: 0, readings };
  }
  if (lost) return { ...withoutItsPictures, notes };
  return { answer: 'same-text', texts, seen, notes, signatures: 0 };
}
