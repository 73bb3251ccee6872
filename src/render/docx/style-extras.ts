// What single styles add to their type token: what follows them, what is kept together, rules, indents.
// A pure function of the theme; faces, sizes and colours of text come from the token itself.

import type { IParagraphStylePropertiesOptions } from 'docx';
import { type Theme, type TypeStyle, textWidthMm } from '../../model/theme.ts';
import type { NumberingKind } from './numbering-levels.ts';
import type { StyleId } from './style-names.ts';
import { eighths, hex, mmToTwips, twips } from './units.ts';

/** What a style adds to its type token. */
export interface StyleExtra {
  readonly basedOn?: StyleId | 'Normal';
  readonly next?: StyleId;
  readonly paragraph?: IParagraphStylePropertiesOptions;
}

/** Space above a line of a signature block that is printed, points. */
export const spaceAboveDetail = 4;
/** Space above a rule to write on that is not the signature's, in leadings. */
const writingShare = 0.9;
/** Padding between the edge and the text of the box of a notice, points. */
export const boxPadding = { x: 10, y: 9 } as const;
/** The same of a short mark. */
export const markPadding = { x: 5.5, y: 3 } as const;

/** How far in the titles of the contents list stand, and the space between them, points. */
export const contentsIndent = 18;
export const contentsGap = 2.5;

/** Width of the bar at the side of a notice, points. */
const noticeBar = 2.5;

/** Returns the space above a line to write on, points. */
export function spaceToWrite(
  style: 'SignatureLine' | 'SignatureBlank',
  { space, type }: Theme,
): number {
  const { leading } = type.signatureValue;
  if (style === 'SignatureBlank') return leading * writingShare;
  return Math.max(0, space.signature + type.signatureOrganisation.after - leading);
}

/** Returns what styles add, by id; most add nothing. */
export function styleExtras(theme: Theme): Readonly<Partial<Record<StyleId, StyleExtra>>> {
  const { color, space, type } = theme;
  const keep = { keepNext: true, keepLines: true };
  const spacing = (
    token: TypeStyle,
    change: { before?: number; after?: number; line?: number },
  ) => ({
    before: twips(change.before ?? token.before),
    after: twips(change.after ?? token.after),
    line: twips(change.line ?? token.leading),
    lineRule: 'atLeast' as const,
  });
  // Large type would stand further apart by its typeface's own measure.
  const fixed = (token: TypeStyle) => ({ ...spacing(token, {}), lineRule: 'exact' as const });
  const heading = (outlineLevel: number): IParagraphStylePropertiesOptions => ({
    ...keep,
    outlineLevel,
  });
  const indent = (steps: number): IParagraphStylePropertiesOptions => ({
    indent: { left: twips(steps * space.indent) },
  });
  const list = (reference?: NumberingKind): StyleExtra => ({
    paragraph: {
      spacing: spacing(type.body, { after: type.body.after / 2 }),
      ...(reference ? { numbering: { reference, level: 0 } } : {}),
    },
  });
  const cellList = (reference: NumberingKind): StyleExtra => ({
    basedOn: 'TableText',
    paragraph: { numbering: { reference, level: 0 } },
  });
  // Header cells end as other cells do, so that the padding of the table fits both.
  const cellHeader: StyleExtra = {
    basedOn: 'TableText',
    paragraph: { spacing: spacing(type.cellHeader, { after: type.cell.after }) },
  };
  const right: StyleExtra = { basedOn: 'TableText', paragraph: { alignment: 'right' } };
  const rule = (points: number, shade: string, gap: number) => ({
    style: 'single' as const,
    size: eighths(points),
    color: hex(shade),
    space: gap,
  });
  const edge = rule(0.5, color.noticeTint, boxPadding.y);
  const dash = 11;
  const notice: IParagraphStylePropertiesOptions = {
    ...keep,
    border: {
      top: edge,
      bottom: edge,
      right: rule(0.5, color.noticeTint, boxPadding.x),
      left: rule(noticeBar, color.noticeInk, boxPadding.x),
    },
    shading: { type: 'clear', color: 'auto', fill: hex(color.noticeTint) },
    indent: {
      left: twips(boxPadding.x + noticeBar + dash),
      hanging: twips(dash),
      right: twips(boxPadding.x + 0.5),
    },
  };
  const textWidth = mmToTwips(textWidthMm(theme));
  return {
    Title: { next: 'Subtitle', paragraph: { ...keep, spacing: fixed(type.title) } },
    Subtitle: { next: 'BodyText' },
    Heading1: { next: 'Clause', paragraph: heading(0) },
    Heading1Plain: {
      basedOn: 'Heading1',
      next: 'BodyText',
      paragraph: { ...heading(0), numbering: false, indent: { left: 0, firstLine: 0 } },
    },
    AnnexHeading: {
      basedOn: 'Heading1',
      next: 'BodyText',
      paragraph: heading(0),
    },
    Heading2: { next: 'BodyText', paragraph: heading(1) },
    Heading3: { next: 'BodyText', paragraph: heading(2) },
    SmallPrint: { next: 'BodyText' },
    RecitalContinued: { paragraph: indent(1) },
    ClauseContinued: { paragraph: indent(1) },
    ListBullet: list('bullet'),
    ListNumber: list('decimal'),
    ListContinue: list(),
    TableListBullet: cellList('cellBullet'),
    TableListNumber: cellList('cellDecimal'),
    TableListContinue: { basedOn: 'TableText' },
    TableHeader: cellHeader,
    TableRowHeader: {
      basedOn: 'TableText',
      paragraph: { spacing: spacing(type.factLabel, { after: type.fact.after }) },
    },
    TableFact: { basedOn: 'TableText' },
    TableFigures: right,
    TableHeaderFigures: {
      basedOn: 'TableHeader',
      paragraph: { ...cellHeader.paragraph, alignment: 'right' },
    },
    Caption: { next: 'BodyText' },
    Figure: {
      next: 'Caption',
      paragraph: { spacing: spacing(type.body, { before: 8, after: 10 }) },
    },
    DrawingText: {
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' } },
    },
    ContentsHeading: { next: 'BodyText', paragraph: { ...keep } },
    Contents1: {
      paragraph: {
        keepLines: true,
        spacing: spacing(type.cell, { after: contentsGap }),
        indent: { left: twips(contentsIndent), hanging: twips(contentsIndent) },
        rightTabStop: textWidth,
      },
    },
    Logos: { paragraph: { spacing: spacing(type.body, { after: 18, line: 4 }) } },
    LogosRow: {
      basedOn: 'Logos',
      paragraph: { spacing: spacing(type.body, { after: 12, line: 4 }), keepNext: true },
    },
    LogosRibbon: {
      paragraph: {
        spacing: { before: twips(4), after: twips(18), line: twips(4), lineRule: 'exact' },
      },
    },
    // What stands in a row that is not split needs nothing that keeps it together; with it, LibreOffice
    // would move all rows to one page.
    SignatureAccent: {
      paragraph: {
        spacing: { before: twips(5), after: 0, line: twips(6), lineRule: 'exact' },
      },
    },
    SignatureGap: {
      paragraph: {
        spacing: { before: 0, after: 0, line: twips(space.gutter), lineRule: 'exact' },
      },
    },
    SignatureOrganisation: { next: 'SignatureLine' },
    SignatureLine: {
      next: 'SignatureDetail',
      paragraph: {
        keepLines: true,
        spacing: spacing(type.signatureValue, { before: spaceToWrite('SignatureLine', theme) }),
      },
    },
    SignatureDetail: {
      paragraph: {
        keepLines: true,
        spacing: spacing(type.signatureValue, { before: spaceAboveDetail }),
      },
    },
    SignatureBlank: {
      paragraph: {
        keepLines: true,
        spacing: spacing(type.signatureValue, { before: spaceToWrite('SignatureBlank', theme) }),
      },
    },
    TableGap: {
      paragraph: {
        spacing: { before: 0, after: 0, line: twips(space.gutter * 0.85), lineRule: 'exact' },
      },
    },
    NoticeTitle: {
      next: 'Notice',
      paragraph: { ...notice, spacing: spacing(type.noticeTitle, { before: 10 }) },
    },
    NoticeAlone: {
      basedOn: 'NoticeTitle',
      paragraph: { keepNext: false, spacing: spacing(type.noticeTitle, { before: 10, after: 14 }) },
    },
    Notice: {
      paragraph: {
        ...notice,
        keepNext: false,
        numbering: { reference: 'notice', level: 0 },
      },
    },
    NoticeLast: {
      basedOn: 'Notice',
      paragraph: { spacing: spacing(type.notice, { after: 14 }) },
    },
    NoticeMark: {
      paragraph: {
        keepLines: true,
        border: {
          top: rule(0.5, color.noticeTint, markPadding.y),
          bottom: rule(0.5, color.noticeTint, markPadding.y),
          right: rule(0.5, color.noticeTint, markPadding.x),
          left: rule(noticeBar, color.noticeInk, markPadding.x),
        },
        shading: { type: 'clear', color: 'auto', fill: hex(color.noticeTint) },
        indent: {
          left: twips(space.indent + markPadding.x + noticeBar + dash),
          hanging: twips(dash),
          right: twips(markPadding.x + 0.5),
        },
        spacing: spacing(type.notice, { before: 2, after: 9 }),
      },
    },
    Header: {
      paragraph: {
        rightTabStop: textWidth,
      },
    },
    Footer: {
      paragraph: {
        rightTabStop: textWidth,
        border: { top: rule(0.5, color.rule, 5) },
      },
    },
    TableEnd: {
      paragraph: { spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' } },
    },
  };
}
