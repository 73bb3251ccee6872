// How the review page looks: calm, mostly type, for a laptop, a phone and a printer, light and dark.
// Colours are chosen for 4.5:1 and more on their grounds, and never say anything by themselves.
// (Over 250 lines of mostly one style sheet: one thing, read from top to bottom.)

/** Colours by name: ink, grounds, and for each tone a dark and a light one. */
const light = `
  --ground: #f5f3ee; --card: #fffefb; --ink: #20242a; --soft: #575d66; --rule: #dbd6cb; --strong: #a8a294;
  --link: #0b4f8a; --sheet: #fff; --sheet-ink: #20242a; --sheet-rule: #d5d7db; --mark: #ffe9a8;
  --must: #97201c; --must-tint: #fbeae7; --should: #7a4a00; --should-tint: #fbf0d9;
  --could: #22507a; --could-tint: #e7eff7; --good: #1d5b37; --good-tint: #e4f2e8;`;
const dark = `
  --ground: #14171b; --card: #1c2025; --ink: #e8e5de; --soft: #b2b6bc; --rule: #343a42; --strong: #6b727c;
  --link: #9cc9f5; --sheet: #23282e; --sheet-ink: #ece9e2; --sheet-rule: #454c55; --mark: #6a5410;
  --must: #ffb3aa; --must-tint: #3a1f1e; --should: #f2cb7c; --should-tint: #33290f;
  --could: #a9cef3; --could-tint: #182a3b; --good: #9ad9b0; --good-tint: #16301f;`;

const page = `
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 68rem; padding: 0 1.25rem 4rem; font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; margin: 0; overflow-wrap: anywhere; }
p { margin: 0 0 .75rem; max-width: 42rem; }
code { font: .9em/1.5 ui-monospace, "Cascadia Code", Menlo, Consolas, "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--link); padding: .3rem 0; }
.only-heard { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icons { position: absolute; }
.icon { width: 1em; height: 1em; flex: none; vertical-align: -.12em; }
.eyebrow { display: flex; justify-content: space-between; gap: 1rem; padding: 1.5rem 0 0; color: var(--soft); font-size: .9375rem; }
.eyebrow p, .back { margin: 0; }
.front { padding: 1.5rem 0 1.75rem; }
.front h1, .front h2 { font-size: clamp(1.8rem, 5.2vw, 2.75rem); font-weight: 680; letter-spacing: -.015em; }
.between { margin: .75rem 0 0; font-size: 1.1875rem; max-width: 46rem; }
.facts { margin: .5rem 0 0; color: var(--soft); }
.file { overflow-wrap: anywhere; }
.must { --tone: var(--must); --tint: var(--must-tint); }
.should { --tone: var(--should); --tint: var(--should-tint); }
.could { --tone: var(--could); --tint: var(--could-tint); }
.good { --tone: var(--good); --tint: var(--good-tint); }
.plain { --tone: var(--soft); --tint: transparent; }
.sign { display: inline-flex; align-items: center; gap: .4em; color: var(--tone); font-weight: 600; font-size: .9375rem; letter-spacing: 0; white-space: nowrap; }
.verdict { background: var(--tint); border-radius: .75rem; padding: 1.5rem 1.75rem; }
.verdict h2, .verdict h3 { display: flex; align-items: center; gap: .5em; color: var(--tone); font-size: 1.625rem; margin-bottom: .5rem; }
.verdict p { font-size: 1.125rem; margin: 0; }
.verdict .counts { margin-top: 1rem; }
.counts { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0; padding: 0; }
.counts li { display: inline-flex; align-items: baseline; gap: .4em; }
.counts .icon { align-self: center; }
.counts li.must .icon, .counts li.should .icon, .counts li.good .icon { color: var(--tone); }
.tools { margin: 1.5rem 0 0; padding: 1.25rem 1.75rem; background: var(--card); border: 1px solid var(--rule); border-radius: .75rem; }


.tools p:last-child, .tools p:nth-child(2) { margin: 0; }
.tools [role=status]:not(:empty) { margin-top: .75rem; }
button { font: inherit; font-weight: 600; color: var(--link); background: transparent; border: 1.5px solid var(--link); border-radius: .5rem; padding: .4rem 1rem; margin: 0 .5rem .5rem 0; min-height: 2.75rem; cursor: pointer; }
button:hover { background: var(--could-tint); }
.elements, .part { margin-top: 3.5rem; }
.elements h2, .elements h3, .part > h2, .part > h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; font-size: 1.625rem; letter-spacing: -.01em; }
.part > h2, .part > h3 { border-top: 2px solid var(--ink); padding-top: 1rem; }
.part > h2 .sign, .part > h3 .sign { font-size: 1rem; }
.element-about { color: var(--soft); margin: .35rem 0 1.25rem; }
.elements ol { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: .75rem; }
.elements li { display: grid; min-width: 0; gap: .1rem; background: var(--card); border: 1px solid var(--rule); border-radius: .6rem; padding: .8rem 1rem; }
.elements li a { font-weight: 600; color: var(--ink); padding: .2rem 0; }
.elements .open { color: var(--soft); font-size: .9375rem; }
`;

const points = `
.point { background: var(--card); border: 1px solid var(--rule); border-radius: .75rem; padding: 1.5rem 1.75rem 1rem; margin: 0 0 1.25rem; }
.point:target { outline: 3px solid var(--link); }
.point-head { display: flex; align-items: center; gap: .75rem; margin: 0 0 .6rem; }
.point-number { display: grid; place-items: center; min-width: 2rem; height: 2rem; padding: 0 .45rem; border-radius: 1rem; background: var(--tint); color: var(--tone); font-weight: 700; font-size: .9375rem; font-variant-numeric: tabular-nums; }
.point > h3, .point > h4 { font-size: 1.25rem; font-weight: 640; max-width: 44rem; }
.point-body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.1rem 2.25rem; margin-top: .9rem; }
.asks, .todo { font-size: 1.125rem; margin-bottom: .35rem; }
.asks::before { content: "Ask each other: "; color: var(--soft); }
.why { color: var(--soft); margin: 0; }
.note { margin: 0; max-width: none; }
.note label { display: block; font-weight: 600; margin-bottom: .3rem; }
textarea { width: 100%; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--strong); border-radius: .5rem; padding: .6rem .75rem; resize: vertical; min-height: 5.5rem; field-sizing: content; }
.mend { margin-top: .75rem; }
.mend > div { padding: .25rem 0 .75rem; }
.mend p { margin: .75rem 0 .4rem; }
.rule { color: var(--soft); font-size: .9375rem; }
pre { margin: 0 0 .5rem; padding: .75rem 1rem; background: var(--ground); border-radius: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { font-size: .875rem; }
.line { display: grid; grid-template-columns: 2.75em 1fr; gap: .75em; }
.line .at { color: var(--soft); text-align: end; user-select: none; }
.line > span:last-child { white-space: pre-wrap; }
.asked ul, .accepted, .often { padding: 0; margin: .5rem 0 0; list-style: none; }
.asked li { padding: .45rem 0; border-top: 1px solid var(--rule); }
.asked .sign { min-width: 9.5rem; }
.reason { color: var(--soft); }
.accepted > li { background: var(--card); border: 1px solid var(--rule); border-radius: .6rem; padding: 1rem 1.25rem; margin-bottom: .75rem; }
.accepted p { margin: 0; }
.waiver { margin-top: .4rem !important; }
.waiver .by { display: block; font-weight: 600; }
.often { counter-reset: often; list-style: decimal; padding-left: 1.5rem; }
.often li { padding: .3rem 0; }
.passage { margin: 0; min-width: 0; }
.passage figcaption { font-size: .9375rem; color: var(--soft); margin-bottom: .4rem; }
@media (min-width: 60rem) {
  .point-body { grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); grid-template-rows: auto 1fr; }
  .point-body .passage { grid-column: 2; grid-row: 1 / span 2; }
}
`;

const paper = `
.paper { background: var(--sheet); color: var(--sheet-ink); border: 1px solid var(--sheet-rule); border-radius: .3rem; padding: 1rem 1.25rem; font: 1rem/1.5 "Iowan Old Style", Charter, "Noto Serif", Georgia, Cambria, serif; box-shadow: 0 1px 3px rgb(0 0 0 / 10%); }
.paper p { margin: 0 0 .5rem; max-width: none; }
.paper > :last-child, .paper .scroll:last-child { margin-bottom: 0; }
.paper h3, .paper h4, .paper h5, .paper h6, .clause-title, .neighbour { font: 650 1.0625rem/1.35 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; margin: 0 0 .5rem; }
.paper h3.title, .paper h4.title, .paper h5.title { font-size: 1.375rem; }
.paper .number { display: inline-block; min-width: 1.6em; }
.paper .numbered .number { min-width: 2.4em; }
.neighbour { color: var(--soft); opacity: 1; }
.gap { border: 1.5px dashed var(--strong); border-radius: .3rem; padding: .6rem .8rem; margin: .25rem 0 .75rem !important; font-style: italic; }
.gap:last-child { margin-bottom: 0 !important; }
.paper mark { background: var(--mark); color: inherit; padding: 0 .1em; border-radius: .15em; font-weight: 600; }
.paper ul, .paper ol { margin: 0 0 .5rem; padding-inline-start: 1.3em; }
.paper li > p { margin: 0 0 .2rem; }
.paper ul.dots { list-style-type: "•  "; }
.paper ul.dashes { list-style-type: "–  "; }
.paper a.reference { color: inherit; }
.paper .scroll { overflow-x: auto; margin: 0 0 .75rem; }
.paper table { border-collapse: collapse; width: 100%; font: .9375rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.paper table:has(col:nth-child(4)) { min-width: 19rem; }
.paper table:has(col:nth-child(5)) { min-width: 25rem; }
.paper th, .paper td { padding: .4rem .6rem; border-bottom: 1px solid var(--sheet-rule); text-align: start; vertical-align: top; font-weight: inherit; }
.paper thead th, .paper table.facts th { color: var(--soft); font-size: .875rem; }
.paper th p, .paper td p { margin: 0; }
.paper .end { text-align: end; }
.paper tr.total > * { border-top: 2px solid var(--sheet-rule); }
.paper img { max-width: min(100%, 11rem); max-height: 4rem; width: auto !important; height: auto; background: #fff; border-radius: .2rem; padding: .25rem; object-fit: contain; }
.paper figure { margin: 0 0 .75rem; }
.paper figure img { max-width: 100%; max-height: 24rem; }
.paper figure.drawing { overflow-x: auto; background: #fff; border-radius: .3rem; padding: .5rem; }
.paper figure.drawing svg { display: block; width: 100%; min-width: 29rem; height: auto; font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.logo-row { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem !important; margin-bottom: .75rem; }
.signatures { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
.signature { border-top: 3px solid var(--sheet-rule); padding-top: .5rem; }
.organisation { font-weight: 600; }
.signature dl { margin: 0; }
.signature dl div { display: grid; grid-template-columns: 6em 1fr; border: 0; padding: .15rem 0; }
.signature dt { color: var(--soft); }
.signature dd { margin: 0; border-bottom: 1px solid var(--sheet-rule); min-height: 1.5em; }
.beside > summary, .duties > summary { font-size: 1.0625rem; }
.duties { border-top: 1px solid var(--rule); padding: .35rem 0; }
.duties > .paper { margin: .5rem 0 1rem; }
.row { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75rem 1.5rem; padding: 1.25rem 0; border-top: 1px solid var(--rule); }
.row > div { min-width: 0; }
.row pre { background: var(--card); }
.not-printed { color: var(--soft); }
.open-here { margin: .5rem 0 0; font-size: .9375rem; }
@media (min-width: 60rem) { .row { grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); } .columns-2, .columns-3 { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
`;

const overview = `
.agreement { margin-top: 5rem; border-top: 6px solid var(--ink); }
.overview .list { margin-top: 1.25rem; }
.overview table { width: 100%; border-collapse: collapse; }
.overview th, .overview td { text-align: start; vertical-align: top; padding: .7rem .75rem .7rem 0; border-bottom: 1px solid var(--rule); font-weight: inherit; }
.overview thead th { color: var(--soft); font-size: .9375rem; vertical-align: bottom; }
.overview tbody th { overflow-wrap: anywhere; min-width: 12rem; }
.overview tbody th a { font-weight: 600; display: inline-block; padding: .15rem 0; }
.names, .overview .file { display: block; color: var(--soft); font-size: .9375rem; }
.overview td ul { list-style: none; margin: .25rem 0; padding: 0; max-width: 34rem; }
.overview td li { overflow-wrap: anywhere; padding: .15rem 0; }
.overview td li .icon, .tallies .icon { margin-inline-end: .4em; color: var(--tone); }
.tallies span { white-space: nowrap; display: block; font-size: .9375rem; }
summary .tallies { display: inline-grid; vertical-align: top; color: var(--ink); }
.overview tbody tr { content-visibility: auto; }
td.element { text-align: center; color: var(--tone); padding-inline: .15rem; }
.overview td:nth-child(3) { min-width: 13rem; }
th.element { display: none; }
td.element { display: none; }
.filter { border: 0; margin: 0 0 .75rem; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.filter legend { float: left; margin-right: 1rem; color: var(--soft); }
.filter label { display: inline-flex; align-items: center; gap: .4em; min-height: 2rem; }
.filter input { width: 1.15rem; height: 1.15rem; accent-color: var(--link); }
.list:has([value=no]:checked) tbody tr:not(.no), .list:has([value=almost]:checked) tbody tr:not(.almost), .list:has([value=yes]:checked) tbody tr:not(.yes) { display: none; }
.cut, .legend { color: var(--soft); }
.legend { display: none; font-size: .9375rem; }
@media (min-width: 64rem) {
  th.element, td.element { display: table-cell; }
  .legend { display: block; }
  .overview thead th.element { writing-mode: vertical-rl; transform: rotate(180deg); padding: 0 0 .5rem; font-weight: 400; text-align: start; }
}
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--soft); font-size: .9375rem; }
@media (max-width: 34rem) {
  body { padding: 0 1rem 3rem; }
  .verdict, .tools, .point { padding-inline: 1.1rem; }
  .overview table, .overview tbody { display: block; }
  .overview thead { display: none; }
  .overview tbody tr { display: block; padding: .75rem 0; border-bottom: 1px solid var(--rule); }
  .overview tbody th, .overview tbody td { display: block; border: 0; padding: .15rem 0; }
  .overview tbody td.element { display: none; }
  .filter { display: grid; }
  .filter legend { float: none; margin: 0; padding: 0; }
  .sign { white-space: normal; }
  .elements ol { gap: .4rem; }
  .elements li { grid-template-columns: 1fr auto; padding: .5rem .9rem; }
  .elements .sign { grid-column: 2; grid-row: 1; }
}
`;

const print = `
@page { margin: 14mm 16mm; }
@media print {
  html, body { background: #fff; max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.45; }
  p { max-width: none; }
  .eyebrow { padding: 0; }
  .front { padding: 1rem 0; }
  .tools, .back, .filter, .overview .only-heard, .open-here { display: none !important; }
  .verdict, .point, .elements li, .accepted > li { break-inside: avoid; background: #fff; }
  .verdict { border: 1px solid var(--tone); padding: .9rem 1.25rem; }
  .part > h2, .part > h3, .element-about, .passage figcaption, .paper h3, .paper h4, .paper h5, .paper h6, .paper thead { break-after: avoid; }
  .paper tr { break-inside: avoid; }
  .part, .elements { margin-top: 1.5rem; }
  .point { padding: .7rem 1rem .8rem; margin-bottom: .7rem; border-color: var(--strong); }
  .point-head { margin-bottom: .25rem; }
  .point-number { min-width: 1.5rem; height: 1.5rem; border: 1px solid var(--tone); background: #fff; }
  .point > h3, .point > h4 { font-size: 1.1rem; max-width: none; }
  .asks { font-size: 1rem; }
  .point-body { gap: .6rem 1.5rem; margin-top: .4rem; grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); grid-template-rows: auto 1fr; }
  .point-body .passage { grid-column: 2; grid-row: 1 / span 2; }
  .elements ol { grid-template-columns: repeat(4, 1fr); }
  .elements li { padding: .5rem .75rem; }
  .paper { box-shadow: none; padding: .6rem .9rem; font-size: .95rem; }
  .paper .scroll, .paper figure.drawing { overflow: visible; }
  .paper figure.drawing svg { min-width: 0; }
  .paper table, .paper table:has(col) { min-width: 0; font-size: 8pt; }
  .paper th, .paper td { padding: .2rem .35rem; }
  textarea { border-color: var(--strong); background: #fff; resize: none; overflow: hidden; min-height: 4.5rem; }
  details:not([open]), .part:has(> .beside:not([open])), .part:has(> .duties):not(:has(> .duties[open])) { display: none; }
  details[open] > summary { display: none; }
  .paper details:not([open]) { display: block; }
  .paper details:not([open]) summary { font-size: 0; list-style: none; color: inherit; }
  .paper details:not([open]) summary::before { content: "The whole clause; see the agreement."; font: italic 9pt/1.4 Georgia, serif; }
  .row { grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr); }
  .duties[open] { break-before: page; break-after: page; border: 0; }
  .duties > .paper { border: 0; padding: 0; margin: 0; font-size: .9rem; }
  .agreement { break-before: page; margin-top: 0; border-top: 0; }
  a { color: inherit; text-decoration: none; }
}
`;

/** The style sheet of the page. */
export const reviewStyle = `
:root { color-scheme: light dark; ${light} }
@media screen and (prefers-color-scheme: dark) { :root { ${dark} } }
@media print { :root { color-scheme: light; } }
${page}${points}${paper}${overview}${print}`;
