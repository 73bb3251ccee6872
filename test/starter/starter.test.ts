// The starter spec: valid whatever was answered, read back as it was answered, and a path through
// what is still to be decided.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runChecklist } from '../../src/checklist/index.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import { addDays } from '../../src/model/days.ts';
import { readYaml } from '../../src/sources/yaml.ts';
import { validate } from '../../src/spec/validate.ts';
import type { StarterAnswers, StarterShape } from '../../src/starter/answers.ts';
import { starterSpec } from '../../src/starter/starter.ts';

const shapes = (['mou', 'letter'] as const).flatMap((kind) =>
  (['simple', 'standard', 'funded'] as const).map((level): StarterShape => ({ kind, level })),
);
const frame = { file: 'our-agreement.yaml', schema: 'agreement.schema.json' };
const bare: StarterAnswers = { start: '2027-01-11' };
const answered: StarterAnswers = {
  title: 'Stars over Riverbend',
  partners: ['Riverbend Public Library', 'Riverbend Astronomy Club'],
  purpose: 'Bring hands-on astronomy to families who have never used a telescope.',
  start: '2027-01-11',
  end: '2027-12-17',
  goal: 'Reach families new to astronomy',
  organiser: 0,
  staff: 1,
  publicity: 1,
};

/** Reads a spec; fails the test on any problem of reading. */
function read(text: string): Agreement {
  const yaml = readYaml({ name: 'a.yaml', text });
  expect(yaml.diagnostics.map(({ message }) => message)).toEqual([]);
  const { agreement, diagnostics } = validate(yaml.located!);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return agreement!;
}

const findings = (agreement: Agreement): string[] =>
  runChecklist(agreement, { logos: {}, annexes: {} }).findings.map(({ rule }) => rule);

/** Takes up every example, as its reader would: the # goes, notes stay. */
function withExamples(text: string): string {
  return text.replace(/^( *)#(?! \S|$)/gm, '$1');
}

/** What stands in brackets for somebody to fill in, in the order of the file. */
const blanks = (text: string): string[] =>
  [...text.matchAll(/"(\[[^\]"]*\])"/g)].map(([, blank]) => blank!);

/** Fills in every blank, each with something else, as nobody but the partners can. */
function filledIn(text: string): string {
  return blanks(text).reduce(
    (left, blank, index) => left.replace(blank, `Fact ${index} of ours`),
    text,
  );
}

describe.each(shapes)('$kind, $level', (shape) => {
  it('is valid without answers, and says what is still to be filled in', () => {
    const agreement = read(starterSpec(bare, shape, frame));
    expect([agreement.kind, agreement.level, agreement.status]).toEqual([
      shape.kind,
      shape.level,
      'draft',
    ]);
    const found = findings(agreement);
    // Title, two names, purpose, goal; then what the guide asks of everybody.
    expect(found.filter((rule) => rule === 'understanding-unfinished-text')).toHaveLength(5);
    expect(found).toContain('vision-goal-no-measure');
    expect(found).toContain('communication-party-no-contact');
    expect(found).toContain('signing-signatory-missing');
    expect(found.filter((rule) => rule === 'understanding-task-no-lead')).toHaveLength(3);
  });

  it('has examples that are valid together and, filled in, settle everything', () => {
    const text = starterSpec(answered, shape, frame);
    const taken = withExamples(text);
    expect(taken).not.toMatch(/^ *#[^ \n]/m);
    expect(findings(read(text)).length).toBeGreaterThan(5);
    expect(findings(read(filledIn(taken)))).toEqual([]);
  });

  it('says of every example that is taken up and left as it was that it is to be filled in', () => {
    const taken = withExamples(starterSpec(answered, shape, frame)).replace(/^ *# .*\n/gm, '');
    const final = read(taken.replace('status: draft', 'status: final'));
    const { findings: found } = runChecklist(final, { logos: {}, annexes: {} });
    expect(found.map(({ names }) => names![0]).toSorted()).toEqual(blanks(taken).toSorted());
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(
      found.map(() => 'error understanding-unfinished-text'),
    );
  });

  it('has nothing of anybody in particular', () => {
    const text = withExamples(
      starterSpec({ ...answered, partners: ['A b', 'C d', 'E f'] }, shape, frame),
    );
    expect(text).not.toMatch(/@|\.example|Whitfield|Okafor|telescopes"?$/m);
  });
});

it('has examples that settle everything from six weeks to four years on, for two to 24 partners', () => {
  const day = fc.integer({ min: 0, max: 2000 }).map((count) => addDays('2026-01-01', count));
  fc.assert(
    fc.property(
      day,
      fc.option(fc.integer({ min: 41, max: 1460 }), { nil: undefined }),
      fc.integer({ min: 2, max: 24 }),
      fc.constantFrom(...shapes),
      (start, length, count, shape) => {
        const answers: StarterAnswers = {
          ...answered,
          start,
          end: length === undefined ? undefined : addDays(start, length),
          partners: Array.from({ length: count }, (_, index) => `Society number ${index + 1}`),
        };
        const found = findings(read(filledIn(withExamples(starterSpec(answers, shape, frame)))));
        // The days on which somebody is closed are made up.
        const made = ['understanding-date-clash', ...(length ? [] : ['signing-no-end-date'])];
        expect(found.filter((rule) => !made.includes(rule))).toEqual([]);
      },
    ),
  );
});

it('carries the line for editors first, and only if there is a schema', () => {
  expect(starterSpec(bare, shapes[0]!, frame).split('\n')[0]).toBe(
    '# yaml-language-server: $schema=agreement.schema.json',
  );
  expect(starterSpec(bare, shapes[0]!, { file: 'a.yaml' })).not.toContain('yaml-language-server');
});

it('writes answers where they belong', () => {
  const agreement = read(starterSpec(answered, { kind: 'mou', level: 'standard' }, frame));
  expect(agreement).toMatchObject({
    title: 'Stars over Riverbend',
    partners: {
      library: { name: 'Riverbend Public Library' },
      club: { name: 'Riverbend Astronomy Club' },
    },
    term: { start: '2027-01-11', end: '2027-12-17' },
    goals: [{ id: 'first', text: 'Reach families new to astronomy' }],
    roles: [
      { covers: ['meetings'], lead: 'library' },
      { covers: ['staffing'], lead: 'club' },
      { covers: ['publicity'], lead: 'club' },
    ],
  });
});

/** A text as people type or paste it, with everything that means something to YAML. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...['a', 'Library', ' ', ': ', ' #', '#', '"', "'", '\n', '\t', '- ', '{', '}', '[', ']'],
        ...[',', '&', '*', '!', '|', '>', '%', '@', '`', '\\', '\u2028', '\ufeff', '\u0000'],
        ...['\ud800', '😀', 'é', 'e\u0301', 'null', 'no', '1.10', '2027-01-01', '---', '...', '<<'],
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

/** What a spec can hold of a text: no refused characters, one line. */
function held(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/g, '')
    .replace(/\p{Noncharacter_Code_Point}|\p{Surrogate}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

it('what was answered is what is read, whatever the characters', () => {
  const answers = fc.record({
    title: anyText,
    partners: fc.array(anyText, { maxLength: 5 }),
    purpose: anyText,
    start: fc.constant('2027-01-11'),
    goal: anyText,
  });
  fc.assert(
    fc.property(answers, fc.constantFrom(...shapes), (answer, shape) => {
      const agreement = read(starterSpec(answer, shape, frame));
      if (held(answer.title)) expect(agreement.title).toBe(held(answer.title));
      if (held(answer.purpose)) expect(agreement.purpose).toBe(held(answer.purpose));
      if (held(answer.goal)) expect(agreement.goals![0]!.text).toBe(held(answer.goal));
      const names = Object.values(agreement.partners).map(({ name }) => name);
      expect(names).toHaveLength(Math.max(2, answer.partners.length));
      for (const [index, name] of answer.partners.map(held).entries()) {
        // A second partner of the same name gets a number behind it.
        if (name) expect(names[index]!.startsWith(name)).toBe(true);
      }
      expect(agreement).toEqual(read(withoutNotes(starterSpec(answer, shape, frame))));
    }),
    { numRuns: 300 },
  );
});

function withoutNotes(text: string): string {
  return text.replace(/^ *#.*\n/gm, '');
}

it.each([
  [
    ['Riverbend Public Library', 'Riverbend Astronomy Club'],
    ['library', 'club'],
  ],
  [
    ['City Library', 'State Library', 'National Library'],
    ['library', 'state', 'national'],
  ],
  [
    ['Tate', 'Tate'],
    ['tate', 'tate-2'],
  ],
  [
    ['Biblioteka Główna', 'Δήμος Πάτρας'],
    ['biblioteka', 'δήμος'],
  ],
  [
    ['!!!', 'The All'],
    ['partner-1', 'the'],
  ],
  [
    ['Null', '3M'],
    ['partner-1', 'm'],
  ],
])('keys for %j', (partners, keys) => {
  const agreement = read(starterSpec({ ...bare, partners }, shapes[0]!, frame));
  expect(Object.keys(agreement.partners)).toEqual(keys);
});

it('examples have days inside a short term, too', () => {
  const text = starterSpec({ ...answered, end: '2027-01-20' }, shapes[0]!, frame);
  const days = [
    ...text.matchAll(/(?:date|first|by|due|submit|publish|decideBy): (\d{4}-\d\d-\d\d)/g),
  ];
  expect(days.length).toBeGreaterThan(8);
  for (const [, day] of days) expect(day! <= '2027-01-20').toBe(true);
});
