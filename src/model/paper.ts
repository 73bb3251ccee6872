// A whole paper, ready to render: blocks, what runs on every page, properties and pictures.
// The only thing renderers get beside the Theme; it holds no agreement and no YAML.

import type { Block, Placement } from './block.ts';
import type { Signing } from './esign.ts';
import type { VectorPicture } from './vector.ts';

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
  /** The same picture as shapes, where that is exact; formats that cannot draw take the pixels. */
  readonly vector?: VectorPicture;
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
  /** What else the file records, by name: custom properties of a DOCX, XMP of a PDF. Never printed. */
  readonly custom?: readonly { readonly name: string; readonly value: string }[];
}

/** A file that travels inside the paper, where the format can carry one. */
export interface Attachment {
  /** File name without folder. */
  readonly name: string;
  /** The media type: `application/yaml`. */
  readonly mime: string;
  /** What it is to the paper: what the paper was made from, or data about it. */
  readonly relationship: 'source' | 'data';
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** A paper, ready to render. */
export interface Paper {
  readonly blocks: readonly Block[];
  readonly running: Running;
  readonly properties: Properties;
  /** By picture id; every id in a Placement is here. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Carried by a PDF, byte for byte. */
  readonly attachments?: readonly Attachment[];
  readonly signing: Signing;
}
