// The phrases that a template needs for each drawing that it uses, with the values each may hold.
// Data for the check at load; fill-drawing.ts puts the values in.

/** The tags that are drawings. */
export type DrawingTag = 'timeline' | 'rolesmatrix' | 'measures';

/** The phrases that each drawing needs, with the values they may hold. */
export const drawingPhrases: Readonly<
  Record<DrawingTag, readonly (readonly [key: string, places: readonly string[]])[]>
> = {
  timeline: [
    ['timeline.shows', ['start', 'end', 'milestones', 'events', 'meetings', 'reviews']],
    ['timeline.milestone', []],
    ['timeline.smallWin', []],
    ['timeline.event', []],
    ['timeline.meeting', []],
    ['timeline.review', []],
  ],
  rolesmatrix: [
    ['rolesmatrix.shows', ['first', 'last', 'tasks', 'leads']],
    ['rolesmatrix.leads', ['partner', 'count']],
    ['rolesmatrix.task', []],
    ['rolesmatrix.lead', []],
    ['rolesmatrix.support', []],
  ],
  measures: [
    ['measures.shows', ['items']],
    ['measures.item', ['what', 'baseline', 'target']],
    ['measures.more', ['count']],
    ['measures.baseline', []],
    ['measures.target', []],
  ],
};

/** Returns true for a tag that is a drawing. */
export function isDrawing(tag: string): tag is DrawingTag {
  return Object.hasOwn(drawingPhrases, tag);
}
