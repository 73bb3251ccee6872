// Everyone who is measured, by format. Each is a small file in contenders/ with the same interface:
// name, version, format, `make(content, n)` and, where something is made once, `prepare(content)`.

import { contentAt } from './paper.mjs';

const files = {
  docx: ['pactwright', 'docx', 'docxtemplater', 'carbone', 'easy-template-x', 'docx-templates'],
  pdf: ['pactwright', 'pdfkit', 'pdfmake', 'react-pdf', 'typst'],
};

/** The ids of all contenders of a format: the file, and of Pactwright also where it starts. */
export function idsOf(format) {
  return files[format].flatMap((file) =>
    file === 'pactwright' ? [`${format}:agreement`, `${format}:yaml`] : [`${format}:${file}`],
  );
}

/** Loads a contender by its id. */
export async function load(id) {
  const [format, file] = id.split(':');
  if (file === 'agreement' || file === 'yaml') {
    const { contenders } = await import('../contenders/pactwright.mjs');
    const own = contenders.filter((each) => each.format === format);
    return own[file === 'agreement' ? 0 : 1];
  }
  return (await import(`../contenders/${file}.mjs`)).contender;
}

/** Returns what a contender makes the n-th document from. */
export async function inputAt(contender, n) {
  return contender.input ? contender.input(n) : contentAt(n);
}

/** True for Pactwright itself. */
export const isOurs = (id) => /:(agreement|yaml)$/.test(id);
