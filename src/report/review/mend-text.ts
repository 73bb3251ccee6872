// Turns "this YAML at this path" into lines as they stand in a file, with the keys that lead there.
// Writes text only; knows no HTML.

import type { Mend } from './review-data.ts';

/**
 * Returns the YAML with the keys above it, so that it is seen where it belongs. What is in the file
 * already has its line number after it; an item of a list is a dash with a note on which one is meant.
 */
export function mendText({ at, yaml, there }: Mend): string {
  const path = mendPath({ at, yaml });
  let depth = 0;
  return nested(at, yaml, '')
    .split('\n')
    .map((line) => {
      const step = path[depth];
      if (step === undefined || !leads(line, step)) return line;
      depth += 1;
      const number = there[depth - 1];
      if (number === undefined) return line;
      return `${line}${line.includes(' # ') ? ', ' : '  # '}line ${number}`;
    })
    .join('\n');
}

function leads(line: string, step: string | number): boolean {
  const text = line.trimStart();
  return typeof step === 'number' ? text.startsWith('- #') : text.startsWith(`${step}:`);
}

function nested(at: Mend['at'], yaml: string, indent: string): string {
  const [step, ...rest] = at;
  if (step === undefined) {
    return yaml
      .split('\n')
      .map((each) => indent + each)
      .join('\n');
  }
  const inner = (): string => nested(rest, yaml, `${indent}  `);
  if (typeof step === 'number') return `${indent}- # number ${step + 1} of the list\n${inner()}`;
  if (rest.length === 0 && isScalar(yaml)) return `${indent}${step}: ${yaml}`;
  return `${indent}${step}:\n${inner()}`;
}

/** A map opens with a key, a list with a dash; anything else on one line is a value. */
function isScalar(yaml: string): boolean {
  return !yaml.includes('\n') && !/^- /.test(yaml) && !/^[\p{L}\p{N}_-]+:(\s|$)/u.test(yaml);
}

/** Returns the path of the first thing that a mend adds: the key at its innermost level. */
export function mendPath({ at, yaml }: Pick<Mend, 'at' | 'yaml'>): Mend['at'] {
  const steps: string[] = [];
  let depth = -1;
  for (const line of yaml.split('\n')) {
    const [, indent, key] = /^( *)([\p{L}\p{N}_-]+):(?:\s|$)/u.exec(line) ?? [];
    if (indent === undefined || key === undefined || indent.length <= depth) break;
    depth = indent.length;
    steps.push(key);
  }
  return [...at, ...steps];
}
