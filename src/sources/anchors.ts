// `&name` and `*name`: what was marked and where it is repeated, with limits against files that
// would grow without end. Values are shared, never copied.

import type { Alias, Node } from 'yaml';
import type { Located } from '../model/located.ts';
import { type Fault, fault } from './fault.ts';
import { maxAliasNodes, maxDepth } from './limits.ts';
import type { ReadText } from './read-text.ts';
import { specialStart } from './starts.ts';

interface Marked {
  readonly name: string;
  readonly node: Node;
  /** How many values it holds, itself included; undefined while it is being read. */
  size?: number;
  located?: Located;
  used: boolean;
}

/** The marked values of one document, as they are read. */
export interface Anchors {
  /** Notes that a marked value begins. */
  open(name: string, node: Node): Marked;
  /** Notes that it ends, and what it is. */
  close(marked: Marked, located: Located): void;
  /** Counts one value. */
  count(): void;
  /** Returns the value that an alias at this nesting repeats, or `undefined` after reporting why not. */
  resolve(alias: Alias, depth: number): Located | undefined;
  /** Reports marks on texts that nothing repeats: most likely the text was meant. */
  reportUnused(): void;
}

/** Starts a document; faults are added to `faults`. */
export function makeAnchors(read: ReadText, faults: Fault[]): Anchors {
  const marks = new Map<string, Marked>();
  const all: Marked[] = [];
  const starts: number[] = [];
  const depths = new Map<Located, number>();
  let counted = 0;
  let repeated = 0;
  let full = false;
  const stop = (reason: Fault): undefined => {
    full = true;
    faults.push({ ...reason, guess: true });
    return undefined;
  };
  return {
    open: (name, node) => {
      const marked: Marked = { name, node, used: false };
      marks.set(name, marked);
      all.push(marked);
      starts.push(counted);
      return marked;
    },
    close: (marked, located) => {
      counted += 1;
      marked.size = counted - starts.pop()!;
      marked.located = located;
    },
    count: () => {
      counted += 1;
    },
    resolve: (alias, depth) => {
      const [start, end] = alias.range!;
      const marked = marks.get(alias.source);
      if (!marked) {
        faults.push(unknownAlias(read, alias, marks));
        return undefined;
      }
      marked.used = true;
      if (!marked.located || marked.size === undefined) {
        const message = `\`*${alias.source}\` stands inside the value that \`&${alias.source}\` marks, so it would never end.`;
        return stop(fault('yaml/alias-cycle', start, end, message, 'Write the value out here.'));
      }
      if (full) return undefined;
      counted += marked.size;
      repeated += marked.size;
      if (repeated > maxAliasNodes) {
        const message = `Repeating values with \`*\` would make more than ${maxAliasNodes.toLocaleString('en-US')} of them.`;
        const hint = 'Write the values out where they are needed.';
        return stop(fault('yaml/alias-limit', start, end, message, hint));
      }
      if (depth + depthOf(marked.located, depths) > maxDepth) {
        const message = `With \`*${alias.source}\`, lists and maps are nested deeper than ${maxDepth} levels.`;
        return stop(
          fault('yaml/too-deep', start, end, message, 'Write the values out, less deep.'),
        );
      }
      return marked.located;
    },
    reportUnused: () => {
      for (const { name, node, used, located } of all) {
        if (used || located?.kind !== 'scalar') continue;
        const start = read.text.lastIndexOf(`&${name}`, node.range![0]);
        if (start < 0) continue;
        faults.push({
          ...fault(
            'yaml/unused-anchor',
            start,
            start + name.length + 1,
            `\`&${name}\` is read as a mark, not as text, and is not printed.`,
            'If it belongs to the text, put the whole text in quotes.',
          ),
          severity: 'warning',
        });
      }
    },
  };
}

function unknownAlias(read: ReadText, alias: Alias, marks: ReadonlyMap<string, Marked>): Fault {
  const [start, end] = alias.range!;
  if (marks.size === 0) return specialStart(read, start);
  const message = `\`*${alias.source}\` repeats a value marked \`&${alias.source}\` further up, but there is none.`;
  const hint = `Marked are ${[...marks.keys()]
    .slice(0, 8)
    .map((name) => `\`&${name}\``)
    .join(', ')}. If the star belongs to the text, put the text in quotes.`;
  return fault('yaml/unknown-alias', start, end, message, hint);
}

/** Returns how deeply lists and maps are nested in a value; each shared value is looked at once. */
function depthOf(located: Located, known: Map<Located, number>): number {
  if (located.kind === 'scalar') return 0;
  const before = known.get(located);
  if (before !== undefined) return before;
  const parts = located.kind === 'list' ? located.items : located.entries.map(({ value }) => value);
  const depth = 1 + parts.reduce((most, part) => Math.max(most, depthOf(part, known)), 0);
  known.set(located, depth);
  return depth;
}
