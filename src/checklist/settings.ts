// What a house may set for the rules: numbers and words. Handed to every rule, so that none reads
// a configuration. Decides nothing; levels and severities are the runner's.

import type { House } from '../model/house.ts';
import { standardThresholds, type ThresholdName, type Thresholds } from './thresholds.ts';

/** What rules may use besides the agreement and the facts. */
export interface Settings {
  readonly thresholds: Thresholds;
  /** The house's own jargon, as written. */
  readonly jargon: readonly string[];
}

/** The settings without a house. */
export const standardSettings: Settings = { thresholds: standardThresholds, jargon: [] };

/** Returns the settings of a house; names that are no thresholds are left alone. */
export function settingsOf(house: House | undefined): Settings {
  if (!house) return standardSettings;
  const changed = Object.entries(standardThresholds).map(
    ([name, value]) => [name, house.thresholds[name] ?? value] as const,
  );
  return {
    thresholds: Object.fromEntries(changed) as Record<ThresholdName, number>,
    jargon: house.jargon,
  };
}
