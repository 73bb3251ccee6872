// A tile with a partner's initials, for a partner that gave no logo: an SVG that is rasterised
// like any other logo. Makes no decision about where the tile goes.

import type { Agreement } from '../model/agreement.ts';
import { legible, mix } from '../model/color.ts';
import type { Theme } from '../model/theme.ts';

const smallWords = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'at',
  'de',
  'des',
  'du',
  'la',
  'le',
  'der',
  'die',
  'das',
  'und',
  'für',
  'i',
  'w',
  'y',
  'e',
  'of-the',
]);

/** Returns one to three initials of an organisation's name, small words left out. */
export function initials(name: string): string {
  const words = name.split(/[\s\-–—/,.()"'’&]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const weighty = words.filter((word) => !smallWords.has(word.toLowerCase()));
  const chosen = (weighty.length ? weighty : words).slice(0, 3);
  return chosen.map((word) => [...word][0]!.toUpperCase()).join('') || '·';
}

/**
 * Returns a 320 by 320 SVG: the initials in white on the partner's colour, darkened where white
 * would not be legible on it.
 */
export function monogram(name: string, color: string, family: string): string {
  const letters = initials(name);
  const ground = legible(color);
  const size = [150, 150, 128, 100][[...letters].length] ?? 100;
  const escaped = letters.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320" viewBox="0 0 320 320">',
    `<rect width="320" height="320" rx="36" fill="${ground}"/>`,
    `<rect x="14" y="14" width="292" height="292" rx="26" fill="none" stroke="${mix('#ffffff', ground, 0.35)}" stroke-width="4"/>`,
    `<text x="160" y="${160 + size * 0.36}" text-anchor="middle" font-family="${family}" font-weight="700" font-size="${size}" fill="#ffffff">${escaped}</text>`,
    '</svg>',
  ].join('');
}

/** Returns what draws the tile of a partner, by key: for one without a logo, or with one that cannot be drawn. */
export function monograms(agreement: Agreement, theme: Theme): (key: string) => string {
  return (key) =>
    monogram(agreement.partners[key]!.name, theme.partners[key]!.given, theme.fonts.heading.name);
}
