// The automatic numbers of a DOCX, counted as Word counts them, so that a changed numbering shows as a
// changed text. What is not known is left out, never guessed.

import { elements, find, isOn, valueAt, type XmlNode } from './xml-tree.ts';

/** A paragraph's place in the numbering. */
export interface NumberAt {
  readonly numId: string;
  readonly level: number;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** After which level it starts anew; 0 for never. */
  readonly restart?: number;
  /** True where every number in it is written in digits. */
  readonly digits: boolean;
}

interface Instance {
  readonly abstractId: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

/** Returns a function that counts on and returns the printed label; to be called in the order of the text. */
export function numberCounter(numbering: XmlNode | undefined): (at: NumberAt) => string {
  const abstracts = abstractsOf(numbering);
  const instances = new Map(
    elements(numbering, 'w:num').map((each) => [
      each.attributes['w:numId'] ?? '',
      instanceOf(each),
    ]),
  );
  const counts = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return ({ numId, level }) => {
    const instance = instances.get(numId);
    if (!instance) return '';
    const levelOf = (index: number): Level | undefined =>
      instance.levels.get(index) ?? abstracts.get(instance.abstractId)?.get(index);
    const own = levelOf(level);
    if (!own) return '';
    const count = counts.get(instance.abstractId) ?? [];
    counts.set(instance.abstractId, count);
    if (!started.has(numId)) {
      started.add(numId);
      for (const [index, start] of instance.starts) count[index] = start - 1;
    }
    const before = count[level];
    count[level] = before === undefined ? own.start : before + 1;
    for (let deeper = level + 1; deeper < count.length; deeper += 1) {
      if (levelOf(deeper)?.restart !== 0) count[deeper] = undefined;
    }
    if (own.format === 'bullet') return /[\p{L}\p{N}]/u.test(own.text) ? own.text : '•';
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const known = levelOf(index);
      const format = own.digits && known ? 'decimal' : known?.format;
      return known && format ? written(count[index] ?? known.start, format) : '';
    });
  };
}

/** Abstract numberings by id; those that only name a style take the numbering of that style. */
function abstractsOf(
  numbering: XmlNode | undefined,
): ReadonlyMap<string, ReadonlyMap<number, Level>> {
  const nodes = elements(numbering, 'w:abstractNum');
  const owners = new Map(
    nodes.flatMap((node) => {
      const style = valueAt(node, 'w:styleLink');
      return style === undefined ? [] : [[style, node] as const];
    }),
  );
  return new Map(
    nodes.map((node) => {
      const linked = owners.get(valueAt(node, 'w:numStyleLink') ?? '') ?? node;
      const levels = elements(linked, 'w:lvl').map(
        (each) => [Number(each.attributes['w:ilvl']), levelFrom(each)] as const,
      );
      return [node.attributes['w:abstractNumId'] ?? '', new Map(levels)];
    }),
  );
}

function instanceOf(node: XmlNode): Instance {
  const overrides = elements(node, 'w:lvlOverride').map((each) => ({
    level: Number(each.attributes['w:ilvl']),
    start: valueAt(each, 'w:startOverride'),
    own: find(each, 'w:lvl'),
  }));
  return {
    abstractId: valueAt(node, 'w:abstractNumId') ?? '',
    starts: new Map(
      overrides.flatMap(({ level, start }) =>
        start === undefined ? [] : [[level, Number(start)] as const],
      ),
    ),
    levels: new Map(
      overrides.flatMap(({ level, own }) => (own ? [[level, levelFrom(own)] as const] : [])),
    ),
  };
}

function levelFrom(node: XmlNode): Level {
  const restart = valueAt(node, 'w:lvlRestart');
  return {
    start: Number(valueAt(node, 'w:start') ?? 0),
    format: valueAt(node, 'w:numFmt') ?? 'decimal',
    // A number that is hidden, or white, is none.
    text: isUnseen(node) ? '' : (valueAt(node, 'w:lvlText') ?? ''),
    digits: isOn(node, 'w:isLgl'),
    ...(restart === undefined ? {} : { restart: Number(restart) }),
  };
}

function isUnseen(level: XmlNode): boolean {
  const color = valueAt(level, 'w:rPr', 'w:color') ?? '';
  return isOn(level, 'w:rPr', 'w:vanish') || /^(?:f[\da-f]){3}$/i.test(color);
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function written(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return `${value}`.padStart(2, '0');
    case 'none':
      return '';
    case 'decimal':
      return `${value}`;
    default:
      return `${value} (${format})`;
  }
}

const letters = (value: number): string =>
  value < 1 || value > 780
    ? `${value}`
    : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);

function roman(value: number): string {
  if (value < 1 || value > 3999) return `${value}`;
  let left = value;
  let text = '';
  for (const [worth, sign] of romans) {
    for (; left >= worth; left -= worth) text += sign;
  }
  return text;
}
