// An agreement with a value in every leaf of the model, each with a text by which it is recognised.

import type { Template } from '../../src/compose/index.ts';
import { agreementShape, type Shape } from '../../src/compose/model-shape.ts';
import { wordingFor } from '../../src/compose/wording.ts';
import { type Agreement, agreementSchema } from '../../src/model/agreement.ts';

type Path = readonly (string | number)[];

/** A leaf and the text that shows it on paper; absent where it is said in other words. */
export interface Marked {
  readonly path: Path;
  readonly shown?: string;
}

const partnerKeys = ['alpha', 'beta', 'gamma'];
const roles = ['partner', 'funder', 'supporter'];

/** Makes the agreement and lists its leaves. */
export function everything(template: Template): {
  readonly agreement: Agreement;
  readonly leaves: readonly Marked[];
} {
  const wording = wordingFor(template, 'en-GB');
  const leaves: Marked[] = [];
  let count = 0;

  const day = (number: number): string => {
    const date = new Date(Date.UTC(2027, 0, 1) + number * 86_400_000);
    return date.toISOString().slice(0, 10);
  };

  function leaf(shape: Extract<Shape, { kind: 'leaf' }>, path: Path): unknown {
    count += 1;
    const last = path[path.length - 1];
    const add = (value: unknown, shown?: string): unknown => {
      leaves.push({ path, ...(shown === undefined ? {} : { shown }) });
      return value;
    };
    switch (shape.leaf) {
      case 'version':
        return add(1);
      case 'flag':
        return add(true);
      case 'date':
        return add(day(count), wording.date(day(count)));
      case 'frequency':
        return add(`every ${count} weeks`, `every ${count} weeks`);
      case 'amount':
        return add(10_000 + count, (10_000 + count).toLocaleString('en-GB'));
      case 'partner':
        return add(partnerKeys[count % 3]);
      case 'color':
        return add('#123456');
      case 'id':
        return add(path.join('-'));
      case 'choice':
        if (last === 'role') return add(roles[partnerKeys.indexOf(String(path[1]))]);
        return add(shape.words[0]);
      default:
        if (path.join('.') === 'language') return add('en-GB');
        if (path.join('.') === 'kind') return add('mou');
        if (last === 'currency') return add('EUR', 'EUR');
        if (path[path.length - 2] === 'goals') return add('goals-0');
        if (path[path.length - 2] === 'after') return add('schedule-milestones-0');
        return add(`word${count}x`, `word${count}x`);
    }
  }

  function make(shape: Shape, path: Path): unknown {
    if (shape.kind === 'leaf') return leaf(shape, path);
    if (shape.kind === 'map') {
      const entries = partnerKeys.map((key) => [key, make(shape.item, [...path, key])]);
      return Object.fromEntries(entries);
    }
    if (shape.kind === 'list') {
      const length = path.join('.') === 'schedule.meetings' ? 3 : 2;
      return Array.from({ length }, (_, index) => make(shape.item, [...path, index]));
    }
    const fields = [...shape.fields].filter(([name]) => belongs([...path, name]));
    return Object.fromEntries(fields.map(([name, field]) => [name, make(field, [...path, name])]));
  }

  const made = make(agreementShape, []);
  return { agreement: agreementSchema.parse(made) as Agreement, leaves };
}

/** A meeting has one of three ways to say when, an annex is a picture or a text. */
function belongs(path: Path): boolean {
  const [first, second, index, name] = path;
  if (first === 'schedule' && second === 'meetings') {
    const own = [['every', 'first'], ['date'], ['dates']][Number(index)] ?? [];
    return (
      !['every', 'first', 'date', 'dates'].includes(String(name)) || own.includes(String(name))
    );
  }
  if (first === 'annexes') {
    if (index === 'file' || index === 'alt') return second === 0;
    if (index === 'text') return second === 1;
  }
  return true;
}
