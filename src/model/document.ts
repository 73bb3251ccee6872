// Semantic nodes: what a template makes of an agreement, before anybody decides how it looks.
// compose/ fills them, numbers them and lowers them to blocks. Every value node knows the path of
// the spec it came from (`from`), every clause what it settles (`about`). Plain data, no functions.

import type { Path } from '../base/source.ts';

/** A literal run of text; `from` is absent for the fixed words of the template. */
export interface DocumentText {
  readonly kind: 'text';
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly from?: Path;
}

/** A link written in prose; `href` is http, https or mailto. */
export interface DocumentLink {
  readonly kind: 'link';
  readonly href: string;
  readonly content: readonly DocumentText[];
  readonly from?: Path;
}

/** A cross-reference to an anchor; its label is computed when the document is numbered. */
export interface DocumentReference {
  readonly kind: 'reference';
  readonly to: string;
  readonly from?: Path;
}

/** A line break inside a paragraph. */
export interface DocumentBreak {
  readonly kind: 'break';
}

/** What stands inside a paragraph of a document. */
export type DocumentInline = DocumentText | DocumentLink | DocumentReference | DocumentBreak;

/** A paragraph; `plain` takes the style of the place where it stands. */
export interface DocumentParagraph {
  readonly kind: 'paragraph';
  readonly style: 'plain' | 'lead' | 'note' | 'caption';
  readonly content: readonly DocumentInline[];
}

/** A list; `start` is the first number of a decimal list. */
export interface DocumentList {
  readonly kind: 'list';
  readonly marker: 'bullet' | 'decimal';
  readonly start: number;
  readonly items: readonly (readonly DocumentNode[])[];
}

/** A cell of a table; `accent` is the key of the partner whose colour marks it. */
export interface DocumentCell {
  readonly content: readonly DocumentNode[];
  readonly rowHeader?: true;
  readonly accent?: string;
}

/** A row; `about` is the part of the spec it stands for. */
export interface DocumentRow {
  readonly cells: readonly DocumentCell[];
  readonly about?: Path;
  readonly total?: true;
}

/** A column with its heading. */
export interface DocumentColumn {
  readonly title: readonly DocumentInline[];
  readonly share: number;
  readonly align: 'start' | 'end';
}

/** A table with a header row. */
export interface DocumentTable {
  readonly kind: 'table';
  readonly summary: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
}

/** One line of the key-facts table. */
export interface DocumentFact {
  readonly label: readonly DocumentInline[];
  readonly content: readonly DocumentNode[];
}

/** The key-facts table. */
export interface DocumentFacts {
  readonly kind: 'facts';
  readonly summary: string;
  readonly facts: readonly DocumentFact[];
}

/** Content that opens with a short label: "Mission: …". */
export interface DocumentLabelled {
  readonly kind: 'labelled';
  readonly label: readonly DocumentInline[];
  readonly content: readonly DocumentNode[];
}

/** The title of the paper. */
export interface DocumentTitle {
  readonly kind: 'title';
  readonly content: readonly DocumentInline[];
}

/** A numbered clause (1, 1.1 or (a) by how deep it stands) or a section without a number. */
export interface DocumentClause {
  readonly kind: 'clause' | 'section';
  readonly anchor?: string;
  readonly title?: readonly DocumentInline[];
  readonly about: readonly Path[];
  readonly content: readonly DocumentNode[];
}

/** A lettered recital. */
export interface DocumentRecital {
  readonly kind: 'recital';
  readonly content: readonly DocumentNode[];
}

/** An annex, on a new page after the signatures. */
export interface DocumentAnnex {
  readonly kind: 'annex';
  readonly anchor: string;
  /** Its number with the word for it: "Annex 1". */
  readonly label: string;
  readonly title: readonly DocumentInline[];
  readonly about: readonly Path[];
  readonly content: readonly DocumentNode[];
}

/** The picture of an annex. */
export interface DocumentPicture {
  readonly kind: 'picture';
  /** 0-based index of the annex. */
  readonly annex: number;
  readonly alt: string;
  /** What is printed when the picture cannot be shown. */
  readonly missing: string;
  readonly from: Path;
}

/** One partner's logo. */
export interface DocumentLogo {
  readonly partner: string;
  readonly alt: string;
  /** Alternative text where a monogram tile stands for the logo. */
  readonly tileAlt: string;
  readonly from: Path;
}

/** The partners' logos in the agreed order. */
export interface DocumentLogos {
  readonly kind: 'logos';
  readonly logos: readonly DocumentLogo[];
}

/** One line of a signature block. */
export interface DocumentSignatureField {
  readonly label: string;
  readonly value?: string;
  readonly purpose: 'signature' | 'name' | 'title' | 'date';
  readonly from?: Path;
}

/** Where one person signs. */
export interface DocumentSignature {
  readonly partner: string;
  readonly organisation: DocumentText;
  readonly about: Path;
  readonly fields: readonly DocumentSignatureField[];
}

/** All signature blocks. */
export interface DocumentSignatures {
  readonly kind: 'signatures';
  readonly blocks: readonly DocumentSignature[];
}

/** What a draft says about open findings; not part of the text. */
export interface DocumentNotice {
  readonly kind: 'notice';
  readonly style: 'box' | 'mark';
  readonly title: string;
  readonly items: readonly (readonly DocumentInline[])[];
}

/** What a document is made of. */
export type DocumentNode =
  | DocumentParagraph
  | DocumentList
  | DocumentTable
  | DocumentFacts
  | DocumentLabelled
  | DocumentTitle
  | DocumentClause
  | DocumentRecital
  | DocumentAnnex
  | DocumentPicture
  | DocumentLogos
  | DocumentSignatures
  | DocumentNotice;

/** A filled template: the agreement in the order of the paper, not yet numbered. */
export interface AgreementDocument {
  /** BCP 47, as the spec says. */
  readonly language: string;
  /** The language of the fixed words, where the template has none for `language`. */
  readonly wordsLanguage?: string;
  readonly nodes: readonly DocumentNode[];
  /** Values that are said in other words: a yes or no that was asked for, a currency beside an amount. */
  readonly asked: readonly Path[];
}
