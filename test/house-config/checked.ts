// Checks a spec and a configuration given as text, as `pactwright check` does, without a disk.

import type { Host } from '../../src/base/ports.ts';
import { positionAt } from '../../src/base/source.ts';
import { type Checked, check, checkHouse } from '../../src/check.ts';

/** A host whose folder holds nothing. */
const emptyHost: Host = {
  readAsset: async () => ({ found: false, reason: 'missing' }),
  readTemplate: async () => undefined,
  templateKinds: async () => ['mou'],
  templateLanguages: async () => ['en'],
  readCompanionTemplate: async () => ({ name: 'none', files: new Map() }),
  readFont: async () => new Uint8Array(),
};

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Returns what a check finds. */
export async function checked(spec: string, house?: string): Promise<Checked> {
  const settings =
    house === undefined
      ? {}
      : { house: checkHouse({ name: 'pactwright.config.yaml', bytes: bytes(house) }) };
  return check({ name: 'a.yaml', bytes: bytes(spec) }, emptyHost, settings);
}

/** Writes each diagnostic of some codes as `line:column code severity text under the span`. */
export function placesOf({ diagnostics }: Checked, code: string | RegExp): readonly string[] {
  return diagnostics
    .filter((each) => (typeof code === 'string' ? each.code === code : code.test(each.code)))
    .map(({ span, code: id, severity, waived }) => {
      const { line, column } = positionAt(span.source, span.start);
      const under = span.source.text.slice(span.start, span.end);
      return `${line}:${column} ${id} ${waived ? 'waived' : severity} ${JSON.stringify(under)}`;
    });
}

/** A small spec that a letter would be made of; `more` follows at its end. */
export const spec = (more = ''): string => `spec: 1
title: Stars over Riverbend
purpose: Bring hands-on astronomy to families who have never used a telescope.
partners:
  library: { name: Riverbend Public Library }
  club: { name: Riverbend Astronomy Club }
term: { start: 2027-01-11 }
${more}`;
