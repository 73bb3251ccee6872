// The door of this room: templates and agreements in, papers out.
// Only re-exports; nothing outside imports a file of this room past it.

export type { OpenFinding } from './annotate.ts';
export { calendarOf } from './calendar.ts';
export { type ComposeContext, compose } from './compose.ts';
export { contentsTitle, listContents, type PageCount } from './contents.ts';
export { dutiesOf, partnersWithDuties } from './duties.ts';
export { dutyRows } from './duty-rows.ts';
export { type LoadedTemplate, loadTemplate } from './load.ts';
export { lower } from './lower.ts';
export type { PaperPictures, PictureSize } from './lower-logos.ts';
export { makePaper, type PaperInput } from './make-paper.ts';
export { type Passages, passages } from './passages.ts';
export { composeDiagnostics } from './problems.ts';
export type { Template } from './template.ts';
export { type Unprinted, unprinted, unprintedLeaves } from './unprinted.ts';
