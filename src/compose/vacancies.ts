// Where a clause would stand that is not in a paper because its subject is missing, read from the
// template: its title, the clause it belongs to and its neighbours. Fills and prints nothing.

import { type Path, startsWith } from '../base/source.ts';
import type { Expression, TagNode, Template, TemplateNode } from './template.ts';

/** A clause (or a labelled paragraph) of a template, before it is known whether it is printed. */
export interface Place {
  readonly id?: string;
  /** The key of the phrase that is its title or label. */
  readonly title?: string;
  /** What it names as its subjects. */
  readonly about: readonly Path[];
  /** What it settles: what it names, or else what is printed directly inside it. */
  readonly subjects: readonly Path[];
  readonly within?: Place;
  /** The places on its level, itself among them, in the order of the template. */
  readonly level: readonly Place[];
}

const cache = new WeakMap<Template, readonly Place[]>();

/** Returns every place of a template in its order, an outer one before those inside it. */
export function placesOf(template: Template): readonly Place[] {
  const known = cache.get(template);
  if (known) return known;
  const all: Place[] = [];
  collect(template.nodes, undefined, [], all);
  cache.set(template, all);
  return all;
}

function collect(
  nodes: readonly TemplateNode[],
  within: Place | undefined,
  level: Place[],
  all: Place[],
): void {
  for (const node of nodes) {
    if (node.kind === 'when' || node.kind === 'each') {
      collect(node.content, within, level, all);
      collect(node.otherwise, within, level, all);
    } else if (node.kind === 'tag') {
      if (!isPlace(node)) continue;
      const place = placeOf(node, within, level);
      level.push(place);
      all.push(place);
      collect(node.content, place, [], all);
    }
  }
}

function placeOf(node: TagNode, within: Place | undefined, level: readonly Place[]): Place {
  const id = wordOf(node, 'id');
  const title = wordOf(node, 'title') ?? wordOf(node, 'label');
  const about = node.attributes.get('about');
  const named = about?.kind === 'expressions' ? about.expressions.flatMap(fixedPath) : [];
  return {
    ...(id ? { id } : {}),
    ...(title ? { title } : {}),
    about: named,
    subjects: about ? named : node.content.flatMap(printed),
    ...(within ? { within } : {}),
    level,
  };
}

function wordOf(node: TagNode, name: string): string | undefined {
  const value = node.attributes.get(name);
  return value?.kind === 'word' ? value.word : undefined;
}

/** The path of an expression that does not depend on a loop. */
function fixedPath(expression: Expression): readonly Path[] {
  return expression.kind === 'path' && expression.slot === undefined ? [expression.steps] : [];
}

/** Where no subject is named, what is printed inside counts, but not what inner places settle. */
function printed(node: TemplateNode): readonly Path[] {
  switch (node.kind) {
    case 'words':
      return [];
    case 'value':
      return fixedPath(node.expression);
    case 'each':
      return fixedPath(node.list);
    case 'when':
      return [...node.content, ...node.otherwise].flatMap(printed);
    case 'tag':
      return isPlace(node) ? [] : node.content.flatMap(printed);
  }
}

function isPlace({ tag }: TagNode): boolean {
  return tag === 'clause' || tag === 'section' || tag === 'labelled';
}

/** Returns the place that settles a path most closely, with how long its own path is. */
export function closestPlace(
  template: Template,
  path: Path,
): { readonly place: Place; readonly subject: Path } | undefined {
  let best: { place: Place; subject: Path } | undefined;
  for (const place of placesOf(template)) {
    for (const subject of place.subjects) {
      if (subject.length === 0 || !startsWith(path, subject)) continue;
      if (subject.length > (best?.subject.length ?? 0)) best = { place, subject };
    }
  }
  return best;
}
