// Theme tokens to Word styles: paragraph and character styles as options for the docx library.
// A pure function of the theme; decides no text and writes no markup.

import type {
  ICharacterStyleOptions,
  IParagraphStyleOptions,
  IParagraphStylePropertiesOptions,
  IRunStylePropertiesOptions,
} from 'docx';
import type { Theme, TypeStyle } from '../../model/theme.ts';
import { textWidthMm } from '../../model/theme.ts';
import {
  type CharacterStyleId,
  type StyleId,
  styleNames,
  styleNumbering,
  styleTypes,
} from './style-names.ts';
import { eighths, halfPoints, hex, mmToTwips, twips } from './units.ts';

/** What a style adds to its type token. */
interface Extra {
  readonly basedOn?: StyleId | 'Normal';
  readonly next?: StyleId;
  readonly paragraph?: IParagraphStylePropertiesOptions;
  readonly bold?: true;
}

/** Padding between the rule and the text of a notice, points. */
const noticePadding = 7;

/** Returns the paragraph styles of a theme, `Normal` first. */
export function paragraphStyles(theme: Theme): readonly IParagraphStyleOptions[] {
  const extra = extras(theme);
  const ids = Object.keys(styleNames) as StyleId[];
  const { family, size, leading } = theme.type.body;
  return [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      paragraph: {
        widowControl: true,
        spacing: { before: 0, after: 0, line: twips(leading), lineRule: 'atLeast' },
      } as IParagraphStylePropertiesOptions,
      run: { ...font(theme, family), ...sized(size), color: hex(theme.type.body.color) },
    },
    ...ids.map((id): IParagraphStyleOptions => {
      const token = theme.type[styleTypes[id]];
      const { basedOn, next, paragraph, bold } = extra[id] ?? {};
      const numbering = styleNumbering[id];
      return {
        id,
        name: styleNames[id],
        basedOn: basedOn ?? 'Normal',
        next: next ?? id,
        quickFormat: true,
        paragraph: {
          spacing: {
            before: twips(token.before),
            after: twips(token.after),
            line: twips(token.leading),
            lineRule: 'atLeast',
          },
          ...(numbering
            ? { numbering: { reference: numbering.scheme, level: numbering.level } }
            : {}),
          ...paragraph,
        },
        run: runOf(theme, bold ? { ...token, bold } : token),
      };
    }),
  ];
}

/** Returns the character styles of a theme. */
export function characterStyles(theme: Theme): readonly ICharacterStyleOptions[] {
  const { signatureLabel } = theme.type;
  const styles: Readonly<Record<CharacterStyleId, ICharacterStyleOptions['run']>> = {
    Strong: { bold: true, boldComplexScript: true },
    Emphasis: { italics: true, italicsComplexScript: true },
    Hyperlink: { color: hex(theme.color.link), underline: { type: 'single' } },
    SignatureLabel: { ...sized(signatureLabel.size), color: hex(signatureLabel.color) },
    SignatureRule: { color: hex(theme.color.strongRule) },
  };
  return (Object.keys(styles) as CharacterStyleId[]).map((id) => ({
    id,
    name: id.replace(/(?<=[a-z])(?=[A-Z])/, ' '),
    basedOn: 'DefaultParagraphFont',
    quickFormat: true,
    run: styles[id]!,
  }));
}

function font(theme: Theme, family: TypeStyle['family']): IRunStylePropertiesOptions {
  const { name } = theme.fonts[family];
  return { font: { ascii: name, hAnsi: name, cs: name, eastAsia: name } };
}

const sized = (size: number): IRunStylePropertiesOptions => ({ size: halfPoints(size) });

function runOf(theme: Theme, token: TypeStyle): IRunStylePropertiesOptions {
  return {
    ...font(theme, token.family),
    ...sized(token.size),
    color: hex(token.color),
    ...(token.bold ? { bold: true, boldComplexScript: true } : {}),
    ...(token.italic ? { italics: true, italicsComplexScript: true } : {}),
  };
}

function extras(theme: Theme): Readonly<Partial<Record<StyleId, Extra>>> {
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
  const heading = (outlineLevel: number): IParagraphStylePropertiesOptions => ({
    ...keep,
    outlineLevel,
  });
  const indent = (steps: number): IParagraphStylePropertiesOptions => ({
    indent: { left: twips(steps * space.indent) },
  });
  const list: Extra = {
    paragraph: { spacing: spacing(type.body, { after: type.body.after / 2 }) },
  };
  const right: Extra = { basedOn: 'TableText', paragraph: { alignment: 'right' } };
  const rule = (points: number, shade: string, gap: number) => ({
    style: 'single' as const,
    size: eighths(points),
    color: hex(shade),
    space: gap,
  });
  const edge = rule(0.5, color.noticeInk, noticePadding);
  const notice: IParagraphStylePropertiesOptions = {
    ...keep,
    border: {
      top: edge,
      bottom: edge,
      right: edge,
      left: rule(space.accent, color.noticeInk, noticePadding),
    },
    shading: { type: 'clear', color: 'auto', fill: hex(color.noticeTint) },
    indent: {
      left: twips(noticePadding + space.accent + 10),
      hanging: twips(10),
      right: twips(noticePadding + 1),
    },
  };
  const textWidth = mmToTwips(textWidthMm(theme));
  return {
    Title: { next: 'Subtitle', paragraph: { ...keep } },
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
    ListBullet: list,
    ListNumber: list,
    ListContinue: list,
    TableRowHeader: { basedOn: 'TableText', bold: true },
    TableFigures: right,
    TableHeaderFigures: { basedOn: 'TableHeader', paragraph: { alignment: 'right' } },
    Caption: { next: 'BodyText' },
    Figure: {
      next: 'Caption',
      paragraph: { spacing: spacing(type.body, { before: 8, after: 4 }) },
    },
    Logos: { paragraph: { spacing: spacing(type.body, { after: 10, line: 4 }), keepNext: true } },
    SignatureOrganisation: { next: 'SignatureLine', paragraph: { ...keep } },
    SignatureLine: {
      next: 'SignatureDetail',
      paragraph: {
        keepLines: true,
        border: { top: rule(0.75, color.strongRule, 3) },
        spacing: spacing(type.signatureLabel, { before: space.signature, after: 4 }),
      },
    },
    SignatureDetail: {
      paragraph: { keepLines: true, spacing: spacing(type.signatureValue, { after: 2 }) },
    },
    SignatureBlank: {
      paragraph: {
        keepLines: true,
        spacing: spacing(type.signatureValue, { before: 9, after: 2 }),
      },
    },
    TableGap: {
      paragraph: {
        spacing: { before: 0, after: 0, line: twips(space.gutter * 0.85), lineRule: 'exact' },
      },
    },
    NoticeTitle: { next: 'Notice', paragraph: notice },
    Notice: {
      paragraph: {
        ...notice,
        keepNext: false,
        numbering: { reference: 'notice', level: 0 },
      },
    },
    NoticeLast: {
      basedOn: 'Notice',
      paragraph: { spacing: spacing(type.notice, { after: 12 }) },
    },
    NoticeMark: {
      paragraph: {
        keepLines: true,
        border: {
          top: rule(0.5, color.noticeTint, 2),
          bottom: rule(0.5, color.noticeTint, 2),
          left: rule(space.accent, color.noticeInk, noticePadding),
        },
        shading: { type: 'clear', color: 'auto', fill: hex(color.noticeTint) },
        indent: { left: twips(noticePadding + space.accent) },
        spacing: spacing(type.notice, { before: 4, after: 10 }),
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
