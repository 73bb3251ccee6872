// The parts of a DOCX as text that people can read and compare: one line for each paragraph with its
// style, numbering and text; running parts, properties and settings; and the styles, once.
// Independent of the renderer; what a paragraph says in full stands in the golden of the text.

import { all, elements, find, type Node, parseXml, partsOf, valueAt } from '../docx/xml-tree.ts';
import { short } from './document-outline.ts';

/** Returns the outline of everything but styles and numbering. */
export function docxOutline(bytes: Uint8Array): string {
  const parts = partsOf(bytes);
  const named = (pattern: RegExp): readonly string[] =>
    [...parts.keys()].filter((name) => pattern.test(name)).sort();
  const root = (name: string): Node => parseXml(parts.get(name)!);
  const section = (name: string, lines: readonly string[]): string =>
    [`== ${name}`, ...lines].join('\n');
  return [
    section('parts', [...parts.keys()].sort()),
    ...named(/^docProps\//).map((name) => section(name, elements(root(name)).map(propertyLine))),
    section('word/settings.xml', elements(root('word/settings.xml')).map(settingLine)),
    section('word/document.xml', flow(find(root('word/document.xml'), 'w:body')!, 0)),
    ...named(/^word\/(?:header|footer)\d*\.xml$/).map((name) => section(name, flow(root(name), 0))),
  ].join('\n\n');
}

/** Returns the outline of styles and numbering. */
export function stylesOutline(bytes: Uint8Array): string {
  const parts = partsOf(bytes);
  const styles = parseXml(parts.get('word/styles.xml')!);
  const numbering = parseXml(parts.get('word/numbering.xml')!);
  return [
    '== word/styles.xml',
    `defaults ${settingLine(find(styles, 'w:docDefaults')!)}`,
    ...elements(styles, 'w:style').map((style) => {
      const { 'w:styleId': id, 'w:type': type } = style.attributes;
      const kids = elements(style).filter((each) => each.name !== 'w:name');
      return `${type} ${id} "${valueAt(style, 'w:name')}" ${kids.map(settingLine).join(' ')}`;
    }),
    '',
    '== word/numbering.xml',
    ...elements(numbering, 'w:abstractNum').flatMap((each) => [
      `kind ${each.attributes['w:abstractNumId']}`,
      ...elements(each, 'w:lvl').map((level) => `  ${settingLine(level)}`),
    ]),
  ].join('\n');
}

/** An element in short: `jc=center`, `ind(left=360 hanging=360)`, `rPr[b sz=22]`. */
function settingLine(node: Node): string {
  const name = bare(node.name);
  const pairs = Object.entries(node.attributes).filter(([key]) => !key.startsWith('xmlns'));
  const kids = elements(node).map(settingLine);
  const only = pairs.length === 1 ? pairs[0] : undefined;
  const said =
    only?.[0] === 'w:val'
      ? `=${only[1]}`
      : pairs.length > 0
        ? `(${pairs.map(([key, value]) => `${bare(key)}=${value}`).join(' ')})`
        : '';
  return `${name}${said}${kids.length > 0 ? `[${kids.join(' ')}]` : ''}`;
}

const bare = (name: string): string => name.replace(/^\w+:/, '');

function propertyLine(node: Node): string {
  const name = node.attributes.name ?? bare(node.name);
  return `${name}: ${textIn(node)}`;
}

const textIn = (node: Node): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');

/** The lines of a part: paragraphs, tables with their rows, content controls, sections. */
function flow(node: Node, depth: number): readonly string[] {
  const indent = '  '.repeat(depth);
  return elements(node).flatMap((child): readonly string[] => {
    switch (child.name) {
      case 'w:p':
        return [`${indent}${paragraphLine(child)}`, ...textBoxes(child, depth + 1)];
      case 'w:tbl': {
        const style = valueAt(child, 'w:tblPr', 'w:tblStyle') ?? 'no style';
        const widths = elements(find(child, 'w:tblGrid')).map((each) => each.attributes['w:w']);
        return [`${indent}table ${style} ${widths.join(' ')}`, ...flow(child, depth + 1)];
      }
      case 'w:tr': {
        const marks = elements(find(child, 'w:trPr')).map((each) => bare(each.name));
        return [`${indent}row ${marks.join(' ')}`.trimEnd(), ...flow(child, depth + 1)];
      }
      case 'w:tc': {
        const inside = flow(child, 0);
        return inside.length === 1
          ? [`${indent}| ${inside[0]}`]
          : [`${indent}|`, ...flow(child, depth + 1)];
      }
      case 'w:sdt': {
        const about = elements(find(child, 'w:sdtPr')).map((each) =>
          each.name === 'w:placeholder' ? '' : settingLine(each),
        );
        return [
          `${indent}control ${about.filter(Boolean).join(' ')}`,
          ...flow(find(child, 'w:sdtContent')!, depth + 1),
        ];
      }
      case 'w:sectPr':
        return [`${indent}section ${elements(child).map(settingLine).join(' ')}`];
      default:
        return [];
    }
  });
}

function textBoxes(node: Node, depth: number): readonly string[] {
  return all(node, 'w:txbxContent').flatMap((each) => flow(each, depth));
}

function paragraphLine(node: Node): string {
  const properties = find(node, 'w:pPr');
  const own = elements(properties).filter((each) => !['w:pStyle', 'w:rPr'].includes(each.name));
  const style = valueAt(properties, 'w:pStyle') ?? 'no style';
  const text = short(runs(node));
  return [style, ...own.map(settingLine), text && JSON.stringify(text)].filter(Boolean).join(' ');
}

/** The text of the runs; fields, pictures, controls and breaks are named in braces. */
function runs(node: Node): string {
  return elements(node)
    .map((child) => {
      switch (child.name) {
        case 'w:pPr':
        case 'w:rPr':
        case 'w:sdtPr':
        case 'w:txbxContent':
        case 'mc:Fallback':
          return '';
        case 'w:t':
          return textIn(child);
        case 'w:tab':
          return '\t';
        case 'w:br':
          return child.attributes['w:type'] === 'page' ? '{page break}' : '{break}';
        case 'w:instrText':
          return `{${textIn(child).trim()}}`;
        case 'w:sdt':
          return `{control ${valueAt(child, 'w:sdtPr', 'w:tag') ?? ''}: ${runs(child)}}`;
        case 'wp:docPr':
          return `{drawing: ${child.attributes.descr ?? ''}}`;
        default:
          return runs(child);
      }
    })
    .join('');
}
