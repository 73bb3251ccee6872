// Bytes to text: the first step of reading. Refuses what is not UTF-8 text, with one clear
// diagnostic each. Knows nothing of YAML.

import type { YamlCode } from '../base/codes.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import { maxFileBytes } from './limits.ts';

/** Text with its name, or the one reason why there is none. */
export interface Decoded {
  readonly source?: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the first bytes of well-known formats look like (from their specifications). */
const signatures: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF picture' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'a PDF file' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'a Word, Excel or ZIP file' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Word or Excel file' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a rich text (RTF) file' },
  { bytes: [0x1f, 0x8b], what: 'a GZIP archive' },
];

const saveAsText =
  'A spec is plain text: write it in a text editor (not in Word) and save it as UTF-8.';

/** Returns the text of a file, or a diagnostic that says what the file looks like instead. */
export function decodeSource(name: string, bytes: Uint8Array): Decoded {
  const refuse = (code: YamlCode, message: string, hint: string): Decoded => {
    const span = { source: { name, text: '' }, start: 0, end: 0 };
    return { diagnostics: [diagnostic(code, 'error', message, span, [], hint)] };
  };
  const format = signatures.find((each) => each.bytes.every((byte, at) => bytes[at] === byte));
  if (format) return refuse('yaml/not-text', `This is ${format.what}, not a spec.`, saveAsText);
  if (bytes.length > maxFileBytes) {
    return refuse(
      'yaml/too-large',
      `The file has ${megabytes(bytes.length)} MB, and a spec has at most 1 MB.`,
      'Check that this is the right file; long texts go into an annex of their own.',
    );
  }
  if (looksLikeUtf16(bytes)) {
    return refuse(
      'yaml/utf-16',
      'The file is saved as UTF-16 (Windows calls it "Unicode").',
      'Open it in your editor and save it again as UTF-8.',
    );
  }
  if (looksBinary(bytes)) {
    return refuse('yaml/not-text', 'The file holds binary data, not text.', saveAsText);
  }
  return decodeUtf8(name, bytes);
}

function decodeUtf8(name: string, bytes: Uint8Array): Decoded {
  try {
    // TextDecoder drops a byte order mark at the start.
    return {
      source: { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) },
      diagnostics: [],
    };
  } catch {
    const valid = validLength(bytes);
    const source = { name, text: new TextDecoder('utf-8').decode(bytes) };
    const start = new TextDecoder('utf-8').decode(bytes.subarray(0, valid)).length;
    const byte = bytes[valid]!.toString(16).toUpperCase().padStart(2, '0');
    return {
      diagnostics: [
        diagnostic(
          'yaml/not-utf-8',
          'error',
          `The byte ${byte} here is not UTF-8, so this character cannot be read.`,
          { source, start, end: start + 1 },
          [],
          'Open the file in your editor and save it again as UTF-8.',
        ),
      ],
    };
  }
}

/** Returns how many bytes from the start are valid UTF-8 (Unicode 16, table 3-7). */
function validLength(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at]!;
    const size =
      lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (size === 0) return at;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    for (let next = 1; next < size; next += 1) {
      const byte = bytes[at + next];
      const [from, to] = next === 1 ? [low, high] : [0x80, 0xbf];
      if (byte === undefined || byte < from || byte > to) return at;
    }
    at += size;
  }
  return at;
}

/** A byte order mark, or every other byte zero in the first bytes, as in Latin text. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return true;
  }
  const head = bytes.subarray(0, 256);
  if (head.length < 4) return false;
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1;
  });
  const half = head.length / 2;
  return (zeros[0]! > half * 0.6 && zeros[1] === 0) || (zeros[1]! > half * 0.6 && zeros[0] === 0);
}

/** More than one control byte in fifty among the first 4,096 bytes: no text looks like that. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  let controls = 0;
  for (const byte of head) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += 1;
  }
  return controls > 4 && controls * 50 > head.length;
}

function megabytes(bytes: number): string {
  return (bytes / maxFileBytes).toFixed(1);
}
