// The table styles and document defaults, which the docx library cannot write: light horizontal
// rules, no vertical lines, a heavier rule under the header. A pure function of the theme.

import type { Theme } from '../../model/theme.ts';
import type { TableStyleId } from './style-names.ts';
import { eighths, hex, twips } from './units.ts';
import { element, join, none, val, type Xml } from './xml.ts';

/** Width of the light rules in tables, points. */
export const ruleWidth = 0.5;
/** Width of the rules under headers and over totals, points. */
export const strongRuleWidth = 1;

/** Returns a border element, e.g. `w:top`. */
export function border(name: string, points: number, color: string, gap = 0): Xml {
  return element(name, {
    'w:val': 'single',
    'w:sz': eighths(points),
    'w:space': gap,
    'w:color': hex(color),
  });
}

const margin = (name: string, points: number): Xml =>
  element(name, { 'w:w': twips(points), 'w:type': 'dxa' });

/** Returns the default styles that every other style stands on, and the table styles. */
export function tableStyles(theme: Theme): Xml {
  const { cellX, cellY, factY } = theme.space;
  const padded = (y: number, after: number): Xml =>
    element(
      'w:tblCellMar',
      {},
      margin('w:top', y),
      margin('w:left', cellX),
      // The last paragraph of a cell brings its own space after it, and the rule takes some as well.
      margin('w:bottom', Math.max(0, y - after - ruleWidth)),
      margin('w:right', cellX),
    );
  const padding = padded(cellY, theme.type.cell.after);
  const flush = element(
    'w:tblCellMar',
    {},
    margin('w:top', 0),
    margin('w:left', cellX),
    margin('w:bottom', 0),
    margin('w:right', 0),
  );
  const light = (name: string): Xml => border(name, ruleWidth, theme.color.rule);
  const strong = (name: string): Xml => border(name, ruleWidth, theme.color.strongRule);
  const headerRule = element(
    'w:tblStylePr',
    { 'w:type': 'firstRow' },
    element(
      'w:tcPr',
      {},
      element('w:tcBorders', {}, border('w:bottom', strongRuleWidth, theme.color.strongRule)),
    ),
  );
  const borders = (...rules: readonly Xml[]): Xml => element('w:tblBorders', {}, ...rules);
  return join([
    element(
      'w:style',
      { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
      val('w:name', 'Default Paragraph Font'),
      val('w:uiPriority', 1),
      element('w:semiHidden', {}),
      element('w:unhideWhenUsed', {}),
    ),
    element(
      'w:style',
      { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
      val('w:name', 'Normal Table'),
      val('w:uiPriority', 99),
      element('w:semiHidden', {}),
      element('w:unhideWhenUsed', {}),
      element('w:tblPr', {}, element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), padding),
    ),
    element(
      'w:style',
      { 'w:type': 'numbering', 'w:default': 1, 'w:styleId': 'NoList' },
      val('w:name', 'No List'),
      val('w:uiPriority', 99),
      element('w:semiHidden', {}),
      element('w:unhideWhenUsed', {}),
    ),
    tableStyle(
      'AgreementGrid',
      'Agreement Grid',
      borders(strong('w:bottom'), light('w:insideH')),
      padding,
      headerRule,
    ),
    tableStyle(
      'AgreementFacts',
      'Agreement Facts',
      borders(strong('w:top'), strong('w:bottom'), light('w:insideH')),
      padded(factY, theme.type.fact.after),
      none,
    ),
    tableStyle('AgreementSignatures', 'Agreement Signatures', none, flush, none),
  ]);
}

function tableStyle(id: TableStyleId, name: string, borders: Xml, padding: Xml, parts: Xml): Xml {
  return element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': id },
    val('w:name', name),
    val('w:basedOn', 'TableNormal'),
    element('w:qFormat', {}),
    element('w:tblPr', {}, borders, padding),
    parts,
  );
}
