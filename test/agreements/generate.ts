// Agreements made from a seed, as YAML text: many or few partners, no or sixty rows, long words,
// several scripts. The same seed gives the same text.

import { stringify } from 'yaml';

/** What a generated agreement is like. */
export interface Shape {
  readonly seed: number;
  readonly partners: number;
  readonly rows: number;
  readonly script: 'latin' | 'polish' | 'greek' | 'cyrillic' | 'mixed';
  readonly longWords: boolean;
}

const words: Readonly<Record<Exclude<Shape['script'], 'mixed'>, readonly string[]>> = {
  latin:
    'library courtyard evening families telescope partners agree schedule printing poster together review share notes'.split(
      ' ',
    ),
  polish:
    'książka dziedziniec wieczór rodziny źródło wspólnie łąka żółty ćwiczenie zażółć gęślą jaźń świetlica'.split(
      ' ',
    ),
  greek:
    'βιβλιοθήκη αυλή βράδυ οικογένειες τηλεσκόπιο εταίροι συμφωνία πρόγραμμα αφίσα μαζί ανασκόπηση'.split(
      ' ',
    ),
  cyrillic:
    'библиотека двор вечер семьи телескоп партньори договор график плакат заедно преглед бележки'.split(
      ' ',
    ),
};

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten';

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

/** Returns the YAML of an agreement of this shape; it has no schema errors. */
export function generateSpec(shape: Shape): string {
  const next = random(shape.seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const pool = shape.script === 'mixed' ? Object.values(words).flat() : words[shape.script];
  const phrase = (count: number): string => {
    const chosen = Array.from({ length: count }, () => pick(pool));
    if (shape.longWords && next() < 0.3) chosen.push(longWord);
    const text = chosen.join(' ');
    return text[0]!.toUpperCase() + text.slice(1);
  };
  const sentence = (count: number): string => `${phrase(count)}.`;
  const keys = Array.from({ length: shape.partners }, (_, index) => `p${index + 1}`);
  const day = (index: number): string => {
    const date = new Date(
      Date.UTC(2027, 0, 12 + Math.floor((index * 300) / Math.max(1, shape.rows))),
    );
    return date.toISOString().slice(0, 10);
  };
  const rows = <T>(make: (index: number) => T): T[] =>
    Array.from({ length: shape.rows }, (_, index) => make(index));
  const spec = {
    spec: 1,
    title: phrase(4),
    reference: `GEN-${shape.seed}`,
    language: pick(['en-US', 'en-GB']),
    partners: Object.fromEntries(
      keys.map((key, index) => [
        key,
        {
          name: `${phrase(2)} ${index + 1}`,
          short: `${phrase(1)} ${index + 1}`,
          role: index > 1 && next() < 0.2 ? 'funder' : 'partner',
          mission: sentence(9),
          address: `${index + 1} ${phrase(2)}\n${phrase(1)}`,
          contacts: [{ name: phrase(2), title: phrase(2), email: `contact${index}@example.org` }],
          signatories: [{ name: `${phrase(2)} ${index}`, title: phrase(1) }],
          gives: [phrase(4), { what: phrase(3), value: Math.floor(next() * 900) }],
          gains: [phrase(4)],
          brand: {
            color: `#${Math.floor(next() * 0xffffff)
              .toString(16)
              .padStart(6, '0')}`,
          },
        },
      ]),
    ),
    purpose: `${sentence(14)}\n\n- ${phrase(5)}\n- ${phrase(4)} **${pick(pool)}** *${pick(pool)}*\n`,
    background: [sentence(15), sentence(12)],
    term: { start: '2027-01-11', end: '2027-12-17' },
    goals: [
      {
        id: 'g1',
        text: phrase(6),
        measures: [{ what: phrase(3), target: 40, by: '2027-12-01', collector: keys[0] }],
      },
    ],
    ...(shape.rows > 0
      ? {
          roles: rows((index) => ({
            task: phrase(6),
            lead: keys[index % keys.length],
            person: phrase(2),
            support: keys.slice(0, index % 4),
            ...(index % 2 ? { due: day(index) } : { every: 'month' }),
            goals: ['g1'],
          })),
          schedule: {
            milestones: rows((index) => ({ name: phrase(3), date: day(index), owner: pick(keys) })),
            events: rows((index) => ({
              name: phrase(3),
              date: day(index),
              place: phrase(2),
              staff: [pick(keys)],
              public: next() < 0.5,
            })),
            meetings: [
              { name: phrase(2), every: 'month', first: '2027-01-18', organizer: keys[0] },
            ],
          },
          branding: {
            materials: rows((index) => ({
              name: `${phrase(2)} ${index}`,
              brand: 'joint',
              approvers: { [pick(keys)]: phrase(2) },
            })).slice(0, 12),
          },
          resources: {
            budget: {
              currency: 'EUR',
              lines: rows((index) => ({ item: phrase(3), amount: index * 10.5, from: pick(keys) })),
              holder: keys[0],
            },
          },
        }
      : {}),
    terms: { binding: false, changes: sentence(8), ending: { notice: '30 days', by: 'any' } },
    annexes: [
      {
        title: phrase(3),
        text: `${sentence(20)}\n\n1. ${phrase(4)}\n2. ${phrase(4)}\n   - ${phrase(3)}\n`,
      },
    ],
  };
  return stringify(spec, { lineWidth: 0 });
}

/** The shapes that every promise is tried on. */
export const shapes: readonly Shape[] = [
  { seed: 1, partners: 2, rows: 0, script: 'latin', longWords: false },
  { seed: 2, partners: 3, rows: 5, script: 'polish', longWords: false },
  { seed: 3, partners: 4, rows: 60, script: 'greek', longWords: false },
  { seed: 4, partners: 24, rows: 12, script: 'cyrillic', longWords: false },
  { seed: 5, partners: 24, rows: 60, script: 'mixed', longWords: true },
  { seed: 6, partners: 2, rows: 60, script: 'latin', longWords: true },
  { seed: 7, partners: 3, rows: 0, script: 'mixed', longWords: true },
  { seed: 8, partners: 9, rows: 20, script: 'mixed', longWords: false },
];
