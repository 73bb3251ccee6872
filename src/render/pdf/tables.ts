// Tables become strips, one for each row: rows stay whole where they fit a page and are cut between
// lines where they do not; the header row is set again on every page, there as an artifact.
// No text is laid out here: cells are set by prose.ts.

import type { Cell, Row, Table } from '../../model/block.ts';
import {
  asArtifact,
  type Box,
  type Galley,
  type Mark,
  moved,
  type Strip,
  type StripMark,
  stackHeight,
  withGap,
} from './galley.ts';
import { setList } from './lists.ts';
import { setProse } from './prose.ts';
import { addTag, noFacts, type Tag } from './tags.ts';

/** Thickness of rules, points. */
const ruleWidth = 0.6;
const strongRuleWidth = 1.1;
/** A row up to this share of a page is never cut: it moves to the next page. */
const tallestWhole = 1 / 3;
/** The fewest points of a cut row before and after the cut. */
const leastPart = { before: 76, after: 40 };
/** Rows lower than this keep each other company at the head and the foot of their table, points. */
const lowRow = 60;

/** A column in its place; text starts at `x` + `before`. */
interface Place {
  readonly x: number;
  readonly width: number;
  readonly before: number;
  readonly after: number;
  readonly align: 'start' | 'end';
}

/** A cell that is set: strips below each other, x within the page. */
interface SetCell {
  readonly strips: readonly Strip[];
  readonly accent?: { readonly x: number; readonly color: string };
}

/** Sets a table over the full width. Returns nothing for a table without rows and header. */
export function setTable(galley: Galley, parent: Tag, table: Table): Strip[] {
  if (!table.rows.length && !table.header) return [];
  const tag = addTag(parent, 'Table', table.summary ? { summary: table.summary } : noFacts);
  const places = placesOf(galley, table);
  const { color } = galley.theme;
  const header = table.header
    ? setRow(galley, addTag(tag, 'THead'), table.header, places, { header: true })
    : undefined;
  const repeat = header && asArtifact(header);
  const body = table.rows.length ? addTag(tag, 'TBody') : tag;
  const rows = table.rows.map((row, index): Strip => {
    const strip = setRow(galley, body, row, places, {
      facts: table.style === 'facts',
      beforeTotal: table.rows[index + 1]?.total === true,
    });
    return { ...strip, ...(repeat ? { repeat } : {}) };
  });
  const top = table.style === 'facts' ? [rule(galley, 0, ruleWidth, color.strongRule)] : [];
  const all = [...(header ? [header] : []), ...keepCompany(rows, table, header !== undefined)];
  return all.map((strip, index) => (index ? strip : { ...strip, marks: [...top, ...strip.marks] }));
}

/** A header or a single row at the foot of a page says little; nor does a sum or a last row on the next. */
function keepCompany(rows: readonly Strip[], table: Table, headed: boolean): readonly Strip[] {
  const last = rows.length - 1;
  return rows.map((strip, index) => {
    const low = index > 0 && strip.height + rows[index - 1]!.height < 2 * lowRow;
    const glue =
      index === 0
        ? headed
        : (index === last && table.rows[index]!.total) || (low && (index === 1 || index === last));
    return glue ? { ...strip, glue: true } : strip;
  });
}

function placesOf(galley: Galley, table: Table): readonly Place[] {
  const { cellX, accent } = galley.theme.space;
  const total = table.columns.reduce((sum, column) => sum + column.share, 0) || 1;
  const last = table.columns.length - 1;
  let x = galley.left;
  return table.columns.map((column, index): Place => {
    const width = (galley.width * column.share) / total;
    const accented = table.rows.some((row) => row.cells[index]?.accent !== undefined);
    const before = accented ? accent + cellX : index ? cellX : 0;
    const place = { x, width, before, after: index === last ? 0 : cellX, align: column.align };
    x += width;
    return place;
  });
}

const rule = (galley: Galley, y: number, height: number, color: string): Mark => ({
  kind: 'fill',
  x: galley.left,
  y: y - height / 2,
  width: galley.width,
  height,
  color,
  owner: 'rule',
});

interface RowLook {
  readonly header?: boolean;
  readonly facts?: boolean;
  readonly beforeTotal?: boolean;
}

function setRow(
  galley: Galley,
  parent: Tag,
  row: Row,
  places: readonly Place[],
  look: RowLook,
): Strip {
  const tag = addTag(parent, 'TR');
  const cells = row.cells.map((cell, index) => setCell(galley, tag, cell, places[index]!, look));
  const { color } = galley.theme;
  const strong = look.header === true || look.beforeTotal === true || row.total === true;
  const below = strong
    ? { height: look.header ? strongRuleWidth : ruleWidth, color: color.strongRule }
    : { height: ruleWidth, color: color.rule };
  const padding = galley.theme.space[look.facts ? 'factY' : 'cellY'];
  return rowStrip(galley, cells, { ...below, padding });
}

function setCell(
  galley: Galley,
  row: Tag,
  cell: Cell,
  place: Place,
  { header = false, facts = false }: RowLook,
): SetCell {
  const scope = header ? 'Column' : cell.rowHeader ? 'Row' : undefined;
  const tag = addTag(row, scope ? 'TH' : 'TD', scope ? { scope } : noFacts);
  const box: Box = {
    x: place.x + place.before,
    width: Math.max(12, place.width - place.before - place.after),
    align: place.align,
  };
  const { type, partners } = galley.theme;
  const strips: Strip[] = [];
  let after = 0;
  for (const block of cell.content) {
    const plain = block.kind === 'list' || block.style === 'cell';
    const style = facts
      ? type[cell.rowHeader ? 'factLabel' : 'fact']
      : type[header ? 'cellHeader' : plain ? 'cell' : block.style];
    if (block.kind === 'paragraph' && !block.content.length && !block.number) continue;
    const set =
      block.kind === 'list'
        ? setList(galley, tag, block, box, { indent: 11, gap: 1.5, style: facts ? 'fact' : 'cell' })
        : setProse(galley, addTag(tag, 'P'), block, style, box);
    const gap = strips.length ? Math.max(after, style.before) : 0;
    for (const strip of withGap(set, gap)) strips.push(strip);
    after = style.after;
  }
  const partner = cell.accent === undefined ? undefined : partners[cell.accent];
  return { strips, ...(partner ? { accent: { x: place.x, color: partner.ink } } : {}) };
}

/** The rule below a row, and the padding above and below its cells. */
interface RowFrame {
  readonly height: number;
  readonly color: string;
  readonly padding: number;
}

function rowStrip(galley: Galley, cells: readonly SetCell[], below: RowFrame): Strip {
  const { padding } = below;
  const accentWidth = galley.theme.space.accent;
  const least = galley.theme.type.cell.leading;
  const inner = Math.max(least, ...cells.map((cell) => stackHeight(cell.strips)));
  const height = inner + 2 * padding;
  const marks: StripMark[] = [];
  for (const { strips, accent } of cells) {
    if (accent) {
      const { x, color } = accent;
      const bar = { x, y: 2.5, width: accentWidth, height: height - 5, color };
      marks.push({ kind: 'fill', ...bar, owner: 'rule' });
    }
    let y = padding;
    strips.forEach((strip, index) => {
      y += index ? strip.gap : 0;
      marks.push(moved(strip.marks, y));
      y += strip.height;
    });
  }
  marks.push(rule(galley, height, below.height, below.color));
  const strip: Strip = { height, gap: 0, marks };
  if (height <= galley.depth * tallestWhole) return strip;
  return {
    ...strip,
    split: (free, anyhow) => splitRow(galley, cells, below, free, anyhow === true),
  };
}

/** Cuts a row between lines, every cell for itself, with at least two lines of each text on either side. */
function splitRow(
  galley: Galley,
  cells: readonly SetCell[],
  below: RowFrame,
  free: number,
  anyhow: boolean,
): readonly [Strip, Strip] | undefined {
  const inner = free - 2 * below.padding;
  if (inner < (anyhow ? 0 : leastPart.before)) return undefined;
  const cuts = cells.map(({ strips }) => cutAt(strips, inner, anyhow));
  const isCut = cuts.some((count, index) => count < cells[index]!.strips.length);
  const begins = cuts.every((count, index) => count > 0 || !cells[index]!.strips.length);
  if (!isCut || !(anyhow ? cuts.some((count) => count > 0) : begins)) return undefined;
  const first = cells.map((cell, at) => ({ ...cell, strips: cell.strips.slice(0, cuts[at]) }));
  const rest = cells.map((cell, at) => ({ ...cell, strips: cell.strips.slice(cuts[at]) }));
  const light = { ...below, height: ruleWidth, color: galley.theme.color.rule };
  const parts = [rowStrip(galley, first, light), rowStrip(galley, rest, below)] as const;
  return !anyhow && parts[1].height < leastPart.after ? undefined : parts;
}

/** Returns how many strips of a cell stand before the cut. */
function cutAt(strips: readonly Strip[], room: number, anyhow: boolean): number {
  let count = 0;
  for (let used = 0; count < strips.length; count += 1) {
    const strip = strips[count]!;
    used += (count ? strip.gap : 0) + strip.height;
    if (used > room) break;
  }
  if (anyhow || count === strips.length) return count;
  while (count > 0 && strips[count]!.glue) count -= 1;
  return count;
}
