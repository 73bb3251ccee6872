// @react-pdf/renderer: React elements for every document.

import { Document, Font, Image, Link, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement as element } from 'react';
import { fonts, link, mm, page, rule, space, strongRule, type } from '../lib/style.mjs';
import { versionOf } from '../lib/versions.mjs';

for (const [family, { regular, bold, italic, boldItalic }] of Object.entries(fonts)) {
  Font.register({
    family,
    fonts: [
      { src: regular },
      { src: bold, fontWeight: 700 },
      { src: italic, fontStyle: 'italic' },
      { src: boldItalic, fontWeight: 700, fontStyle: 'italic' },
    ],
  });
}
Font.registerHyphenationCallback((word) => [word]);

const styles = Object.fromEntries(
  Object.entries(type).map(([name, { family, size, leading, bold, color, before, after }]) => [
    name,
    {
      fontFamily: family,
      fontSize: size,
      lineHeight: leading / size,
      ...(bold ? { fontWeight: 700 } : {}),
      color,
      marginTop: before,
      marginBottom: after,
    },
  ]),
);

const bare = (style) => ({ ...styles[style], marginTop: 0, marginBottom: 0 });

function runs(list) {
  return list.map(({ text, bold, italic, link: target }, key) => {
    const style = {
      ...(bold ? { fontWeight: 700 } : {}),
      ...(italic ? { fontStyle: 'italic' } : {}),
    };
    return target
      ? element(Link, { key, src: target, style: { ...style, color: link } }, text)
      : element(Text, { key, style }, text);
  });
}

const image = ({ file, widthMm, heightMm }, key) =>
  element(Image, {
    key,
    src: file,
    style: { width: widthMm * mm, height: heightMm * mm, marginRight: 16 },
  });

function blockOf(part, key) {
  switch (part.kind) {
    case 'heading':
      return numbered(part.level === 0 ? 'title' : 'heading', part, key);
    case 'paragraph':
      return numbered(part.style, part, key);
    case 'list':
      return element(
        View,
        { key },
        part.items.map((item, n) => hanging('body', part.ordered ? `${n + 1}.` : '•', item, n)),
      );
    case 'table':
      return tableOf(part, key);
    case 'signatures':
      return signaturesOf(part, key);
    default:
      throw new Error(`There is no such part: ${part.kind}`);
  }
}

function numbered(style, { number, runs: list }, key) {
  const isHeading = style === 'heading' || style === 'title';
  if (!number && style !== 'clause' && style !== 'recital') {
    const keep = isHeading ? { minPresenceAhead: 40 } : {};
    return element(Text, { key, style: styles[style], ...keep }, runs(list));
  }
  return hanging(style, number, list, key, isHeading ? { minPresenceAhead: 40 } : {});
}

function hanging(style, label, list, key, keep = {}) {
  const { before, after } = type[style];
  return element(
    View,
    { key, style: { flexDirection: 'row', marginTop: before, marginBottom: after }, ...keep },
    element(Text, { key: 0, style: { ...bare(style), width: space.indent } }, label),
    element(Text, { key: 1, style: { ...bare(style), flex: 1 } }, runs(list)),
  );
}

function tableOf({ shares, ends, header, rows }, key) {
  const cell = (column, children) =>
    element(
      View,
      {
        key: column,
        style: {
          width: `${shares[column] * 100}%`,
          paddingVertical: space.cellY,
          paddingHorizontal: space.cellX,
        },
      },
      children,
    );
  const text = (style, column, n, children) =>
    element(
      Text,
      { key: n, style: { ...styles[style], textAlign: ends[column] ? 'right' : 'left' } },
      children,
    );
  const row = (n, color, cells, options) =>
    element(
      View,
      {
        key: n,
        wrap: false,
        style: { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: color },
        ...options,
      },
      cells,
    );
  const head = header.map((each, column) => cell(column, text('cellHeader', column, 0, each)));
  return element(
    View,
    { key, style: { marginTop: 4, marginBottom: 10 } },
    head.length ? row('head', strongRule, head, { fixed: true }) : null,
    rows.map((cells, n) =>
      row(
        n,
        rule,
        cells.map((lines, column) =>
          cell(
            column,
            lines.map((each, k) => text('cell', column, k, runs(each))),
          ),
        ),
      ),
    ),
  );
}

function signaturesOf({ people }, key) {
  return element(
    View,
    { key, wrap: false, style: { flexDirection: 'row' } },
    people.map(({ organisation, fields }, person) =>
      element(
        View,
        { key: person, style: { flex: 1 } },
        element(Text, { key: 'name', style: styles.organisation }, organisation),
        fields.map(({ label, value }, n) =>
          element(
            Text,
            { key: n, style: { ...styles.cell, marginTop: value ? 0 : space.signature } },
            `${label}   ${value || '_'.repeat(24)}`,
          ),
        ),
      ),
    ),
  );
}

function documentOf(content) {
  const { margin } = page;
  const running = { position: 'absolute', left: margin.left, right: margin.right };
  return element(
    Document,
    { title: content.title, author: content.author, language: content.language },
    element(
      Page,
      {
        size: 'A4',
        style: {
          paddingTop: margin.top,
          paddingRight: margin.right,
          paddingBottom: margin.bottom,
          paddingLeft: margin.left,
        },
      },
      element(View, {
        key: 'header',
        fixed: true,
        style: { ...running, top: page.header },
        render: ({ pageNumber }) =>
          pageNumber === 1
            ? null
            : element(
                View,
                { style: { flexDirection: 'row' } },
                content.headerLogos.map(image),
                element(
                  Text,
                  { key: 'title', style: { ...styles.running, flex: 1, textAlign: 'right' } },
                  content.header,
                ),
              ),
      }),
      element(
        View,
        {
          key: 'footer',
          fixed: true,
          style: {
            ...running,
            top: page.height - page.footer - type.running.leading,
            flexDirection: 'row',
          },
        },
        element(Text, { key: 'left', style: { ...styles.running, flex: 1 } }, content.footer),
        element(Text, {
          key: 'right',
          style: styles.running,
          render: ({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`,
        }),
      ),
      element(View, { key: 'logos', style: { flexDirection: 'row' } }, content.logos.map(image)),
      content.parts.map(blockOf),
    ),
  );
}

export const contender = {
  name: '@react-pdf/renderer',
  version: versionOf('@react-pdf/renderer'),
  format: 'pdf',
  does: 'React elements with styles, flexbox rows as tables; not tagged',
  async make(content) {
    return new Uint8Array(await renderToBuffer(documentOf(content)));
  },
};
