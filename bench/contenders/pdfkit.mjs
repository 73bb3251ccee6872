// pdfkit used plainly: its own text flow, table cells measured and placed by hand, running lines over
// buffered pages. Fonts are opened for every document, as its guide shows.

import PDFDocument from 'pdfkit';
import {
  fonts,
  ink,
  link,
  mm,
  page,
  rule,
  space,
  strongRule,
  textWidth,
  type,
} from '../lib/style.mjs';
import { versionOf } from '../lib/versions.mjs';

const { left, right, top, bottom } = page.margin;
const lowest = page.height - bottom;

function setType(doc, { family, size, bold, color }, run = {}) {
  const face = (bold || run.bold ? 'bold' : '') + (run.italic ? 'italic' : '') || 'regular';
  doc.font(`${family}-${face}`, size).fillColor(run.link ? link : color);
}

const lineGap = ({ size, leading }) => leading - size * 1.362;

function textRuns(doc, style, runs, x, width) {
  const y = doc.y;
  runs.forEach((run, n) => {
    setType(doc, style, run);
    const options = {
      width,
      lineGap: lineGap(style),
      continued: n < runs.length - 1,
      ...(run.link ? { link: run.link, underline: false } : { link: null }),
    };
    if (n === 0) doc.text(run.text, x, y, options);
    else doc.text(run.text, options);
  });
}

function room(doc, height) {
  if (doc.y + height > lowest) doc.addPage();
}

function numbered(doc, style, { number, runs }) {
  doc.y += style.before;
  room(doc, style === type.heading ? 60 : style.leading);
  const isSetIn = number || style === type.clause;
  const indent = isSetIn ? space.indent : 0;
  if (number) {
    const { y } = doc;
    setType(doc, style);
    doc.text(number, left, y, { lineBreak: false });
    doc.y = y;
  }
  textRuns(doc, style, runs, left + indent, textWidth - indent);
  doc.y += style.after;
}

function list(doc, { ordered, items }) {
  const style = type.body;
  items.forEach((runs, n) => {
    room(doc, style.leading);
    const { y } = doc;
    setType(doc, style);
    doc.text(ordered ? `${n + 1}.` : '•', left + 12, y, { lineBreak: false });
    doc.y = y;
    textRuns(doc, style, runs, left + space.indent, textWidth - space.indent);
    doc.y += style.after / 2;
  });
  doc.y += style.after / 2;
}

function row(doc, cells, style, { shares, ends }, color) {
  const inner = (column) => shares[column] * textWidth - 2 * space.cellX;
  const heights = cells.map((lines, column) =>
    lines.reduce((sum, runs) => {
      setType(doc, style, runs[0]);
      const text = runs.map((run) => run.text).join('');
      const options = { width: inner(column), lineGap: lineGap(style) };
      return sum + doc.heightOfString(text, options) + style.after;
    }, 0),
  );
  const height = Math.max(...heights) + 2 * space.cellY;
  const isNewPage = doc.y + height > lowest;
  if (isNewPage) return height;
  const { y } = doc;
  let x = left;
  cells.forEach((lines, column) => {
    doc.y = y + space.cellY;
    for (const runs of lines) {
      if (ends[column]) {
        setType(doc, style, runs[0]);
        const text = runs.map((run) => run.text).join('');
        doc.text(text, x + space.cellX, doc.y, { width: inner(column), align: 'right' });
      } else {
        textRuns(doc, style, runs, x + space.cellX, inner(column));
      }
      doc.y += style.after;
    }
    x += shares[column] * textWidth;
  });
  doc.y = y + height;
  doc
    .moveTo(left, doc.y)
    .lineTo(left + textWidth, doc.y)
    .lineWidth(0.5)
    .stroke(color);
  return 0;
}

function table(doc, part) {
  const head = () => {
    const cells = part.header.map((text) => [[{ text }]]);
    if (cells.length) row(doc, cells, type.cellHeader, part, strongRule);
  };
  room(doc, 60);
  head();
  for (const cells of part.rows) {
    if (row(doc, cells, type.cell, part, rule) > 0) {
      doc.addPage();
      head();
      row(doc, cells, type.cell, part, rule);
    }
  }
  doc.y += 10;
}

function signatures(doc, { people }) {
  room(doc, 140);
  const width = textWidth / people.length;
  const start = doc.y;
  people.forEach(({ organisation, fields }, n) => {
    const x = left + n * width;
    setType(doc, type.organisation);
    doc.text(organisation, x, start, { width: width - 20 });
    for (const { label, value } of fields) {
      if (!value) doc.y += space.signature - 14;
      const { y } = doc;
      setType(doc, type.cell);
      doc.text(label, x, y, { width: 60 });
      doc.text(value || '_'.repeat(24), x + 60, y, { width: width - 80 });
    }
  });
}

function block(doc, part) {
  switch (part.kind) {
    case 'heading':
      return numbered(doc, part.level === 0 ? type.title : type.heading, part);
    case 'paragraph':
      return numbered(doc, type[part.style], part);
    case 'list':
      return list(doc, part);
    case 'table':
      return table(doc, part);
    case 'signatures':
      return signatures(doc, part);
    default:
      throw new Error(`There is no such part: ${part.kind}`);
  }
}

function logos(doc, list_, y) {
  let x = left;
  for (const { file, widthMm, heightMm } of list_) {
    doc.image(file, x, y, { width: widthMm * mm, height: heightMm * mm });
    x += widthMm * mm + 16;
  }
}

function running(doc, { header, footer, headerLogos }) {
  const { count } = doc.bufferedPageRange();
  for (let n = 0; n < count; n += 1) {
    doc.switchToPage(n);
    doc.page.margins.bottom = 0;
    setType(doc, type.running);
    if (n > 0) {
      logos(doc, headerLogos, page.header);
      doc.text(header, left, page.header + 8, {
        width: textWidth,
        align: 'right',
        lineBreak: false,
      });
    }
    const y = page.height - page.footer - 10;
    doc.text(footer, left, y, { lineBreak: false });
    const numbers = `Page ${n + 1} of ${count}`;
    doc.text(numbers, left, y, { width: textWidth, align: 'right', lineBreak: false });
  }
}

export const contender = {
  name: 'pdfkit',
  version: versionOf('pdfkit'),
  format: 'pdf',
  does: 'its own text flow, table cells measured and placed by hand, running lines over buffered pages; not tagged',
  make(content) {
    const doc = new PDFDocument({
      size: 'A4',
      margins: { top, right, bottom, left },
      bufferPages: true,
      font: null,
      info: { Title: content.title, Author: content.author },
      lang: content.language,
    });
    for (const [family, { regular, bold, italic, boldItalic }] of Object.entries(fonts)) {
      doc.registerFont(`${family}-regular`, regular);
      doc.registerFont(`${family}-bold`, bold);
      doc.registerFont(`${family}-italic`, italic);
      doc.registerFont(`${family}-bolditalic`, boldItalic);
    }
    const chunks = [];
    doc.on('data', (chunk) => chunks.push(chunk));
    const bytes = new Promise((resolve, reject) => {
      doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      doc.on('error', reject);
    });
    doc.fillColor(ink);
    logos(doc, content.logos, top);
    doc.y = top + Math.max(...content.logos.map(({ heightMm }) => heightMm * mm)) + 10;
    doc.x = left;
    for (const part of content.parts) block(doc, part);
    running(doc, content);
    doc.end();
    return bytes;
  },
};
