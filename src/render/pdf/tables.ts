// Tables become strips, one for each row: rows stay whole where they fit a page and are cut between
// lines where they do not; the header row is set again on every page, there as an artifact.
// No text is laid out here: cells are set by prose.ts.

import type { Cell, Row, Table } from '../../model/block.ts';
import { type Galley, type Mark, moved, type Strip, stackHeight } from './galley.ts';
import { setList } from './lists.ts';
import { type Box, setProse } from './prose.ts';
import { addTag, type Tag } from './tags.ts';

/** Thickness of rules, points. */
const ruleWidth = 0.6;
const strongRuleWidth = 1.1;
/** The fewest points of a row that are worth beginning on a page. */
const leastPart = 44;

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
  const tag = addTag(parent, 'Table', table.summary ? { summary: table.summary } : {});
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
      room: galley.depth - (repeat?.height ?? 0),
    });
    // A header or a first row alone at the foot of a page says nothing.
    const glue = index === 0 ? header !== undefined : index === table.rows.length - 1 && row.total;
    return { ...strip, ...(glue ? { glue: true } : {}), ...(repeat ? { repeat } : {}) };
  });
  const top = table.style === 'facts' ? [rule(galley, 0, ruleWidth, color.strongRule)] : [];
  const all = [...(header ? [header] : []), ...rows];
  return all.map((strip, index) => (index ? strip : { ...strip, marks: [...top, ...strip.marks] }));
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
  readonly room?: number;
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
  return rowStrip(galley, cells, below, look.room ?? Number.MAX_SAFE_INTEGER);
}

function setCell(
  galley: Galley,
  row: Tag,
  cell: Cell,
  place: Place,
  { header = false, facts = false }: RowLook,
): SetCell {
  const scope = header ? 'Column' : cell.rowHeader ? 'Row' : undefined;
  const tag = addTag(row, scope ? 'TH' : 'TD', scope ? { scope } : {});
  const box: Box = {
    x: place.x + place.before,
    width: Math.max(12, place.width - place.before - place.after),
    align: place.align,
  };
  const { type, partners } = galley.theme;
  const strips: Strip[] = [];
  let after = 0;
  for (const block of cell.content) {
    const label = header || (facts && cell.rowHeader === true);
    const style = type[label ? 'cellHeader' : block.kind === 'list' ? 'cell' : block.style];
    if (block.kind === 'paragraph' && !block.content.length && !block.number) continue;
    const set =
      block.kind === 'list'
        ? setList(galley, tag, block, box, { indent: 11, gap: 1.5, style: 'cell' })
        : setProse(galley, addTag(tag, 'P'), block, style, box);
    const gap = strips.length ? Math.max(after, style.before) : 0;
    strips.push(...set.map((strip, index) => (index ? strip : { ...strip, gap })));
    after = style.after;
  }
  const partner = cell.accent === undefined ? undefined : partners[cell.accent];
  return { strips, ...(partner ? { accent: { x: place.x, color: partner.ink } } : {}) };
}

interface RuleLook {
  readonly height: number;
  readonly color: string;
}

function rowStrip(galley: Galley, cells: readonly SetCell[], below: RuleLook, room: number): Strip {
  const { cellY, accent: accentWidth } = galley.theme.space;
  const least = galley.theme.type.cell.leading;
  const inner = Math.max(least, ...cells.map((cell) => stackHeight(cell.strips)));
  const height = inner + 2 * cellY;
  const marks = cells.flatMap((cell): Mark[] => {
    let y = cellY;
    const own = cell.strips.flatMap((strip, index) => {
      y += index ? strip.gap : 0;
      const placed = strip.marks.map((mark) => moved(mark, 0, y));
      y += strip.height;
      return placed;
    });
    if (!cell.accent) return own;
    const { x, color } = cell.accent;
    const bar = { x, y: 2.5, width: accentWidth, height: height - 5, color };
    return [{ kind: 'fill', ...bar, owner: 'rule' }, ...own];
  });
  const strip: Strip = {
    height,
    gap: 0,
    marks: [...marks, rule(galley, height, below.height, below.color)],
  };
  if (height <= room) return strip;
  return { ...strip, split: (free) => splitRow(galley, cells, below, free, room) };
}

function splitRow(
  galley: Galley,
  cells: readonly SetCell[],
  below: RuleLook,
  free: number,
  room: number,
): readonly [Strip, Strip] | undefined {
  const inner = free - 2 * galley.theme.space.cellY;
  if (inner < leastPart) return undefined;
  const cut = cells.map((cell) => {
    let count = 0;
    for (let used = 0; count < cell.strips.length; count += 1) {
      const strip = cell.strips[count]!;
      used += (count ? strip.gap : 0) + strip.height;
      if (used > inner) break;
    }
    return count;
  });
  if (cut.every((count, index) => count === cells[index]!.strips.length)) return undefined;
  const part = (from: (index: number) => number, to: (index: number) => number): SetCell[] =>
    cells.map((cell, index) => ({ ...cell, strips: cell.strips.slice(from(index), to(index)) }));
  const light = { height: 0.6, color: galley.theme.color.rule };
  const first = rowStrip(
    galley,
    part(
      () => 0,
      (index) => cut[index]!,
    ),
    light,
    Number.MAX_SAFE_INTEGER,
  );
  const rest = rowStrip(
    galley,
    part(
      (index) => cut[index]!,
      () => Number.MAX_SAFE_INTEGER,
    ),
    below,
    room,
  );
  return [first, rest];
}

/** Returns the strip as it is repeated on later pages: the same marks, outside the structure. */
function asArtifact(strip: Strip): Strip {
  const marks = strip.marks.flatMap((mark): Mark[] => {
    if (mark.kind === 'link' || mark.kind === 'place') return [];
    return mark.kind === 'fill' ? [mark] : [{ ...mark, owner: 'repeat' }];
  });
  return { ...strip, marks };
}
