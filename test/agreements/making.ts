// Builds agreements for the tests of this folder, and reads what their papers say.
// Pictures have fewer dots than in a real build, unless real ports are given.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { Ports } from '../../src/base/ports.ts';
import { type BuildOptions, type Built, build, type Format, type Output } from '../../src/build.ts';
import type { Block } from '../../src/model/block.ts';
import { blocksText } from '../../src/model/text.ts';
import { nodeHost } from '../../src/node/host.ts';
import { nodePorts } from '../../src/node/ports.ts';
import { docxText } from '../docx/extract-text.ts';
import { htmlText } from '../html/extract-text.ts';
import { pdfText } from '../pdf/extract-text.ts';

/** Where the examples lie, with their pictures. */
export const folder = path.resolve(import.meta.dirname, '../../agreements');

/** The file names of the examples. */
export const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** All formats. */
export const formats: readonly Format[] = ['docx', 'pdf', 'html'];

/** A spec as bytes. */
export interface Spec {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads an example. */
export function example(name: string): Spec {
  return { name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) };
}

/** Returns the ports of a real build. */
export function realPorts(): Ports {
  return nodePorts(nodeHost({ folder }));
}

/** Returns ports that draw pictures with a quarter of the dots: most of the work of a small paper. */
export function quickPorts(): Ports {
  const ports = realPorts();
  const quarter = (px: number): number => Math.ceil(px / 4);
  return {
    ...ports,
    rasteriser: {
      rasterise: (bytes, format, { maxWidthPx, maxHeightPx }) =>
        ports.rasteriser.rasterise(bytes, format, {
          maxWidthPx: quarter(maxWidthPx),
          maxHeightPx: quarter(maxHeightPx),
        }),
    },
  };
}

/** Builds a spec in all formats, or as the options say. */
export function make(
  spec: Spec,
  options: Partial<BuildOptions> = {},
  ports: Ports = quickPorts(),
): Promise<Built> {
  return build(spec, { formats, ...options }, ports);
}

/** Returns the blocks that a spec is rendered from. */
export async function blocksOf(
  spec: Spec,
  options: Partial<BuildOptions> = {},
): Promise<readonly Block[]> {
  const { emitted } = await make(spec, { ...options, emit: 'blocks' });
  return emitted as readonly Block[];
}

/** Returns one of the papers that were made. */
export function output(built: Built, format: Output['format']): Uint8Array {
  const found = built.outputs.find((each) => each.format === format);
  if (!found) throw new Error(`There is no ${format}: ${built.stopped}`);
  return found.bytes;
}

const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Reads the text of a paper in any format, white space evened out. */
export async function textOf(bytes: Uint8Array, format: Output['format']): Promise<string> {
  if (format === 'pdf') return words(await pdfText(bytes));
  return words(format === 'docx' ? docxText(bytes) : htmlText(new TextDecoder().decode(bytes)));
}

/** Expects every paper that was made to say what the blocks say. */
export async function expectSameText(spec: Spec, built: Built): Promise<void> {
  const text = words(blocksText(await blocksOf(spec)));
  expect(text.length).toBeGreaterThan(200);
  for (const { format, bytes } of built.outputs) expect(await textOf(bytes, format)).toBe(text);
}

/** Expects the same formats with the same bytes. */
export function expectSameBytes(one: Built, other: Built): void {
  expect(one.outputs.map(({ format }) => format)).toEqual(
    other.outputs.map(({ format }) => format),
  );
  for (const { format, bytes } of one.outputs) {
    expect(Buffer.compare(bytes, output(other, format)), format).toBe(0);
  }
}
