// A paper and its theme to a DOCX file: the order of the parts, and nothing else.
// The same paper gives the same bytes, whatever was rendered before it.

import type { Deflate } from '../../base/ports.ts';
import type { Paper } from '../../model/paper.ts';
import { type Theme, textWidthMm } from '../../model/theme.ts';
import { anchorsOf } from './anchors.ts';
import { bodyXml } from './body.ts';
import { controlIds } from './content-control.ts';
import { contentTypesXml, documentXml, settingsXml, stylesXml } from './document.ts';
import { glossaryParts } from './glossary.ts';
import { numberingOf } from './numbering.ts';
import { ownPart, type Part, part, zip } from './package.ts';
import { mediaOf } from './picture.ts';
import { appXml, coreXml, customXml } from './properties.ts';
import { relationships } from './relationships.ts';
import { runningParts } from './running.ts';
import { staticParts } from './static-parts.ts';
import { mmToTwips } from './units.ts';

/** Returns the paper as a DOCX file. Rejects only with an InternalError, when a promise of the model is broken. */
export async function renderDocx(
  paper: Paper,
  theme: Theme,
  deflate: Deflate,
): Promise<Uint8Array> {
  const { properties, running } = paper;
  const fixed = await staticParts(theme);
  const textWidth = mmToTwips(textWidthMm(theme));
  const relations = relationships();
  relations.part('styles', 'styles.xml');
  relations.part('numbering', 'numbering.xml');
  relations.part('settings', 'settings.xml');
  relations.part('fontTable', 'fontTable.xml');
  relations.part('theme', 'theme/theme1.xml');
  const media = mediaOf(paper.pictures);
  const numbering = numberingOf(fixed, theme);
  const body = bodyXml(paper.blocks, {
    theme,
    numbering,
    textWidth,
    titleOnly: !paper.blocks.some((block) => block.kind === 'heading' && block.level > 0),
    anchors: anchorsOf(paper.blocks),
    links: relations,
    picture: (placement, rowMm) => media.run(placement, relations, rowMm),
    drawingNumber: media.number,
    controls: controlIds(),
    language: properties.language,
    signing: paper.signing,
  });
  const runningFiles = runningParts(running, theme, textWidth, media);
  const references = runningFiles.map((part) => ({
    part,
    id: relations.part(part.kind, part.name),
  }));
  const glossary = glossaryParts(paper.blocks, theme);
  if (glossary.length) relations.part('glossaryDocument', 'glossary/document.xml');
  const root = relationships();
  root.part('officeDocument', 'word/document.xml');
  root.core('docProps/core.xml');
  root.part('extended-properties', 'docProps/app.xml');
  root.part('custom-properties', 'docProps/custom.xml');
  const parts: readonly Part[] = [
    part('_rels/.rels', root.xml()!),
    ownPart('word/document.xml', ...documentXml(body, theme, references)),
    ownPart('word/_rels/document.xml.rels', relations.xml()!),
    part('word/styles.xml', stylesXml(fixed, theme, properties.language)),
    part('word/numbering.xml', numbering.part()),
    part('word/settings.xml', settingsXml(fixed, properties)),
    part('word/fontTable.xml', fixed.fontTable),
    part('word/theme/theme1.xml', fixed.theme),
    ...runningFiles.flatMap((each) => each.parts),
    ...media.parts(),
    ...glossary,
    ownPart('docProps/core.xml', coreXml(properties)),
    part('docProps/app.xml', appXml()),
    ownPart('docProps/custom.xml', customXml(properties)),
  ];
  return zip([part('[Content_Types].xml', contentTypesXml(parts)), ...parts], deflate);
}
