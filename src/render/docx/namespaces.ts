// The namespaces of WordprocessingML and of what stands in it, declared once at the root of a part.
// Data only.

const office = 'http://schemas.openxmlformats.org';
const word2010 = 'http://schemas.microsoft.com/office/word/2010';

/** The namespace of styles, settings and numbering. */
export const main = { 'xmlns:w': `${office}/wordprocessingml/2006/main` } as const;

/** The namespaces that body, headers and footers use. */
export const namespaces = {
  ...main,
  'xmlns:r': `${office}/officeDocument/2006/relationships`,
  'xmlns:wp': `${office}/drawingml/2006/wordprocessingDrawing`,
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
} as const;

/** The namespaces of the body, which has drawings too; these occur only where a choice is offered. */
export const bodyNamespaces = {
  ...namespaces,
  'xmlns:mc': `${office}/markup-compatibility/2006`,
  'xmlns:wpg': `${word2010}/wordprocessingGroup`,
  'xmlns:wps': `${word2010}/wordprocessingShape`,
} as const;
