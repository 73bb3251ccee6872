// The parts of fontkit and linebreak that typesetting uses; neither package brings types.
// Extend this file rather than declaring them a second time.

declare module 'fontkit' {
  /** A glyph; `codePoints` is left out on purpose: it is shared between characters of one glyph. */
  export interface FontGlyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly PathCommand[] };
  }

  /** A step of an outline: moveTo, lineTo, quadraticCurveTo, bezierCurveTo, closePath. */
  export interface PathCommand {
    readonly command: string;
    readonly args: readonly number[];
  }

  /** Where a glyph of a run stands, in font units. */
  export interface GlyphPosition {
    readonly xAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  }

  /** A parsed font file. */
  export interface Font {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): FontGlyph;
    getGlyph(id: number): FontGlyph;
    layout(
      text: string,
      features: Readonly<Record<string, boolean>>,
      script: string | undefined,
      language: string | undefined,
      direction: 'ltr',
    ): { readonly glyphs: readonly FontGlyph[]; readonly positions: readonly GlyphPosition[] };
  }

  export function create(bytes: Uint8Array): Font;
}

declare module 'linebreak' {
  /** Finds line break opportunities by UAX #14. */
  class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }

  // biome-ignore lint/style/noDefaultExport: the package exports nothing else.
  export { LineBreaker as default };
}
