// `--for PARTNER`: finds the partner in each agreement and leaves the findings of others out.
// What concerns a partner is decided in report/select.ts.

import { closest } from '../base/closest.ts';
import { UserError } from '../base/errors.ts';
import type { Checked } from '../check.ts';
import type { Agreement } from '../model/agreement.ts';
import type { FileReport } from '../report/report.ts';
import { onlyFor } from '../report/select.ts';

/**
 * Returns the reports of these agreements with what concerns the partner, given by key, name or short name.
 * Throws a UserError when files can be read and none of them has this partner.
 */
export function forPartner(
  checked: readonly Checked[],
  reports: readonly FileReport[],
  wanted: string,
): readonly FileReport[] {
  const agreements = checked.flatMap(({ agreement }) => (agreement ? [agreement] : []));
  const known = agreements.some((agreement) => keyOf(agreement, wanted) !== undefined);
  if (agreements.length > 0 && !known) throw new UserError(unknown(agreements, wanted));
  return checked.map(({ agreement }, index) =>
    onlyFor(reports[index]!, agreement, (agreement && keyOf(agreement, wanted)) ?? wanted),
  );
}

function keyOf({ partners }: Agreement, wanted: string): string | undefined {
  if (Object.hasOwn(partners, wanted)) return wanted;
  const plain = wanted.trim().toLowerCase();
  return Object.keys(partners).find((key) =>
    namesOf(partners, key).some((name) => name.toLowerCase() === plain),
  );
}

function namesOf(partners: Agreement['partners'], key: string): readonly string[] {
  const { name, short } = partners[key]!;
  return [key, name, ...(short === undefined ? [] : [short])];
}

function unknown(agreements: readonly Agreement[], wanted: string): string {
  const keys = [...new Set(agreements.flatMap(({ partners }) => Object.keys(partners)))];
  const names = agreements.flatMap(({ partners }) =>
    Object.keys(partners).flatMap((key) => namesOf(partners, key)),
  );
  const near = closest(wanted, [...keys, ...names]);
  const shown = keys.length > 12 ? `${keys.slice(0, 12).join(', ')}, …` : keys.join(', ');
  return `--for: there is no partner "${wanted}". ${near ? `Did you mean "${near}"?` : `The partners are ${shown}.`}`;
}
