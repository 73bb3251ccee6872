// Signature blocks: a table of one row for each line of blocks, never split over pages, below the signing
// clause as the header row that Word sets again on every page.
// What is signed by hand has a rule to write on, which is a field to fill in as well; what is known is
// printed beside its label.

import type { SignatureBlock, SignatureField, Signatures, Signer } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';
import { contentControl } from './content-control.ts';
import { dateFormat } from './date-format.ts';
import { lineCount, widthInEms } from './measure.ts';
import {
  type BodyContext,
  type Flow,
  marksOf,
  type ParagraphSettings,
  paragraphXml,
} from './paragraph.ts';
import { runs, startsRightToLeft, textRun } from './runs.ts';
import { placeTag } from './sign-tags.ts';
import { spaceAboveDetail, spaceToWrite } from './style-extras.ts';
import { cellXml, frameXml } from './table.ts';
import { twips } from './units.ts';
import { element, join, none, val, type Xml } from './xml.ts';

/** The clause above the blocks: as it is written, and in plain words, which name the table to those who cannot see it. */
export interface SigningClause {
  readonly xml: Xml;
  readonly text: string;
}

/**
 * Writes all signature blocks. `lead` is the signing clause: nobody signs a sheet that does not say what
 * for, so it stands above the blocks on every page they go over to.
 */
export function signaturesXml(
  signatures: Signatures,
  flow: Flow,
  context: BodyContext,
  lead?: SigningClause,
): Xml {
  const { columns, blocks } = signatures;
  const { theme, textWidth } = context;
  const gutter = twips(theme.space.gutter);
  const inner = Math.floor((textWidth - gutter * (columns - 1)) / columns);
  const labels = labelWidth(blocks, inner, theme);
  const lines = Array.from({ length: Math.ceil(blocks.length / columns) }, (_, line) =>
    blocks.slice(line * columns, (line + 1) * columns),
  );
  const widths = Array.from(
    { length: columns },
    (_, column) => inner + (column < columns - 1 ? gutter : 0),
  );
  const margin = (side: string, width: number): Xml =>
    element(side, { 'w:w': width, 'w:type': 'dxa' });
  const rows = lines.map((line, index) => {
    // The last line never stands alone on a page.
    const keepNext = index === lines.length - 2;
    const level = levelOf(line, inner, labels, theme);
    const cells = line.map((block, column) => {
      // The last block of all takes the columns that are left, and is as wide as the others.
      const taken = column === line.length - 1 ? widths.slice(column) : [widths[column]!];
      const wide = total(taken);
      const top = index ? [margin('w:top', gutter)] : [];
      const sides = [margin('w:left', 0), margin('w:right', wide - inner)];
      const own = column === 0 && index === 0 && !lead ? flow : {};
      const place = { width: inner, labels, level, number: index * columns + column + 1 };
      const content = blockXml(block, place, { ...own, keepNext }, context);
      return cellXml(wide, [], content, element('w:tcMar', {}, ...top, ...sides), taken.length);
    });
    return element('w:tr', {}, element('w:trPr', {}, element('w:cantSplit', {})), ...cells);
  });
  const clause = lead ? [clauseRow(lead.xml, widths)] : [];
  const frame = {
    widths,
    firstRow: lead !== undefined,
    firstColumn: false,
    ...(lead ? { summary: lead.text } : {}),
  };
  return frameXml({ style: 'AgreementSignatures', ...frame }, [...clause, ...rows]);
}

const total = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0);

/** The signing clause across all columns. */
function clauseRow(lead: Xml, widths: readonly number[]): Xml {
  const edge = (side: string): Xml => element(side, { 'w:w': 0, 'w:type': 'dxa' });
  const margins = element('w:tcMar', {}, edge('w:left'), edge('w:right'));
  return element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit', {}), element('w:tblHeader', {})),
    cellXml(total(widths), [], lead, margins, widths.length),
  );
}

/** Where a block stands, and what it shares with its neighbours. */
interface BlockPlace {
  /** Width of the block and of its column of labels, twips. */
  readonly width: number;
  readonly labels: number;
  /** What its line of blocks has in common. */
  readonly level: Level;
  /** Counts the blocks of the paper, from 1. */
  readonly number: number;
}

/** Length of a partner's accent bar, points. */
const accentLength = 30;

function blockXml(block: SignatureBlock, place: BlockPlace, flow: Flow, context: BodyContext): Xml {
  const { theme } = context;
  const name = inlineText(block.organisation);
  const organisation = paragraphXml(
    'SignatureOrganisation',
    { keepNext: flow.keepNext === true, bidi: startsRightToLeft(name) },
    runs(block.organisation, context, marksOf('SignatureOrganisation', theme)),
    theme,
  );
  const ink = theme.partners[block.accent]?.ink ?? theme.color.lead;
  const accent = paragraphXml(
    'SignatureAccent',
    {
      ...flow,
      topRule: { points: theme.space.accent, color: ink },
      indent: { left: 0, right: place.width - twips(accentLength) },
    },
    none,
    theme,
  );
  const { signer } = block;
  const extras = levelled(block, place, theme);
  const fields = block.fields.map((field, index) => {
    const above = index ? 0 : theme.type.signatureOrganisation.after;
    return fieldXml(field, { ...place, signer, name, extra: extras[index]!, above }, flow, context);
  });
  return join([accent, organisation, ...fields]);
}

/** Draws the rule: a tab with a leader needs no empty text and no second cell. */
export const ruleRun: Xml = element(
  'w:r',
  {},
  element('w:rPr', {}, val('w:rStyle', 'SignatureRule')),
  element('w:tab', {}),
);

/** A field's block, and who fills it in. */
interface FieldPlace extends BlockPlace {
  readonly signer: Signer;
  /** Of the organisation. */
  readonly name: string;
  /** Space above the field for what its neighbours have there, points. */
  readonly extra: number;
  /** Space that the paragraph before it keeps below itself, points. */
  readonly above: number;
}

function fieldXml(
  field: SignatureField,
  { width, labels, number, signer, name, extra, above: kept }: FieldPlace,
  flow: Flow,
  context: BodyContext,
): Xml {
  const { theme } = context;
  const label = textRun({ kind: 'text', text: field.label }, {}, 'SignatureLabel');
  const tab = element('w:r', {}, element('w:tab', {}));
  const stop = element('w:tab', { 'w:val': 'left', 'w:pos': labels });
  const indent = { left: labels, hanging: labels };
  const keepNext = flow.keepNext === true;
  const style = fieldStyle(field);
  const before = spaceAbove(field, theme);
  const { above, run } = placeTag(context.signing, {
    field,
    signer,
    number,
    width: (width - labels) / 20,
    height: before + theme.type.signatureValue.leading - clearance,
    above: before,
  });
  if (field.value !== undefined)
    return paragraphXml(
      'SignatureDetail',
      { keepNext, tabs: [stop], indent, ...(extra ? { exactBefore: before + extra } : {}) },
      join([label, tab, textRun({ kind: 'text', text: field.value }), run]),
      theme,
    );
  const { language } = context;
  const control = contentControl({
    id: context.controls(),
    alias: shortened(`${field.label}: ${name}`),
    tag: `${field.purpose}-${number}`,
    kind:
      field.purpose === 'date'
        ? { kind: 'date', format: dateFormat(language), language }
        : { kind: 'text' },
    empty: ruleRun,
  });
  const end = element('w:tab', { 'w:val': 'right', 'w:leader': 'underscore', 'w:pos': width });
  const line = (settings: ParagraphSettings): Xml =>
    paragraphXml(
      style,
      { keepNext, tabs: [stop, end], indent, ...settings },
      join([label, tab, run, control]),
      theme,
    );
  if (!above) return line(extra ? { exactBefore: before + extra } : {});
  // Of two spaces between paragraphs, Word keeps the larger: the name's own is counted in.
  const level = extra ? { exactBefore: kept + extra } : {};
  const tag = { keepNext: true, exactLine: above.height, indent: { left: labels }, ...level };
  const rest = Math.max(0, before - above.height);
  return join([paragraphXml('SignatureGap', tag, above.run, theme), line({ exactBefore: rest })]);
}

/** Space between what is filled in and the rule below it, points. */
const clearance = 3;

/** Word takes names of at most 64 characters. */
function shortened(name: string): string {
  const characters = Array.from(name);
  return characters.length <= 60 ? name : `${characters.slice(0, 59).join('').trimEnd()}…`;
}

/** What stands highest in a line of blocks, by estimate: the others get the space, so that all stand level. */
interface Level {
  /** Lines that the longest name takes. */
  readonly names: number;
  /** By field: the space above it, points, and the lines that the longest value takes. */
  readonly fields: readonly { readonly above: number; readonly lines: number }[];
}

function levelOf(
  line: readonly SignatureBlock[],
  width: number,
  labels: number,
  theme: Theme,
): Level {
  const count = Math.max(...line.map(({ fields }) => fields.length));
  const fields = Array.from({ length: count }, (_, index) => {
    const beside = line.flatMap((block) => block.fields.slice(index, index + 1));
    return {
      above: Math.max(...beside.map((field) => spaceAbove(field, theme))),
      lines: Math.max(...beside.map((field) => valueLines(field, width - labels, theme))),
    };
  });
  return { names: Math.max(...line.map((block) => nameLines(block, width, theme))), fields };
}

/** Returns the space to add above each field of a block, points. */
function levelled(block: SignatureBlock, place: BlockPlace, theme: Theme): readonly number[] {
  const { width, labels, level } = place;
  const { signatureOrganisation, signatureValue } = theme.type;
  let missing = (level.names - nameLines(block, width, theme)) * signatureOrganisation.leading;
  return block.fields.map((field, index) => {
    const { above, lines } = level.fields[index]!;
    const extra = missing + above - spaceAbove(field, theme);
    missing = (lines - valueLines(field, width - labels, theme)) * signatureValue.leading;
    return extra;
  });
}

const fieldStyle = ({ purpose }: SignatureField): 'SignatureLine' | 'SignatureBlank' =>
  purpose === 'signature' ? 'SignatureLine' : 'SignatureBlank';

/** Returns the space above a field, points. */
function spaceAbove(field: SignatureField, theme: Theme): number {
  return field.value === undefined ? spaceToWrite(fieldStyle(field), theme) : spaceAboveDetail;
}

/** Returns how many lines a name takes by estimate. */
function nameLines(block: SignatureBlock, width: number, theme: Theme): number {
  const { size, bold } = theme.type.signatureOrganisation;
  return lineCount(inlineText(block.organisation), width / 20 / size, bold);
}

function valueLines({ value = '' }: SignatureField, width: number, theme: Theme): number {
  return lineCount(value, width / 20 / theme.type.signatureValue.size);
}

/** Share of a block that its labels may take. */
const labelShare = 0.4;

/** Returns the width of the column of labels by estimate, twips: the same for all blocks. */
function labelWidth(blocks: readonly SignatureBlock[], width: number, theme: Theme): number {
  const { size } = theme.type.signatureLabel;
  const widths = blocks.flatMap((block) => block.fields.map((each) => widthInEms(each.label)));
  return Math.min(twips(Math.max(0, ...widths) * size + 10), Math.floor(width * labelShare));
}
