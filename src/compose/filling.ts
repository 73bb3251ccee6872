// One filling of a template for one agreement: what is given, what is noted on the way, and the
// looking up of values with their paths. Prints nothing.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import type { DocumentNode } from '../model/document.ts';
import type { Found } from './model-shape.ts';
import { idIndex, type Named } from './named.ts';
import type { Expression, TagNode, Template } from './template.ts';
import { currencyDigits, type Wording } from './wording.ts';

/** One filling of a template: what is given, and what is noted on the way. */
export interface Filling {
  readonly template: Template;
  readonly agreement: Agreement;
  readonly wording: Wording;
  /** Currency of the agreement and its decimals; empty when there is no budget. */
  readonly currency: string;
  readonly fractionDigits: number;
  /** The date of the paper, where it is to be printed. */
  readonly date?: string;
  readonly ids: ReadonlyMap<string, Named>;
  /** Anchors that are known not to be in this paper. */
  readonly absent: ReadonlySet<string>;
  /** Partners whose short name the paper uses; absent on the first round: all. */
  readonly defined?: ReadonlySet<string>;
  /** Noted on the way: short names printed, and values that are said in other words. */
  readonly usedShort: Set<string>;
  /** Anchors of the annexes filled so far. */
  readonly annexes: string[];
  readonly asked: Path[];
  readonly slots: (Found | undefined)[];
  /** Fills one block tag; handed in so that lines and tags need not import each other. */
  readonly fillTag: (node: TagNode, filling: Filling) => DocumentNode | undefined;
}

/** Starts a filling. */
export function startFilling(
  template: Template,
  agreement: Agreement,
  wording: Wording,
  round: Pick<Filling, 'absent' | 'defined' | 'date' | 'fillTag'>,
): Filling {
  const currency = agreement.resources?.budget?.currency ?? '';
  return {
    template,
    agreement,
    wording,
    currency,
    fractionDigits: amountsOf(agreement).every(Number.isInteger) ? 0 : currencyDigits(currency),
    ids: idIndex(agreement),
    usedShort: new Set(),
    annexes: [],
    asked: [],
    slots: [],
    ...round,
  };
}

/** Every amount of an agreement; if one has decimals, all are printed with them. */
function amountsOf(agreement: Agreement): readonly number[] {
  const { lines = [], total } = agreement.resources?.budget ?? {};
  const gifts = Object.values(agreement.partners).flatMap((partner) => partner.gives ?? []);
  return [...lines.map((line) => line.amount), total, ...gifts.map((gift) => gift.value)].filter(
    (amount) => amount !== undefined,
  );
}

type PathExpression = Extract<Expression, { kind: 'path' }>;

/** Looks up a path; the value may be missing. */
export function find(expression: PathExpression, filling: Filling): Found {
  const { slot, steps, shape } = expression;
  const path = slot === undefined ? steps : [...filling.slots[slot]!.path, ...steps];
  return { value: valueAt(expression, filling), path, shape };
}

/** Looks up the value at a path alone. */
export function valueAt({ slot, steps }: PathExpression, filling: Filling): unknown {
  if (slot === undefined && steps.length === 1 && steps[0] === 'date') return filling.date;
  let value = slot === undefined ? filling.agreement : filling.slots[slot]!.value;
  for (const step of steps) {
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[step];
  }
  return value;
}
