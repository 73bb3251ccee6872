// Which measures can be drawn: those whose start and target are numbers of one kind.
// Draws nothing; the table beside the drawing has them all.

import type { DocumentMeasures, DrawnMeasure } from '../model/document.ts';
import type { Filling } from './filling.ts';
import { printedValue } from './print-values.ts';

/** Returns the measures as they are drawn, or `undefined` where none can be. */
export function measuresContent({ agreement, wording }: Filling): DocumentMeasures | undefined {
  const measures = (agreement.goals ?? []).flatMap((goal) =>
    (goal.measures ?? []).flatMap(({ what, baseline, target, collector }): DrawnMeasure[] => {
      const from = readQuantity(baseline, wording.decimalSign);
      const to = readQuantity(target, wording.decimalSign);
      if (!from || !to || !sameUnit(from.unit, to.unit)) return [];
      return [
        {
          what,
          from: from.number,
          to: to.number,
          baseline: printedValue(baseline!, wording),
          target: printedValue(target!, wording),
          ...(collector ? { partner: collector } : {}),
        },
      ];
    }),
  );
  if (measures.length === 0) return undefined;
  const words = {
    baseline: wording.words('measures.baseline'),
    target: wording.words('measures.target'),
  };
  return { shows: 'measures', measures, words };
}

/** A number with what stands before and after it. */
export interface Quantity {
  readonly number: number;
  readonly unit: string;
}

/**
 * Reads a number, or a text with exactly one number in it: "85 %", "EUR 1,200", "at least 40".
 * `decimal` is the decimal sign of the paper's language; the other sign groups thousands.
 */
export function readQuantity(value: string | undefined, decimal: string): Quantity | undefined {
  // What is a number in YAML is that number in every language.
  if (/^-?\d+(?:\.\d+)?$/.test(value ?? '')) return { number: Number(value), unit: '' };
  const match = /^([^\d]*?)([-−+]?\d[\d.,'’\u00a0\u202f]*(?: \d{3})*)(.*)$/su.exec(value ?? '');
  if (!match || /\d/.test(match[3]!)) return undefined;
  const [, before, written, after] = match as unknown as [string, string, string, string];
  const digits = written.replace(/[.,'’]+$/u, '').replace(/−/u, '-');
  const group = decimal === ',' ? '.' : ',';
  const grouped = digits.replace(/['’\u00a0\u202f ]/gu, '').split(group);
  // A sign that groups stands before three digits; anywhere else it is a decimal sign.
  const plain = grouped.slice(1).every((part) => /^\d{3}(?!\d)/u.test(part))
    ? grouped.join('')
    : grouped.join(decimal);
  const number = Number(plain.replace(decimal, '.'));
  return Number.isFinite(number) ? { number, unit: `${before.trim()} ${after.trim()}` } : undefined;
}

/** A unit that is left out at one end is that of the other. */
function sameUnit(one: string, other: string): boolean {
  const [first, second] = [one, other].map((unit) => unit.trim().toLowerCase());
  return first === second || first === '' || second === '';
}
