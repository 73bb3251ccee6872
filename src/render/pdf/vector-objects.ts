// Pictures that are shapes become Form XObjects with path operators, drawn into the unit square like
// images. An opacity of a group as a whole takes a form of its own; gradients are shadings.

import { channels } from '../../model/color.ts';
import type {
  Matrix,
  Outline,
  Paint,
  VectorGroup,
  VectorItem,
  VectorPath,
  VectorPicture,
  VectorStroke,
} from '../../model/vector.ts';
import { fillColor, strokeColor } from './operators.ts';
import type { PdfFile, PdfObject } from './pdf-file.ts';

/** What a form refers to by name. */
interface Resources {
  readonly states: Map<string, PdfObject>;
  readonly forms: PdfObject[];
  readonly shadings: PdfObject[];
}

type FormBox = readonly [number, number, number, number];

/** Writes a picture as a form that fills the unit square, its top at 1. */
export function writeVector(file: PdfFile, { width, height, items }: VectorPicture): PdfObject {
  // In the content, not as the form's Matrix: numbers of dictionaries are rounded too soon for it.
  const matrix: Matrix = [1 / width, 0, 0, -1 / height, 0, 1];
  return writeForm(file, [{ kind: 'group', matrix, clips: [], opacity: 1, items }], [0, 0, 1, 1]);
}

/** Writes items as a form; one with anything to be seen through is a group of its own (11.6.6). */
function writeForm(
  file: PdfFile,
  items: readonly VectorItem[],
  box: FormBox,
  asGroup = false,
): PdfObject {
  const resources: Resources = { states: new Map(), forms: [], shadings: [] };
  const content = items.map((item) => draw(item, file, resources, box)).join('\n');
  const named = (prefix: string, objects: Iterable<PdfObject>): Record<string, PdfObject> =>
    Object.fromEntries([...objects].map((object, index) => [`${prefix}${index + 1}`, object]));
  const group = { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB', I: true };
  const form = file.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...box],
    ...(asGroup || resources.states.size ? { Group: group } : {}),
    Resources: {
      ...(resources.states.size ? { ExtGState: named('G', resources.states.values()) } : {}),
      ...(resources.forms.length ? { XObject: named('F', resources.forms) } : {}),
      ...(resources.shadings.length ? { Shading: named('S', resources.shadings) } : {}),
    },
  });
  form.end(content);
  return form;
}

function draw(item: VectorItem, file: PdfFile, resources: Resources, box: FormBox): string {
  return item.kind === 'path'
    ? drawPath(item, file, resources)
    : drawGroup(item, file, resources, box);
}

function drawGroup(group: VectorGroup, file: PdfFile, resources: Resources, box: FormBox): string {
  const { matrix, clips, opacity, items } = group;
  if (opacity === 0 || !items.length) return '';
  const before = [
    ...(matrix ? [`${matrix.map(precise).join(' ')} cm`] : []),
    ...clips.map((clip) => `${pathOf(clip)} ${clip.evenOdd ? 'W*' : 'W'} n`),
  ];
  const inner = matrix ? boxIn(matrix, box) : box;
  const content =
    opacity === 1
      ? items.map((each) => draw(each, file, resources, inner))
      : [asOne(items, opacity, file, resources, inner)];
  return ['q', ...before, ...content, 'Q'].join('\n');
}

/** Draws items as one picture with an opacity: where they overlap, the lower ones do not show through. */
function asOne(
  items: readonly VectorItem[],
  opacity: number,
  file: PdfFile,
  resources: Resources,
  box: FormBox,
): string {
  const form = writeForm(file, items, box, true);
  const name = `F${resources.forms.push(form)}`;
  return `${stateOf(opacity, file, resources)}/${name} Do`;
}

/** Returns the sheet's box in the coordinates inside a group, large enough for any turn. */
function boxIn([a, b, c, d, e, f]: Matrix, [left, top, right, bottom]: FormBox): FormBox {
  const determinant = a * d - b * c;
  if (Math.abs(determinant) < 1e-12) return [0, 0, 0, 0];
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ].map(([x, y]) => {
    const [dx, dy] = [x! - e, y! - f];
    return [(d * dx - c * dy) / determinant, (a * dy - b * dx) / determinant] as const;
  });
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map((value) =>
    Number(precise(value)),
  ) as unknown as FormBox;
}

function drawPath(path: VectorPath, file: PdfFile, resources: Resources): string {
  const { outline, fill, stroke, strokeFirst } = path;
  const shape = pathOf(outline);
  const rule = outline.evenOdd ? '*' : '';
  const filled: string[] = [];
  if (fill && fill.opacity > 0) {
    const state = stateOf(fill.opacity, file, resources);
    filled.push(`q ${state}${fillWith(fill.paint, shape, rule, file, resources)} Q`);
  }
  const along: string[] = [];
  if (stroke && stroke.opacity > 0) {
    const state = stateOf(stroke.opacity, file, resources);
    along.push(`q ${state}${penOf(stroke)} ${shape} S Q`);
  }
  return (strokeFirst ? [...along, ...filled] : [...filled, ...along]).join('\n');
}

function fillWith(
  paint: Paint,
  shape: string,
  rule: string,
  file: PdfFile,
  resources: Resources,
): string {
  if (typeof paint === 'string') return `${fillColor(paint)} ${shape} f${rule}`;
  const name = `S${resources.shadings.push(shading(file, paint))}`;
  return `${shape} W${rule} n ${paint.matrix.map(precise).join(' ')} cm /${name} sh`;
}

function penOf({ color, width, cap, join, miterLimit, dash }: VectorStroke): string {
  const ends = { butt: 0, round: 1, square: 2 }[cap];
  const corners = { miter: 0, round: 1, bevel: 2 }[join];
  const dashes = dash ? ` [${dash.lengths.map(precise).join(' ')}] ${precise(dash.offset)} d` : '';
  const pen = `${precise(width)} w ${ends} J ${corners} j ${precise(miterLimit)} M`;
  return `${strokeColor(color)} ${pen}${dashes}`;
}

/** Returns the operator that sets an opacity, nothing for what is opaque. */
function stateOf(opacity: number, file: PdfFile, { states }: Resources): string {
  if (opacity === 1) return '';
  const key = precise(opacity);
  if (!states.has(key)) {
    const state = file.ref({ Type: 'ExtGState', ca: Number(key), CA: Number(key) });
    state.end();
    states.set(key, state);
  }
  return `/G${[...states.keys()].indexOf(key) + 1} gs `;
}

function shading(file: PdfFile, { shape, stops }: Exclude<Paint, string>): PdfObject {
  const object = file.ref({
    ShadingType: shape.along === 'line' ? 2 : 3,
    ColorSpace: 'DeviceRGB',
    Coords: shape.at.map(precise).map(Number),
    Extend: [true, true],
    Function: ramp(stops),
  });
  object.end();
  return object;
}

/** Returns the function from 0..1 to the colours of the stops. */
function ramp(stops: Exclude<Paint, string>['stops']): Record<string, unknown> {
  const colorAt = (index: number): number[] =>
    channels(stops[index]!.color).map((channel) => Math.round((channel / 255) * 1e4) / 1e4);
  const last = stops.length - 1;
  // Before the first stop and after the last the colour holds.
  const bounds = [0, ...stops.map(({ offset }) => offset), 1];
  const pieces = Array.from({ length: stops.length + 1 }, (_, index) => ({
    from: bounds[index]!,
    to: bounds[index + 1]!,
    C0: colorAt(Math.max(0, index - 1)),
    C1: colorAt(Math.min(last, index)),
  })).filter(({ from, to }) => to > from);
  const functions = pieces.map(({ C0, C1 }) => ({ FunctionType: 2, Domain: [0, 1], C0, C1, N: 1 }));
  if (functions.length === 1) return functions[0]!;
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: functions,
    Bounds: pieces.slice(0, -1).map(({ to }) => to),
    Encode: pieces.flatMap(() => [0, 1]),
  };
}

function pathOf({ segments }: Outline): string {
  return segments
    .map((segment) => {
      if (segment.to === 'close') return 'h';
      const letter = { move: 'm', line: 'l', curve: 'c' }[segment.to];
      return `${segment.at.map(precise).join(' ')} ${letter}`;
    })
    .join(' ');
}

/** Writes a number with six digits that count: a picture's own unit may be a mile or a hair. */
function precise(value: number): string {
  if (value === 0) return '0';
  const digits = Math.min(12, Math.max(0, 5 - Math.floor(Math.log10(Math.abs(value)))));
  const text = value.toFixed(digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') || '0' : text;
}
