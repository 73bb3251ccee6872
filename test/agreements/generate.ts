// Agreements made from a shape, as YAML text. The same shape gives the same text. With rows, one
// that contradicts nothing: it has no errors, so that it can be made final with warnings allowed.

import { stringify } from 'yaml';
import type { Shape } from './shapes.ts';
import { awkward, longWords, pools } from './word-pools.ts';

/** Returns random numbers in [0, 1) (mulberry32, public domain). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What the parts of an agreement are made with. */
interface Making {
  readonly shape: Shape;
  /** The keys of the partners, in order. */
  readonly keys: readonly string[];
  readonly next: () => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** So many words, sometimes with a long or an awkward one at the end. */
  readonly phrase: (count: number) => string;
  /** One item for each row. */
  readonly rows: <T>(make: (index: number) => T) => readonly T[];
  /** The day of a row, spread over the term. */
  readonly day: (index: number) => string;
}

/** Returns the YAML of an agreement of this shape; it has no schema errors. */
export function generateSpec(shape: Shape): string {
  const making = start(shape);
  const { phrase, keys, pick } = making;
  const spec = {
    spec: 1,
    title: phrase(4),
    kind: shape.kind ?? 'mou',
    ...(shape.paper ? { paper: shape.paper } : {}),
    reference: `GEN-${shape.seed}`,
    language: pick(['en-US', 'en-GB']),
    partners: Object.fromEntries(keys.map((key, index) => [key, partner(index, making)])),
    purpose: `${phrase(14)}.\n\n- ${phrase(5)}\n- ${phrase(4)} **bold** *slanted*\n`,
    background: [`${phrase(15)}.`, `${phrase(12)}.`],
    term: { start: '2027-01-11', end: '2027-12-17' },
    goals: [
      {
        id: 'g1',
        text: phrase(6),
        measures: [{ what: phrase(3), target: 40, by: '2027-12-01', collector: keys[0] }],
      },
    ],
    ...(shape.rows > 0 ? plan(making) : {}),
    terms: { binding: false, changes: `${phrase(8)}.`, ending: { notice: '30 days', by: 'any' } },
    annexes: [
      {
        title: phrase(3),
        text: `${phrase(20)}.\n\n1. ${phrase(4)}\n2. ${phrase(4)}\n   - ${phrase(3)}\n`,
      },
    ],
  };
  return stringify(spec, { lineWidth: 0 });
}

function start(shape: Shape): Making {
  const next = random(shape.seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const { latin, polish, greek, cyrillic } = pools;
  const words = (
    shape.script === 'mixed' ? [latin, polish, greek, cyrillic].join(' ') : pools[shape.script]
  ).split(' ');
  return {
    shape,
    keys: Array.from({ length: shape.partners }, (_, index) => `p${index + 1}`),
    next,
    pick,
    phrase: (count) => {
      const chosen = Array.from({ length: count }, () => pick(words));
      if (shape.longWords && next() < 0.3) chosen.push(pick(longWords));
      if (shape.awkward && next() < 0.3) chosen.push(pick(awkward));
      const text = chosen.join(' ');
      return text[0]!.toUpperCase() + text.slice(1);
    },
    rows: (make) => Array.from({ length: shape.rows }, (_, index) => make(index)),
    day: (index) => {
      const days = 12 + Math.floor((index * 300) / shape.rows);
      return new Date(Date.UTC(2027, 0, days)).toISOString().slice(0, 10);
    },
  };
}

function partner(index: number, { shape, phrase, next, pick }: Making): object {
  const role = index > 1 && next() < 0.2 ? pick(['funder', 'supporter']) : 'partner';
  const drawn = next() < 0.2 ? 2 : 1;
  const people = shape.signatories ?? drawn;
  return {
    name: `${phrase(2)} ${index + 1}`,
    short: `${phrase(1)} ${index + 1}`,
    role,
    mission: `${phrase(9)}.`,
    address: `${index + 1} ${phrase(2)}\n${phrase(1)}`,
    contacts: [{ name: phrase(2), title: phrase(2), email: `contact${index}@example.org` }],
    ...(role === 'supporter'
      ? {}
      : {
          signatories: Array.from({ length: people }, (_, person) => ({
            name: `${phrase(2)} ${index}.${person}`,
            title: phrase(1),
          })),
        }),
    gives: [phrase(4), { what: phrase(3), value: Math.floor(next() * 900) }],
    gains: [phrase(4)],
    brand: {
      color: `#${Math.floor(next() * 0xffffff)
        .toString(16)
        .padStart(6, '0')}`,
    },
  };
}

function plan(making: Making): object {
  const { rows, phrase, keys, pick, next, day } = making;
  return {
    roles: [
      { task: phrase(5), covers: ['meetings', 'publicity'], lead: keys[0], support: keys.slice(1) },
      ...rows((index) => ({
        task: `${phrase(6)} ${index}`,
        lead: keys[index % keys.length],
        person: phrase(2),
        support: keys.slice(0, index % 4).filter((_, at) => at !== index % keys.length),
        ...(index % 2 ? { due: day(index) } : { every: 'month' }),
        goals: ['g1'],
      })),
    ],
    schedule: {
      milestones: rows((index) => ({
        name: phrase(3),
        date: day(index),
        owner: pick(keys),
        smallWin: index === 0,
      })),
      events: rows((index) => ({
        name: phrase(3),
        date: day(index),
        place: phrase(2),
        staff: [pick(keys)],
        public: next() < 0.5,
      })),
      meetings: [{ name: phrase(2), every: 'month', first: '2027-01-18', organizer: keys[0] }],
      reviews: [{ date: '2027-06-14', what: phrase(3) }],
    },
    branding: {
      materials: rows((index) => {
        const key = pick(keys);
        return {
          name: `${phrase(2)} ${index}`,
          brand: key,
          logos: [key],
          approvers: { [key]: phrase(2) },
        };
      }).slice(0, 12),
    },
    resources: {
      budget: {
        currency: 'EUR',
        lines: rows((index) => ({ item: phrase(3), amount: index * 10.5, from: pick(keys) })),
        holder: keys[0],
      },
    },
  };
}
