// What the file says about itself in XMP: title, authors and the standards it keeps to
// (PDF/UA-1, PDF/A-3a). Must say the same as the Info dictionary. Only writes text.

import type { Properties } from '../../model/paper.ts';

/** Characters that XML 1.0 cannot hold even as references. */
const notXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string =>
  text.replace(notXml, '\ufffd').replace(/[&<>"]/g, (sign) => entities[sign]!);

const description = (prefix: string, uri: string, body: string): string =>
  `<rdf:Description rdf:about="" xmlns:${prefix}="${uri}">${body}</rdf:Description>\n`;

/** Returns the rdf:Description elements of a paper, without the packet around them. */
export function xmp(properties: Properties): string {
  const date = `${properties.date}T00:00:00Z`;
  const inLanguages = (name: string, text: string): string =>
    text
      ? `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></dc:${name}>`
      : '';
  const creator = properties.author
    ? `<dc:creator><rdf:Seq><rdf:li>${escaped(properties.author)}</rdf:li></rdf:Seq></dc:creator>`
    : '';
  const keywords = properties.keywords
    ? `<pdf:Keywords>${escaped(properties.keywords)}</pdf:Keywords>`
    : '';
  return [
    '\n',
    description(
      'dc',
      'http://purl.org/dc/elements/1.1/',
      [
        inLanguages('title', properties.title),
        creator,
        inLanguages('description', properties.subject),
        `<dc:language><rdf:Bag><rdf:li>${escaped(properties.language)}</rdf:li></rdf:Bag></dc:language>`,
      ].join(''),
    ),
    description(
      'xmp',
      'http://ns.adobe.com/xap/1.0/',
      `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:CreatorTool>Pactwright</xmp:CreatorTool>`,
    ),
    description(
      'pdf',
      'http://ns.adobe.com/pdf/1.3/',
      `<pdf:Producer>Pactwright</pdf:Producer>${keywords}`,
    ),
    description(
      'pdfaid',
      'http://www.aiim.org/pdfa/ns/id/',
      '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
    ),
    description('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', '<pdfuaid:part>1</pdfuaid:part>'),
    description(own.prefix, own.uri, ownProperties(properties)),
    schemas,
  ].join('');
}

/** Our own schema: what the agreement's file records that no known schema has a place for. */
const own = { prefix: 'pactwright', uri: 'urn:pactwright:agreement:1#' } as const;

function ownProperties({ status, reference, version, custom }: Properties): string {
  const text = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `<${own.prefix}:${name}>${escaped(value)}</${own.prefix}:${name}>`;
  const records = (custom ?? []).map(
    ({ name, value }) => `<rdf:li>${escaped(`${name}: ${value}`)}</rdf:li>`,
  );
  return [
    text('status', status),
    text('reference', reference),
    text('version', version),
    records.length
      ? `<${own.prefix}:record><rdf:Bag>${records.join('')}</rdf:Bag></${own.prefix}:record>`
      : '',
  ].join('');
}

const resource = (body: string): string => `<rdf:li rdf:parseType="Resource">${body}</rdf:li>`;

function schema(
  name: string,
  { prefix, uri }: { readonly prefix: string; readonly uri: string },
  properties: readonly (readonly [name: string, type: string, category: string, says: string])[],
): string {
  const described = properties.map(([property, type, category, says]) =>
    resource(
      [
        `<pdfaProperty:name>${property}</pdfaProperty:name>`,
        `<pdfaProperty:valueType>${type}</pdfaProperty:valueType>`,
        `<pdfaProperty:category>${category}</pdfaProperty:category>`,
        `<pdfaProperty:description>${says}</pdfaProperty:description>`,
      ].join(''),
    ),
  );
  return resource(
    [
      `<pdfaSchema:schema>${name}</pdfaSchema:schema>`,
      `<pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI>`,
      `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>`,
      `<pdfaSchema:property><rdf:Seq>${described.join('')}</rdf:Seq></pdfaSchema:property>`,
    ].join(''),
  );
}

/** PDF/A asks for a description of every schema it does not know itself (ISO 19005-3, 6.6.2.3). */
const schemas = [
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag>',
  schema(
    'PDF/UA Universal Accessibility Schema',
    { prefix: 'pdfuaid', uri: 'http://www.aiim.org/pdfua/ns/id/' },
    [['part', 'Integer', 'internal', 'The part of ISO 14289 that is followed']],
  ),
  schema('Record of the agreement', own, [
    ['status', 'Text', 'external', 'draft or final'],
    ['reference', 'Text', 'external', 'The reference of the agreement'],
    ['version', 'Text', 'external', 'The version of the agreement'],
    ['record', 'bag Text', 'external', 'What was decided when the file was made'],
  ]),
  '</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n',
].join('');
