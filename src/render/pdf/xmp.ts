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
    pdfuaSchema,
  ].join('');
}

/** PDF/A asks for a description of every schema it does not know itself (ISO 19005-3, 6.6.2.3). */
const pdfuaSchema = [
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n',
].join('');
