// One fault of a text, in offsets of the text that was parsed (which may have been repaired).
// yaml.ts turns faults into diagnostics at their place in the file as written.

import type { YamlCode } from '../base/codes.ts';
import type { Severity } from '../base/diagnostic.ts';
import type { Edit } from './edits.ts';

/** A fault with its place, its words and, where the meaning is clear, its repair. */
export interface Fault {
  readonly code: YamlCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly start: number;
  readonly end: number;
  /** What the text would look like if the writer followed the hint. */
  readonly edits?: readonly Edit[];
  /** True when what is read in spite of the fault says nothing reliable about the spec. */
  readonly guess?: true;
}

/** Makes an error. */
export function fault(
  code: YamlCode,
  start: number,
  end: number,
  message: string,
  hint: string,
  edits?: readonly Edit[],
): Fault {
  return { code, severity: 'error', message, hint, start, end, ...(edits ? { edits } : {}) };
}

/** Quotes a piece of the text in a message, cut to a readable length. */
export function shown(text: string): string {
  const line = text.trim().split(/\r?\n/)[0] ?? '';
  const characters = [...line];
  return `“${characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : line}”`;
}
