// A template after loading: typed nodes, checked against the model, and its phrases by language.
// Plain data, made by load.ts and read by fill.ts; nothing here reads text or fills in values.

import type { FunctionName } from './functions.ts';
import type { Shape } from './model-shape.ts';
import type { TagName } from './tags.ts';

/** A piece of a phrase: words, a place for a value, or a part that goes when its value is missing. */
export type PhrasePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'optional'; readonly parts: Phrase };

/** A fixed phrase of a template. */
export type Phrase = readonly PhrasePart[];

/** The phrases of one language by key. */
export type Phrases = ReadonlyMap<string, Phrase>;

/** Something that is worked out for each agreement. */
export type Expression =
  | {
      readonly kind: 'path';
      /** Index of the block parameter it starts at; absent for the agreement itself. */
      readonly slot?: number;
      readonly steps: readonly string[];
      readonly shape: Shape;
    }
  | {
      readonly kind: 'phrase';
      readonly key: string;
      readonly values: ReadonlyMap<string, Expression>;
    }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly values: readonly Expression[];
    }
  | { readonly kind: 'literal'; readonly value: string | number };

/** What an attribute of a tag came to. */
export type AttributeValue =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'expressions'; readonly expressions: readonly Expression[] };

/** A tag with its attributes and what stands inside it. */
export interface TagNode {
  readonly kind: 'tag';
  readonly tag: TagName;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  readonly content: readonly TemplateNode[];
}

/** A node of a loaded template. */
export type TemplateNode =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'value'; readonly expression: Expression }
  | {
      readonly kind: 'when';
      readonly test: Expression;
      readonly absent: boolean;
      readonly content: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | {
      readonly kind: 'each';
      readonly list: Expression;
      /** Slots of the item and of its key or number. */
      readonly slot: number;
      readonly keySlot?: number;
      readonly content: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    }
  | TagNode;

/** A template that is sound: every tag, path, function, partial and phrase in it exists. */
export interface Template {
  readonly name: string;
  readonly nodes: readonly TemplateNode[];
  /** Phrases by language tag; `en` is always there. */
  readonly languages: ReadonlyMap<string, Phrases>;
  /** Anchors that clauses of this template can have; `*` stands for the number of an item. */
  readonly anchors: ReadonlySet<string>;
}
