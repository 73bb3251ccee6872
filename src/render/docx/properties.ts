// What the file says about itself: core, custom and application properties.
// Every date is the paper's own; the clock never comes in.

import type { Properties } from '../../model/paper.ts';
import { declaration, element, escapeXml, join, type Xml } from './xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** Writes `docProps/core.xml`; the elements have no order there. */
export function coreXml(properties: Properties): Xml {
  const { title, author, subject, keywords, language, date, status, version } = properties;
  const text = (name: string, value: string | undefined): Xml[] =>
    value ? [element(name, {}, escapeXml(value))] : [];
  const time = (name: string): Xml =>
    element(name, { 'xsi:type': 'dcterms:W3CDTF' }, escapeXml(`${date}T00:00:00Z`));
  return join([
    declaration,
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      ...text('dc:title', title),
      ...text('dc:subject', subject),
      ...text('dc:creator', author),
      ...text('cp:keywords', keywords),
      ...text('cp:lastModifiedBy', author),
      ...text('cp:revision', '1'),
      time('dcterms:created'),
      time('dcterms:modified'),
      ...text('dc:language', language),
      ...text('cp:version', version),
      ...text('cp:contentStatus', status === 'final' ? 'Final' : 'Draft'),
    ),
  ]);
}

// The format id that Office gives to user-defined properties.
const userDefined = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** Writes `docProps/custom.xml`: reference, version, status, and what else the file records; no name twice. */
export function customXml(properties: Properties): Xml {
  const { reference, version, status, custom = [] } = properties;
  const named: readonly (readonly [string, string | undefined])[] = [
    ['Reference', reference],
    ['Version', version],
    ['Status', status],
    ...custom.map(({ name, value }) => [name, value] as const),
  ];
  const taken = new Set<string>();
  const given = named.flatMap(([name, value]) => {
    const key = name.toLowerCase();
    if (!name || !value || taken.has(key)) return [];
    taken.add(key);
    return [[name, value] as const];
  });
  return join([
    declaration,
    element(
      'Properties',
      { xmlns: `${office}/custom-properties`, 'xmlns:vt': `${office}/docPropsVTypes` },
      ...given.map(([name, value], index) =>
        element(
          'property',
          { fmtid: userDefined, pid: index + 2, name },
          element('vt:lpwstr', {}, escapeXml(value)),
        ),
      ),
    ),
  ]);
}

/** Writes `docProps/app.xml`. */
export function appXml(): Xml {
  return join([
    declaration,
    element(
      'Properties',
      { xmlns: `${office}/extended-properties` },
      element('Application', {}, escapeXml('Pactwright')),
    ),
  ]);
}
