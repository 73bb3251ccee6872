// Signature blocks become strips, one for each row of the grid, so that no block is ever torn.
// In a row the organisations share their height, so that the lines to sign on stand level. Breaks no pages.

import type { SignatureBlock, SignatureField, Signatures, Signer } from '../../model/block.ts';
import type { TypeStyle } from '../../model/theme.ts';
import {
  asArtifact,
  type Box,
  type Galley,
  moved,
  type Strip,
  type StripMark,
  stackHeight,
} from './galley.ts';
import { breakLines, naturalWidth } from './lines.ts';
import { baseline, labelStretch, lineStrips, setProse } from './prose.ts';
import { signingMarks, valueMarks } from './sign-marks.ts';
import { addTag, type Tag } from './tags.ts';

/** Space above a line to write on that is not the signature itself, in leadings. */
const writingLeadings = 1.9;
const ruleWidth = 0.7;

/**
 * Sets all signature blocks. Rows go over to further pages where they must: moving them all to one page
 * would leave the page before half empty, and twenty-four partners fit none. But nobody signs a sheet that
 * does not say what for: the signing clause `lead` is set again above the rows of every further page, and
 * the last two rows are never parted.
 */
export function setSignatures(
  galley: Galley,
  parent: Tag,
  signatures: Signatures,
  lead: readonly Strip[] = [],
): Strip[] {
  const { columns, blocks } = signatures;
  const { gutter } = galley.theme.space;
  const width = (galley.width - gutter * (columns - 1)) / columns;
  const label = labelWidth(galley, blocks, width);
  const rowCount = Math.ceil(blocks.length / columns);
  const repeat = lead.length ? asArtifact(stacked(lead, clauseGap)) : undefined;
  return Array.from({ length: rowCount }, (_, row): Strip => {
    const inRow = blocks.slice(row * columns, (row + 1) * columns);
    const boxes = inRow.map((_, at): Box => ({ x: galley.left + at * (width + gutter), width }));
    const first = row * columns + 1;
    const strip = setBlocks(galley, parent, inRow, boxes, label, first);
    const last = row === rowCount - 1 && row > 0;
    return {
      ...strip,
      gap: row ? gutter : 0,
      ...(last ? { glue: true } : {}),
      ...(repeat ? { repeat } : {}),
    };
  });
}

/** Space between the signing clause and the blocks below it, points. */
export const clauseGap = 12;

/** Makes one strip of several, with space below. */
function stacked(strips: readonly Strip[], below: number): Strip {
  const marks: StripMark[] = [];
  return { height: stack(marks, strips, 0) + below, gap: 0, marks };
}

/** Returns the width of the column of labels: the widest label, at most two fifths of a block. */
function labelWidth(galley: Galley, blocks: readonly SignatureBlock[], width: number): number {
  const { family, bold, italic, size, color } = galley.theme.type.signatureLabel;
  const chain = galley.faces.chain(family, bold === true, italic === true);
  const labels = new Set(blocks.flatMap((block) => block.fields.map((field) => field.label)));
  const widths = [...labels].map((text) => naturalWidth([{ text, chain, size, color, slot: -1 }]));
  return Math.min(width * 0.4, Math.max(0, ...widths) + 10);
}

function setBlocks(
  galley: Galley,
  parent: Tag,
  blocks: readonly SignatureBlock[],
  boxes: readonly Box[],
  label: number,
  first: number,
): Strip {
  const { theme } = galley;
  const style = theme.type.signatureOrganisation;
  const set = blocks.map((block, index) => {
    const tag = addTag(parent, 'Div');
    const box = boxes[index]!;
    const name = setProse(galley, addTag(tag, 'P'), { content: block.organisation }, style, box);
    const fields = block.fields.map((field) =>
      setField(galley, addTag(tag, 'P'), {
        field,
        box,
        label,
        signer: block.signer,
        number: first + index,
      }),
    );
    return { box, name, fields, accent: theme.partners[block.accent]?.ink };
  });
  const bar = theme.space.accent;
  const top = bar + 6;
  const names = Math.max(...set.map((each) => stackHeight(each.name)));
  const tops = fieldTops(set.map((each) => each.fields));
  const marks: StripMark[] = [];
  let height = 0;
  for (const { box, name, fields, accent } of set) {
    if (accent) {
      marks.push({
        kind: 'fill',
        x: box.x,
        y: 0,
        width: 30,
        height: bar,
        color: accent,
        owner: 'rule',
      });
    }
    stack(marks, name, top);
    for (const [index, { strip, drop }] of fields.entries()) {
      const y = top + names + style.after + tops[index]! - drop;
      marks.push(moved(strip.marks, y));
      height = Math.max(height, y + strip.height);
    }
  }
  return { height, gap: 0, marks };
}

/** Returns where the first line of each field stands in a row of blocks: at one height in all of them. */
function fieldTops(blocks: readonly (readonly SetField[])[]): readonly number[] {
  const tops: number[] = [];
  let at = 0;
  for (let index = 0; ; index += 1) {
    const beside = blocks.flatMap((fields) => fields.slice(index, index + 1));
    if (!beside.length) return tops;
    const top = at + Math.max(...beside.map(({ strip, drop }) => drop + (index ? strip.gap : 0)));
    tops.push(top);
    at = top + Math.max(...beside.map(({ strip, drop }) => strip.height - drop));
  }
}

/** Puts strips below each other from `y` on; returns where they end. */
function stack(marks: StripMark[], strips: readonly Strip[], y: number): number {
  let at = y;
  strips.forEach((strip, index) => {
    at += index ? strip.gap : 0;
    marks.push(moved(strip.marks, at));
    at += strip.height;
  });
  return at;
}

/** A field with where it stands and who fills it in. */
interface FieldPlace {
  readonly field: SignatureField;
  readonly box: Box;
  /** Width of the column of labels. */
  readonly label: number;
  readonly signer: Signer;
  /** Counts the people who sign, from 1. */
  readonly number: number;
}

/** A field that is set, and how far below its top its first line begins: there is room to write above it. */
interface SetField {
  readonly strip: Strip;
  readonly drop: number;
}

/** Sets a field as one strip: the label on the left, the value or a line to write on beside it. */
function setField(galley: Galley, tag: Tag, place: FieldPlace): SetField {
  const { field, box, label } = place;
  const { type, space, color } = galley.theme;
  const value = type.signatureValue;
  const small: TypeStyle = type.signatureLabel;
  const leading = value.leading;
  const writing =
    field.purpose === 'signature' ? space.signature : Math.max(leading * writingLeadings, leading);
  // Labels stand on the baseline of the value or of the line to write on.
  const drop = field.value === undefined ? writing - leading : 0;
  const labels = field.label
    ? lineStrips(
        breakLines([labelStretch(galley, tag, `${field.label} `, small)], label - 6),
        box,
        small,
        0,
      )
    : [];
  const marks: StripMark[] = [];
  const lift = drop + baseline(value) - baseline(small);
  const labelEnd = stack(marks, labels, lift);
  const right: Box = { x: box.x + label, width: box.width - label };
  if (field.value === undefined) {
    const y = drop + baseline(value) + 2;
    marks.push({
      kind: 'fill',
      ...right,
      y,
      height: ruleWidth,
      color: color.strongRule,
      owner: 'rule',
    });
    marks.push(
      ...signingMarks(galley, tag, { ...place, x: right.x, width: right.width, height: y }),
    );
    return { strip: { height: Math.max(writing, labelEnd), gap: 0, marks }, drop };
  }
  const content = field.value ? [labelStretch(galley, tag, field.value, value)] : [];
  const lines = breakLines(content, right.width);
  const values = lineStrips(lines, right, value, 0);
  const end = stack(marks, values, 0);
  marks.push(
    ...valueMarks(
      galley,
      {
        ...place,
        x: right.x + (lines.at(-1)?.width ?? 0),
        width: right.width,
        height: Math.max(leading, end),
      },
      end - leading + baseline(value),
    ),
  );
  return { strip: { height: Math.max(end, labelEnd), gap: 4, marks }, drop };
}
