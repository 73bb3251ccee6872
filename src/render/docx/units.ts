// The units of WordprocessingML: twips, half-points, eighths of a point and EMU.
// Numbers only; knows no styles and no markup.

/** Twips (1/20 pt) in a length in points. */
export const twips = (points: number): number => Math.round(points * 20);

/** Twips in a length in millimetres. */
export const mmToTwips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** Half-points, the unit of type sizes. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** Eighths of a point, the unit of border widths. */
export const eighths = (points: number): number => Math.round(points * 8);

/** English metric units, the unit of drawings: 36,000 to the millimetre. */
export const mmToEmu = (mm: number): number => Math.max(1, Math.round(mm * 36_000));

/** EMU in a position in millimetres, which may be zero or less. */
export const emu = (mm: number): number => Math.round(mm * 36_000);

/** EMU in a length in points. */
export const pointsToEmu = (points: number): number => Math.round(points * 12_700);

/** `RRGGBB` for `#rrggbb`. */
export const hex = (color: string): string => color.slice(1).toUpperCase();
