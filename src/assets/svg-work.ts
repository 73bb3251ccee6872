// Counts what drawing a cleaned SVG would take, with every reference followed.
// Refuses drawings that contain themselves or multiply beyond measure; draws nothing.

import { deepestSvg, deepestSvgLayers, largestSvgElements } from './limits.ts';
import type { BadPicture } from './picture.ts';
import { hostile } from './problems.ts';
import { localReference } from './svg-allowed.ts';
import type { SvgElement } from './svg-tree.ts';

interface Work {
  readonly elements: number;
  readonly depth: number;
  readonly layers: number;
}

const layerProperties = ['opacity', 'mask', 'clip-path', 'style'] as const;

/** Returns the refusal of a drawing that contains itself or takes too much work, if it does. */
export function tooMuchWork(root: SvgElement): BadPicture | undefined {
  const byId = new Map<string, SvgElement>();
  index(root, byId);
  const done = new Map<SvgElement, Work | 'open'>();

  function measure(element: SvgElement, depth: number): Work | undefined {
    const known = done.get(element);
    if (known === 'open' || depth > 2 * deepestSvg) return undefined;
    if (known) return known;
    done.set(element, 'open');
    let elements = 1;
    let deepest = 0;
    let layers = 0;
    for (const part of parts(element, byId)) {
      const work = measure(part, depth + 1);
      if (!work) return undefined;
      elements += work.elements;
      deepest = Math.max(deepest, work.depth);
      layers = Math.max(layers, work.layers);
    }
    const layered = layerProperties.some((name) => element.attributes.has(name));
    const work = { elements, depth: deepest + 1, layers: layers + (layered ? 1 : 0) };
    done.set(element, work);
    return work;
  }

  const work = measure(root, 0);
  if (!work) {
    return hostile(
      'has parts that are drawn inside themselves',
      'Export it again from the program it was drawn in, or as PNG.',
    );
  }
  const tooLarge =
    work.elements > largestSvgElements ||
    work.depth > 2 * deepestSvg ||
    work.layers > deepestSvgLayers;
  return tooLarge
    ? hostile(
        'repeats or stacks its parts so often that drawing it would take too long',
        'Simplify the drawing, or export it as PNG, 2,000 pixels wide.',
      )
    : undefined;
}

function index(element: SvgElement, byId: Map<string, SvgElement>): void {
  const id = element.attributes.get('id');
  if (id !== undefined) byId.set(id, element);
  for (const child of element.children) if (typeof child !== 'string') index(child, byId);
}

function parts(element: SvgElement, byId: ReadonlyMap<string, SvgElement>): SvgElement[] {
  const found = element.children.filter((child) => typeof child !== 'string');
  for (const [name, value] of element.attributes) {
    const reference =
      name === 'href' && value.startsWith('#') ? { id: value.slice(1) } : localReference(value);
    const target = typeof reference === 'object' ? byId.get(reference.id) : undefined;
    if (target) found.push(target);
  }
  return found;
}
