// What counts as left out, what `*` and `<<` bring, and how references find partners.

import { describe, expect, it } from 'vitest';
import { nodeAt } from '../../src/model/located.ts';
import { lines, read, smallest } from './read.ts';

describe('left out', () => {
  it('a key with nothing after it, ~ or null', () => {
    const { agreement, diagnostics } = read(
      smallest('status:\nlevel: ~\nschedule: null\nbackground:\n'),
    );
    expect(lines(diagnostics)).toEqual([]);
    expect(agreement).toEqual(read(smallest()).agreement);
  });

  it('a dash with nothing after it, so that indexes stay those of the agreement', () => {
    const { agreement, located } = read(smallest('principles:\n  - Equality\n  -\n  - Trust\n'));
    expect(agreement?.principles).toEqual(['Equality', 'Trust']);
    expect(nodeAt(located!, ['principles', 1])).toMatchObject({ text: 'Trust' });
  });

  it('an empty text where none is needed', () => {
    expect(read(smallest('reference: ""\nversion: " "\n')).agreement).toEqual(
      read(smallest()).agreement,
    );
  });

  it('but not a person called Null', () => {
    const text = smallest().replace('name: Riverbend Astronomy Club', 'name: Null');
    expect(read(text).agreement?.partners.club?.name).toBe('Null');
  });
});

describe('repeated values', () => {
  it('anchors and aliases', () => {
    const { agreement, diagnostics } = read(
      smallest(
        'roles:\n  - { task: Meet, support: &both [library, club] }\n  - { task: Print, support: *both }\n',
      ),
    );
    expect(lines(diagnostics)).toEqual([]);
    expect(agreement?.roles?.map((role) => role.support)).toEqual([
      ['library', 'club'],
      ['library', 'club'],
    ]);
  });

  it('merges, where own keys win and earlier maps win over later ones', () => {
    const { agreement, diagnostics } = read(
      smallest(`roles:
  - &one { task: Meet, lead: club, person: President }
  - &two { task: Print, lead: library, due: 2027-02-01 }
  - { <<: [*one, *two], task: Count }
`),
    );
    expect(lines(diagnostics)).toEqual([]);
    expect(agreement?.roles?.[2]).toEqual({
      task: 'Count',
      lead: 'club',
      person: 'President',
      due: '2027-02-01',
    });
  });

  it('a problem in a repeated value is reported once, where its words stand', () => {
    const { diagnostics } = read(
      smallest(
        'roles:\n  - { task: Meet, support: &both [library, clubb] }\n  - { task: Print, support: *both }\n',
      ),
    );
    expect(lines(diagnostics)).toEqual([
      'error schema/unknown-partner 9:44 No partner has the key “clubb”.',
    ]);
  });

  it('<< in quotes is an ordinary key', () => {
    const { diagnostics } = read(smallest('"<<": { title: x }\n'));
    expect(lines(diagnostics).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'error schema/unknown-key 8:1',
    ]);
  });
});

describe('partner keys', () => {
  it('are found in whatever Unicode form they are written', () => {
    const text = smallest('roles: [{ task: Meet, lead: cafe\u0301 }]\n').replaceAll(
      'club:',
      'caf\u00e9:',
    );
    const { agreement, diagnostics } = read(text);
    expect(lines(diagnostics)).toEqual([]);
    expect(agreement?.roles?.[0]?.lead).toBe('caf\u00e9');
    expect(agreement?.partners).toHaveProperty('caf\u00e9');
  });

  it('may be the same word as an id: they are never looked for in the same place', () => {
    const { diagnostics } = read(
      smallest('goals:\n  - { id: club, text: A club in every school }\n'),
    );
    expect(lines(diagnostics)).toEqual([]);
  });

  it('are not missed when partners cannot be read at all', () => {
    const text = smallest('roles: [{ task: Meet, lead: club }]\n').replace(
      /partners:\n.*\n.*\n/,
      'partners: none\n',
    );
    expect(lines(read(text).diagnostics).map((line) => line.split(' ')[1])).toEqual([
      'schema/wrong-type',
    ]);
  });
});

describe('a spec with a fault of YAML', () => {
  it('is read on, to find more, but never becomes an agreement', () => {
    const { agreement, located, diagnostics } = read(
      smallest('reference: Note: one\nlead: club\n'),
    );
    expect(lines(diagnostics).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'error yaml/colon-in-text 8:12',
      'error schema/unknown-key 9:1',
    ]);
    expect(located).toMatchObject({ kind: 'map', repaired: true });
    expect(agreement).toBeUndefined();
  });
});

describe('amounts', () => {
  const budget = (currency: string, amount: string): string[] =>
    lines(
      read(smallest(`resources:\n  budget:\n    currency: ${currency}\n    total: ${amount}\n`))
        .diagnostics,
    );

  it.each([
    ['USD', '0'],
    ['USD', '1200'],
    ['USD', '1200.5'],
    ['USD', '1200.50'],
    ['KWD', '1.125'],
    ['JPY', '1200'],
    ['USD', '90071992547409.91'],
  ])('%s %s is read', (currency, amount) => {
    expect(budget(currency, amount)).toEqual([]);
  });

  it.each([
    ['USD', '1.125'],
    ['JPY', '1200.5'],
    ['USD', '-1'],
    ['USD', '-0'],
    ['USD', '1e3'],
    ['USD', '.5'],
    ['USD', '010'],
    ['USD', '.nan'],
    ['USD', '90071992547409.93'],
    ['USD', '"400"'],
  ])('%s %s is refused', (currency, amount) => {
    expect(budget(currency, amount).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'error schema/bad-amount 11:12',
    ]);
  });
});
