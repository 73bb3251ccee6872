// The parts that follow from the theme alone: styles, kinds of numbering, settings, theme, font table.
// The docx library has made them for the usual pages, with colours as place-holders, and makes them once
// for any other; each paper then gets them painted in its colours, in microseconds.
// Nothing here may depend on a paper's content; the cache is a pure function of its key.

import type { FontFamily, Theme, TypeName } from '../../model/theme.ts';
import type { NumberingKind } from './numbering-levels.ts';
import { readySkeletons } from './ready-skeletons.ts';
import type { Skeleton } from './skeleton.ts';
import { declaration, element, join, val, type Xml } from './xml.ts';

/** The parts that follow from the theme, as strings to be completed. */
export interface StaticParts {
  readonly styles: Xml;
  /** The `w:abstractNum` elements; the annex level still holds its place-holder. */
  readonly abstractNumbering: Xml;
  /** The instance of each kind of numbering that styles and plain bullet lists use. */
  readonly numIds: Readonly<Record<NumberingKind, number>>;
  /** What stands inside `w:settings`. */
  readonly settings: Xml;
  readonly theme: Xml;
  readonly fontTable: Xml;
}

const cacheLimit = 16;
const skeletons = new Map<string, Promise<Skeleton>>();
const painted = new Map<string, StaticParts>();
const byTheme = new WeakMap<Theme, StaticParts>();

/** Returns the static parts of a theme in its colours; the same object for the same theme. */
export async function staticParts(theme: Theme): Promise<StaticParts> {
  const same = byTheme.get(theme);
  if (same) return same;
  const key = skeletonKey(theme);
  const known = painted.get(key);
  const parts = known ?? paint(await skeletonOf(theme), theme);
  byTheme.set(theme, parts);
  if (known) return known;
  if (painted.size >= cacheLimit) painted.clear();
  painted.set(key, parts);
  return parts;
}

function skeletonOf(theme: Theme): Promise<Skeleton> {
  const bare = bareTheme(theme);
  const key = skeletonKey(bare);
  let made = skeletons.get(key);
  if (!made) {
    if (skeletons.size >= cacheLimit) skeletons.clear();
    const ready = readySkeletons[key];
    made = ready
      ? Promise.resolve(ready)
      : import('./skeleton.ts').then(({ makeSkeleton }) => makeSkeleton(bare));
    skeletons.set(key, made);
  }
  return made;
}

function paint(skeleton: Skeleton, theme: Theme): StaticParts {
  const colors = colorsOf(theme);
  const inColor = (xml: string): Xml =>
    xml.replace(/5E00([0-9A-F]{2})/g, (_, digits: string) =>
      colors[Number.parseInt(digits, 16)]!.slice(1).toUpperCase(),
    ) as Xml;
  return {
    styles: inColor(skeleton.styles),
    abstractNumbering: inColor(skeleton.abstractNumbering),
    numIds: skeleton.numIds,
    settings: skeleton.settings as Xml,
    theme: inColor(skeleton.theme),
    fontTable: fontTable(theme),
  };
}

/** Returns a theme with place-holders for its colours. */
export function bareTheme(theme: Theme): Theme {
  return withColors(
    theme,
    colorsOf(theme).map((_, index) => placeholder(index)),
  );
}

/** Returns everything of a theme that its static parts follow from; of a bare one, its skeleton. */
export function skeletonKey({ page, fonts, type, color, space }: Theme): string {
  return JSON.stringify([page, fonts, type, color, space]);
}

const placeholder = (index: number): string => `#5e00${index.toString(16).padStart(2, '0')}`;

const typeNames = (theme: Theme): TypeName[] => (Object.keys(theme.type) as TypeName[]).sort();
const colorNames = (theme: Theme): (keyof Theme['color'])[] =>
  (Object.keys(theme.color) as (keyof Theme['color'])[]).sort();

/** Returns every colour that static parts use, in a fixed order. */
function colorsOf(theme: Theme): readonly string[] {
  return [
    ...typeNames(theme).map((name) => theme.type[name].color),
    ...colorNames(theme).map((name) => theme.color[name]),
  ];
}

function withColors(theme: Theme, colors: readonly string[]): Theme {
  const types = typeNames(theme);
  return {
    ...theme,
    partners: {},
    type: Object.fromEntries(
      types.map((name, index) => [name, { ...theme.type[name], color: colors[index]! }]),
    ) as Theme['type'],
    color: Object.fromEntries(
      colorNames(theme).map((name, index) => [name, colors[types.length + index]!]),
    ) as Theme['color'],
  };
}

/** Names for each of our typefaces one that machines with Word have, for files without embedded fonts. */
function fontTable(theme: Theme): Xml {
  const families = new Map<string, FontFamily>();
  for (const each of [theme.fonts.body, theme.fonts.heading, ...theme.fonts.fallbacks])
    families.set(each.name, each);
  return join([
    declaration,
    element(
      'w:fonts',
      { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
      ...[...families.values()].map((each) =>
        element(
          'w:font',
          { 'w:name': each.name },
          val('w:altName', each.alternative),
          val('w:family', /serif/i.test(each.name) ? 'roman' : 'swiss'),
          val('w:pitch', 'variable'),
        ),
      ),
    ),
  ]);
}
