// `-foo` and `title:Stars`: a dash or a colon without the space after it.
// Shared by the families of faults that come upon such a line; looks at one line only.
// One of the explanations that explain.ts chooses from; reads lines, changes nothing.

import { type Fault, fault, shown } from './fault.ts';

/** Returns the fault for `-foo` or `title:Stars`. */
export function withoutSpace(line: string, start: number): Fault | undefined {
  const dash = /^-(?=[^\s-])/.exec(line);
  if (dash) {
    const at = start + 1;
    return fault(
      'yaml/space-after-dash',
      start,
      start + line.trimEnd().length,
      `After the dash of ${shown(line.slice(1))} a space is missing.`,
      `Write \`- ${line.slice(1).trim()}\`.`,
      [{ start: at, end: at, text: ' ' }],
    );
  }
  const match = /^(?:-[ \t]+)*([\p{L}_][\p{L}\p{N}_-]*):(?=[^\s/:])/u.exec(line);
  if (!match) return undefined;
  const key = match[1]!;
  const at = start + match[0].length;
  return fault(
    'yaml/missing-space',
    start,
    start + line.trimEnd().length,
    `After the colon of \`${key}\` a space is missing.`,
    `Write \`${key}: ${line.slice(match[0].length).trim()}\`.`,
    [{ start: at, end: at, text: ' ' }],
  );
}
