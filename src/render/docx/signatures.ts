// Signature blocks: a table of one row for each line of blocks, never split over pages.
// What is signed by hand has a rule to write on; what is known is printed beside its label.

import type { SignatureBlock, SignatureField, Signatures } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';
import type { Theme } from '../../model/theme.ts';
import { type BodyContext, type Flow, marksOf, paragraphXml } from './paragraph.ts';
import { runs, startsRightToLeft, textRun } from './runs.ts';
import { accentEdge, cellXml, frameXml } from './table.ts';
import { twips } from './units.ts';
import { element, join, none, val, type Xml } from './xml.ts';

/** Writes all signature blocks. */
export function signaturesXml(signatures: Signatures, flow: Flow, context: BodyContext): Xml {
  const { columns, blocks } = signatures;
  const { theme, textWidth } = context;
  const gutter = twips(theme.space.gutter);
  const inner = Math.floor((textWidth - gutter * (columns - 1)) / columns);
  const width = inner - twips(theme.space.cellX);
  const size: BlockSize = { width, labels: labelWidth(blocks, width, theme) };
  const lines = Array.from({ length: Math.ceil(blocks.length / columns) }, (_, line) =>
    blocks.slice(line * columns, (line + 1) * columns),
  );
  const tables = lines.map((line, index) => {
    const first = index === 0 ? flow : {};
    const widths = line.map((_, column) => inner + (column < columns - 1 ? gutter : 0));
    const cells = line.map((block, column) => {
      const margin = column < columns - 1 ? gutter : 0;
      const margins = element(
        'w:tcMar',
        {},
        element('w:right', { 'w:w': margin, 'w:type': 'dxa' }),
      );
      return cellXml(
        widths[column]!,
        accentEdge(block.accent, theme),
        blockXml(block, size, column === 0 ? first : {}, context),
        // Names of one and of two lines end level, and with them the lines to sign on.
        join([margins, val('w:vAlign', 'bottom')]),
      );
    });
    const row = element('w:tr', {}, element('w:trPr', {}, element('w:cantSplit', {})), ...cells);
    return frameXml({ style: 'AgreementSignatures', widths, firstRow: false, firstColumn: false }, [
      row,
    ]);
  });
  const gap = paragraphXml('TableGap', {}, none, theme);
  return join(tables.flatMap((table, index) => (index ? [gap, table] : [table])));
}

function blockXml(block: SignatureBlock, size: BlockSize, flow: Flow, context: BodyContext): Xml {
  const { theme } = context;
  const organisation = paragraphXml(
    'SignatureOrganisation',
    { ...flow, keepNext: false, bidi: startsRightToLeft(inlineText(block.organisation)) },
    runs(block.organisation, context, marksOf('SignatureOrganisation', theme)),
    theme,
  );
  return join([organisation, ...block.fields.map((field) => fieldXml(field, size, theme))]);
}

/** The width of a block and of its column of labels, twips. */
interface BlockSize {
  readonly width: number;
  readonly labels: number;
}

function fieldXml(field: SignatureField, { width, labels }: BlockSize, theme: Theme): Xml {
  const label = textRun({ kind: 'text', text: field.label }, {}, 'SignatureLabel');
  const tab = element('w:r', {}, element('w:tab', {}));
  const stop = element('w:tab', { 'w:val': 'left', 'w:pos': labels });
  const indent = { left: labels, hanging: labels };
  if (field.value !== undefined)
    return paragraphXml(
      'SignatureDetail',
      { tabs: [stop], indent },
      join([label, tab, textRun({ kind: 'text', text: field.value })]),
      theme,
    );
  // A tab with a leader draws the rule: it needs no empty text and no second cell.
  const rule = element(
    'w:r',
    {},
    element('w:rPr', {}, val('w:rStyle', 'SignatureRule')),
    element('w:tab', {}),
  );
  const end = element('w:tab', { 'w:val': 'right', 'w:leader': 'underscore', 'w:pos': width });
  return paragraphXml(
    field.purpose === 'signature' ? 'SignatureLine' : 'SignatureBlank',
    { tabs: [stop, end], indent },
    join([label, tab, rule]),
    theme,
  );
}

/** Mean width of a character in ems in the small face of labels. */
const meanCharacter = 0.58;
/** Share of a block that its labels may take. */
const labelShare = 0.4;

/** Returns the width of the column of labels by estimate, twips: the same for all blocks. */
function labelWidth(blocks: readonly SignatureBlock[], width: number, theme: Theme): number {
  const { size } = theme.type.signatureLabel;
  const lengths = blocks.flatMap((block) => block.fields.map((field) => field.label.length));
  const longest = Math.max(0, ...lengths);
  return Math.min(twips(longest * size * meanCharacter + 10), Math.floor(width * labelShare));
}
