// The structure of a tagged PDF as plain data: elements hold elements and slots, a slot is the
// place of one stretch of content. Made with the layout, written by structure.ts. Knows no file.

/** Structure types of ISO 32000-1, 14.8.4; `Notice` is ours and is mapped to Note. */
export type TagType =
  | 'Document'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Form'
  | 'Span'
  | 'Notice';

/** What is said about an element beside its type. */
export interface TagFacts {
  readonly lang?: string;
  readonly alt?: string;
  readonly actualText?: string;
  readonly scope?: 'Column' | 'Row';
  readonly summary?: string;
  readonly numbering?: 'Disc' | 'Decimal';
  /** The link whose annotations belong to the element. */
  readonly link?: number;
  /** The signature field whose widget belongs to the element. */
  readonly field?: number;
}

/** An element of the structure; kids in reading order, a number is a slot. */
export interface Tag {
  readonly type: TagType;
  readonly facts: TagFacts;
  readonly kids: (Tag | number)[];
}

/** What is said about most elements. */
export const noFacts: TagFacts = {};

/** Makes an element and puts it at the end of its parent. */
export function addTag(parent: Tag, type: TagType, facts: TagFacts = noFacts): Tag {
  const tag: Tag = { type, facts, kids: [] };
  parent.kids.push(tag);
  return tag;
}
