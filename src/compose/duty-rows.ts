// What every partner must do, one row for each duty: the sheets as a table for a spreadsheet.
// Takes words from the companion template; writes no file.

import type { Agreement } from '../model/agreement.ts';
import { dutiesOf, partnersWithDuties } from './duties.ts';
import type { Template } from './template.ts';
import { type Wording, wordingFor } from './wording.ts';

/** The columns of the table, in order; also the keys of their headings. */
const columns = ['partner', 'kind', 'what', 'when', 'who', 'with'] as const;

type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>;

/** Returns the duties of all partners as rows of cells; the first row holds the headings. */
export function dutyRows(agreement: Agreement, template: Template): readonly (readonly string[])[] {
  const wording = wordingFor(template, agreement.language ?? 'en-US');
  const rows = partnersWithDuties(agreement).flatMap((key) =>
    rowsOf(key, dutiesOf(agreement, key), wording).map((row) => ({
      ...row,
      partner: agreement.partners[key]!.name,
    })),
  );
  return [
    columns.map((column) => wording.words(`duty.${column}`)),
    ...rows.map((row: Row) => columns.map((column) => row[column] ?? '')),
  ];
}

/** Days stay `YYYY-MM-DD`, so that a spreadsheet can sort and count with them. */
function rowsOf(key: string, duties: Agreement, wording: Wording): readonly Row[] {
  const { schedule, communication, branding, resources, evaluation, partners } = duties;
  const name = (partner: string): string => partners[partner]?.name ?? partner;
  const names = (list: readonly string[] | undefined): string => (list ?? []).map(name).join('; ');
  const range = (from: string | undefined, to: string | undefined): string =>
    [from, to !== from ? to : undefined].filter((day) => day).join('/');
  const often = (every: string | undefined, ...days: readonly (string | undefined)[]): string =>
    [every && wording.frequency(every), ...days].filter((part) => part).join('; ');
  const kind = (word: string): string => wording.words(`duty.${word}`);
  const own = partners[key];
  return [
    ...(duties.roles ?? []).map(
      ({ task, lead, person, support, every, due }): Row => ({
        kind: kind(lead === key ? 'leads' : 'supports'),
        what: task,
        when: often(every, due),
        ...(person ? { who: person } : {}),
        with: names(
          [...(lead && lead !== key ? [lead] : []), ...(support ?? [])].filter(
            (each) => each !== key,
          ),
        ),
      }),
    ),
    ...(schedule?.milestones ?? []).map(
      ({ name: what, date }): Row => ({ kind: kind('milestone'), what, when: date }),
    ),
    ...(schedule?.events ?? []).map(
      ({ name: what, date, end, staff }): Row => ({
        kind: kind('event'),
        what,
        when: range(date, end),
        with: names(staff?.filter((each) => each !== key)),
      }),
    ),
    ...(schedule?.meetings ?? []).map(
      ({ name: what, every, first, date, dates }): Row => ({
        kind: kind('meeting'),
        what,
        when: often(every, first, date, ...(dates ?? [])),
      }),
    ),
    ...(schedule?.reviews ?? []).map(
      ({ what, date }): Row => ({
        kind: kind('review'),
        what: what ?? wording.words('calendar.review'),
        when: date,
      }),
    ),
    ...(communication?.training ?? []).map(
      ({ what, date, for: learners }): Row => ({
        kind: kind('training'),
        what,
        when: date ?? '',
        with: names(learners),
      }),
    ),
    ...(communication?.updates ?? []).map(
      ({ what, every, to }): Row => ({
        kind: kind('update'),
        what,
        when: often(every),
        with: names(to),
      }),
    ),
    ...(branding?.materials ?? []).map(
      ({ name: what, approvers, submit, publish }): Row => ({
        kind: kind('approval'),
        what,
        when: range(submit, publish),
        who: approvers?.[key] ?? '',
      }),
    ),
    ...(duties.goals ?? []).flatMap(({ measures }) =>
      (measures ?? []).map(({ what, by }): Row => ({ kind: kind('figure'), what, when: by ?? '' })),
    ),
    ...(evaluation
      ? [
          {
            kind: kind('evaluation'),
            when: evaluation.report?.due ?? '',
            with: names(evaluation.report?.to),
          },
        ]
      : []),
    ...[
      ...(own?.gives ?? []).map(({ what }) => what),
      ...(resources?.needs ?? []).map(({ what }) => what),
      ...(resources?.budget?.lines ?? []).map(({ item }) => item),
    ].map((what): Row => ({ kind: kind('gives'), what })),
    ...Object.entries(partners).flatMap(([other, { contacts }]) =>
      other === key
        ? []
        : (contacts ?? []).map(
            ({ name: person, title, email, phone }): Row => ({
              kind: kind('contact'),
              what: [email, phone].filter((way) => way).join('; '),
              who: [person, title].filter((part) => part).join(', '),
              with: name(other),
            }),
          ),
    ),
  ];
}
