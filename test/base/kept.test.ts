// The store behind shaped words and broken lines: bounded, and what is asked for again and again stays.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keep, keepRecurring } from '../../src/base/kept.ts';

it('gives back what was put in', () => {
  const kept = keep<number>(2);
  kept.set('one', 1);
  expect(kept.get('one')).toBe(1);
  expect(kept.get('two')).toBeUndefined();
});

it('keeps what is asked for between others that pass through', () => {
  const kept = keep<number>(10);
  kept.set('always', 0);
  for (let index = 1; index <= 1000; index += 1) {
    kept.set(`once ${index}`, index);
    expect(kept.get('always')).toBe(0);
  }
  expect(kept.get('once 1')).toBeUndefined();
});

it('never holds more than two halves, and never another value than the last', () => {
  const calls = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 40 })), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(calls, fc.integer({ min: 1, max: 8 }), (made, half) => {
      const kept = keep<number>(half);
      const last = new Map<string, number>();
      made.forEach(([sets, number], time) => {
        const key = String(number);
        if (sets && kept.get(key) === undefined) {
          kept.set(key, time);
          last.set(key, time);
        }
        const found = kept.get(key);
        if (found !== undefined) expect(found).toBe(last.get(key));
      });
      const held = [...last.keys()].filter((key) => kept.get(key) !== undefined);
      expect(held.length).toBeLessThanOrEqual(2 * half);
    }),
  );
});

it('keeps what comes a second time, and nothing of what comes once', () => {
  const kept = keepRecurring<number>(10);
  kept.set('name of one paper', 1);
  expect(kept.get('name of one paper')).toBeUndefined();
  kept.set('title of all papers', 2);
  kept.set('title of all papers', 3);
  expect(kept.get('title of all papers')).toBe(3);
  expect(kept.get('name of one paper')).toBeUndefined();
});
