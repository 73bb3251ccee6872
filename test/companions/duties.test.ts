// The sheets of duties: every duty is on its partner's sheet, nobody else's is, and they fit a wall.

import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type BuildOptions, build } from '../../src/build.ts';
import { dutiesOf, dutyRows, partnersWithDuties } from '../../src/compose/index.ts';
import { nodeHost } from '../../src/node/host.ts';
import { nodePorts } from '../../src/node/ports.ts';
import { renderCsv } from '../../src/render/csv/index.ts';
import { examples } from '../agreements/making.ts';
import { agreementOf, builtIn } from '../compose/built-in.ts';
import { docxText } from '../docx/extract-text.ts';
import { pdfText } from '../pdf/extract-text.ts';

const agreement = agreementOf({
  partners: {
    library: {
      name: 'Town Library',
      gives: [{ what: 'Rooms', value: 300 }],
      contacts: [{ name: 'Ada', email: 'ada@library.example' }],
    },
    school: {
      name: 'Hill School',
      contacts: [{ name: 'Ben', title: 'Head', phone: '+1 555 0100' }],
    },
    shop: { name: 'Book Shop', role: 'supporter', gives: [{ what: 'Bags' }] },
  },
  goals: [{ text: 'Read', measures: [{ what: 'Loans', by: '2027-11-30', collector: 'school' }] }],
  roles: [
    { task: 'Open the doors', lead: 'library', person: 'Ada', support: ['school'], every: 'week' },
    { task: '=cmd()', lead: 'school', due: '2027-03-01' },
  ],
  schedule: {
    milestones: [{ name: 'Half way', date: '2027-06-01', owner: 'school' }],
    events: [{ name: 'Fair', date: '2027-05-01', end: '2027-05-02', staff: ['library'] }],
    meetings: [{ name: 'Talk', every: 'month', first: '2027-02-01', organizer: 'library' }],
    reviews: [{ date: '2027-07-01' }],
  },
  communication: {
    updates: [{ what: 'Figures', every: 'month', from: 'school', to: ['library'] }],
  },
  branding: {
    materials: [
      {
        name: 'Poster',
        approvers: { library: 'Ada', school: 'Ben' },
        submit: '2027-02-01',
        publish: '2027-02-10',
      },
    ],
  },
  resources: {
    needs: [{ what: 'Chairs', from: ['school'] }],
    budget: {
      currency: 'USD',
      lines: [{ item: 'Rooms', amount: 300, from: 'library' }],
      total: 300,
      holder: 'library',
    },
  },
  evaluation: { by: ['school'], report: { to: ['library'], due: '2028-01-10' } },
});

describe('duties', () => {
  it('are those of the partner and no other; a supporter owes nothing', () => {
    expect(partnersWithDuties(agreement)).toEqual(['library', 'school']);
    const duties = dutiesOf(agreement, 'library');
    expect(duties.roles?.map(({ task }) => task)).toEqual(['Open the doors']);
    expect(duties.schedule?.milestones).toBeUndefined();
    expect(duties.branding?.materials?.[0]?.approvers).toEqual({ library: 'Ada' });
    expect(duties.goals).toBeUndefined();
  });

  it('are a table with one row for each, days that sort, and cells that are no formulas', () => {
    const csv = renderCsv(dutyRows(agreement, builtIn('duties')));
    expect(csv.startsWith('\ufeffPartner,Duty,What,When,Who,With\r\n')).toBe(true);
    const rows = Papa.parse<string[]>(csv.slice(1).trimEnd()).data.slice(1);
    expect(rows).toEqual([
      ['Town Library', 'Leads', 'Open the doors', 'every week', 'Ada', 'Hill School'],
      ['Town Library', 'Staffs', 'Fair', '2027-05-01/2027-05-02', '', ''],
      ['Town Library', 'Arranges', 'Talk', 'every month; 2027-02-01', '', ''],
      ['Town Library', 'Takes part', 'Looking back together', '2027-07-01', '', ''],
      ['Town Library', 'Approves', 'Poster', '2027-02-01/2027-02-10', 'Ada', ''],
      ['Town Library', 'Gives', 'Rooms', '', '', ''],
      ['Town Library', 'Talks to', "'+1 555 0100", '', 'Ben, Head', 'Hill School'],
      ['Hill School', 'Supports', 'Open the doors', 'every week', 'Ada', 'Town Library'],
      ['Hill School', 'Leads', "'=cmd()", '2027-03-01', '', ''],
      ['Hill School', 'Answers for', 'Half way', '2027-06-01', '', ''],
      ['Hill School', 'Takes part', 'Looking back together', '2027-07-01', '', ''],
      ['Hill School', 'Tells', 'Figures', 'every month', '', 'Town Library'],
      ['Hill School', 'Approves', 'Poster', '2027-02-01/2027-02-10', 'Ben', ''],
      ['Hill School', 'Counts', 'Loans', '2027-11-30', '', ''],
      ['Hill School', 'Evaluates', '', '2028-01-10', '', 'Town Library'],
      ['Hill School', 'Gives', 'Chairs', '', '', ''],
      ['Hill School', 'Talks to', 'ada@library.example', '', 'Ada', 'Town Library'],
    ]);
  });
});

describe('build --to duties,ics', () => {
  const folder = new URL('../../agreements/', import.meta.url);
  const make = async (name: string, options: Partial<BuildOptions> = {}) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    const ports = nodePorts(nodeHost({ folder: folder.pathname }));
    return build({ name, bytes }, { formats: ['duties', 'ics'], ...options }, ports);
  };

  it('makes a one-page sheet for each partner, the same in both formats, and nothing else', async () => {
    const { outputs } = await make('stars-over-riverbend.yaml');
    expect(outputs.map(({ format, part }) => `${part ?? ''}.${format}`)).toEqual([
      '.ics',
      'duties-library.docx',
      'duties-library.pdf',
      'duties-club.docx',
      'duties-club.pdf',
      'duties.csv',
    ]);
    const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();
    for (const key of ['library', 'club']) {
      const of = (format: string): Uint8Array =>
        outputs.find((each) => each.part === `duties-${key}` && each.format === format)!.bytes;
      const pdf = of('pdf');
      expect(
        Buffer.from(pdf)
          .toString('latin1')
          .match(/\/Type \/Page\b/g),
      ).toHaveLength(1);
      expect(words(await pdfText(pdf))).toBe(words(docxText(of('docx'))));
    }
  });

  it.each(examples)('fits every sheet of %s on one page', async (name) => {
    const { outputs } = await make(name, { formats: ['duties'] });
    const pages = outputs
      .filter(({ format }) => format === 'pdf')
      .map(({ part, bytes }) => [
        part,
        Buffer.from(bytes)
          .toString('latin1')
          .match(/\/Type \/Page\b/g)!.length,
      ]);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages).toEqual(pages.map(([part]) => [part, 1]));
  });

  it('gives the same bytes again', async () => {
    const [one, other] = [
      await make('friends-of-elm-street.yaml'),
      await make('friends-of-elm-street.yaml'),
    ];
    expect(one.outputs.length).toBeGreaterThan(3);
    expect(other.outputs).toEqual(one.outputs);
  });
});
