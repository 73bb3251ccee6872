// Undoes the filters of a stream: Flate, and the prediction that its rows may have been written with.
// Other filters are left alone; whoever asks must not take their bytes for what is shown.

import { type Allowance, unpack } from './inflate.ts';
import type { PdfName, PdfStream, PdfValue } from './pdf-values.ts';

/** Whoever can follow references. */
interface Asked {
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
  readonly entries: (value: PdfValue | undefined) => ReadonlyMap<string, PdfValue>;
  readonly items: (value: PdfValue | undefined) => readonly PdfValue[];
  readonly name: (value: PdfValue | undefined) => PdfName['name'] | undefined;
}

const forPictures = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

/** Returns true for a picture in a format of its own, which nobody unpacks to read words. */
export function isPicture({ entries }: PdfStream, file: Asked): boolean {
  const filters = file.items(entries.get('Filter')).map((each) => file.name(each) ?? '');
  return file.name(entries.get('Subtype')) === 'Image' && forPictures.has(filters.at(-1) ?? '');
}

/** Returns the unpacked bytes, undefined for filters that are left alone, `broken` for broken ones. */
export function decoded(
  stream: PdfStream,
  file: Asked,
  allowance: Allowance,
): Uint8Array | undefined | 'broken' {
  const filters = file.items(stream.entries.get('Filter')).map((each) => file.name(each));
  if (filters.length === 0) return stream.raw;
  if (filters.length > 1 || filters[0] !== 'FlateDecode') return undefined;
  const [parameters] = file.items(stream.entries.get('DecodeParms'));
  const settings = file.entries(parameters);
  const number = (key: string, standard: number): number => {
    const found = file.resolve(settings.get(key));
    return typeof found === 'number' ? found : standard;
  };
  const whole = unpack(stream.raw, 'zlib', allowance);
  if (!whole) return 'broken';
  const predictor = number('Predictor', 1);
  if (predictor === 1) return whole;
  if (predictor < 10) return undefined;
  const perPixel = Math.max(1, (number('Colors', 1) * number('BitsPerComponent', 8)) >> 3);
  const perRow = Math.ceil(
    (number('Colors', 1) * number('BitsPerComponent', 8) * number('Columns', 1)) / 8,
  );
  return unpredicted(whole, perPixel, perRow);
}

/** Undoes the PNG filters (ISO 15948, clause 9). */
function unpredicted(bytes: Uint8Array, perPixel: number, perRow: number): Uint8Array | 'broken' {
  if (perRow < 1 || bytes.length % (perRow + 1) !== 0) return 'broken';
  const rows = bytes.length / (perRow + 1);
  const out = new Uint8Array(rows * perRow);
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes[row * (perRow + 1)]!;
    for (let x = 0; x < perRow; x += 1) {
      const at = row * perRow + x;
      const left = x >= perPixel ? out[at - perPixel]! : 0;
      const up = row > 0 ? out[at - perRow]! : 0;
      const corner = row > 0 && x >= perPixel ? out[at - perRow - perPixel]! : 0;
      out[at] = bytes[row * (perRow + 1) + 1 + x]! + guess(filter, left, up, corner);
    }
  }
  return out;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [left, up, corner].map((each) => Math.abs(left + up - corner - each)) as [
    number,
    number,
    number,
  ];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
