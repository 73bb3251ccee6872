// What a DOCX says, read from its XML as a reader of the page would: automatic numbers worked out
// from numbering.xml, alternative texts in place; notices, the contents list, the inside of drawings and
// everything hidden left out.
// Independent of the renderer: it shares no code with it and knows styles by name only.

import { all, elements, find, type Node, parseXml, partsOf, valueAt } from './xml-tree.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
}

interface Instance {
  readonly abstractId: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

/** Returns the text of the body, one line for each paragraph. */
export function docxText(bytes: Uint8Array): string {
  const parts = partsOf(bytes);
  const root = (name: string): Node => parseXml(parts.get(name)!);
  const styles = new Map(
    elements(root('word/styles.xml'), 'w:style').map((style) => [
      style.attributes['w:styleId']!,
      style,
    ]),
  );
  const numbers = counter(root('word/numbering.xml'));
  const lines: string[] = [];
  for (const paragraph of all(find(root('word/document.xml'), 'w:body')!, 'w:p')) {
    const style = styles.get(valueAt(paragraph, 'w:pPr', 'w:pStyle') ?? '');
    const number = numbers(place(paragraph, style, styles));
    if (/^(notice|toc |drawing text)/i.test(valueAt(style, 'w:name') ?? '')) continue;
    lines.push([number, contentText(paragraph)].filter((part) => part).join(' '));
  }
  return lines.join('\n');
}

/** Finds the numbering of a paragraph: its own, or its style's, or that of a style below. */
function place(
  paragraph: Node,
  style: Node | undefined,
  styles: ReadonlyMap<string, Node>,
): { numId: string; level: number } | undefined {
  let numId = valueAt(paragraph, 'w:pPr', 'w:numPr', 'w:numId');
  let level = valueAt(paragraph, 'w:pPr', 'w:numPr', 'w:ilvl');
  for (let at = style; at; at = styles.get(valueAt(at, 'w:basedOn') ?? '')) {
    numId ??= valueAt(at, 'w:pPr', 'w:numPr', 'w:numId');
    level ??= valueAt(at, 'w:pPr', 'w:numPr', 'w:ilvl');
  }
  return numId && numId !== '0' ? { numId, level: Number(level ?? 0) } : undefined;
}

function readLevel(node: Node): Level {
  return {
    start: Number(valueAt(node, 'w:start') ?? 0),
    format: valueAt(node, 'w:numFmt') ?? 'decimal',
    text: valueAt(node, 'w:lvlText') ?? '',
  };
}

/** Returns a function that counts as Word does and returns the printed label. */
function counter(
  numbering: Node,
): (at: { numId: string; level: number } | undefined) => string | undefined {
  const abstracts = new Map(
    elements(numbering, 'w:abstractNum').map((each) => [
      each.attributes['w:abstractNumId']!,
      new Map(
        elements(each, 'w:lvl').map((node) => [Number(node.attributes['w:ilvl']), readLevel(node)]),
      ),
    ]),
  );
  const instances = new Map<string, Instance>(
    elements(numbering, 'w:num').map((each) => {
      const overrides = elements(each, 'w:lvlOverride');
      const starts = overrides.flatMap((node): [number, number][] => {
        const start = valueAt(node, 'w:startOverride');
        return start === undefined ? [] : [[Number(node.attributes['w:ilvl']), Number(start)]];
      });
      const levels = overrides.flatMap((node): [number, Level][] => {
        const own = find(node, 'w:lvl');
        return own ? [[Number(node.attributes['w:ilvl']), readLevel(own)]] : [];
      });
      return [
        each.attributes['w:numId']!,
        {
          abstractId: valueAt(each, 'w:abstractNumId')!,
          starts: new Map(starts),
          levels: new Map(levels),
        },
      ];
    }),
  );
  const counts = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();

  return (at) => {
    if (!at) return undefined;
    const instance = instances.get(at.numId);
    if (!instance) throw new Error(`numId ${at.numId} is not defined`);
    const levelOf = (level: number): Level => {
      const found = instance.levels.get(level) ?? abstracts.get(instance.abstractId)?.get(level);
      if (!found) throw new Error(`numId ${at.numId} has no level ${level}`);
      return found;
    };
    const count = counts.get(instance.abstractId) ?? [];
    counts.set(instance.abstractId, count);
    // A start that an instance sets holds when that instance is met first.
    if (!started.has(at.numId)) {
      started.add(at.numId);
      for (const [level, start] of instance.starts) count[level] = start - 1;
    }
    const before = count[at.level];
    count[at.level] = before === undefined ? levelOf(at.level).start : before + 1;
    count.length = at.level + 1;
    const { format, text } = levelOf(at.level);
    if (format === 'bullet') return text;
    return text.replace(/%(\d)/g, (_, digit: string) => {
      const level = Number(digit) - 1;
      return write(count[level] ?? levelOf(level).start, levelOf(level).format);
    });
  };
}

function write(value: number, format: string): string {
  const letters = (): string =>
    String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
  switch (format) {
    case 'decimal':
      return `${value}`;
    case 'lowerLetter':
      return letters();
    case 'upperLetter':
      return letters().toUpperCase();
    default:
      throw new Error(`Unknown number format ${format}`);
  }
}

/** Returns the text of a paragraph; the instructions of fields and hidden runs do not show. */
function contentText(node: Node): string {
  return node.children
    .map((child) => {
      if (typeof child === 'string') return '';
      switch (child.name) {
        case 'w:pPr':
        case 'w:rPr':
        case 'w:instrText':
        case 'w:delText':
          return '';
        case 'w:r':
          return find(child, 'w:rPr', 'w:vanish') ? '' : contentText(child);
        case 'w:t':
          return child.children.join('');
        case 'w:br':
          return '\n';
        case 'w:tab':
          return '\t';
        case 'w:noBreakHyphen':
          return '\u2011';
        case 'wp:docPr':
          return child.attributes.descr ?? '';
        case 'pic:pic':
        case 'wpg:wgp':
        case 'mc:Fallback':
          return '';
        default:
          return contentText(child);
      }
    })
    .join('');
}
