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
import { spaceToWrite } from './style-extras.ts';
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
    const names = Math.max(...line.map((block) => nameLines(block, inner, theme)));
    const cells = line.map((block, column) => {
      const right = column < columns - 1 ? gutter : 0;
      const top = index ? [margin('w:top', gutter)] : [];
      const margins = element('w:tcMar', {}, ...top, margin('w:left', 0), margin('w:right', right));
      const own = column === 0 && index === 0 && !lead ? flow : {};
      const place = { width: inner, labels, names, number: index * columns + column + 1 };
      const content = blockXml(block, place, { ...own, keepNext }, context);
      return cellXml(widths[column]!, [], content, margins);
    });
    return element('w:tr', {}, rowProperties(widths.slice(line.length)), ...cells);
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

/** A row is never split; `missing` are the widths of the columns it has no cells for. */
function rowProperties(missing: readonly number[]): Xml {
  const width = missing.reduce((sum, each) => sum + each, 0);
  return element(
    'w:trPr',
    {},
    ...(missing.length
      ? [val('w:gridAfter', missing.length), element('w:wAfter', { 'w:w': width, 'w:type': 'dxa' })]
      : []),
    element('w:cantSplit', {}),
  );
}

/** The signing clause across all columns. */
function clauseRow(lead: Xml, widths: readonly number[]): Xml {
  const width = widths.reduce((sum, each) => sum + each, 0);
  const edge = (side: string): Xml => element(side, { 'w:w': 0, 'w:type': 'dxa' });
  return element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit', {}), element('w:tblHeader', {})),
    element(
      'w:tc',
      {},
      element(
        'w:tcPr',
        {},
        element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
        ...(widths.length > 1 ? [val('w:gridSpan', widths.length)] : []),
        element('w:tcMar', {}, edge('w:left'), edge('w:right')),
      ),
      lead,
    ),
  );
}

/** Where a block stands, and what it shares with its neighbours. */
interface BlockPlace {
  /** Width of the block and of its column of labels, twips. */
  readonly width: number;
  readonly labels: number;
  /** Lines that the longest name beside it takes. */
  readonly names: number;
  /** Counts the blocks of the paper, from 1. */
  readonly number: number;
}

/** Length of a partner's accent bar, points. */
const accentLength = 30;

function blockXml(block: SignatureBlock, place: BlockPlace, flow: Flow, context: BodyContext): Xml {
  const { theme } = context;
  const { leading } = theme.type.signatureOrganisation;
  const name = inlineText(block.organisation);
  // Below shorter names is the space of longer ones, so that the lines to sign on stand level.
  const missing = place.names - nameLines(block, place.width, theme);
  const extra = Math.max(0, missing) * leading;
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
  const fields = block.fields.map((field, index) =>
    fieldXml(field, { ...place, signer, name, extra: index ? 0 : extra }, flow, context),
  );
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
  /** Space above the field for the lines that a longer name beside it takes, points. */
  readonly extra: number;
}

function fieldXml(
  field: SignatureField,
  { width, labels, number, signer, name, extra }: FieldPlace,
  flow: Flow,
  context: BodyContext,
): Xml {
  const { theme } = context;
  const label = textRun({ kind: 'text', text: field.label }, {}, 'SignatureLabel');
  const tab = element('w:r', {}, element('w:tab', {}));
  const stop = element('w:tab', { 'w:val': 'left', 'w:pos': labels });
  const indent = { left: labels, hanging: labels };
  const keepNext = flow.keepNext === true;
  const style = field.purpose === 'signature' ? 'SignatureLine' : 'SignatureBlank';
  const before = spaceToWrite(style, theme);
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
      { keepNext, tabs: [stop], indent },
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
  const level = extra ? { exactBefore: theme.type.signatureOrganisation.after + extra } : {};
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

/** Returns how many lines a name takes by estimate. */
function nameLines(block: SignatureBlock, width: number, theme: Theme): number {
  const { size, bold } = theme.type.signatureOrganisation;
  return lineCount(inlineText(block.organisation), width / 20 / size, bold);
}

/** Share of a block that its labels may take. */
const labelShare = 0.4;

/** Returns the width of the column of labels by estimate, twips: the same for all blocks. */
function labelWidth(blocks: readonly SignatureBlock[], width: number, theme: Theme): number {
  const { size } = theme.type.signatureLabel;
  const widths = blocks.flatMap((block) => block.fields.map((each) => widthInEms(each.label)));
  return Math.min(twips(Math.max(0, ...widths) * size + 10), Math.floor(width * labelShare));
}
