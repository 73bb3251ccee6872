// The closed set of tags that templates may use, with what may stand in each and which attributes
// it takes. The table is data; docs/templates.md explains each tag in words.

/** What may stand inside a tag. */
export type ContentModel =
  /** Blocks and prose values, no bare text. */
  | 'blocks'
  /** Text, inline tags, paragraphs, lists and prose values. */
  | 'flow'
  /** Text and inline tags on one line. */
  | 'inline'
  | 'columns and rows'
  | 'cells'
  | 'items'
  | 'facts'
  | 'nothing';

/** What an attribute holds. */
export type AttributeKind =
  /** The key of a phrase that needs no values. */
  | 'phrase'
  /** A path that can be printed on one line. */
  | 'printable'
  /** One path, or several with spaces between them. */
  | 'paths'
  /** The key of a partner. */
  | 'partner'
  | 'id'
  | 'number'
  | readonly string[];

/** An attribute. */
export interface AttributeRule {
  readonly kind: AttributeKind;
  readonly required?: true;
}

/** Where a tag may stand. */
type Place =
  /** Directly in the template only. */
  | 'root'
  /** Wherever blocks stand. */
  | 'top'
  | 'block'
  | 'inline'
  /** Only in the tag that it is a part of. */
  | 'part';

/** A tag. */
export interface TagRule {
  readonly place: Place;
  readonly content: ContentModel;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
}

const clauseAttributes = {
  id: { kind: 'id' },
  title: { kind: 'phrase' },
  heading: { kind: 'printable' },
  about: { kind: 'paths' },
} as const;

const table = {
  // Front matter and back matter
  logos: {
    place: 'root',
    content: 'nothing',
    attributes: { who: { kind: ['partners', 'backers'] }, label: { kind: 'phrase' } },
  },
  title: { place: 'root', content: 'inline', attributes: {} },
  lead: { place: 'root', content: 'inline', attributes: {} },
  signatures: { place: 'top', content: 'nothing', attributes: {} },
  annex: {
    place: 'root',
    content: 'blocks',
    attributes: { heading: { kind: 'printable', required: true }, about: { kind: 'paths' } },
  },
  picture: {
    place: 'top',
    content: 'nothing',
    attributes: { of: { kind: 'paths', required: true } },
  },
  // Drawings of what tables beside them say
  timeline: { place: 'top', content: 'nothing', attributes: { caption: { kind: 'phrase' } } },
  rolesmatrix: { place: 'top', content: 'nothing', attributes: { caption: { kind: 'phrase' } } },
  measures: { place: 'top', content: 'nothing', attributes: { caption: { kind: 'phrase' } } },
  // Structure
  clause: { place: 'top', content: 'blocks', attributes: clauseAttributes },
  section: { place: 'root', content: 'blocks', attributes: clauseAttributes },
  recital: { place: 'top', content: 'flow', attributes: {} },
  keyfacts: {
    place: 'root',
    content: 'facts',
    attributes: { summary: { kind: 'phrase', required: true } },
  },
  fact: {
    place: 'part',
    content: 'flow',
    attributes: { label: { kind: 'phrase', required: true } },
  },
  table: {
    place: 'top',
    content: 'columns and rows',
    attributes: { summary: { kind: 'phrase', required: true }, order: { kind: ['date'] } },
  },
  column: {
    place: 'part',
    content: 'nothing',
    attributes: {
      title: { kind: 'phrase', required: true },
      share: { kind: 'number', required: true },
      align: { kind: ['start', 'end'] },
    },
  },
  row: {
    place: 'part',
    content: 'cells',
    attributes: { about: { kind: 'paths' }, kind: { kind: ['total'] } },
  },
  cell: {
    place: 'part',
    content: 'flow',
    attributes: { header: { kind: ['row'] }, accent: { kind: 'partner' } },
  },
  // Blocks
  p: { place: 'block', content: 'inline', attributes: {} },
  note: { place: 'block', content: 'inline', attributes: {} },
  caption: { place: 'top', content: 'inline', attributes: {} },
  labelled: {
    place: 'block',
    content: 'flow',
    attributes: { label: { kind: 'phrase' }, heading: { kind: 'printable' } },
  },
  list: {
    place: 'block',
    content: 'items',
    attributes: { marker: { kind: ['bullet', 'decimal'] } },
  },
  item: { place: 'part', content: 'flow', attributes: {} },
  // Inside a line
  strong: { place: 'inline', content: 'inline', attributes: {} },
  em: { place: 'inline', content: 'inline', attributes: {} },
  term: { place: 'inline', content: 'inline', attributes: {} },
  phrase: { place: 'inline', content: 'inline', attributes: {} },
  ref: {
    place: 'inline',
    content: 'nothing',
    attributes: { to: { kind: 'id', required: true } },
  },
  br: { place: 'inline', content: 'nothing', attributes: {} },
} satisfies Record<string, TagRule>;

/** The name of a tag. */
export type TagName = keyof typeof table;

/** Every tag by name. */
export const tags: Readonly<Record<TagName, TagRule>> = table;

/** Returns true for the name of a tag. */
export function isTagName(name: string): name is TagName {
  return Object.hasOwn(table, name);
}

const parts: Readonly<Partial<Record<ContentModel, readonly TagName[]>>> = {
  'columns and rows': ['column', 'row'],
  cells: ['cell'],
  items: ['item'],
  facts: ['fact'],
};

/** How deep clauses go: 1, 1.1, (a). */
const clauseLevels = 3;

/** Returns true when a tag may stand in a content model inside these tags, outermost first. */
export function allowedIn(tag: TagName, model: ContentModel, around: readonly TagName[]): boolean {
  const place = tags[tag].place;
  if (tag === 'clause' && around.some((each) => each !== 'clause')) return false;
  if (tag === 'clause' && around.length >= clauseLevels) return false;
  if (model === 'blocks') {
    return place === 'block' || place === 'top' || (place === 'root' && around.length === 0);
  }
  if (model === 'flow') return place === 'block' || place === 'inline';
  if (model === 'inline') return place === 'inline';
  return parts[model]?.includes(tag) ?? false;
}
