// Renders samples for the tests of this room, and opens what came out.

import { deflateSync } from 'node:zlib';
import { renderDocx } from '../../src/render/docx/index.ts';
import { randomPaper, type Sample, samples } from '../render/sample-paper.ts';
import { edgePapers } from './edge-papers.ts';
import { type Node, parseXml, partsOf } from './xml-tree.ts';

/** Renders a sample with node's zlib. */
export function render({ paper, theme }: Sample): Promise<Uint8Array> {
  return renderDocx(paper, theme, (bytes) => deflateSync(bytes));
}

/** A DOCX opened for looking into. */
export interface Opened {
  readonly parts: ReadonlyMap<string, string>;
  readonly document: Node;
  readonly part: (name: string) => Node;
}

/** Renders a sample and opens it. */
export async function open(sample: Sample): Promise<Opened> {
  const parts = partsOf(await render(sample));
  const part = (name: string): Node => parseXml(parts.get(name)!);
  return { parts, document: part('word/document.xml'), part };
}

/** Every sample by name: the shared ones, the ones of this room, and some from seeds. */
export const everySample: readonly (readonly [string, () => Sample])[] = Object.entries({
  ...samples,
  ...edgePapers,
  ...Object.fromEntries(
    Array.from({ length: 20 }, (_, seed) => [`random ${seed}`, () => randomPaper(seed)]),
  ),
});
