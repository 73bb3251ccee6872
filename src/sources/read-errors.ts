// What explaining a fault starts from: the text, the library's errors and its token tree.
// Carries data to the families of faults; explains nothing itself.
// Collects; the explaining is done by its readers.

import type { CST, YAMLError } from 'yaml';
import { visitTokens } from './parse.ts';
import type { ReadText } from './read-text.ts';

/** A text with errors. */
export interface ReadErrors {
  readonly read: ReadText;
  /** By position; at least one. */
  readonly errors: readonly YAMLError[];
  readonly tree: CST.Document | undefined;
}

/** Returns all nodes of a token tree of some kind, in order. */
export function tokensWhere<T extends CST.Token>(
  tree: CST.Document | undefined,
  test: (token: CST.Token) => token is T,
): readonly T[] {
  const found: T[] = [];
  visitTokens(tree?.value, (token) => {
    if (test(token)) found.push(token);
  });
  return found.sort((one, other) => one.offset - other.offset);
}

/** Returns true for a text in quotes. */
export function isQuoted(token: CST.Token): token is CST.FlowScalar {
  return token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar';
}

/** Returns true for brackets or braces. */
export function isFlow(token: CST.Token): token is CST.FlowCollection {
  return token.type === 'flow-collection';
}

/** Returns true for a text after `|` or `>`. */
export function isBlock(token: CST.Token): token is CST.BlockScalar {
  return token.type === 'block-scalar';
}
