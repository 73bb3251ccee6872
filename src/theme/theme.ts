// Partners' colours and the house style become a Theme: the one place that decides how paper looks.
// Reads no files and lays nothing out.

import { keep } from '../base/kept.ts';
import type { Agreement } from '../model/agreement.ts';
import { difference, legible, mix, normalHex } from '../model/color.ts';
import type { FontFamily, PartnerColors, Theme, TypeName, TypeStyle } from '../model/theme.ts';
import { paperSize } from './paper-size.ts';

/** Half of the themes that are kept: agreements of the same partners look the same. */
const themesKept = 20;
const kept = keep<Theme>(themesKept);

/** Returns the theme for an agreement: its paper, and its partners' colours in their order. */
export function themeFor(agreement: Agreement): Theme {
  const input: ThemeInput = {
    paper: agreement.paper ?? paperSize(agreement.language ?? 'en-US'),
    partners: Object.entries(agreement.partners).map(([key, { brand }]) => ({
      key,
      ...(brand?.color === undefined ? {} : { color: brand.color }),
    })),
  };
  const key = JSON.stringify(input);
  const known = kept.get(key);
  if (known) return known;
  const theme = makeTheme(input);
  kept.set(key, theme);
  return theme;
}

/** What a theme is made from. */
export interface ThemeInput {
  readonly paper: 'letter' | 'a4';
  readonly partners: readonly { readonly key: string; readonly color?: string }[];
}

const noto = (family: 'NotoSans' | 'NotoSerif', name: string, alternative: string): FontFamily => ({
  name,
  alternative,
  faces: {
    regular: `${family}_400Regular.ttf`,
    bold: `${family}_700Bold.ttf`,
    italic: `${family}_400Regular_Italic.ttf`,
    boldItalic: `${family}_700Bold_Italic.ttf`,
  },
});

const sans = noto('NotoSans', 'Noto Sans', 'Calibri');
const serif = noto('NotoSerif', 'Noto Serif', 'Cambria');

/**
 * Colours for partners that gave none, each legible on white, neighbours far apart in hue; behind the
 * first eight those that lie furthest from all before them.
 */
const palette = [
  '#1f4e79',
  '#8a3b12',
  '#2f6b3a',
  '#6a2c70',
  '#0f6470',
  '#7a5c00',
  '#9b2242',
  '#3d4a9e',
  '#af2dbe',
  '#11114a',
  '#4a1111',
  '#7b685b',
  '#114a11',
  '#4c3a38',
  '#9e4c86',
  '#672dbe',
  '#21218c',
  '#113f4a',
  '#be2d75',
  '#4a1145',
  '#96612c',
  '#be3b2d',
  '#2d67be',
  '#2d2dbe',
];

/** Two colours nearer than this look like one beside each other; see `difference`. */
const leastDifference = 50;

const ink = '#1c1f24';
/** Light enough for print and for the text that runs across it. */
const watermark = '#f0f2f4';
const muted = '#565c66';

/** Returns the theme for a paper of these partners; the first partner's colour leads. */
export function makeTheme(input: ThemeInput): Theme {
  const partners: Record<string, PartnerColors> = {};
  const taken = input.partners.flatMap(({ color }) => (color ? [normalHex(color)] : []));
  input.partners.forEach(({ key, color }, index) => {
    const given = color ? normalHex(color) : freeColor(index, taken);
    if (!color) taken.push(given);
    // Legible on its tint and on the watermark of a draft too, which text runs across.
    const tint = mix(given, '#ffffff', 0.08);
    partners[key] = { given, ink: legible(legible(given, watermark), tint), tint };
  });
  const lead = input.partners[0] ? partners[input.partners[0].key]!.ink : ink;
  return {
    page: pages[input.paper],
    fonts: { body: serif, heading: sans, fallbacks: [sans, serif] },
    type: typeScale(lead),
    color: {
      text: ink,
      muted,
      rule: '#d5d9df',
      strongRule: '#8b929c',
      lead,
      noticeInk: '#7a3e00',
      noticeTint: '#fdf5e8',
      link: '#1a4f8b',
      watermark,
    },
    space: {
      indent: 28,
      cellX: 6,
      cellY: 4,
      table: { before: 8, after: 14 },
      factY: 5,
      accent: 3,
      signature: 34,
      gutter: 28,
    },
    drawing: { label: 7.5, axis: 6.8, line: 0.5, strongLine: 1.1 },
    partners,
  };
}

/** Returns a colour that nobody has taken: that of the place, or the next that is distinct, or else the furthest. */
function freeColor(place: number, taken: readonly string[]): string {
  const distance = (color: string): number =>
    Math.min(Infinity, ...taken.map((each) => difference(color, each)));
  const start = place % palette.length;
  const inTurn = [...palette.slice(start), ...palette.slice(0, start)];
  return (
    inTurn.find((color) => distance(color) >= leastDifference) ??
    inTurn.reduce((best, color) => (distance(color) > distance(best) ? color : best))
  );
}

/** Sizes of ISO 216 A4 and ANSI Letter; margins of about 2.5 cm give 65 to 75 characters a line. */
const margins = {
  marginMm: { top: 27, right: 25, bottom: 25, left: 25 },
  headerMm: 12,
  footerMm: 12,
};
const pages: Readonly<Record<ThemeInput['paper'], Theme['page']>> = {
  letter: { paper: 'letter', widthMm: 215.9, heightMm: 279.4, ...margins },
  a4: { paper: 'a4', widthMm: 210, heightMm: 297, ...margins },
};

function typeScale(lead: string): Readonly<Record<TypeName, TypeStyle>> {
  const body = {
    family: 'body',
    size: 10.5,
    leading: 15.5,
    color: ink,
    before: 0,
    after: 7,
  } as const;
  const head = { family: 'heading', bold: true, color: lead } as const;
  const small = {
    family: 'heading',
    size: 9,
    leading: 12.5,
    color: ink,
    before: 0,
    after: 0,
  } as const;
  return {
    title: { ...head, size: 25, leading: 31, before: 16, after: 6 },
    heading1: { ...head, size: 13.5, leading: 18, before: 18, after: 6 },
    heading2: { ...head, size: 11, leading: 15, before: 12, after: 4 },
    heading3: { ...head, size: 10.5, leading: 14.5, before: 10, after: 3, color: ink },
    body,
    lead: { ...body, size: 12, leading: 17.5, after: 10 },
    note: { ...small, color: muted, before: 2, after: 8 },
    recital: body,
    clause: body,
    cell: { ...small, after: 2 },
    cellHeader: { ...small, bold: true, color: muted },
    fact: { ...small, size: 10, leading: 13.5, after: 3 },
    factLabel: { ...small, size: 10, leading: 13.5, bold: true, color: muted },
    caption: { ...small, color: muted, before: 4, after: 12 },
    signatureOrganisation: { ...small, size: 10, leading: 13.5, bold: true, after: 4 },
    signatureLabel: { ...small, size: 8, leading: 11, color: muted },
    signatureValue: { ...small, size: 9.5, leading: 13 },
    noticeTitle: { ...small, size: 9.5, leading: 13, bold: true, color: '#7a3e00', after: 3 },
    notice: { ...small, color: '#7a3e00', after: 2 },
    running: { ...small, size: 8, leading: 10.5, color: muted },
  };
}

/** Returns the theme of a sheet for the wall: narrow margins, and type and space of `scale` times the size. */
export function sheetTheme(theme: Theme, scale: number): Theme {
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  const scaled = (value: number): number => rounded(value * scale);
  // Space gives way before type does.
  const spaced = (value: number): number => rounded(value * scale ** 4);
  const type = Object.fromEntries(
    Object.entries(theme.type).map(([name, style]) => [
      name,
      {
        ...style,
        size: scaled(style.size),
        leading: scaled(style.leading),
        before: spaced(style.before),
        after: spaced(style.after),
      },
    ]),
  ) as Theme['type'];
  const marginMm = { top: 15, right: 15, bottom: 16, left: 15 };
  return {
    ...theme,
    page: { ...theme.page, marginMm, headerMm: 8, footerMm: 8 },
    type,
    space: {
      ...theme.space,
      cellY: spaced(theme.space.cellY),
      table: {
        before: spaced(theme.space.table.before),
        after: spaced(theme.space.table.after),
      },
      factY: spaced(theme.space.factY),
      indent: scaled(theme.space.indent),
    },
  };
}
