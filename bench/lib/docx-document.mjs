// The memorandum as a docx document, written the plain way: objects of the docx package from top to
// bottom, named styles. The contender of that name makes every document with it; the template engines
// get their template from it, once.

import { readFileSync } from 'node:fs';
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { fonts, link, page, rule, space, strongRule, textWidth, type } from './style.mjs';

const twips = (points) => Math.round(points * 20);
const color = (hex) => hex.slice(1);
const full = twips(textWidth);
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const light = { style: BorderStyle.SINGLE, size: 4, color: color(rule) };
const strong = { style: BorderStyle.SINGLE, size: 8, color: color(strongRule) };

/** Returns the memorandum as the bytes of a DOCX. */
export async function docxOf(content) {
  const { footer, header, headerLogos, parts } = content;
  const document = new Document({
    title: content.title,
    creator: content.author,
    styles: { default: { document: { run: run(type.body) } }, paragraphStyles: styles },
    numbering: { config: [bullets, ...parts.flatMap(decimals)] },
    sections: [
      {
        properties: { page: pageProperties, titlePage: true },
        headers: { first: new Header({ children: [] }), default: headerOf(header, headerLogos) },
        footers: { first: footerOf(footer), default: footerOf(footer) },
        children: [
          new Paragraph({ children: content.logos.flatMap(image) }),
          ...parts.flatMap((part, index) => blocksOf(part, index)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const pageProperties = {
  size: { width: twips(page.width), height: twips(page.height) },
  margin: {
    top: twips(page.margin.top),
    right: twips(page.margin.right),
    bottom: twips(page.margin.bottom),
    left: twips(page.margin.left),
    header: twips(page.header),
    footer: twips(page.footer),
  },
};

function run({ family, size, bold, color: hex }) {
  return { font: fonts[family].name, size: size * 2, bold, color: color(hex) };
}

const styles = Object.entries(type).map(([id, style]) => ({
  id,
  name: id,
  basedOn: 'Normal',
  run: run(style),
  paragraph: {
    spacing: {
      before: twips(style.before),
      after: twips(style.after),
      line: twips(style.leading),
      lineRule: 'atLeast',
    },
    ...(id === 'heading' || id === 'title' ? { keepNext: true, outlineLevel: 0 } : {}),
  },
}));

const listIndent = { left: twips(space.indent), hanging: twips(14) };

const bullets = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      style: { paragraph: { indent: listIndent } },
    },
  ],
};

function decimals({ kind, ordered }, index) {
  if (kind !== 'list' || !ordered) return [];
  const style = { paragraph: { indent: listIndent } };
  return [
    {
      reference: `list${index}`,
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', style }],
    },
  ];
}

const images = new Map();

function image({ file, widthMm, heightMm, alt }) {
  if (!images.has(file)) images.set(file, readFileSync(file));
  const px = (length) => Math.round((length / 25.4) * 96);
  const transformation = { width: px(widthMm), height: px(heightMm) };
  const altText = { name: alt, description: alt, title: alt };
  return [
    new ImageRun({ type: 'png', data: images.get(file), transformation, altText }),
    new TextRun('   '),
  ];
}

function runs(list) {
  return list.map(({ text, bold, italic, link: target }) => {
    const options = { ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}) };
    if (target === undefined) return new TextRun({ text, ...options });
    const children = [new TextRun({ text, ...options, color: color(link) })];
    return new ExternalHyperlink({ link: target, children });
  });
}

function blocksOf(part, index) {
  switch (part.kind) {
    case 'heading': {
      const style = part.level === 0 ? 'title' : 'heading';
      return [numbered(style, part)];
    }
    case 'paragraph':
      return [numbered(part.style, part)];
    case 'list': {
      const reference = part.ordered ? `list${index}` : 'bullets';
      return part.items.map(
        (item) =>
          new Paragraph({
            style: 'body',
            numbering: { reference, level: 0 },
            children: runs(item),
          }),
      );
    }
    case 'table':
      return [tableOf(part), new Paragraph({ style: 'note', children: [] })];
    case 'signatures':
      return [signaturesOf(part)];
    default:
      throw new Error(`There is no such part: ${part.kind}`);
  }
}

/** Clauses are set in; their number, and that of a heading, stands before a tab. */
function numbered(style, { number, runs: list }) {
  const isClause = style === 'clause' || style === 'recital';
  const indent = isClause ? { left: twips(space.indent), hanging: twips(space.indent) } : undefined;
  const lead = number ? [new TextRun(`${number}\t`)] : [];
  return new Paragraph({
    style,
    ...(indent ? { indent: number ? indent : { left: indent.left } } : {}),
    ...(number ? { tabStops: [{ type: TabStopType.LEFT, position: twips(space.indent) }] } : {}),
    children: [...lead, ...runs(list)],
  });
}

function tableOf({ shares, ends, header, rows }) {
  const widths = shares.map((share) => Math.round(share * full));
  const alignment = (column) => (ends[column] ? AlignmentType.END : AlignmentType.START);
  const cell = (column, children, bottom) =>
    new TableCell({
      children,
      width: { size: widths[column], type: WidthType.DXA },
      borders: { top: none, left: none, right: none, bottom },
    });
  const paragraph = (style, column, children) =>
    new Paragraph({ style, alignment: alignment(column), children });
  const head = header.map((text, column) =>
    cell(column, [paragraph('cellHeader', column, [new TextRun(text)])], strong),
  );
  const cellMargins = {
    top: twips(space.cellY),
    bottom: twips(space.cellY),
    left: twips(space.cellX),
    right: twips(space.cellX),
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: full, type: WidthType.DXA },
    columnWidths: widths,
    margins: cellMargins,
    rows: [
      ...(head.length
        ? [new TableRow({ tableHeader: true, cantSplit: true, children: head })]
        : []),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((lines, column) => {
              const children = lines.map((line) => paragraph('cell', column, runs(line)));
              return cell(column, children, light);
            }),
          }),
      ),
    ],
  });
}

function signaturesOf({ people }) {
  const width = Math.round(full / people.length);
  const open = { top: none, bottom: none, left: none, right: none };
  const tabStops = [{ type: TabStopType.LEFT, position: twips(60) }];
  const children = people.map(
    ({ organisation, fields }) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        borders: open,
        children: [
          new Paragraph({ style: 'organisation', text: organisation }),
          ...fields.map(
            ({ label, value }) =>
              new Paragraph({
                style: 'cell',
                tabStops,
                spacing: { before: value ? 0 : twips(space.signature) },
                children: [new TextRun(`${label}\t${value || '_'.repeat(24)}`)],
              }),
          ),
        ],
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: full, type: WidthType.DXA },
    columnWidths: people.map(() => width),
    rows: [new TableRow({ cantSplit: true, children })],
  });
}

const rightTab = [{ type: TabStopType.RIGHT, position: full }];

function headerOf(text, logos) {
  const children = [...logos.flatMap(image), new TextRun(`\t${text}`)];
  return new Header({
    children: [new Paragraph({ style: 'running', tabStops: rightTab, children })],
  });
}

function footerOf(text) {
  const children = [
    new TextRun(text),
    new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
  ];
  return new Footer({
    children: [new Paragraph({ style: 'running', tabStops: rightTab, children })],
  });
}
