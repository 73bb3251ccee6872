// Columns: what a template asks for is a hint, what stands in them decides.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitColumns } from '../../src/compose/column-shares.ts';
import { textWidth } from '../../src/compose/text-width.ts';
import type { Cell, Column, Row, Table } from '../../src/model/block.ts';
import { pointsPerMm, textWidthMm } from '../../src/model/theme.ts';
import { makeTheme } from '../../src/theme/theme.ts';

const theme = makeTheme({ paper: 'a4', partners: [] });

const cell = (content: string, style: 'cell' | 'cellHeader' = 'cell'): Cell => ({
  content: content
    .split('\n')
    .map((text) => ({ kind: 'paragraph', style, content: [{ kind: 'text', text }] })),
});

const table = (
  shares: readonly number[],
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Pick<Table, 'style' | 'columns' | 'header' | 'rows'> => ({
  style: 'grid',
  columns: shares.map((share) => ({ share, align: 'start' })),
  header: { cells: header.map((text) => cell(text, 'cellHeader')) },
  rows: rows.map((texts): Row => ({ cells: texts.map((text) => cell(text)) })),
});

const widths = (columns: readonly Column[]): readonly number[] => {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (share / total) * textWidthMm(theme));
};

const padding = (2 * theme.space.cellX) / pointsPerMm;

describe('columns', () => {
  it('keep to the hint where everything fits anyway', () => {
    const columns = fitColumns(
      table([3, 1, 1], ['Task', 'Lead', 'When'], [['a', 'b', 'c']]),
      theme,
    );
    expect(columns.map(({ share }) => share)).toEqual([60, 20, 20]);
  });

  it('of dates are as wide as a date', () => {
    const long = 'Describe every object by the shared rules and show it on the common web page. ';
    const rows = Array.from({ length: 9 }, () => [long.repeat(2), 'by 28 September 2029', long]);
    const found = widths(fitColumns(table([8, 1, 4], ['Task', 'When', 'Why'], rows), theme));
    expect(found[1]).toBeGreaterThan(textWidth('by 28 September 2029', 9) + padding);
    expect(found[1]).toBeLessThan(textWidth('by 28 September 2029', 9) * 1.4 + padding);
  });

  it('never cut a date that is held together, even where a sentence needs the room more', () => {
    const date = 'February 12, 2027';
    const when: Cell = {
      content: [
        {
          kind: 'paragraph',
          style: 'cell',
          content: [
            { kind: 'text', text: 'by ' },
            { kind: 'text', text: date, unbroken: true },
            { kind: 'text', text: ' or on the day before the pilot, whichever comes first' },
          ],
        },
      ],
    };
    const long = 'Complete background checks for everyone who works with children. '.repeat(6);
    const { rows, ...rest } = table([9, 1, 9], ['Task', 'When', 'Why'], [[long, '', long]]);
    const dated = rows.map(({ cells }) => ({ cells: cells.with(1, when) }));
    const found = widths(fitColumns({ ...rest, rows: dated }, theme));
    expect(found[1]! - padding).toBeGreaterThan(textWidth(date, 9));
  });

  it('of nine names do not become a tower beside empty columns', () => {
    const names = Array.from({ length: 9 }, (_, index) => `Agnieszka Wróbel (Museum ${index})`);
    const rows = [
      [
        'Common web page',
        'All partners together',
        names.join(', '),
        'To the approvers by 24 March 2027',
      ],
      [
        'Exhibition panels',
        'All partners together',
        names.join(', '),
        'Published on 11 February 2028',
      ],
    ];
    const header = ['Material', 'Brand', 'Approved by', 'Dates'];
    const before = [3, 3, 2, 2];
    const found = widths(fitColumns(table(before, header, rows), theme));
    const lines = (width: number): number => textWidth(names.join(', '), 9) / (width - padding);
    const hinted = (2 / 10) * textWidthMm(theme);
    expect(lines(found[2]!)).toBeLessThan(0.65 * lines(hinted));
  });

  it('hold the longest word of their heading, but not an address', () => {
    const address =
      'https://library.example/programmes/2027/astronomy/registration-form?session=summer';
    const header = ['Verantwortlichkeiten', 'Site', 'Note'];
    const rows = [
      ['x', address, 'A few words about it, and then some more to fill a second line.'],
    ];
    const found = widths(fitColumns(table([1, 4, 4], header, rows), theme));
    expect(found[0]).toBeGreaterThan(textWidth(header[0]!, 9, 'bold') + padding);
    expect(found[1]).toBeLessThan(textWidthMm(theme) * 0.6);
  });

  it('share the whole width and leave none without room, whatever stands in them', () => {
    const words = fc.array(
      fc.constantFrom(
        'a',
        'partners',
        'Donaudampfschifffahrtselektrizitätenhaupt',
        '12 May 2027',
        '…',
        'Εθνικό',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }).chain((count) =>
          fc.record({
            shares: fc.array(fc.integer({ min: 1, max: 9 }), {
              minLength: count,
              maxLength: count,
            }),
            rows: fc.array(fc.array(words, { minLength: count, maxLength: count }), {
              maxLength: 6,
            }),
          }),
        ),
        ({ shares, rows }) => {
          const texts = rows.map((row) => row.map((each) => each.join(' ')));
          const input = table(shares, shares.map(String), texts);
          const columns = fitColumns(input, theme);
          const total = columns.reduce((sum, { share }) => sum + share, 0);
          expect(Math.abs(total - 100)).toBeLessThan(0.5);
          for (const width of widths(columns)) expect(width).toBeGreaterThan(padding);
          expect(fitColumns(input, theme)).toEqual(columns);
        },
      ),
      { numRuns: 60 },
    );
  });
});
