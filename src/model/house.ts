// What an organisation sets for all of its agreements: how much to ask, its own numbers and words,
// and how heavy rules weigh. Data; read from `pactwright.config.yaml`, used by the checklist.

import type { Severity } from '../base/diagnostic.ts';
import type { Agreement } from './agreement.ts';

/** The house style of the checklist. */
export interface House {
  /** Where the spec gives none. */
  readonly level?: NonNullable<Agreement['level']>;
  /** By the names in checklist/thresholds.ts; only those that the house changes. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** Words that the house's people use and others may not know. */
  readonly jargon: readonly string[];
  /** By rule id: how heavy it weighs here, or that it is not asked. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** A house that changes nothing. */
export const noHouse: House = { thresholds: {}, jargon: [], rules: {} };
