// How a stretch of lines is called: "line 7" or "lines 7 to 9".
// Words only.

import type { Lines } from './review-data.ts';

/** Returns the name of a stretch of lines. */
export function countedLines({ first, text }: Lines): string {
  return text.length < 2 ? `line ${first}` : `lines ${first} to ${first + text.length - 1}`;
}
