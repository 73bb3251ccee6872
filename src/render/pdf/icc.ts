// The sRGB colour space as an ICC profile (version 2.1, matrix and tone curve), computed instead of
// read from a file: PDF/A wants one in every file, and a bundle has no file to read.

/** Colorants of sRGB adapted to D50 and the white point (IEC 61966-2-1, as in the ICC's sRGB profiles). */
const tags: readonly (readonly [string, readonly [number, number, number]])[] = [
  ['wtpt', [0.9642, 1, 0.8249]],
  ['rXYZ', [0.43607, 0.22249, 0.01392]],
  ['gXYZ', [0.38515, 0.71687, 0.09708]],
  ['bXYZ', [0.14307, 0.06061, 0.7141]],
];
const curvePoints = 1024;
const description = 'sRGB IEC61966-2.1';
const copyright = 'No copyright, use freely';

let made: Uint8Array | undefined;

/** Returns the profile; the same bytes object each time. */
export function iccProfile(): Uint8Array {
  made ??= makeProfile();
  return made;
}

function makeProfile(): Uint8Array {
  const parts: { names: readonly string[]; bytes: Uint8Array }[] = [
    { names: ['desc'], bytes: textDescription() },
    { names: ['cprt'], bytes: withType('text', ascii(`${copyright}\0`)) },
    ...tags.map(([name, xyz]) => ({ names: [name], bytes: withType('XYZ ', fixed(xyz)) })),
    { names: ['rTRC', 'gTRC', 'bTRC'], bytes: withType('curv', curve()) },
  ];
  const count = parts.reduce((sum, part) => sum + part.names.length, 0);
  const start = 128 + 4 + 12 * count;
  const total = parts.reduce((sum, part) => sum + padded(part.bytes.length), start);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  writeHeader(bytes, view);
  view.setUint32(128, count);
  let entry = 132;
  let at = start;
  for (const part of parts) {
    for (const name of part.names) {
      bytes.set(ascii(name), entry);
      view.setUint32(entry + 4, at);
      view.setUint32(entry + 8, part.bytes.length);
      entry += 12;
    }
    bytes.set(part.bytes, at);
    at += padded(part.bytes.length);
  }
  return bytes;
}

/** The header of ICC.1:2001-04, 6.1: a display profile from RGB to XYZ, dated 2000-01-01. */
function writeHeader(bytes: Uint8Array, view: DataView): void {
  view.setUint32(0, bytes.length);
  view.setUint32(8, 0x02100000);
  bytes.set(ascii('mntrRGB XYZ '), 12);
  [2000, 1, 1, 0, 0, 0].forEach((value, index) => {
    view.setUint16(24 + 2 * index, value);
  });
  bytes.set(ascii('acsp'), 36);
  bytes.set(fixed([0.9642, 1, 0.8249]), 68);
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** Numbers as s15Fixed16. */
function fixed(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    view.setInt32(index * 4, Math.round(value * 65536));
  });
  return bytes;
}

function withType(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + body.length);
  bytes.set(ascii(type));
  bytes.set(body, 8);
  return bytes;
}

/** A textDescriptionType: ASCII, then empty Unicode and ScriptCode parts of 8 and 70 bytes. */
function textDescription(): Uint8Array {
  const text = ascii(`${description}\0`);
  const body = new Uint8Array(4 + text.length + 8 + 70);
  new DataView(body.buffer).setUint32(0, text.length);
  body.set(text, 4);
  return withType('desc', body);
}

/** The sRGB transfer function, sampled. */
function curve(): Uint8Array {
  const bytes = new Uint8Array(4 + curvePoints * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, curvePoints);
  for (let index = 0; index < curvePoints; index += 1) {
    const value = index / (curvePoints - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    view.setUint16(4 + 2 * index, Math.round(light * 65535));
  }
  return bytes;
}
