// A complete and careful agreement: the whole checklist finds nothing in it, at any level.
// The tests take it apart one piece at a time.

import { type Agreement, agreementSchema } from '../../src/model/agreement.ts';
import type { Facts } from '../../src/model/facts.ts';
import { normal } from './spec-data.ts';

/** Returns the data of the complete agreement as a spec would have it, free to be changed. */
// biome-ignore lint/suspicious/noExplicitAny: the tests reach anywhere into it.
export function completeData(): any {
  return {
    spec: 1,
    title: 'Stars over Riverbend',
    reference: 'RPL-2027-004',
    level: 'standard',
    partners: {
      library: {
        name: 'Riverbend Public Library',
        short: 'the Library',
        contacts: [
          {
            name: 'Dana Whitfield',
            title: 'Adult Programs Librarian',
            email: 'dana@riverbend.example',
          },
        ],
        signatories: [{ name: 'Maria Okafor', title: 'Director' }],
        gives: ['Meeting room and courtyard, eight evenings'],
        gains: ['First-time visitors'],
        closed: ['2027-07-05', { from: '2027-11-25', to: '2027-11-28', why: 'Holidays' }],
        brand: { logo: 'logos/library.png', alt: 'A heron over water', color: '#1F4E79' },
      },
      club: {
        name: 'Riverbend Astronomy Club',
        short: 'the Club',
        contacts: [{ name: 'Tomas Lindqvist', title: 'President', phone: '+1 555 0177' }],
        signatories: [{ name: 'Ines Halvorsen', title: 'Chair' }],
        gives: ['Telescopes and twelve volunteers'],
        gains: ['New members'],
        brand: { logo: 'logos/club.svg', alt: 'A ringed planet' },
      },
    },
    purpose:
      'Bring hands-on astronomy to families in Riverbend who have never looked through a telescope.',
    term: {
      start: '2027-01-11',
      end: '2027-12-17',
      renewal: 'By written agreement of all partners.',
    },
    goals: [
      {
        id: 'reach',
        text: 'Reach families new to astronomy',
        measures: [
          {
            what: 'First-time attendees',
            baseline: 0,
            target: 400,
            by: '2027-12-01',
            collector: 'library',
          },
        ],
      },
    ],
    roles: [
      {
        id: 'meetings',
        task: 'Organise the monthly project meeting',
        covers: 'meetings',
        lead: 'library',
        person: 'Dana Whitfield',
        support: 'club',
        every: 'month',
        goals: 'reach',
      },
      {
        id: 'posters',
        task: 'Develop the marketing campaign and the event poster',
        covers: 'publicity',
        lead: 'club',
        person: 'President',
        due: '2027-02-26',
        goals: 'reach',
      },
      {
        task: 'See to background checks of all volunteers',
        covers: 'safeguarding',
        lead: 'club',
        person: 'President',
        due: '2027-02-12',
        goals: 'reach',
      },
      {
        task: 'Count and report the first-time attendees',
        covers: ['evaluation', 'reporting'],
        lead: 'library',
        person: 'Dana Whitfield',
        due: '2027-12-01',
        after: 'pilot',
        goals: 'reach',
      },
    ],
    schedule: {
      milestones: [
        {
          id: 'pilot',
          name: 'Pilot star party',
          date: '2027-02-20',
          owner: 'club',
          smallWin: true,
          goals: 'reach',
        },
        {
          id: 'thanks',
          name: 'Wrap-up and thanks',
          date: '2027-12-10',
          owner: 'library',
          closing: true,
          goals: 'reach',
        },
      ],
      events: [
        {
          id: 'summer',
          name: 'Summer star party',
          date: '2027-07-17',
          end: '2027-07-18',
          place: 'Library courtyard',
          staff: ['club', 'library'],
          public: true,
          minors: true,
          after: 'pilot',
          goals: 'reach',
        },
      ],
      meetings: [
        { name: 'Project meeting', every: 'month', first: '2027-01-18', organizer: 'library' },
      ],
      reviews: [{ date: '2027-06-18', what: 'Mid-year review' }],
    },
    communication: {
      channels: ['E-mail between the two contacts'],
      updates: [{ what: 'Attendance figures', every: 'month', from: 'library', to: 'club' }],
      decisions:
        'Changes of dates are agreed by the two contacts; anything that costs money by the signatories.',
      concerns: [
        { step: 'Tell the other contact', who: 'Both contacts', within: '5 working days' },
        {
          step: 'Raise it with the signatories',
          who: 'Director and Chair',
          within: '10 working days',
        },
      ],
      training: [
        {
          what: 'Volunteers learn how the library works',
          date: '2027-01-25',
          by: 'library',
          for: 'club',
        },
      ],
    },
    branding: {
      decideBy: '2027-01-29',
      materials: [
        {
          name: 'Event poster',
          brand: 'joint',
          approvers: { library: 'Dana Whitfield', club: 'President' },
          submit: '2027-02-01',
          publish: '2027-02-12',
        },
      ],
      rules: 'Logos stand in the agreed order at equal height. Use stops when this agreement ends.',
      credit: 'A partnership of Riverbend Public Library and Riverbend Astronomy Club.',
    },
    resources: {
      needs: [{ what: 'Two portable telescopes', from: 'club' }],
      budget: {
        currency: 'USD',
        lines: [
          { item: 'Printing', amount: 400.1, from: 'library' },
          { item: 'Refreshments', amount: 150.2, from: 'club' },
        ],
        total: 550.3,
        holder: 'library',
        payment: 'Paid by the library on invoice within 30 days.',
      },
    },
    evaluation: {
      plan: 'Short paper survey after each event, counted by the library and discussed by both.',
      by: ['library', 'club'],
      report: { to: ['library', 'club'], due: '2028-01-15' },
    },
    vocabulary: [
      {
        term: 'program',
        means: 'A public event',
        usage: { club: 'An observing session', library: 'A public event' },
      },
    ],
    terms: {
      binding: false,
      changes: 'In writing, signed by all partners.',
      ending: { notice: '30 days', by: 'any', effects: 'Each partner keeps its own equipment.' },
      data: {
        what: 'Names on sign-up sheets',
        sees: 'Library staff',
        kept: '30 days',
        breach: 'The other partner is told within 2 working days',
      },
      ownership: 'Joint materials belong to all partners, see Annex 1.',
      insurance: 'Each partner insures its own people and equipment.',
      other: [{ heading: 'Standing', text: 'No legal partnership or agency is created.' }],
    },
    annexes: [{ title: 'Observing rules', text: 'Red lights only after dark.' }],
  };
}

/** Returns an agreement made from data as a spec would have it; fails when the schema would refuse it. */
export function agreementOf(data: unknown): Agreement {
  return agreementSchema.parse(normal(data));
}

/** What the logos of the complete agreement are like. */
export const goodFacts: Facts = {
  logos: {
    library: { state: 'ok', format: 'png', widthPx: 1500, heightPx: 463 },
    club: { state: 'ok', format: 'svg', widthPx: 60, heightPx: 60 },
    funder: { state: 'ok', format: 'svg', widthPx: 60, heightPx: 60 },
  },
  annexes: {},
};
