// Leaves findings out of a report: all but errors, or what is another partner's to settle.
// What is left out is kept as hidden, so that counts, verdict and exit code never change.

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import type { FileReport } from './report.ts';

/** Returns the report with its open errors only. */
export function onlyErrors(report: FileReport): FileReport {
  return keep(report, (each) => each.severity === 'error' && !each.waived, ' that are not errors');
}

/**
 * Returns the report with what concerns a partner (by key). Where there is no agreement everything
 * stays: nobody can go on before the file can be read.
 */
export function onlyFor(
  report: FileReport,
  agreement: Agreement | undefined,
  key: string,
): FileReport {
  if (!agreement) return report;
  const partner = agreement.partners[key];
  if (!partner) return keep(report, () => false, `; "${key}" is no partner here`);
  return keep(
    report,
    (each) => concerns(agreement, each.path, key),
    ` for everybody, or for others than ${partner.name}`,
  );
}

function keep(
  report: FileReport,
  wanted: (diagnostic: Diagnostic) => boolean,
  why: string,
): FileReport {
  const diagnostics = report.diagnostics.filter((each) => !wanted(each));
  if (diagnostics.length === 0) return report;
  return {
    ...report,
    diagnostics: report.diagnostics.filter(wanted),
    hidden: [...(report.hidden ?? []), { diagnostics, why }],
  };
}

/** Keys under which an item names those who lead, own, staff, provide, collect or approve. */
const duties = new Set([
  'lead',
  'support',
  'owner',
  'staff',
  'organizer',
  'collector',
  'from',
  'by',
  'holder',
  'approvers',
  'usage',
  'logos',
  'brand',
]);

/**
 * Returns true when the place is the partner's own entry, or lies in an item in which the partner has
 * a duty, such as a budget that it holds. A list as a whole concerns everybody.
 */
function concerns(agreement: Agreement, path: Path, key: string): boolean {
  if (path[0] === 'partners') return path[1] === key;
  if (path[0] === 'waivers') return false;
  let node: unknown = agreement;
  let found = false;
  for (const step of [...path, undefined]) {
    if (isMap(node)) found ||= hasDuty(node, key, agreement);
    if (step === undefined || typeof node !== 'object' || node === null) break;
    node = (node as Readonly<Record<string | number, unknown>>)[step];
  }
  return found;
}

function hasDuty(
  item: Readonly<Record<string, unknown>>,
  key: string,
  agreement: Agreement,
): boolean {
  // A joint material carries every signing partner's logo unless it lists them.
  if (item.brand === 'joint' && item.logos === undefined) {
    return agreement.partners[key]?.role !== 'supporter';
  }
  return Object.entries(item).some(
    ([name, value]) =>
      duties.has(name) &&
      (value === key ||
        (Array.isArray(value) && value.includes(key)) ||
        (isMap(value) && Object.hasOwn(value, key))),
  );
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
