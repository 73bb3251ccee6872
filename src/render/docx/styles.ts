// Theme tokens to Word styles: paragraph and character styles as options for the docx library.
// A pure function of the theme; decides no text and writes no markup.

import type {
  ICharacterStyleOptions,
  IParagraphStyleOptions,
  IParagraphStylePropertiesOptions,
  IRunStylePropertiesOptions,
} from 'docx';
import type { Theme, TypeStyle } from '../../model/theme.ts';
import { styleExtras } from './style-extras.ts';
import {
  type CharacterStyleId,
  type StyleId,
  styleNames,
  styleNumbering,
  styleTypes,
} from './style-names.ts';
import { halfPoints, hex, twips } from './units.ts';

/** Returns the paragraph styles of a theme, `Normal` first. */
export function paragraphStyles(theme: Theme): readonly IParagraphStyleOptions[] {
  const extra = styleExtras(theme);
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
      const { basedOn, next, paragraph } = extra[id] ?? {};
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
        run: runOf(theme, token),
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
