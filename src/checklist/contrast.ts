// The rule on colours: what the paper sets in a partner's colour has to be legible.
// Knows which text takes a partner's colour (theme/ decides it, a test compares); draws nothing.

import type { Agreement } from '../model/agreement.ts';
import { contrast, legible } from '../model/color.ts';
import { allParties, type Party } from './parties.ts';
import { type Found, outcomeOf, type Rule } from './rule.ts';
import { largeTextRatio, textRatio } from './thresholds.ts';
import { yamlText } from './wording.ts';

/** Text that the paper sets in, or on, a partner's colour. */
interface Pair {
  readonly party: Party;
  readonly color: string;
  readonly ratio: number;
  readonly needed: number;
  /** In words, for the message. */
  readonly text: string;
}

/**
 * Returns the pairs that a paper uses: title and headings in the first partner's colour on white
 * (headings are under 14 points, so they are no large text), and white initials on the colour of a
 * partner without a logo (large, bold). Other colours are only seen as bars beside a text.
 */
function pairsOf(agreement: Agreement): readonly Pair[] {
  return allParties(agreement).flatMap((party, index) => {
    const { color, logo } = party.partner.brand ?? {};
    if (color === undefined) return [];
    const pair = { party, color, ratio: contrast(color, '#ffffff') };
    if (index === 0) return [{ ...pair, needed: textRatio, text: `${color} text on white` }];
    if (logo !== undefined) return [];
    const text = `White text on ${color}, the tile with the initials of ${party.name},`;
    return [{ ...pair, needed: largeTextRatio, text }];
  });
}

/** Ratios are cut, not rounded: 4.499 is not enough and must not be shown as 4.5. */
const shown = (ratio: number): string => String(Math.floor(ratio * 100) / 100);

/** The colour is judged as given; on paper the theme darkens it, so that nothing is illegible there. */
export const contrastLow: Rule = {
  id: 'branding-contrast-low',
  element: 'branding',
  level: 'standard',
  severity: 'warning',
  looks: "text in a partner's colour, and initials on it",
  applies: (agreement) =>
    pairsOf(agreement).length > 0 ? true : 'no text is set in a colour that a partner gave',
  check: (agreement) =>
    outcomeOf(
      pairsOf(agreement).map(({ party, color, ratio, needed, text }): Found | undefined =>
        ratio >= needed
          ? undefined
          : {
              path: ['partners', party.key, 'brand', 'color'],
              message: `${text} is hard to read (${shown(ratio)}:1; ${needed}:1 is needed).`,
              names: [party.key, party.name, color],
            },
      ),
    ),
  asks: 'Is there a darker colour in the house style that may be used for text?',
  why: 'Pale letters are the first that a photocopier and tired eyes lose.',
  fix: (agreement, { path }) => {
    const pair = pairsOf(agreement).find(({ party }) => party.key === path[1]);
    const color = legible(pair?.color ?? '#000000', '#ffffff', pair?.needed ?? textRatio);
    return { at: path, yaml: yamlText(color) };
  },
  source: ['WCAG 1.4.3'],
};
