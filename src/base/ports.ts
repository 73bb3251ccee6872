// What the pure core asks of the outside world. node/ implements these; a browser could too.
// Interfaces only: nothing here opens, draws or compresses anything.

/** The answer to a request for a file that a spec names. */
export type AssetAnswer =
  | { readonly found: true; readonly bytes: Uint8Array }
  | {
      readonly found: false;
      /** missing; outside the spec's folder and `--assets`; a folder, locked or unreadable; over the limit. */
      readonly reason: 'missing' | 'outside' | 'unreadable' | 'too-large';
    };

/** The files of one template folder, by name relative to it. */
export interface TemplateFiles {
  /** The folder's name as the user knows it, for messages. */
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The world as one build sees it. */
export interface Host {
  /** Reads a picture or annex named in a spec; never leaves the spec's folder and `--assets`. */
  readAsset(path: string): Promise<AssetAnswer>;
  /** Reads the template folder for a `kind`, or `undefined` when there is none. */
  readTemplate(kind: string): Promise<TemplateFiles | undefined>;
  /** The kinds of template there are, sorted, for did-you-mean. */
  templateKinds(): Promise<readonly string[]>;
  /** The languages that the template for a `kind` has words in, or `undefined` when there is none. */
  templateLanguages(kind: string): Promise<readonly string[] | undefined>;
  /** Reads our template for what goes along with a paper (duty sheets, calendar); no spec can ask for it. */
  readCompanionTemplate(): Promise<TemplateFiles>;
  /** Reads one of our own font files by file name; the bytes must not be changed. */
  readFont(file: string): Promise<Uint8Array>;
}

/** A picture decoded to pixels and cleaned: 8 bits a channel, sRGB, no metadata. */
export interface RasterImage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Width × height × 3 bytes, row by row. */
  readonly rgb: Uint8Array;
  /** Width × height bytes; absent when every pixel is opaque. */
  readonly alpha?: Uint8Array;
  /** The same pixels as a PNG file. */
  readonly png: Uint8Array;
  /** An SVG in its simplest form: groups and paths with absolute coordinates, text as paths. */
  readonly simpleSvg?: string;
}

/** Turns untrusted picture files into clean pixels. */
export interface Rasteriser {
  /**
   * Decodes a PNG, JPEG or already cleaned SVG and fits it into a box, never enlarging a PNG or JPEG.
   * Rejects with an Error when the file is broken or breaks a limit.
   */
  rasterise(
    bytes: Uint8Array,
    format: 'png' | 'jpeg' | 'svg',
    box: { readonly maxWidthPx: number; readonly maxHeightPx: number },
  ): Promise<RasterImage>;
}

/**
 * Compresses bytes with zlib framing (RFC 1950), always the same bytes for the same input. What stands
 * in one paper alone is worth less time than pictures, fonts and styles, which come again.
 */
export type Deflate = (bytes: Uint8Array, use?: 'once') => Uint8Array;

/** Returns the SHA-256 of some bytes in hexadecimal, small letters; they must not be changed afterwards. */
export type Digest = (bytes: Uint8Array) => Promise<string>;

/** Everything a build needs from outside, in one value. */
export interface Ports {
  readonly host: Host;
  readonly rasteriser: Rasteriser;
  readonly deflate: Deflate;
  readonly digest: Digest;
  /** The version of this program, as papers record it. */
  readonly version: string;
}
