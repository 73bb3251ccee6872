// How the memorandum looks wherever a contender has to be told: page, fonts, sizes, colours.
// The same as Pactwright's own look for two partners on A4. Lengths in points unless a name says mm.

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const file = (family, face) => require.resolve(`@expo-google-fonts/${family}/${face}`);
const faces = (family, name) => ({
  regular: file(family, `400Regular/${name}_400Regular.ttf`),
  bold: file(family, `700Bold/${name}_700Bold.ttf`),
  italic: file(family, `400Regular_Italic/${name}_400Regular_Italic.ttf`),
  boldItalic: file(family, `700Bold_Italic/${name}_700Bold_Italic.ttf`),
});

/** The font files of running text and of headings and tables. */
export const fonts = {
  serif: { name: 'Noto Serif', ...faces('noto-serif', 'NotoSerif') },
  sans: { name: 'Noto Sans', ...faces('noto-sans', 'NotoSans') },
};

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** A4, and its margins. */
export const page = {
  width: 595.28,
  height: 841.89,
  margin: { top: 27 * mm, right: 25 * mm, bottom: 25 * mm, left: 25 * mm },
  header: 12 * mm,
  footer: 12 * mm,
};

/** The width of the text. */
export const textWidth = page.width - page.margin.left - page.margin.right;

export const ink = '#1c1f24';
export const muted = '#565c66';
export const rule = '#d5d9df';
export const strongRule = '#8b929c';
export const link = '#1a4f8b';
const lead = '#1f4e79';

const body = { family: 'serif', size: 10.5, leading: 15.5, color: ink, before: 0, after: 7 };
const small = { family: 'sans', size: 9, leading: 12.5, color: ink, before: 0, after: 0 };
const head = { family: 'sans', bold: true, color: lead };

/** Type by the name of a style in the content. */
export const type = {
  title: { ...head, size: 25, leading: 31, before: 14, after: 6 },
  heading: { ...head, size: 13.5, leading: 18, before: 18, after: 6 },
  body,
  clause: body,
  recital: body,
  lead: { ...body, size: 12, leading: 17.5, color: muted, after: 12 },
  note: { ...small, color: muted, before: 2, after: 8 },
  cell: { ...small, after: 2 },
  cellHeader: { ...small, bold: true, color: muted, after: 2 },
  organisation: { ...small, size: 10, leading: 13.5, bold: true, after: 4 },
  running: { ...small, size: 8, leading: 10.5, color: muted },
};

/** Space in table cells, and how far clauses and lists are set in. */
export const space = { cellX: 6, cellY: 4, indent: 28, signature: 34 };
