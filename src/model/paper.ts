// A whole paper, ready to render: blocks, what runs on every page, properties and pictures.
// The only thing renderers get beside the Theme; it holds no agreement and no YAML.

import type { Block, Placement } from './block.ts';

/** A decoded and cleaned picture. */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Width × height × 3 bytes. */
  readonly rgb: Uint8Array;
  /** Width × height bytes; absent when opaque. */
  readonly alpha?: Uint8Array;
  /** The same pixels as a PNG file. */
  readonly png: Uint8Array;
}

/** A piece of the running page line: fixed text or a number that the renderer knows. */
export type PageLinePart = string | { readonly number: 'page' | 'pages' };

/** Header, footer and watermark. */
export interface Running {
  /** Small logo lock-up from page 2 on, in agreed order. */
  readonly logos: readonly Placement[];
  /** Header text from page 2 on, beside the logos: the title. */
  readonly header: string;
  /** Footer, left: reference, version, status. */
  readonly footer: string;
  /** Footer, right: "Page x of y" in the document's language; absent when switched off. */
  readonly pageLine?: readonly PageLinePart[];
  /** A word across every page of a draft. */
  readonly watermark?: string;
}

/** What the file says about itself. */
export interface Properties {
  readonly title: string;
  /** The partners, as one line. */
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  /** BCP 47. */
  readonly language: string;
  /** The date recorded in the file, `YYYY-MM-DD`; never the clock. */
  readonly date: string;
  readonly status: 'draft' | 'final';
  readonly reference?: string;
  readonly version?: string;
}

/** A paper, ready to render. */
export interface Paper {
  readonly blocks: readonly Block[];
  readonly running: Running;
  readonly properties: Properties;
  /** By picture id; every id in a Placement is here. */
  readonly pictures: ReadonlyMap<string, Picture>;
}
