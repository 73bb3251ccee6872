// Files that travel inside the PDF: associated with the document (PDF/A-3, ISO 19005-3, 6.8) and listed
// among the embedded files, so that every reader shows them. Their bytes are not looked at.

import type { Attachment } from '../../model/paper.ts';
import type { PdfFile, PdfObject } from './pdf-file.ts';

const relationships: Readonly<Record<Attachment['relationship'], string>> = {
  source: 'Source',
  data: 'Data',
};

/** Writes the attached files; `date` is the paper's own, `YYYY-MM-DD`. */
export function writeAttachments(
  file: PdfFile,
  attachments: readonly Attachment[],
  date: string,
): void {
  if (attachments.length === 0) return;
  const written = attachments.map((each) => ({ ...each, spec: fileSpec(file, each, date) }));
  file.catalog.data.AF = written.map(({ spec }) => spec);
  file.names.data.EmbeddedFiles = {
    // The tree is searched by the bytes of the names; names beyond ASCII begin with a byte above all others.
    Names: [...written].sort(byName).flatMap(({ name, spec }) => [new String(name), spec]),
  };
}

function fileSpec(file: PdfFile, attachment: Attachment, date: string): PdfObject {
  const { name, mime, relationship, description, bytes } = attachment;
  const embedded = file.ownRef({
    Type: 'EmbeddedFile',
    // In a name, a slash is written by its number.
    Subtype: mime.replace('/', '#2F'),
    Params: { ModDate: new Date(`${date}T00:00:00Z`), Size: bytes.length },
  });
  embedded.end(bytes);
  const spec = file.ref({
    Type: 'Filespec',
    F: new String(name.replace(/[^\u0020-\u007e]/gu, '_')),
    UF: new String(name),
    EF: { F: embedded, UF: embedded },
    AFRelationship: relationships[relationship],
    Desc: new String(description),
  });
  spec.end();
  return spec;
}

const isAscii = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text);

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  if (isAscii(a.name) !== isAscii(b.name)) return isAscii(a.name) ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
