// Headers as paths, and the officer's own headers by a map: where they lead, and what is said of
// those that lead nowhere.

import { describe, expect, it } from 'vitest';
import { pathText } from '../../src/base/source.ts';
import { readBase } from '../../src/merge.ts';
import { base, baseText, bytesOf, lines, over } from './support.ts';

/** Where each header leads, or what is wrong with it. */
async function lead(headers: string, map?: string): Promise<readonly string[]> {
  const row = headers.replace(/[^;]+/g, '1');
  const data = await over(`${headers}\n${row}\n`, map === undefined ? {} : { map });
  return [
    ...data.columns.map(({ index, paths }) => `${index} ${paths.map(pathText).join(' + ')}`),
    ...lines(data.diagnostics),
  ];
}

describe('a header', () => {
  it('leads to a field, an item by its place from 0, or an item by its id', async () => {
    const headers =
      'title;partners.club.name;roles[1].due;goals[reach].measures[0].target;term.end;spec';
    expect(await lead(headers)).toEqual([
      '0 title',
      '1 partners.club.name',
      '2 roles[1].due',
      '3 goals[0].measures[0].target',
      '4 term.end',
      '5 spec',
    ]);
  });

  it('may stand between blanks, and on several lines of its cell', async () => {
    expect(await lead(' title ;"partners.club.name\n"')).toEqual([
      '0 title',
      '1 partners.club.name',
    ]);
  });

  it('leads to a list that one cell can hold, and to the text of a group', async () => {
    expect(await lead('principles;roles[0].support;partners.club.gives[0]')).toEqual([
      '0 principles',
      '1 roles[0].support',
      '2 partners.club.gives[0].what',
    ]);
  });

  it('may add items after the last one, without a gap', async () => {
    expect(await lead('roles[2].task;roles[3].task;partners.club.contacts[0].name')).toEqual([
      '0 roles[2].task',
      '1 roles[3].task',
      '2 partners.club.contacts[0].name',
    ]);
    expect((await lead('roles[3].task;roles[2].task'))[1]).toBe('1 roles[2].task');
    expect(
      (await lead('roles[4].task;roles[2].task;partners.club.contacts[1].name')).slice(3),
    ).toEqual([
      'partners.csv:1:A error table/unknown-column The column “roles[4].task” leads nowhere: `roles` of the spec has 2 items. → Items are counted from 0: the last is `roles[1]`, and a new one would be `roles[2]`.',
      'partners.csv:1:C error table/unknown-column The column “partners.club.contacts[1].name” leads nowhere: `partners.club.contacts` of the spec has no items. → Items are counted from 0: the first is `partners.club.contacts[0]`.',
    ]);
  });

  it.each([
    ['titel', '`titel` is not a key that a spec knows. → Did you mean `title`?'],
    [
      'Partners.Club.Name',
      '`Partners` is not a key that a spec knows. → Did you mean `partners.club.name`?',
    ],
    ['partners.clib.name', 'the spec has no partner `clib`. → Did you mean `partners.club.name`?'],
    [
      'partners.school.name',
      'the spec has no partner `school`. → The partners are `library`, `club`. Add `school:` under `partners` of the spec, even with nothing after it.',
    ],
    [
      'goal[raech].measure[0].tarket',
      '`goal` is not a key that a spec knows. → Did you mean `goals[reach].measures[0].target`?',
    ],
    ['club.name', '`club` is not a key that a spec knows. → Did you mean `partners.club`…?'],
    [
      'partners.club.nmae',
      '`nmae` is not a key that `partners.club` knows. → Did you mean `partners.club.name`?',
    ],
    ['term.binding', '`binding` is not a key that `term` knows. → There is `terms.binding`.'],
    [
      'goals[raech].text',
      'no item of `goals` has the id `raech`. → Did you mean `goals[reach].text`?',
    ],
    [
      'roles[poster].due',
      'no item of `roles` has the id `poster`. → Give the item `id: poster` in the spec, or count: the first item is `roles[0]`.',
    ],
    [
      'roles.due',
      '`roles` is a list, and it does not say which item. → Write `roles[0].due` for the first item, or its id in the brackets.',
    ],
    ['title.name', '`title` has no parts. → Write `title`.'],
    [
      'Name of the club',
      'it is not written as a path. → Write a path such as `partners.club.name` or `roles[0].due`; for headers of your own, name a file with --map.',
    ],
    [
      'roles[-1].due',
      'it is not written as a path. → Write a path such as `partners.club.name` or `roles[0].due`; for headers of your own, name a file with --map.',
    ],
    [
      '__proto__.name',
      '`__proto__` is not a key that a spec knows. → Write a path such as `partners.club.name` or `roles[0].due`; for headers of your own, name a file with --map.',
    ],
  ])('that leads nowhere: %s', async (header, rest) => {
    expect(await lead(header)).toEqual([
      `partners.csv:1:A error table/unknown-column The column “${header}” leads nowhere: ${rest}`,
    ]);
  });

  it.each([
    ['partners.club', 'partners.club.name'],
    ['roles', 'roles[0]…'],
    ['roles[0]', 'roles[0].task'],
    ['partners', 'partners.club'],
  ])('that leads to several values: %s', async (header, example) => {
    expect(await lead(header)).toEqual([
      `partners.csv:1:A error table/not-one-value The column “${header}” leads to several values, and a cell holds one. → Say which, such as \`${example}\`.`,
    ]);
  });

  it('that stands twice, or overlaps another', async () => {
    expect(await lead('title;goals[reach].text;goals[0].text;title')).toEqual([
      '0 title',
      '1 goals[0].text',
      'partners.csv:1:C error table/duplicate-column The columns “goals[reach].text” and “goals[0].text” both lead to `goals[0].text`. → Delete one of them, so that it is clear which value counts.',
      'partners.csv:1:D error table/duplicate-column The columns “title” and “title” both lead to `title`. → Delete one of them, so that it is clear which value counts.',
    ]);
    expect((await lead('principles;principles[0]'))[1]).toBe(
      'partners.csv:1:B error table/duplicate-column The columns “principles” and “principles[0]” overlap: `principles` and `principles[0]`. → Delete one of them, so that it is clear which value counts.',
    );
  });

  it('finds partners and ids of a --with file too', async () => {
    const under = readBase({ name: 'base.yaml', bytes: bytesOf(baseText) }, [
      { name: 'house.yaml', bytes: bytesOf('partners: { school: { name: School } }') },
    ]);
    const data = await over('partners.school.short\nx\n', { base: under });
    expect(lines(data.diagnostics)).toEqual([]);
  });
});

describe('a map', () => {
  const map = `
Club: [partners.club.name, title]
"Due: poster": roles[1].due
Notes:
`;

  it('leads headers of any kind to one place or several, and leaves columns out', async () => {
    expect(await lead('Club;Due: poster;Notes;term.end', map)).toEqual([
      '0 partners.club.name + title',
      '1 roles[1].due',
      '3 term.end',
    ]);
  });

  it('compares headers without the blanks and line breaks of wrapping', async () => {
    expect(await lead(' Club ;"Due:\nposter";Notes', map)).toEqual([
      '0 partners.club.name + title',
      '1 roles[1].due',
    ]);
  });

  it('is asked about every column, and says once where it is wrong', async () => {
    const wrong = 'Club: partners.clib.name\nDatun: term.end\nSum: { a: b }\n';
    expect(await lead('Club;Datum;Sum;Remarks', wrong)).toEqual([
      'columns.yaml:2:1 error table/unknown-header The table has no column “Datun”. → Did you mean “Datum”?',
      'columns.yaml:3:1 error table/bad-map “Sum” needs a path after it. → Write one line for each column: its header, a colon and its path.',
      'columns.yaml:1:7 error table/unknown-column The column “partners.clib.name” leads nowhere: the spec has no partner `clib`. → Did you mean `partners.club.name`?',
      'partners.csv:1:D error table/unknown-column The column “Remarks” leads nowhere: `Remarks` is not a key that a spec knows. → Add a line `Remarks: …` with its path to the map; with nothing after the colon the column is not used.',
    ]);
  });

  it('is a list of headers, and YAML', async () => {
    expect(await lead('title', '- title')).toEqual([
      '0 title',
      'columns.yaml:1:1 error table/bad-map The map of columns is not a list of headers. → Write one line for each column: its header, a colon and its path.',
    ]);
    const { columns, diagnostics } = await over('title\nx\n', { map: 'title: "x' });
    expect(columns).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toContain('yaml/unclosed-quote');
  });
});

it('needs a base that can be read', async () => {
  const broken = readBase({ name: 'base.yaml', bytes: bytesOf('') });
  expect(await over('title\nx\n', { base: broken })).toEqual({
    columns: [],
    rows: [],
    diagnostics: [],
  });
  expect(base.diagnostics).toEqual([]);
});
