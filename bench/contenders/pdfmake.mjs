// pdfmake: a document definition for every document.

import pdfmake from 'pdfmake';
import { fonts, link, mm, page, rule, space, strongRule, textWidth, type } from '../lib/style.mjs';
import { versionOf } from '../lib/versions.mjs';

pdfmake.setFonts(
  Object.fromEntries(
    Object.entries(fonts).map(([family, { regular, bold, italic, boldItalic }]) => [
      family,
      { normal: regular, bold, italics: italic, bolditalics: boldItalic },
    ]),
  ),
);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);

const styles = Object.fromEntries(
  Object.entries(type).map(([name, { family, size, leading, bold, color, before, after }]) => [
    name,
    {
      font: family,
      fontSize: size,
      // The natural leading of Noto is 1.362 times its size.
      lineHeight: leading / size / 1.362,
      ...(bold ? { bold } : {}),
      color,
      margin: [0, before, 0, after],
    },
  ]),
);

const runs = (list) =>
  list.map(({ text, bold, italic, link: target }) => ({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: italic } : {}),
    ...(target ? { link: target, color: link } : {}),
  }));

const image = ({ file, widthMm, heightMm }) => ({
  image: file,
  width: widthMm * mm,
  height: heightMm * mm,
  margin: [0, 0, 16, 0],
});

const line = (bold) => (bold ? strongRule : rule);
const layout = {
  hLineWidth: (index, { table }) => (index === 0 && table.headerRows ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: (index, { table }) => line(index === table.headerRows),
  paddingLeft: () => space.cellX,
  paddingRight: () => space.cellX,
  paddingTop: () => space.cellY,
  paddingBottom: () => space.cellY,
};

function blocksOf(part) {
  switch (part.kind) {
    case 'heading':
      return numbered(part.level === 0 ? 'title' : 'heading', part);
    case 'paragraph':
      return numbered(part.style, part);
    case 'list': {
      const items = part.items.map((item) => ({ text: runs(item), style: 'body' }));
      const margin = [space.indent / 2, 0, 0, 0];
      return part.ordered ? { ol: items, margin } : { ul: items, margin };
    }
    case 'table':
      return tableOf(part);
    case 'signatures':
      return {
        unbreakable: true,
        columns: part.people.map(({ organisation, fields }) => [
          { text: organisation, style: 'organisation' },
          ...fields.map(({ label, value }) => ({
            text: `${label}   ${value || '_'.repeat(24)}`,
            style: 'cell',
            margin: [0, value ? 0 : space.signature, 0, 2],
          })),
        ]),
      };
    default:
      throw new Error(`There is no such part: ${part.kind}`);
  }
}

function numbered(style, { number, runs: list }) {
  const isHeading = style === 'heading' || style === 'title';
  if (!number && style !== 'clause' && style !== 'recital') {
    return { text: runs(list), style, ...(isHeading ? { headlineLevel: 1 } : {}) };
  }
  const { before, after } = type[style];
  return {
    columns: [
      { width: space.indent, text: number, style, margin: [0, 0, 0, 0] },
      { width: '*', text: runs(list), style, margin: [0, 0, 0, 0] },
    ],
    margin: [0, before, 0, after],
    ...(isHeading ? { headlineLevel: 1 } : {}),
  };
}

function tableOf({ shares, ends, header, rows }) {
  const alignment = (column) => (ends[column] ? 'right' : 'left');
  const head = header.map((text, column) => ({
    text,
    style: 'cellHeader',
    alignment: alignment(column),
  }));
  const body = rows.map((cells) =>
    cells.map((lines, column) => ({
      stack: lines.map((each) => ({ text: runs(each), style: 'cell' })),
      alignment: alignment(column),
    })),
  );
  const padding = 2 * space.cellX;
  return {
    layout,
    margin: [0, 4, 0, 10],
    table: {
      headerRows: head.length ? 1 : 0,
      dontBreakRows: true,
      widths: shares.map((share) => share * textWidth - padding),
      body: [...(head.length ? [head] : []), ...body],
    },
  };
}

function definitionOf(content) {
  const { margin } = page;
  const side = [margin.left, page.header, margin.right, 0];
  return {
    pageSize: 'A4',
    pageMargins: [margin.left, margin.top, margin.right, margin.bottom],
    info: { title: content.title, author: content.author },
    lang: content.language,
    defaultStyle: { font: 'serif', fontSize: type.body.size },
    styles,
    header: (current) =>
      current === 1
        ? undefined
        : {
            margin: side,
            columns: [
              ...content.headerLogos.map((logo) => ({ width: 'auto', ...image(logo) })),
              { text: content.header, style: 'running', alignment: 'right', width: '*' },
            ],
          },
    footer: (current, total) => ({
      margin: [margin.left, margin.bottom - page.footer - 10, margin.right, 0],
      columns: [
        { text: content.footer, style: 'running' },
        { text: `Page ${current} of ${total}`, style: 'running', alignment: 'right' },
      ],
    }),
    pageBreakBefore: ({ headlineLevel }, { getFollowingNodesOnPage }) =>
      headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
    content: [
      { columns: content.logos.map((logo) => ({ width: 'auto', ...image(logo) })) },
      ...content.parts.map(blocksOf),
    ],
  };
}

export const contender = {
  name: 'pdfmake',
  version: versionOf('pdfmake'),
  format: 'pdf',
  does: 'a document definition with styles, columns, lists, tables; not tagged',
  async make(content) {
    return new Uint8Array(await pdfmake.createPdf(definitionOf(content)).getBuffer());
  },
};
