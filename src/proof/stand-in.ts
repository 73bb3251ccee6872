// A picture that stands in for one that is not at hand, so that a paper can be made again at least in its
// words. Grey, and large enough that nobody asks for a larger one.

import { crc32 } from '../base/crc32.ts';
import type { AssetAnswer, Deflate, Host } from '../base/ports.ts';

/** Pixels on each side. */
const side = 1600;

/** Returns a host that gives the stand-in for a picture that it does not have, but once had. */
export function withStandIns(
  host: Host,
  deflate: Deflate,
  wasThere: (path: string) => boolean,
): Host {
  let bytes: Uint8Array | undefined;
  return {
    ...host,
    readAsset: async (path): Promise<AssetAnswer> => {
      const answer = await host.readAsset(path);
      if (answer.found || !wasThere(path)) return answer;
      bytes ??= greyPng(deflate);
      return { found: true, bytes };
    },
  };
}

/** A PNG of one bit a pixel, all of them alike (ISO 15948). */
function greyPng(deflate: Deflate): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  header[8] = 1;
  const rows = new Uint8Array(side * (1 + side / 8));
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflate(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = joined([Uint8Array.from(name, (sign) => sign.charCodeAt(0)), data]);
  const ends = new Uint8Array(8);
  new DataView(ends.buffer).setUint32(0, data.length);
  new DataView(ends.buffer).setUint32(4, crc32(named));
  return joined([ends.subarray(0, 4), named, ends.subarray(4)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
