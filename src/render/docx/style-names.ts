// The names of the styles, in one place for those who define them and those who use them.
// Ids never change: people's own edits and templates refer to them.

import { assertNever } from '../../base/errors.ts';
import type { NumberLabel, ParagraphStyle } from '../../model/block.ts';
import type { TypeName } from '../../model/theme.ts';

/** Ids of the paragraph styles with the names that Word shows; built-in names stay Word's own. */
export const styleNames = {
  Title: 'Title',
  Subtitle: 'Subtitle',
  Heading1: 'heading 1',
  Heading1Plain: 'Heading 1 Unnumbered',
  AnnexHeading: 'Annex Heading',
  Heading2: 'heading 2',
  Heading3: 'heading 3',
  BodyText: 'Body Text',
  SmallPrint: 'Small Print',
  Recital: 'Recital',
  RecitalContinued: 'Recital Continued',
  Clause: 'Clause',
  ClauseItem: 'Clause Item',
  ClauseContinued: 'Clause Continued',
  ListBullet: 'List Bullet',
  ListNumber: 'List Number',
  ListContinue: 'List Continue',
  TableText: 'Table Text',
  TableFigures: 'Table Figures',
  TableHeader: 'Table Header',
  TableHeaderFigures: 'Table Header Figures',
  TableRowHeader: 'Table Row Header',
  TableFact: 'Table Fact',
  TableListBullet: 'Table List Bullet',
  TableListNumber: 'Table List Number',
  TableListContinue: 'Table List Continue',
  Caption: 'caption',
  Figure: 'Figure',
  DrawingText: 'Drawing Text',
  ContentsHeading: 'TOC Heading',
  Contents1: 'toc 1',
  Logos: 'Logos',
  LogosRow: 'Logos Row',
  LogosRibbon: 'Logos Ribbon',
  SignatureAccent: 'Signature Accent',
  SignatureOrganisation: 'Signature Organisation',
  SignatureLine: 'Signature Line',
  SignatureDetail: 'Signature Detail',
  SignatureBlank: 'Signature Blank',
  SignatureGap: 'Signature Gap',
  TableGap: 'Table Gap',
  NoticeTitle: 'Notice Title',
  Notice: 'Notice',
  NoticeLast: 'Notice Last',
  NoticeAlone: 'Notice Alone',
  NoticeMark: 'Notice Mark',
  Header: 'header',
  Footer: 'footer',
  TableEnd: 'Table End',
} as const;

/** Id of a paragraph style. */
export type StyleId = keyof typeof styleNames;

/** Id of a character style. */
export type CharacterStyleId =
  | 'Strong'
  | 'Emphasis'
  | 'Hyperlink'
  | 'SignatureLabel'
  | 'SignatureRule';

/** Id of a table style. */
export type TableStyleId = 'AgreementGrid' | 'AgreementFacts' | 'AgreementSignatures';

/** The type token each paragraph style is set in. */
export const styleTypes: Readonly<Record<StyleId, TypeName>> = {
  Title: 'title',
  Subtitle: 'lead',
  Heading1: 'heading1',
  Heading1Plain: 'heading1',
  AnnexHeading: 'heading1',
  Heading2: 'heading2',
  Heading3: 'heading3',
  BodyText: 'body',
  SmallPrint: 'note',
  Recital: 'recital',
  RecitalContinued: 'recital',
  Clause: 'clause',
  ClauseItem: 'clause',
  ClauseContinued: 'clause',
  ListBullet: 'body',
  ListNumber: 'body',
  ListContinue: 'body',
  TableText: 'cell',
  TableFigures: 'cell',
  TableHeader: 'cellHeader',
  TableHeaderFigures: 'cellHeader',
  TableRowHeader: 'factLabel',
  TableFact: 'fact',
  TableListBullet: 'cell',
  TableListNumber: 'cell',
  TableListContinue: 'cell',
  Caption: 'caption',
  Figure: 'body',
  DrawingText: 'running',
  ContentsHeading: 'heading1',
  Contents1: 'cell',
  Logos: 'body',
  LogosRow: 'body',
  LogosRibbon: 'running',
  SignatureAccent: 'signatureOrganisation',
  SignatureOrganisation: 'signatureOrganisation',
  SignatureLine: 'signatureValue',
  SignatureDetail: 'signatureValue',
  SignatureBlank: 'signatureValue',
  SignatureGap: 'signatureLabel',
  TableGap: 'signatureLabel',
  NoticeTitle: 'noticeTitle',
  Notice: 'notice',
  NoticeLast: 'notice',
  NoticeAlone: 'noticeTitle',
  NoticeMark: 'notice',
  Header: 'running',
  Footer: 'running',
  TableEnd: 'running',
};

/** The numbering that comes with a style; a paragraph with another number says so itself. */
export const styleNumbering: Readonly<
  Partial<Record<StyleId, Pick<NumberLabel, 'scheme' | 'level'>>>
> = {
  Heading1: { scheme: 'clause', level: 0 },
  AnnexHeading: { scheme: 'annex', level: 0 },
  Recital: { scheme: 'recital', level: 0 },
  Clause: { scheme: 'clause', level: 1 },
  ClauseItem: { scheme: 'clause', level: 2 },
};

/** Returns the style of a paragraph outside tables and lists. */
export function paragraphStyle(style: ParagraphStyle, number: NumberLabel | undefined): StyleId {
  switch (style) {
    case 'body':
      return 'BodyText';
    case 'lead':
      return 'Subtitle';
    case 'note':
      return 'SmallPrint';
    case 'recital':
      return number ? 'Recital' : 'RecitalContinued';
    case 'clause':
      return !number ? 'ClauseContinued' : number.level === 2 ? 'ClauseItem' : 'Clause';
    case 'cell':
      return 'TableText';
    case 'cellHeader':
      return 'TableHeader';
    case 'caption':
      return 'Caption';
    default:
      return assertNever(style);
  }
}

/** Returns the style of a heading; level 0 is the title of the paper. */
export function headingStyle(level: 0 | 1 | 2 | 3, number: NumberLabel | undefined): StyleId {
  if (level === 0) return 'Title';
  if (level === 2) return 'Heading2';
  if (level === 3) return 'Heading3';
  return !number ? 'Heading1Plain' : number.scheme === 'annex' ? 'AnnexHeading' : 'Heading1';
}

/** Names of styles that Word knows itself; all others are marked as custom. */
export const builtInStyles: ReadonlySet<string> = new Set([
  'Normal',
  'Title',
  'Subtitle',
  'heading 1',
  'heading 2',
  'heading 3',
  'Body Text',
  'List Bullet',
  'List Number',
  'List Continue',
  'caption',
  'TOC Heading',
  'toc 1',
  'header',
  'footer',
  'Strong',
  'Emphasis',
  'Hyperlink',
]);
