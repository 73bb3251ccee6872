// What the parts of a configuration share while they are read: what is known, where problems go.
// Decides nothing about any part.

import type { ConfigCode } from '../base/codes.ts';
import type { Path } from '../base/source.ts';
import type { House } from '../model/house.ts';
import type { Located, LocatedEntry, LocatedMap } from '../model/located.ts';

/** What a house can refer to: handed over by the checklist, which this room does not know. */
export interface Known {
  readonly levels: readonly NonNullable<House['level']>[];
  /** The rules; one whose severity is `error` cannot be lowered. */
  readonly rules: readonly { readonly id: string; readonly severity: string }[];
  readonly thresholds: Readonly<
    Record<string, { readonly least: number; readonly most: number; readonly whole: boolean }>
  >;
}

/** Reports a problem at a place of the configuration. */
export type Report = (
  code: ConfigCode,
  at: { readonly span: Located['span'] },
  path: Path,
  message: string,
  hint?: string,
) => void;

/** Returns the map under a key; reports anything else. */
export function mapUnder(
  { key, value }: LocatedEntry,
  example: string,
  report: Report,
): LocatedMap | undefined {
  if (value.kind === 'map') return value;
  const message = `\`${key}\` holds names with values.`;
  report('config/wrong-type', value, [key], message, `Write: ${example}`);
  return undefined;
}
