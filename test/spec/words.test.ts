// How messages name a place: in words that a reader can follow with a finger.

import { describe, expect, it } from 'vitest';
import { agreementPlan, type Plan } from '../../src/model/plan.ts';
import { itemName, namedLists, ordinal } from '../../src/spec/item-names.ts';
import { listed, placeName } from '../../src/spec/words.ts';
import { read, smallest } from './read.ts';

describe('a place', () => {
  it.each([
    [['partners', 'club'], '`partners.club`'],
    [['terms', 'ending'], '`terms.ending`'],
    [['roles', 1], 'the second task'],
    [['goals', 0, 'measures', 12], 'the 13th measure of the first goal'],
    [['roles', 1, 'covers', 0], 'the first entry of `covers` in the second task'],
    [['partners', 'club', 'contacts', 0], 'the first contact of `partners.club`'],
    [['partners', 'club', 'brand'], '`partners.club.brand`'],
    [['branding', 'materials', 2, 'approvers'], '`approvers` in the third material'],
    [['resources', 'budget', 'lines', 20], 'the 21st budget line'],
    [['branding', 'order', 1], 'the second entry of `branding.order`'],
    [[], ''],
  ] as const)('%j', (path, name) => {
    expect(placeName(path)).toBe(name);
  });

  it('every list of groups has a name for its items, and no other name is kept', () => {
    const lists: string[] = [];
    const visit = (plan: Plan, names: readonly string[]): void => {
      if (plan.kind === 'list') {
        if (plan.item.kind === 'fields') lists.push(names.join('.'));
        visit(plan.item, names);
      } else if (plan.kind === 'record') visit(plan.item, names);
      else if (plan.kind === 'fields') {
        for (const [name, field] of plan.fields) visit(field.plan, [...names, name]);
      }
    };
    visit(agreementPlan, []);
    expect(lists.filter((list) => itemName(list) === undefined)).toEqual([]);
    const texts = ['background', 'principles', 'communication.channels', 'partners.gains'];
    expect(namedLists.filter((list) => !lists.includes(list) && !texts.includes(list))).toEqual([]);
  });

  it('counts like people', () => {
    expect([1, 12, 13, 21, 22, 23, 101, 111, 112].map(ordinal)).toEqual([
      'first',
      'twelfth',
      '13th',
      '21st',
      '22nd',
      '23rd',
      '101st',
      '111th',
      '112th',
    ]);
    expect([
      listed([]),
      listed(['a']),
      listed(['a', 'b', 'c']),
      listed(['a', 'b', 'c'], 2),
    ]).toEqual(['', 'a', 'a, b and c', 'a, b and 1 more']);
  });
});

describe('hints', () => {
  const hints = (more: string): readonly (string | undefined)[] =>
    read(smallest(more)).diagnostics.map(({ hint }) => hint);

  it.each([
    ['terms:\n  ending: { notice: 1 }', 'Write `1 day`.'],
    ['terms:\n  ending: { notice: 30 }', 'Write `30 days`.'],
    ['communication: { concerns: [{ step: Talk, within: 5 }] }', 'Write `5 working days`.'],
    [
      'terms: { binding: in good faith }',
      'Write `true` or `false` (whether this is legally binding); a sentence goes under `terms.other`, with a `heading` and a `text`.',
    ],
    ['terms: { binding: no }', 'Write `false`.'],
    [
      'roles: [{ task: Meet, owner: club }]',
      'Did you mean `lead`? `owner` belongs under `schedule.milestones`.',
    ],
    [
      'roles: [{ task: Meet, purpose: x }]',
      '`purpose` belongs at the start of a line, not under another key. The keys here are `id`, `covers`, `lead`, `person`, `support`, `every`, `due`, `after` and `goals`.',
    ],
    [
      'evaluation: { plan: x, mission: y }',
      '`mission` belongs under `partners`. The keys here are `by` and `report`.',
    ],
    [
      'goals: [{ text: Reach, targt: 4 }]',
      'Did you mean `target`? Write it under `measures`: `- { what: …, target: … }`.',
    ],
    [
      'roles: [{ task: Meet, e-mail: dana@riverbend.example }]',
      'Did you mean `email`? It belongs under `partners.contacts`. The keys here are `id`, `covers`, `lead`, `person`, `support`, `every`, `due`, `after` and `goals`.',
    ],
    ['goals: [{ text: Reach, measures: [{ what: People, targt: 4 }] }]', 'Did you mean `target`?'],
    [
      'resources: { needs: [{ what: Roof, value: 1,200 }] }',
      'Write it without a comma between thousands and with a point before decimals: `1200`.',
    ],
    [
      'goals: [Reach families]',
      'Write `- text: Reach families`; what else there is to say stands in lines of their own below it.',
    ],
    [
      'terms: { other: [Weather: we move indoors] }',
      'Write `- heading: Weather` and, below it, `text: we move indoors`.',
    ],
    ['resources: { needs: [Time: eight evenings] }', 'Write `- what: "Time: eight evenings"`.'],
    ['roles: [{ task: Meet, support: club and library }]', 'Write `[club, library]`.'],
    ['date: 2027–02–03', 'Write `2027-02-03`: the year, the month, the day.'],
    [
      'resources: { budget: { currency: USD, total: -5 } }',
      'An amount is never below zero: take it off the line that it belongs to.',
    ],
    ['resources: { budget: { currency: USD, total: "400" } }', 'Write `400`, without quotes.'],
    [
      'resources: { budget: { currency: JPY, total: 10.5 } }',
      'Write digits only, without decimals: `1200`.',
    ],
    [
      'resources: { budget: { currency: XQJ } }',
      'Check its three letters: they are those of ISO 4217.',
    ],
  ])('%s', (more, hint) => {
    expect(hints(`${more}\n`)).toContain(hint);
  });

  it.each([
    [
      'e-mail: dana@riverbend.example',
      'Did you mean `email`? Write it under `contacts`: `- { name: …, email: … }`.',
    ],
    ['phone: 555 0100', 'Write it under `contacts`: `- { name: …, phone: … }`.'],
    ['logo: library.png', 'Write it under `brand`.'],
    ['gives: [{ what: Room, worth: 400 }]', 'Did you mean `value`?'],
    [
      'contacts: [{ name: "Dana, dana@riverbend.example" }]',
      'Write `name: Dana` and `email: dana@riverbend.example`.',
    ],
    [
      'signatories: [{ name: Dana (phone +1 555 0100) }]',
      'Write `name: Dana`; `phone: "+1 555 0100"` goes under `contacts`.',
    ],
  ])('of a partner: %s', (line, hint) => {
    const text = smallest().replace(/Library \}/, `Library, ${line} }`);
    expect(read(text).diagnostics.map((each) => each.hint)).toEqual([hint]);
  });
});
