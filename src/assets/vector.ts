// A simplified SVG becomes shapes, where shapes say exactly what it shows: paths, groups, transforms,
// plain colours, opacity, simple clips and gradients. Masks, filters, patterns, pictures, blending
// and whatever is new make it give up, and the pixels are used instead.

import type {
  Outline,
  Paint,
  PathSegment,
  VectorGroup,
  VectorItem,
  VectorPath,
  VectorPicture,
  VectorStroke,
} from '../model/vector.ts';
import { parseSvg, type SvgElement } from './svg-tree.ts';
import { type Box, boxOf, rectangle } from './vector-box.ts';
import { readGradient } from './vector-gradient.ts';
import { readPath } from './vector-path.ts';
import { readColor, readMatrix, readNumber, readNumbers, readReference } from './vector-values.ts';

/** Segments of all outlines together: beyond this, pixels are smaller and quicker to show. */
const mostSegments = 20_000;
const longestSvg = 1_500_000;
const deepest = 24;

/** Leaves the reading early; never leaves this file. */
class NotExact extends Error {}

interface Reading {
  readonly definitions: ReadonlyMap<string, SvgElement>;
  segmentsLeft: number;
}

/** Attributes that this file reads or that change nothing in print. */
const known = new Set(
  `id d fill fill-opacity fill-rule stroke stroke-opacity stroke-width stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-dasharray stroke-dashoffset opacity transform clip-path clip-rule
  paint-order visibility shape-rendering clipPathUnits`.split(/\s+/),
);

/** Returns a drawing as shapes, or `undefined` where they would not be exact. */
export function vectorOf(simpleSvg: string): VectorPicture | undefined {
  if (simpleSvg.length > longestSvg) return undefined;
  const root = parseSvg(simpleSvg);
  if ('ok' in root || root.name !== 'svg') return undefined;
  try {
    return readPicture(root);
  } catch (error) {
    if (error instanceof NotExact) return undefined;
    throw error;
  }
}

function readPicture(root: SvgElement): VectorPicture {
  const width = readNumber(root.attributes.get('width'), 0) ?? 0;
  const height = readNumber(root.attributes.get('height'), 0) ?? 0;
  const box = readNumbers(root.attributes.get('viewBox') ?? `0 0 ${width} ${height}`);
  if (!(width > 0 && height > 0) || box?.length !== 4) throw new NotExact();
  const [x, y, boxWidth, boxHeight] = box as unknown as Box;
  if (!(boxWidth > 0 && boxHeight > 0)) throw new NotExact();
  const placing = root.attributes.get('preserveAspectRatio') ?? 'xMidYMid';
  const sameShape = Math.abs(width / height / (boxWidth / boxHeight) - 1) < 1e-3;
  if (!sameShape && !/^(none|xMidYMid( meet)?)$/.test(placing)) throw new NotExact();
  const scales = [width / boxWidth, height / boxHeight] as const;
  const even = Math.min(...scales);
  const [across, down] = placing === 'none' ? scales : [even, even];
  const shift = [(width - boxWidth * across) / 2, (height - boxHeight * down) / 2] as const;
  const elements = root.children.filter((each): each is SvgElement => typeof each !== 'string');
  const definitions = elements.filter(({ name }) => name === 'defs').flatMap(definitionsIn);
  const reading: Reading = { definitions: new Map(definitions), segmentsLeft: mostSegments };
  const items = readItems(
    elements.filter(({ name }) => name !== 'defs'),
    reading,
    0,
  );
  if (!items.length) throw new NotExact();
  return {
    width,
    height,
    items: [
      {
        kind: 'group',
        matrix: [across, 0, 0, down, shift[0] - x * across, shift[1] - y * down],
        // Nothing shows outside the drawing's own sheet.
        clips: [{ segments: rectangle([x, y, boxWidth, boxHeight]) }],
        opacity: 1,
        items,
      },
    ],
  };
}

function definitionsIn({ children }: SvgElement): readonly (readonly [string, SvgElement])[] {
  return children.flatMap((child) => {
    const id = typeof child === 'string' ? undefined : child.attributes.get('id');
    return typeof child === 'string' || id === undefined ? [] : [[id, child] as const];
  });
}

function readItems(
  elements: readonly (SvgElement | string)[],
  reading: Reading,
  depth: number,
): readonly VectorItem[] {
  if (depth > deepest) throw new NotExact();
  return elements.flatMap((element): VectorItem[] => {
    if (typeof element === 'string') return [];
    for (const name of element.attributes.keys()) if (!known.has(name)) throw new NotExact();
    if (element.name === 'g') return [readGroup(element, reading, depth)];
    if (element.name !== 'path') throw new NotExact();
    const visibility = element.attributes.get('visibility') ?? 'visible';
    return visibility === 'visible' ? readShape(element, reading) : [];
  });
}

function readGroup(element: SvgElement, reading: Reading, depth: number): VectorGroup {
  const { attributes, children } = element;
  const matrix = readMatrix(attributes.get('transform'));
  const opacity = readNumber(attributes.get('opacity'), 1);
  if (!matrix || opacity === undefined) throw new NotExact();
  const clip = attributes.get('clip-path');
  return {
    kind: 'group',
    ...(attributes.has('transform') ? { matrix } : {}),
    clips: clip === undefined ? [] : readClip(clip, reading),
    opacity: share(opacity),
    items: readItems(children, reading, depth + 1),
  };
}

/** A clip is one outline: several would have to be joined first. */
function readClip(text: string, reading: Reading): readonly Outline[] {
  const element = reading.definitions.get(readReference(text) ?? '');
  const paths = element?.children.filter((each) => typeof each !== 'string') ?? [];
  const [path] = paths;
  const units = element?.attributes.get('clipPathUnits') ?? 'userSpaceOnUse';
  if (element?.name !== 'clipPath' || units !== 'userSpaceOnUse') throw new NotExact();
  if (!path || paths.length !== 1 || path.name !== 'path') throw new NotExact();
  const unread = ['transform', 'clip-path', 'mask', 'filter', 'opacity'];
  if (unread.some((name) => path.attributes.has(name))) throw new NotExact();
  if (['transform', 'mask'].some((name) => element.attributes.has(name))) throw new NotExact();
  const outer = element.attributes.get('clip-path');
  const own: Outline = {
    segments: segmentsOf(path, reading),
    ...(path.attributes.get('clip-rule') === 'evenodd' ? { evenOdd: true } : {}),
  };
  return [own, ...(outer === undefined ? [] : readClip(outer, reading))];
}

function segmentsOf({ attributes }: SvgElement, reading: Reading): readonly PathSegment[] {
  const segments = readPath(attributes.get('d') ?? '', reading.segmentsLeft);
  if (!segments) throw new NotExact();
  reading.segmentsLeft -= segments.length;
  return segments;
}

function readShape(element: SvgElement, reading: Reading): VectorPath[] {
  const { attributes } = element;
  if (attributes.has('transform') || attributes.has('opacity') || attributes.has('clip-path')) {
    throw new NotExact();
  }
  const segments = segmentsOf(element, reading);
  const fillText = attributes.get('fill') ?? '#000000';
  const fillOpacity = readNumber(attributes.get('fill-opacity'), 1);
  if (fillOpacity === undefined) throw new NotExact();
  const stroke = readStroke(element);
  const order = attributes.get('paint-order') ?? 'normal';
  if (!/^(normal|fill.*|stroke.*)$/.test(order)) throw new NotExact();
  const fill =
    fillText === 'none'
      ? {}
      : { fill: { paint: readPaint(fillText, segments, reading), opacity: share(fillOpacity) } };
  return [
    {
      kind: 'path',
      outline: {
        segments,
        ...(attributes.get('fill-rule') === 'evenodd' ? { evenOdd: true as const } : {}),
      },
      ...fill,
      ...(stroke ? { stroke } : {}),
      ...(order.startsWith('stroke') ? { strokeFirst: true as const } : {}),
    },
  ];
}

function readPaint(text: string, segments: readonly PathSegment[], reading: Reading): Paint {
  const color = readColor(text);
  if (color) return color;
  const element = reading.definitions.get(readReference(text) ?? '');
  if (!element || !/^(linear|radial)Gradient$/.test(element.name)) throw new NotExact();
  const gradient = readGradient(element, boxOf(segments));
  if (!gradient) throw new NotExact();
  return gradient;
}

const caps: ReadonlySet<string> = new Set(['butt', 'round', 'square']);
const joins: ReadonlySet<string> = new Set(['miter', 'round', 'bevel']);

function readStroke({ attributes }: SvgElement): VectorStroke | undefined {
  const text = attributes.get('stroke') ?? 'none';
  if (text === 'none') return undefined;
  const color = readColor(text);
  const opacity = readNumber(attributes.get('stroke-opacity'), 1);
  const width = readNumber(attributes.get('stroke-width'), 1);
  const miterLimit = readNumber(attributes.get('stroke-miterlimit'), 4);
  const offset = readNumber(attributes.get('stroke-dashoffset'), 0);
  const cap = attributes.get('stroke-linecap') ?? 'butt';
  const join = attributes.get('stroke-linejoin') ?? 'miter';
  const dash = attributes.get('stroke-dasharray');
  const lengths = dash === undefined ? undefined : readNumbers(dash);
  if (!color || opacity === undefined || !(width !== undefined && width > 0)) throw new NotExact();
  if (miterLimit === undefined || miterLimit < 1 || offset === undefined) throw new NotExact();
  if (!caps.has(cap) || !joins.has(join)) throw new NotExact();
  if (
    dash !== undefined &&
    !(lengths?.some((each) => each > 0) && lengths.every((each) => each >= 0))
  ) {
    throw new NotExact();
  }
  return {
    color,
    opacity: share(opacity),
    width,
    cap: cap as VectorStroke['cap'],
    join: join as VectorStroke['join'],
    miterLimit,
    ...(lengths ? { dash: { lengths, offset } } : {}),
  };
}

const share = (value: number): number => Math.min(1, Math.max(0, value));
