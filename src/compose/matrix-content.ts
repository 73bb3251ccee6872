// What of the roles stands in their matrix: tasks by partners, in sheets that fit on a page.
// Draws nothing.

import type { DocumentMatrix } from '../model/document.ts';
import type { Filling } from './filling.ts';

/** Fewer tasks than this need no matrix. */
const fewest = 2;

/** The most tasks of a sheet: with two lines each they still fit on a page with their header. */
const mostOnSheet = 20;

/** Returns the sheets of the matrix; none where it would say nothing. */
export function matrixSheets({ agreement, wording }: Filling): readonly DocumentMatrix[] {
  const known = (key: string | undefined): key is string =>
    key !== undefined && Object.hasOwn(agreement.partners, key);
  const tasks = (agreement.roles ?? []).map(({ task, lead, support = [] }) => ({
    name: task,
    ...(known(lead) ? { lead } : {}),
    support: support.filter((key) => known(key) && key !== lead),
  }));
  const busy = new Set(tasks.flatMap(({ lead, support }) => [lead, ...support]));
  // A partner without a task is shown too: that is worth seeing. Others only if they have one.
  const columns = Object.entries(agreement.partners).flatMap(([key, { role = 'partner' }]) =>
    role === 'partner' || busy.has(key) ? [key] : [],
  );
  if (tasks.length < fewest || busy.size === 0 || (busy.size === 1 && busy.has(undefined))) {
    return [];
  }
  const words = {
    task: wording.words('rolesmatrix.task'),
    lead: wording.words('rolesmatrix.lead'),
    support: wording.words('rolesmatrix.support'),
  };
  const count = Math.ceil(tasks.length / mostOnSheet);
  return Array.from({ length: count }, (_, index) => ({
    shows: 'rolesmatrix',
    tasks: tasks.slice(
      Math.round((index * tasks.length) / count),
      Math.round(((index + 1) * tasks.length) / count),
    ),
    columns,
    words,
  }));
}
