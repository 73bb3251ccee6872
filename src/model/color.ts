// Colours and their contrast, by the formulas of WCAG 2.2. Pure numbers: knows no theme, no spec
// and no output.

/** Returns `#rrggbb` in lower case for `#rgb` or `#rrggbb`. */
export function normalHex(color: string): string {
  const hex = color.slice(1).toLowerCase();
  return `#${hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex}`;
}

/** Returns the three channels, 0 to 255. */
export function channels(color: string): readonly [number, number, number] {
  const hex = normalHex(color);
  const at = (start: number): number => Number.parseInt(hex.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
}

function toHex(values: readonly number[]): string {
  return `#${values.map((each) => Math.round(each).toString(16).padStart(2, '0')).join('')}`;
}

/** Returns relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
export function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Returns how far apart two colours look, 0 to about 765: the distance in RGB weighted by the mean red
 * ("redmean", T. Riemersma, Colour metric, compuphase.com/cmetric.htm).
 */
export function difference(one: string, other: string): number {
  const [red, green, blue] = channels(one);
  const [otherRed, otherGreen, otherBlue] = channels(other);
  const mean = (red + otherRed) / 2;
  return Math.sqrt(
    (2 + mean / 256) * (red - otherRed) ** 2 +
      4 * (green - otherGreen) ** 2 +
      (2 + (255 - mean) / 256) * (blue - otherBlue) ** 2,
  );
}

/** Mixes `share` (0 to 1) of `color` into `base`. */
export function mix(color: string, base: string, share: number): string {
  const over = channels(color);
  const under = channels(base);
  return toHex(over.map((value, index) => value * share + under[index]! * (1 - share)));
}

/** Contrast that normal text needs (WCAG 2.2 SC 1.4.3, level AA). */
export const textContrast = 4.5;

/** Returns the colour, darkened in small steps until text in it is legible on the background. */
export function legible(color: string, background = '#ffffff', ratio = textContrast): string {
  let result = normalHex(color);
  for (let share = 0.98; contrast(result, background) < ratio && share > 0; share -= 0.02) {
    result = mix(color, '#000000', share);
  }
  return result;
}
