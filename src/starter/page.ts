// Lines of a starter spec: settled lines, notes and examples to take up by deleting one sign.
// Knows how they look, not what they say.

/** A note to whoever edits the file; wrapped by its writer. */
export function note(indent: number, ...lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${' '.repeat(indent)}# ${line}`);
}

/** Lines of YAML that are not in force: the first `#` is deleted to use them. */
export function example(indent: number, ...lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${' '.repeat(indent)}#${line}`);
}
