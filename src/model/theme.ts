// What a paper looks like, as tokens that all renderers share: page, type scale, spacing, colours.
// Data only; theme/ makes it from brands and house style. Lengths in mm for the page, in points for type.

/** A typeface with its four static TTF files. */
export interface FontFamily {
  /** The family's name in font files and in the DOCX. */
  readonly name: string;
  /** A typeface on machines with Word, for a DOCX without embedded fonts. */
  readonly alternative: string;
  /** File names as `Host.readFont` knows them. */
  readonly faces: {
    readonly regular: string;
    readonly bold: string;
    readonly italic: string;
    readonly boldItalic: string;
  };
}

/** A kind of type: face, size, leading and space around it. */
export interface TypeStyle {
  readonly family: 'body' | 'heading';
  /** Points. */
  readonly size: number;
  /** Distance between baselines, points. */
  readonly leading: number;
  readonly bold?: true;
  readonly italic?: true;
  /** `#rrggbb`. */
  readonly color: string;
  /** Space before and after the paragraph, points; neighbours share the larger. */
  readonly before: number;
  readonly after: number;
}

/** The names of the type styles: headings by level, paragraphs by style, and the running lines. */
export type TypeName =
  | 'title'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'body'
  | 'lead'
  | 'note'
  | 'recital'
  | 'clause'
  | 'cell'
  | 'cellHeader'
  /** Cells of a table of facts, and what names its rows. */
  | 'fact'
  | 'factLabel'
  | 'caption'
  | 'signatureOrganisation'
  | 'signatureLabel'
  | 'signatureValue'
  | 'noticeTitle'
  | 'notice'
  | 'running';

/** The colours of one partner. */
export interface PartnerColors {
  /** As given in the spec, `#rrggbb`. */
  readonly given: string;
  /** Darkened until text in it is legible on white, on the tint and on the watermark (4.5:1, WCAG 2.2 SC 1.4.3). */
  readonly ink: string;
  /** A light tint for backgrounds. */
  readonly tint: string;
}

/** The look of a paper. */
export interface Theme {
  readonly page: {
    readonly paper: 'letter' | 'a4';
    readonly widthMm: number;
    readonly heightMm: number;
    readonly marginMm: {
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
      readonly left: number;
    };
    /** Distance of header and footer baseline area from the paper's edge. */
    readonly headerMm: number;
    readonly footerMm: number;
  };
  readonly fonts: {
    readonly body: FontFamily;
    readonly heading: FontFamily;
    /** Tried in order for characters that the family lacks. */
    readonly fallbacks: readonly FontFamily[];
  };
  readonly type: Readonly<Record<TypeName, TypeStyle>>;
  readonly color: {
    readonly text: string;
    readonly muted: string;
    /** Light rules in tables, `#rrggbb`. */
    readonly rule: string;
    /** Heavier rules: under header rows, over totals. */
    readonly strongRule: string;
    /** The lead colour, legible on white. */
    readonly lead: string;
    readonly noticeInk: string;
    readonly noticeTint: string;
    readonly link: string;
    readonly watermark: string;
  };
  readonly space: {
    /** Hanging indent of numbers and list markers, points. */
    readonly indent: number;
    /** Padding in cells, points. */
    readonly cellX: number;
    readonly cellY: number;
    /** Above and below a table, points. */
    readonly table: { readonly before: number; readonly after: number };
    /** The same above and below the rows of a table of facts. */
    readonly factY: number;
    /** Width of a partner's accent bar, points. */
    readonly accent: number;
    /** Height of the space to sign in, points. */
    readonly signature: number;
    /** Gap between signature blocks, points. */
    readonly gutter: number;
  };
  /** Inside drawings. */
  readonly drawing: {
    /** Sizes of type, points: names and headings, and what stands on an axis. */
    readonly label: number;
    readonly axis: number;
    /** Light and strong lines, points. */
    readonly line: number;
    readonly strongLine: number;
  };
  /** By partner key. */
  readonly partners: Readonly<Record<string, PartnerColors>>;
}

/** Points in a millimetre. */
export const pointsPerMm = 72 / 25.4;

/** Returns the width between the margins in millimetres. */
export function textWidthMm(theme: Theme): number {
  const { widthMm, marginMm } = theme.page;
  return widthMm - marginMm.left - marginMm.right;
}
