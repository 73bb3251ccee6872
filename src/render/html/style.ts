// The style sheet of a paper in a browser and on a printer, from the same theme as the other
// formats. Refers to nothing outside the file.

import type { PageLinePart, Running } from '../../model/paper.ts';
import type { FontFamily, Theme, TypeName } from '../../model/theme.ts';
import { escapeCss } from './escape.ts';

/** Returns the style sheet. */
export function styleSheet(theme: Theme, running: Running): string {
  const { page, color, space } = theme;
  const { top, right, bottom, left } = page.marginMm;
  return `
@page { size: ${page.widthMm}mm ${page.heightMm}mm; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;${pageLine(running)} }
* { box-sizing: border-box; }
html { color-scheme: light; background: #eef0f3; }
body { margin: 0; color: ${color.text}; ${fontOf('body', theme)} overflow-wrap: break-word; }
main { position: relative; isolation: isolate; max-width: ${page.widthMm}mm; margin: 2rem auto; padding: ${top}mm ${right}mm ${bottom}mm ${left}mm; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 18%); }
h1, h2, h3, h4 { break-after: avoid; }
h1.title { ${typeOf('title', theme)} }
h2 { ${typeOf('heading1', theme)} }
h3 { ${typeOf('heading2', theme)} }
h4 { ${typeOf('heading3', theme)} }
h2 .number { display: inline-block; min-width: ${space.indent}pt; }
p { margin: 0 0 7pt; }
p.keep { break-after: avoid; }
p.lead { ${typeOf('lead', theme)} }
p.note { ${typeOf('note', theme)} }
p.caption, figcaption { ${typeOf('caption', theme)} }
p.recital, p.clause { padding-inline-start: ${space.indent}pt; }
p.recital.numbered, p.clause.numbered { text-indent: -${space.indent}pt; }
p.recital .number, p.clause .number { display: inline-block; min-width: ${space.indent}pt; text-indent: 0; }
ul, ol { margin: 0 0 7pt; padding-inline-start: ${space.indent * 0.75}pt; }
li > p { margin-bottom: 2pt; }
ul.dots { list-style-type: "•  "; }
ul.dashes { list-style-type: "–  "; }
.unbroken { white-space: nowrap; }
a { color: ${color.link}; }
a.reference { color: inherit; text-decoration: none; }
a.reference:hover, a.reference:focus { text-decoration: underline; }
.logos { margin-bottom: 10mm; }
.logo-row { display: flex; align-items: center; margin-bottom: 6mm; }
.logos svg { display: block; width: 100%; height: auto; }
.logo-row > * { flex: 0 1 auto; min-width: 0; }
img { max-width: 100%; height: auto; }
figure.drawing { overflow-x: auto; }
figure.drawing svg { display: block; width: 100%; min-width: 30rem; height: auto; ${familyRule(theme)} }
nav.contents { margin: 0 0 18pt; }
nav.contents ul { list-style: none; padding: 0; }
nav.contents li { margin: 0 0 3pt; }
nav.contents a { color: inherit; text-decoration: none; }
nav.contents a:hover, nav.contents a:focus { text-decoration: underline; }
nav.contents .number { display: inline-block; min-width: ${space.indent}pt; }
p.contents-title { ${typeOf('heading1', theme)} }
figure { margin: 0 0 12pt; break-inside: avoid; }
.scroll { overflow-x: auto; margin: 0 0 12pt; }
table { border-collapse: collapse; width: 100%; min-width: 26rem; }
table.facts { min-width: 0; }
th, td { padding: ${space.cellY}pt ${space.cellX}pt; border-bottom: 0.75pt solid ${color.rule}; text-align: start; vertical-align: top; font-weight: inherit; }
tr { break-inside: avoid; }
thead th { border-bottom: 1pt solid ${color.strongRule}; vertical-align: bottom; }
tr.total > * { border-top: 1pt solid ${color.strongRule}; }
.end { text-align: end; }
p.cell, td li, th li { ${typeOf('cell', theme)} }
p.cell { margin-bottom: 1pt; }
p.cellHeader { ${typeOf('cellHeader', theme)} }
table.facts :is(th, td) { padding-block: ${space.factY}pt; }
table.facts :is(p.cell, td li) { ${typeOf('fact', theme)} }
table.facts p.cellHeader { ${typeOf('factLabel', theme)} }
td ul, td ol, th ul, th ol { margin: 0; padding-inline-start: 12pt; }
.signatures { display: grid; gap: ${space.gutter}pt; margin-top: 14pt; }
.signature { break-inside: avoid; border-top: ${space.accent}pt solid ${color.rule}; padding-top: 6pt; }
p.organisation { ${typeOf('signatureOrganisation', theme)} min-height: 27pt; }
dl { margin: 0; }
dl div { display: grid; grid-template-columns: 5.5em 1fr; align-items: end; min-height: 18pt; }
dl div.signature { min-height: ${space.signature}pt; border-top: 0; padding-top: 0; }
dt { ${typeOf('signatureLabel', theme)} }
dd { margin: 0; ${typeOf('signatureValue', theme)} border-bottom: 0.75pt solid ${color.strongRule}; min-height: 14pt; }
.notice { color: ${color.noticeInk}; background: ${color.noticeTint}; border-inline-start: 3pt solid ${color.noticeInk}; padding: 6pt 10pt; margin: 0 0 12pt; break-inside: avoid; ${fontOf('notice', theme)} }
.notice-title { ${fontOf('noticeTitle', theme)} margin: 0 0 3pt; }
.notice ul { margin: 0; }
.page-break { break-after: page; margin: 18mm 0; border-top: 1px dashed ${color.rule}; }
.watermark::before { content: "${escapeCss(running.watermark ?? '')}"; }
.watermark { position: fixed; inset: 0; display: grid; place-items: center; pointer-events: none; font: 700 120pt ${familyOf(theme.fonts.heading)}; color: ${color.watermark}; transform: rotate(-35deg); z-index: -1; }
footer { ${typeOf('running', theme)} border-top: 0.75pt solid ${color.rule}; margin-top: 14mm; padding-top: 4pt; }
@media (max-width: 50rem) { .logo-row { flex-wrap: wrap; row-gap: 4mm; } main { margin: 0; padding: 1.25rem; box-shadow: none; } .watermark { font-size: 22vw; } }
@media (min-width: 34rem) { .columns-2 { grid-template-columns: 1fr 1fr; } .columns-3 { grid-template-columns: 1fr 1fr 1fr; } }
@media print { html, body { background: none; } main { margin: 0; padding: 0; max-width: none; box-shadow: none; } .page-break { margin: 0; border: 0; } .scroll, figure.drawing { overflow: visible; } figure.drawing svg { min-width: 0; } table { min-width: 0; } .columns-2 { grid-template-columns: 1fr 1fr; } .columns-3 { grid-template-columns: 1fr 1fr 1fr; } }
`;
}

function familyOf({ name, alternative }: FontFamily): string {
  const last = /serif/i.test(name) ? 'serif' : 'sans-serif';
  return `"${escapeCss(name)}", "${escapeCss(alternative)}", ${last}`;
}

function familyRule(theme: Theme): string {
  return `font-family: ${familyOf(theme.fonts.heading)};`;
}

function fontOf(name: TypeName, theme: Theme): string {
  const { family, size, leading, bold, italic } = theme.type[name];
  const weight = bold ? '700' : '400';
  const slope = italic ? 'italic ' : '';
  return `font: ${slope}${weight} ${size}pt/${leading}pt ${familyOf(theme.fonts[family])};`;
}

function typeOf(name: TypeName, theme: Theme): string {
  const { color, before, after } = theme.type[name];
  return `${fontOf(name, theme)} color: ${color}; margin: ${before}pt 0 ${after}pt;`;
}

function pageLine({ footer, pageLine: parts }: Running): string {
  const font = 'font: 8pt sans-serif; color: #565c66;';
  const left = ` @bottom-left { content: "${escapeCss(footer)}"; ${font} }`;
  if (!parts) return left;
  const content = parts.map((part: PageLinePart) =>
    typeof part === 'string' ? `"${escapeCss(part)}"` : `counter(${part.number})`,
  );
  return `${left} @bottom-right { content: ${content.join(' ')}; ${font} }`;
}
