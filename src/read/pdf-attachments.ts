// The files that a PDF carries: associated files of the document (PDF 2.0, PDF/A-3) and the table of
// embedded files. Their bytes are taken as they are, never believed.

import { isStream, type PdfFile } from './pdf-file.ts';
import { damaged } from './pdf-syntax.ts';
import { type PdfValue, textOf } from './pdf-values.ts';
import { sameBytes } from './same-bytes.ts';

/** A file inside a PDF. */
export interface AttachedFile {
  readonly name: string;
  /** `Source`, `Data` and so on, where it says. */
  readonly relationship?: string;
  readonly bytes: Uint8Array;
}

/**
 * Returns the attached files, each once, in the order of the document: two that share a name and nothing
 * else are two.
 */
export function attachedFiles(file: PdfFile): readonly AttachedFile[] {
  const specs = [...file.items(file.catalog.get('AF')), ...embedded(file)];
  const seen: AttachedFile[] = [];
  return specs.flatMap((spec) => {
    const entries = file.entries(spec);
    const files = file.entries(entries.get('EF'));
    const stream = file.resolve(files.get('UF') ?? files.get('F'));
    const name = file.string(entries.get('UF') ?? entries.get('F'));
    if (!isStream(stream) || !name) return [];
    const text = textOf(name);
    const bytes = file.decode(stream);
    if (!bytes) throw damaged('an attached file is packed in an unusual way');
    if (seen.some((each) => each.name === text && sameBytes(each.bytes, bytes))) return [];
    const relationship = file.name(entries.get('AFRelationship'));
    const found = { name: text, ...(relationship ? { relationship } : {}), bytes };
    seen.push(found);
    return [found];
  });
}

function embedded(file: PdfFile): readonly PdfValue[] {
  const found: PdfValue[] = [];
  const visit = (node: PdfValue | undefined, depth: number): void => {
    const entries = file.entries(node);
    if (depth > 20 || found.length > 1000) throw damaged('its attached files go in circles');
    file.items(entries.get('Names')).forEach((each, index) => {
      if (index % 2) found.push(each);
    });
    for (const kid of file.items(entries.get('Kids'))) visit(kid, depth + 1);
  };
  visit(file.entries(file.catalog.get('Names')).get('EmbeddedFiles'), 0);
  return found;
}
