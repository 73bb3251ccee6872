// Reviews of specs for tests, gathered as the command does it; one grey pixel stands for every picture.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rasteriser } from '../../src/base/ports.ts';
import { check } from '../../src/check.ts';
import { nodeHost } from '../../src/node/host.ts';
import type { ReviewAgreement } from '../../src/report/review/review-data.ts';
import { review } from '../../src/review.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Where the examples are. */
export const agreements = path.join(root, 'agreements');

const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const rasteriser: Rasteriser = {
  rasterise: async () => ({ widthPx: 1, heightPx: 1, rgb: new Uint8Array([128, 128, 128]), png }),
};

/** Reviews the text of a spec. */
export async function reviewText(
  name: string,
  text: string,
  folder: string = agreements,
): Promise<ReviewAgreement> {
  const host = nodeHost({ folder });
  const checked = await check({ name, bytes: new TextEncoder().encode(text) }, host);
  return review(checked, { host, rasteriser });
}

const reviewed = new Map<string, Promise<ReviewAgreement>>();

/** Reviews one of the examples; a review is data, so that one is enough for all tests of a file. */
export function reviewExample(name: string): Promise<ReviewAgreement> {
  const known = reviewed.get(name);
  if (known) return known;
  const file = path.join(agreements, `${name}.yaml`);
  const made = reviewText(`agreements/${name}.yaml`, readFileSync(file, 'utf8'));
  reviewed.set(name, made);
  return made;
}
