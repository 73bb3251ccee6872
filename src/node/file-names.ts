// File names that are safe on Windows, macOS and Linux alike, the same on each of them.
// Pure: opens nothing.

import { isDevice } from './asset-path.ts';

/** The longest name we give, ending included: Windows paths stop at 260, so 240 leaves room for a folder. */
export const longestName = 240;

/**
 * Returns a file name for a stem and an ending (`docx`): characters that Windows refuses become `-`,
 * device names get a trailing `_`, trailing dots and spaces go, and the whole is cut at 240 UTF-16 units
 * and 240 bytes of UTF-8, never inside a character.
 */
export function safeFileName(stem: string, ending: string): string {
  const clean = stem
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f]/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const named = isDevice(clean) ? clean.replace(/^[^.]*/, (first) => `${first.trim()}_`) : clean;
  return `${cut(named || 'agreement', longestName - ending.length - 1)}.${ending}`;
}

function cut(text: string, room: number): string {
  const encoder = new TextEncoder();
  let result = '';
  let bytes = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > room || result.length + character.length > room) break;
    result += character;
  }
  return result.replace(/[\s.]+$/, '');
}

/** Returns a key under which two file names are the same file on a case-insensitive disk. */
export function sameFileKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
