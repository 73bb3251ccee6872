// What the tests of this folder share: bytes of texts, a base to lay rows over, and lines of findings.

import { type Diagnostic, placeText } from '../../src/base/diagnostic.ts';
import type { Host } from '../../src/base/ports.ts';
import { type Checked, check } from '../../src/check.ts';
import { type Base, type Data, mergeRow, readBase, readData } from '../../src/merge.ts';
import type { Located } from '../../src/model/located.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const baseText = `spec: 1
title: Stars over the river
purpose: Bring astronomy to families.
reference: R-1
term: { start: 2027-01-11, end: 2027-12-17 }
partners:
  library: { name: Riverbend Library, short: the Library }
  club:
goals:
  - id: reach
    text: Reach new families
    measures:
      - { what: Attendees, target: 400 }
roles:
  - { task: Meetings, lead: library }
  - { task: Poster, lead: club, support: library }
resources:
  budget:
    currency: USD
    lines:
      - { item: Printing, amount: 400 }
terms:
  binding: false
`;

export const base = readBase({ name: 'base.yaml', bytes: bytesOf(baseText) });

/** Lays a table over a base; both as texts. */
export function over(
  table: string | Uint8Array,
  options: { base?: Base; map?: string; sheet?: string; name?: string } = {},
): Promise<Data> {
  const { map, sheet, name = 'partners.csv' } = options;
  const bytes = typeof table === 'string' ? bytesOf(table) : table;
  return readData({ name, bytes }, options.base ?? base, {
    ...(map === undefined ? {} : { map: { name: 'columns.yaml', bytes: bytesOf(map) } }),
    ...(sheet === undefined ? {} : { sheet }),
  });
}

const host: Host = {
  readAsset: async () => ({ found: false, reason: 'missing' }),
  readTemplate: async () => undefined,
  templateKinds: async () => ['letter', 'mou'],
  templateLanguages: async () => ['en'],
  readCompanionTemplate: async () => ({ name: 'none', files: new Map() }),
  readFont: async () => new Uint8Array(),
};

/** Checks one row of a table over a base. */
export function checkRow(data: Data, index: number, under: Base = base): Promise<Checked> {
  const row = data.rows[index]!;
  const merged = mergeRow(under, data.columns, row);
  return check({ name: `partners.csv:${row.number}`, bytes: new Uint8Array(), merged }, host);
}

/** Checks a spec with its defaults. */
export function checkMerged(under: Base): Promise<Checked> {
  return check({ name: 'spec.yaml', bytes: new Uint8Array(), merged: under }, host);
}

/** `place severity code message → hint`, one line for each. */
export function lines(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(
    ({ span, severity, code, message, hint }) =>
      `${placeText(span)} ${severity} ${code} ${message}${hint ? ` → ${hint}` : ''}`,
  );
}

/** `place code`, without what the checklist says. */
export function faults({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): string[] {
  return diagnostics
    .filter(({ code }) => code.includes('/'))
    .map(({ span, code }) => `${placeText(span)} ${code}`);
}

/** Located data without its places. */
export function plain(node: Located): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}
