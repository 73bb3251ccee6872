// The spec that shows every field: it validates without a word, and what a writer may write short
// is written out.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lines, read, smallest } from './read.ts';

const full = readFileSync(new URL('full.yaml', import.meta.url), 'utf8');
const examples = new URL('../../agreements/', import.meta.url);

describe('the full example', () => {
  const { agreement, diagnostics } = read(full);

  it('has no problems', () => {
    expect(lines(diagnostics)).toEqual([]);
  });

  it('has bare texts and single items written out', () => {
    expect(agreement?.partners.library?.gives).toEqual([
      { what: 'Meeting room and courtyard, eight evenings' },
      { what: 'Printing', value: 400 },
    ]);
    expect(agreement?.partners.library?.closed).toEqual([
      { from: '2027-07-05' },
      { from: '2027-12-24', to: '2028-01-02', why: 'Holidays' },
    ]);
    expect(agreement?.roles?.map((role) => role.covers)).toEqual([
      ['meetings'],
      ['publicity'],
      ['evaluation', 'reporting'],
    ]);
    expect(agreement?.resources?.needs).toEqual([
      { what: 'Two portable telescopes', from: ['club'] },
    ]);
  });

  it('has texts, dates and numbers as they were written', () => {
    expect(agreement?.version).toBe('0.3');
    expect(agreement?.date).toBe('2027-01-04');
    expect(agreement?.goals?.[0]?.measures?.[0]).toEqual({
      what: 'First-time attendees',
      baseline: '0',
      target: '400',
      by: '2027-12-01',
      collector: 'library',
    });
    expect(agreement?.partners.library?.address).toBe('12 Mill Street\nRiverbend, OH 45001');
    expect(agreement?.resources?.budget?.total).toBe(400);
    expect(agreement?.terms?.binding).toBe(false);
    expect(agreement?.branding?.materials?.[0]?.approvers).toEqual({
      library: 'Dana Whitfield',
      club: 'President',
    });
  });

  it('keeps the order of partners', () => {
    expect(Object.keys(agreement?.partners ?? {})).toEqual(['library', 'club']);
  });
});

describe('other good specs', () => {
  it('the smallest', () => {
    const { agreement, diagnostics } = read(smallest());
    expect(lines(diagnostics)).toEqual([]);
    expect(agreement).toEqual({
      spec: 1,
      title: 'Stars over Riverbend',
      purpose: 'Bring astronomy to families.',
      term: { start: '2027-01-11' },
      partners: {
        library: { name: 'Riverbend Public Library' },
        club: { name: 'Riverbend Astronomy Club' },
      },
    });
  });

  it('with a byte order mark and Windows line ends', () => {
    const { agreement, diagnostics } = read(`\ufeff${full.replaceAll('\n', '\r\n')}`);
    expect(lines(diagnostics)).toEqual([]);
    expect(agreement).toEqual(read(full).agreement);
  });

  it.each(readdirSync(examples).filter((name) => name.endsWith('.yaml')))(
    'agreements/%s has no problems in reading',
    (name) => {
      expect(lines(read(readFileSync(new URL(name, examples))).diagnostics)).toEqual([]);
    },
  );
});
