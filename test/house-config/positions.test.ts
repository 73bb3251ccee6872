// Where findings point: the closest thing that is there, and inside prose the word itself.

import { expect, test } from 'vitest';
import { checked, placesOf, spec } from './checked.ts';

test('something missing points at the closest thing that is there', async () => {
  const result = await checked(
    `${spec().replace('library: { name', 'library: { contacts: [ { name: Dana } ], name')}goals:
  - id: reach
    text: Reach families new to astronomy
schedule:
  milestones:
    - { name: Pilot, date: 2027-02-20 }
  events:
    - name: Star party
      date: 2027-07-17
      public: true
roles: [{ task: Invite families }]
resources: { budget: { currency: USD, total: 20 } }
branding:
  materials:
    - name: Poster
      brand: joint
      approvers: { library: Dana }
`,
  );
  const place = (code: string) =>
    placesOf(result, code).map((each) => each.replace(` ${code}`, ''));
  expect(place('vision-goal-no-measure')).toEqual(['9:5 error "id: reach"']);
  expect(place('trust-no-review')).toEqual(['11:1 warning "schedule"']);
  expect(place('trust-no-early-win')).toEqual(['12:3 warning "milestones"']);
  expect(place('understanding-event-no-staff')).toEqual(['15:7 error "name: Star party"']);
  expect(place('understanding-task-no-lead')).toEqual(['18:11 error "task: Invite families"']);
  expect(place('signing-money-no-terms')).toEqual(['19:14 warning "budget"']);
  expect(place('branding-no-usage-rules')).toEqual(['20:1 warning "branding"']);
  expect(place('branding-no-approver')).toEqual(['24:7 error "approvers"']);
  expect(place('communication-party-no-contact')).toEqual([
    '5:14 error "contacts"',
    '6:3 error "club"',
  ]);
  expect(place('signing-signatory-missing')).toEqual(['5:3 error "library"', '6:3 error "club"']);
  // Nothing of the kind is there: the first line of the spec.
  expect(place('vision-no-evaluation-plan')[0]).toMatch(/^1:1 /);
  expect(place('signing-no-change-rule')[0]).toMatch(/^1:1 /);
});

const words = /unfinished|vague|binding-conflict|term-undefined|unknown-name|personal-data/;

test.each([
  ['plain', 'Each answers promptly, by [Date].'],
  ['in double quotes', '"Each \\u0061nswers promptly, by [Date]."'],
  ['in single quotes', "'Each answers promptly, by [Date].'"],
  ['literal', '|\n    Each answers\n    promptly, by [Date].\n'],
  ['folded', '>\n    Each answers\n    promptly,\n\n    by [Date].\n'],
  [
    'folded, with a strip and an indent',
    '>2-\n    Each\n      answers\n    promptly, by [Date].\n',
  ],
  ['plain over two lines', 'Each answers\n    promptly, by [Date].'],
])('inside a text, %s: the word itself', async (_, value) => {
  const result = await checked(`${spec()}terms:\n  changes: ${value}\n`);
  const found = placesOf(result, words).map((each) => each.replace(/^\d+:\d+ /, ''));
  expect(found).toEqual([
    'understanding-vague-wording advice "promptly"',
    'understanding-unfinished-text warning "[Date]"',
  ]);
});

test('characters beyond the basic plane and folded lines do not shift the place', async () => {
  const result = await checked(
    `${spec()}terms:
  binding: false
  other:
    - heading: Stars
      text: >
        😀 Telescopes 🔭 of the
        OPAC, see Annex 4: the
        Club shall indemnify
        all. Photos of visitors.
`,
  );
  expect(placesOf(result, words)).toEqual([
    '14:9 communication-term-undefined warning "OPAC"',
    '14:19 understanding-unknown-name error "Annex 4"',
    '15:14 signing-binding-conflict warning "shall indemnify"',
    '16:14 signing-personal-data-unprotected warning "Photos"',
  ]);
});

test('words that a line break parts are marked over both lines', async () => {
  const result = await checked(
    `${spec()}terms:\n  changes: >\n    They use their best\n    efforts to answer.\n`,
  );
  expect(placesOf(result, words)).toEqual([
    '10:14 understanding-vague-wording advice "their best\\n    efforts"',
  ]);
});
