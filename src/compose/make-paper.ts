// The end of composing: a document becomes a paper with running lines, properties and pictures.
// Knows no file format; the date never comes from a clock.

import type { Agreement } from '../model/agreement.ts';
import type { AgreementDocument, DocumentLogos } from '../model/document.ts';
import type { EsignService } from '../model/esign.ts';
import type { PageLinePart, Paper, Picture, Properties, Running } from '../model/paper.ts';
import { type Theme, textWidthMm } from '../model/theme.ts';
import { annotate, type OpenFinding } from './annotate.ts';
import { compose } from './compose.ts';
import { phraseText } from './fill-partners.ts';
import { lower } from './lower.ts';
import { headerLogos, type PaperPictures } from './lower-logos.ts';
import type { Template } from './template.ts';
import { type Wording, wordingFor } from './wording.ts';

/** What a paper is made of. */
export interface PaperInput {
  readonly agreement: Agreement;
  readonly template: Template;
  readonly theme: Theme;
  /** What is open and not waived; shown on a draft only. */
  readonly open: readonly OpenFinding[];
  /** Sizes of the logos (or tiles) and of the pictures of annexes. */
  readonly placed: PaperPictures;
  /** The pixels, by the ids in `placed`. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** The date of the paper: printed and recorded, in place of the spec's. */
  readonly date?: string;
  /** Recorded in the file only; the spec's date and the start of the term come after it. */
  readonly fileDate?: string;
  /** The hash of the agreement; its first letters stand in the footer. */
  readonly hash?: string;
  /** What else the file records, never printed. */
  readonly custom?: NonNullable<Properties['custom']>;
  /** False leaves out "Page x of y". */
  readonly pageNumbers?: boolean;
  /** The service whose tags the paper carries instead of empty signature fields. */
  readonly esign?: EsignService;
  /** The document, where it is at hand already. */
  readonly document?: AgreementDocument;
}

/** Makes a paper. */
export function makePaper(input: PaperInput): Paper {
  const { agreement, template, theme, date, placed, pictures } = input;
  const wording = wordingFor(template, agreement.language ?? 'en-US');
  const document = input.document ?? compose(agreement, template, date ? { date } : {});
  const draft = agreement.status !== 'final';
  const nodes = draft ? annotate(document.nodes, input.open, agreement, wording) : document.nodes;
  return {
    blocks: lower({ ...document, nodes }, theme, placed),
    running: runningOf(input, document, wording),
    properties: propertiesOf(input, wording),
    pictures,
    signing: input.esign ?? 'fields',
  };
}

/** The logos in the header leave room for the title beside them. */
const headerShare = 0.55;

function runningOf(
  { agreement, theme, placed, pageNumbers, hash }: PaperInput,
  document: AgreementDocument,
  wording: Wording,
): Running {
  const logos = document.nodes.find((node): node is DocumentLogos => node.kind === 'logos');
  const draft = agreement.status !== 'final';
  const footer = phraseText(wording.phrase('paper.footer'), {
    reference: agreement.reference ?? '',
    version: agreement.version ?? '',
    status: wording.words(draft ? 'paper.draft' : 'paper.final'),
    // As many letters as people compare aloud.
    hash: (hash ?? '').slice(0, 8),
  });
  return {
    logos: logos ? headerLogos(logos, placed, textWidthMm(theme) * headerShare) : [],
    header: agreement.title,
    footer,
    ...(pageNumbers === false ? {} : { pageLine: pageLine(wording) }),
    ...(draft ? { watermark: wording.words('paper.watermark') } : {}),
  };
}

function pageLine(wording: Wording): readonly PageLinePart[] {
  return wording.phrase('paper.page').map((part): PageLinePart => {
    if (part.kind === 'words') return part.text;
    return { number: part.kind === 'place' && part.name === 'pages' ? 'pages' : 'page' };
  });
}

function propertiesOf(input: PaperInput, wording: Wording): Properties {
  const { agreement, date, fileDate, custom } = input;
  const names = Object.values(agreement.partners).map((partner) => partner.name);
  const partners = wording
    .list(names.length)
    .map((piece) => ('index' in piece ? names[piece.index] : piece.words))
    .join('');
  const { reference, version } = agreement;
  return {
    title: agreement.title,
    author: partners,
    subject: phraseText(wording.phrase('paper.subject'), { partners }),
    keywords: names.join(', '),
    language: wording.language,
    date: date ?? fileDate ?? agreement.date ?? agreement.term.start,
    status: agreement.status ?? 'draft',
    ...(reference === undefined ? {} : { reference }),
    ...(version === undefined ? {} : { version }),
    ...(custom?.length ? { custom } : {}),
  };
}
