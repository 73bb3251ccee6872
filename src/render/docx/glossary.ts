// The building block that content controls show while they are empty: the rule to write on. Word keeps
// such blocks in a document of its own inside the file; without it, a field that is emptied again would
// ask "Click or tap here" on paper.

import type { Block } from '../../model/block.ts';
import type { Theme } from '../../model/theme.ts';
import { ruleBlock } from './content-control.ts';
import { main } from './namespaces.ts';
import { type Part, part } from './package.ts';
import { relationships } from './relationships.ts';
import { ruleRun } from './signatures.ts';
import { hex } from './units.ts';
import { declaration, element, join, val, type Xml } from './xml.ts';

/** Returns the parts of the glossary, none where nothing is left to fill in. */
export function glossaryParts(blocks: readonly Block[], theme: Theme): readonly Part[] {
  const asked = blocks.some(
    (block) =>
      block.kind === 'signatures' &&
      block.blocks.some((each) => each.fields.some((field) => field.value === undefined)),
  );
  if (!asked) return [];
  const links = relationships();
  links.part('styles', 'styles.xml');
  return [
    part('word/glossary/document.xml', documentXml()),
    part('word/glossary/_rels/document.xml.rels', links.xml()!),
    part('word/glossary/styles.xml', stylesXml(theme)),
  ];
}

function documentXml(): Xml {
  const properties = element(
    'w:docPartPr',
    {},
    val('w:name', ruleBlock),
    element('w:category', {}, val('w:name', 'General'), val('w:gallery', 'placeholder')),
    element('w:types', {}, val('w:type', 'bbPlcHdr')),
    element('w:behaviors', {}, val('w:behavior', 'content')),
    val('w:guid', '{6B1F3B0E-2C54-4B0C-9D5B-7A1E54A0C3D1}'),
  );
  const body = element('w:docPartBody', {}, element('w:p', {}, ruleRun));
  const parts = element('w:docParts', {}, element('w:docPart', {}, properties, body));
  return join([declaration, element('w:glossaryDocument', main, parts)]);
}

/** The styles of the block alone; what it lands in has its own. */
function stylesXml(theme: Theme): Xml {
  const rule = element(
    'w:style',
    { 'w:type': 'character', 'w:customStyle': 1, 'w:styleId': 'SignatureRule' },
    val('w:name', 'Signature Rule'),
    element('w:rPr', {}, val('w:color', hex(theme.color.strongRule))),
  );
  const normal = element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    val('w:name', 'Normal'),
  );
  return join([declaration, element('w:styles', main, normal, rule)]);
}
