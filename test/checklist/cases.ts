// For each rule: the complete agreement with one thing taken out of order, and what is then said.
// `quiet` are changes that must not make the rule speak.

import type { Facts } from '../../src/model/facts.ts';
import { goodFacts } from './complete.ts';

// biome-ignore lint/suspicious/noExplicitAny: cases reach anywhere into the data.
type Change = (data: any) => void;

export interface Case {
  readonly change: Change;
  /** The messages of the rule, in order. */
  readonly says: readonly string[];
  readonly severity?: 'error' | 'warning' | 'advice';
  readonly facts?: Facts;
}

export interface RuleCases {
  readonly cases: readonly Case[];
  readonly quiet?: readonly Change[];
}

const logos = (library: Facts['logos'][string]): Facts => ({
  ...goodFacts,
  logos: { ...goodFacts.logos, library },
});
const png = (widthPx: number, heightPx: number): Facts =>
  logos({ state: 'ok', format: 'png', widthPx, heightPx });

const addPartner =
  (role: string): Change =>
  (data) => {
    data.partners.funder = {
      name: 'Tidewater Foundation',
      role,
      contacts: [{ name: 'Ada Kovacs', email: 'ada@tidewater.example' }],
      signatories: [{ name: 'Bram de Wit', title: 'Trustee' }],
    };
    data.branding.materials[0].approvers.funder = 'Ada Kovacs';
    data.branding.credit += ' Funded by Tidewater Foundation.';
    data.terms.joining = 'When all agree in writing.';
    data.terms.leaving = 'After telling the others in writing.';
  };

export const ruleCases: Readonly<Record<string, RuleCases>> = {
  'investment-party-no-role': {
    cases: [
      {
        change: (data) => {
          for (const role of data.roles) {
            role.lead = 'library';
            delete role.support;
          }
        },
        says: [
          'Riverbend Astronomy Club has no task in this agreement. Give it one, or list it as a supporter.',
        ],
      },
    ],
    quiet: [addPartner('supporter'), addPartner('funder')],
  },
  'investment-party-gives-nothing': {
    cases: [
      {
        change: (data) => {
          delete data.partners.library.gives;
          data.resources.budget.lines[0].from = 'club';
        },
        says: [
          'Riverbend Public Library is not shown as giving anything (time, space, money, materials, know-how).',
        ],
      },
    ],
    quiet: [
      (data) => delete data.partners.library.gives,
      (data) => delete data.partners.club.gives,
      addPartner('funder'),
    ],
  },
  'investment-party-gains-nothing': {
    cases: [
      {
        change: (data) => delete data.partners.club.gains,
        says: ['It does not say what Riverbend Astronomy Club gets out of this.'],
      },
    ],
  },
  'investment-need-unmet': {
    cases: [
      {
        change: (data) => data.resources.needs.push({ what: 'A projector' }),
        says: ['"A projector" is needed, but nobody has agreed to provide it.'],
      },
    ],
    quiet: [(data) => delete data.resources.needs],
  },
  'investment-task-no-person': {
    cases: [
      {
        change: (data) => delete data.roles[1].person,
        says: [
          '"Develop the marketing campaign and the event poster" belongs to Riverbend Astronomy Club, but no person or job title is named.',
        ],
      },
    ],
  },
  'investment-workload-lopsided': {
    cases: [
      {
        change: (data) => {
          for (const role of data.roles) role.lead = 'library';
          data.roles.push({ ...data.roles[2], task: 'Order the books' });
          data.roles[0].support = 'club';
        },
        says: ['Riverbend Public Library carries 5 of 5 tasks. Fine if you all mean it.'],
      },
    ],
    quiet: [
      (data) => {
        for (const role of data.roles) role.lead = 'library';
      },
      (data) => {
        for (const role of data.roles) role.lead = 'library';
        data.roles.push({ ...data.roles[2], task: 'Order the books', lead: 'club' });
      },
    ],
  },
  'investment-budget-wrong-sum': {
    cases: [
      {
        change: (data) => {
          data.resources.budget.total = 500;
        },
        says: ['The budget lines add up to USD 550.30, but the total says USD 500.'],
      },
      {
        change: (data) => {
          data.resources.budget = {
            ...data.resources.budget,
            currency: 'JPY',
            lines: [{ item: 'Printing', amount: 1200 }],
            total: 1201,
          };
        },
        says: ['The budget lines add up to JPY 1,200, but the total says JPY 1,201.'],
      },
    ],
    quiet: [
      (data) => {
        data.resources.budget.lines = [
          { item: 'a', amount: 0.1 },
          { item: 'b', amount: 0.2 },
        ];
        data.resources.budget.total = 0.3;
      },
      (data) => delete data.resources.budget.total,
      (data) => delete data.resources.budget.lines,
    ],
  },
  'trust-no-early-win': {
    cases: [
      {
        change: (data) => delete data.schedule.milestones[0].smallWin,
        says: ['Nothing is finished in the first 8 weeks. Add one small, easy win.'],
      },
      {
        change: (data) => {
          data.schedule.milestones[0].date = '2027-03-09';
        },
        says: ['Nothing is finished in the first 8 weeks. Add one small, easy win.'],
      },
      {
        change: (data) => {
          data.term = { start: '2027-10-18', end: '2027-12-17' };
          data.schedule = {
            milestones: [data.schedule.milestones[1]],
            meetings: [{ ...data.schedule.meetings[0], first: '2027-10-20' }],
          };
          data.roles.splice(1);
          data.roles[0].covers = ['meetings', 'publicity'];
          data.communication.training = [];
          delete data.branding.decideBy;
          delete data.branding.materials[0].submit;
          delete data.branding.materials[0].publish;
        },
        says: ['Nothing is finished in the first 2 weeks. Add one small, easy win.'],
      },
    ],
    quiet: [
      (data) => {
        data.schedule.milestones[0].date = '2027-03-08';
      },
    ],
  },
  'trust-no-review': {
    cases: [
      {
        change: (data) => delete data.schedule.reviews,
        says: ['No date is set to look back together. Add a review part-way.'],
      },
      {
        change: (data) => {
          data.term.end = '2028-07-31';
          data.schedule.milestones[1].date = '2028-07-20';
        },
        says: [
          'More than 12 months pass without a date to look back together, before 2028-07-31. Add a review.',
        ],
      },
      {
        // The shortest six months.
        change: (data) => {
          data.term = { start: '2027-01-11', end: '2027-07-10' };
          data.schedule.reviews = [];
          data.schedule.events = [];
          data.schedule.milestones[1].date = '2027-07-09';
          data.schedule.milestones[0].date = '2027-02-12';
          data.roles[3].due = '2027-07-08';
          data.goals[0].measures[0].by = '2027-07-08';
        },
        says: ['No date is set to look back together. Add a review part-way.'],
      },
    ],
    quiet: [
      (data) => {
        data.term = { start: '2027-01-11', end: '2027-07-09' };
        data.schedule.reviews = [];
      },
    ],
  },
  'trust-no-concern-path': {
    cases: [
      {
        change: (data) => delete data.communication.concerns,
        says: ['It does not say who to talk to first, and next, if something goes wrong.'],
      },
      {
        change: (data) => data.communication.concerns.pop(),
        says: ['It does not say who to talk to first, and next, if something goes wrong.'],
      },
    ],
  },
  'trust-no-decision-rule': {
    cases: [
      {
        change: (data) => delete data.communication.decisions,
        says: ['It does not say who decides if the plan has to change.'],
      },
    ],
  },
  'trust-no-leaving-rule': {
    cases: [
      {
        change: (data) => {
          addPartner('funder')(data);
          delete data.terms.leaving;
        },
        says: ['It does not say what happens if a partner leaves.'],
      },
      {
        change: (data) => {
          addPartner('funder')(data);
          delete data.terms.leaving;
          delete data.terms.joining;
        },
        says: ['It does not say what happens if a partner leaves or a new one joins.'],
      },
    ],
    quiet: [addPartner('funder')],
  },
  'trust-one-sided-terms': {
    cases: [
      {
        change: (data) => {
          data.terms.ending.by = 'library';
        },
        says: [
          'Only Riverbend Public Library may end the agreement early. Check that everyone accepts this.',
        ],
      },
      {
        change: (data) => {
          const [measure] = data.goals[0].measures;
          data.goals[0].measures = [
            measure,
            { ...measure, what: 'Returns' },
            { ...measure, what: 'Joins' },
          ];
        },
        says: [
          'Only Riverbend Public Library may collect the figures. Check that everyone accepts this.',
        ],
      },
      {
        change: (data) => {
          const plain = { brand: 'none', approvers: { library: 'Dana Whitfield' } };
          data.branding.materials = ['Flyer', 'Banner', 'Badge'].map((name) => ({
            name,
            ...plain,
          }));
        },
        says: [
          'Only Riverbend Public Library may approve materials. Check that everyone accepts this.',
        ],
      },
    ],
    quiet: [
      (data) => delete data.terms.ending.by,
      // Nobody else has to agree to what a partner prints under its own brand.
      (data) => {
        const own = { brand: 'library', approvers: { library: 'Dana Whitfield' } };
        data.branding.materials = ['Flyer', 'Banner', 'Badge'].map((name) => ({ name, ...own }));
      },
      (data) => {
        data.partners.club.role = 'supporter';
      },
    ],
  },
  'trust-no-wrap-up': {
    cases: [
      {
        change: (data) => delete data.schedule.milestones[1].closing,
        says: [
          'No closing meeting is planned. Book one to thank people and note what you learned.',
        ],
      },
      {
        change: (data) => {
          data.schedule.milestones[1].date = '2027-11-16';
        },
        says: [
          'No closing meeting is planned. Book one to thank people and note what you learned.',
        ],
      },
    ],
    quiet: [
      (data) => {
        data.schedule.milestones[1].date = '2027-11-17';
      },
    ],
  },
  'communication-party-no-contact': {
    cases: [
      {
        change: (data) => delete data.partners.club.contacts,
        says: ['Riverbend Astronomy Club has no contact person with an e-mail or phone.'],
      },
      {
        change: (data) => delete data.partners.library.contacts[0].email,
        says: ['Riverbend Public Library has no contact person with an e-mail or phone.'],
      },
    ],
    quiet: [
      (data) => {
        addPartner('supporter')(data);
        delete data.partners.funder.contacts;
        delete data.branding.materials[0].approvers.funder;
      },
    ],
  },
  'communication-meeting-no-organizer': {
    cases: [
      {
        change: (data) => delete data.schedule.meetings[0].organizer,
        says: ['Nobody is named to organise "Project meeting".'],
      },
    ],
  },
  'communication-no-regular-touchpoint': {
    cases: [
      {
        change: (data) => {
          delete data.communication.updates;
          data.schedule.meetings = [{ name: 'Kick-off', date: '2027-01-18', organizer: 'library' }];
        },
        says: ['There is no regular meeting or update. Say how, and how often, you will talk.'],
      },
    ],
    quiet: [(data) => delete data.communication.updates],
  },
  'communication-long-silence': {
    cases: [
      {
        change: (data) => {
          delete data.communication.updates;
          data.schedule.meetings = [
            { name: 'Kick-off', every: 'year', first: '2027-01-18', organizer: 'library' },
          ];
          data.roles[0].every = 'year';
          delete data.schedule.events;
        },
        says: [
          'Nothing is planned between 2027-02-26 and 2027-06-18 (112 days). Add a check-in.',
          'Nothing is planned between 2027-06-18 and 2027-12-01 (166 days). Add a check-in.',
        ],
      },
    ],
  },
  'communication-short-notice': {
    cases: [
      {
        change: (data) => {
          data.schedule.events[0].date = '2027-02-06';
          data.schedule.events[0].end = '2027-02-07';
          delete data.schedule.events[0].after;
        },
        says: ['"Summer star party" comes only 26 days after planning starts. Begin earlier.'],
      },
    ],
    quiet: [
      (data) => {
        data.schedule.events[0].date = '2027-02-08';
        delete data.schedule.events[0].after;
      },
    ],
  },
  'communication-term-undefined': {
    cases: [
      {
        change: (data) => {
          data.purpose += ' Patrons and members of the Club come together.';
          data.terms.law = 'The ADA rules apply, and ILL is open to members of the Club.';
        },
        says: [
          '"Patrons" may not mean the same to Riverbend Astronomy Club. Explain it, or use plain words.',
          '"ILL" may not mean the same to Riverbend Astronomy Club. Explain it, or use plain words.',
          '"ADA" may not mean the same to Riverbend Astronomy Club. Explain it, or use plain words.',
        ],
      },
      {
        change: (data) => {
          data.partners.club.gives = ['Twelve volunteers', 'A makerspace with two CNC mills'];
        },
        says: [
          '"makerspace" may not mean the same to Riverbend Public Library. Explain it, or use plain words.',
          '"CNC" may not mean the same to Riverbend Public Library. Explain it, or use plain words.',
        ],
      },
    ],
    quiet: [
      (data) => {
        data.terms.law = 'The OPAC lists it.';
        data.vocabulary.push({ term: 'OPACs', means: 'our online list' });
      },
      (data) => {
        data.terms.law =
          'The makerspace (a workshop with tools) opens at 5. The makerspace is free.';
      },
      (data) => {
        data.terms.law = 'As the Americans with Disabilities Act (ADA) says. The ADA applies.';
      },
      (data) => {
        data.partners.club = { ...data.partners.club, name: 'Bibliothek am See', kind: 'library' };
        data.terms.law = 'Patrons ask at the reference desk.';
        data.branding.credit = 'Riverbend Public Library and Bibliothek am See.';
      },
      (data) => {
        data.terms.law = 'The RAC meets at dusk.';
      },
      (data) => {
        data.partners.library.short = 'the Makerspace Library';
        data.terms.law = 'The Makerspace Library opens at 5.';
      },
    ],
  },
  'communication-term-meaning-differs': {
    cases: [
      {
        change: (data) => delete data.vocabulary[0].means,
        says: [
          'Riverbend Astronomy Club and Riverbend Public Library use "program" differently, and no shared meaning is set.',
        ],
      },
    ],
    quiet: [
      (data) => {
        data.vocabulary[0] = {
          term: 'program',
          usage: { club: 'A public event.', library: 'a public  event' },
        };
      },
      (data) => {
        data.vocabulary[0] = { term: 'program', usage: { club: 'An observing session' } };
      },
    ],
  },
  'communication-no-cross-training': {
    cases: [
      {
        change: (data) => delete data.communication.training,
        says: ["No session is planned for staff to learn about each other's work."],
      },
    ],
  },
  'understanding-task-no-lead': {
    cases: [
      {
        change: (data) => delete data.roles[2].lead,
        says: ['"See to background checks of all volunteers" is not given to anyone.'],
      },
    ],
  },
  'understanding-unknown-name': {
    cases: [
      {
        change: (data) => {
          data.roles[1].goals = ['reech'];
        },
        says: ['"reech" is mentioned but not listed. Did you mean "reach"?'],
      },
      {
        change: (data) => {
          data.roles[3].after = 'Pilot star party';
        },
        says: ['"Pilot star party" is mentioned but not listed. Did you mean "pilot"?'],
      },
      {
        change: (data) => {
          data.schedule.events[0].after = ['pilot', 'opening-night'];
        },
        says: [
          '"opening-night" is mentioned but not listed. No id under the tasks, milestones and events is like it.',
        ],
      },
      {
        change: (data) => {
          data.terms.disputes = 'Both partners follow the steps in Annex 3.';
        },
        says: ['"Annex 3" is mentioned but not listed. Did you mean "Annex 1" (Observing rules)?'],
      },
      {
        change: (data) => delete data.annexes,
        says: ['"Annex 1" is mentioned but not listed. There are no annexes.'],
      },
      {
        change: (data) => {
          data.terms.disputes = 'See annex 1, Annexes 1 and II, and annexes 3 or 1.';
        },
        says: [
          '"Annex II" is mentioned but not listed. Did you mean "Annex 1" (Observing rules)?',
          '"Annex 3" is mentioned but not listed. Did you mean "Annex 1" (Observing rules)?',
        ],
      },
      {
        change: (data) => {
          data.goals.push({ ...data.goals[0], id: undefined, text: 'Win new members' });
          data.roles[1].goals = ['reach', 'win new members'];
        },
        says: [
          '"win new members" is listed under the goals, but has no id to point at. Give it one.',
        ],
      },
    ],
    quiet: [
      (data) => {
        data.terms.law = 'As Annex 4 to the Convention says, and Annex II of the Directive.';
      },
      (data) => {
        data.terms.law = 'The annex, Annexe 7 and the Annex 3rd floor.';
      },
    ],
  },
  'understanding-event-no-staff': {
    cases: [
      {
        change: (data) => delete data.schedule.events[0].staff,
        says: ['Nobody has agreed to provide staff for "Summer star party".'],
      },
    ],
    quiet: [(data) => delete data.schedule.events],
  },
  'understanding-publicity-no-lead': {
    cases: [
      {
        change: (data) => delete data.roles[1].covers,
        says: ['No one is named to lead publicity.'],
      },
    ],
    quiet: [
      (data) => {
        delete data.roles[1].covers;
        data.schedule.events[0].public = false;
        data.branding.materials[0].brand = 'none';
      },
    ],
  },
  'understanding-meetings-no-lead': {
    cases: [
      {
        change: (data) => {
          delete data.roles[0].covers;
          delete data.schedule.meetings;
        },
        says: ['No one is named to organise project meetings.'],
      },
    ],
    quiet: [(data) => delete data.roles[0].covers, (data) => delete data.schedule.meetings],
  },
  'understanding-task-no-date': {
    cases: [
      {
        change: (data) => delete data.roles[1].due,
        says: [
          '"Develop the marketing campaign and the event poster" has no date, and no "how often".',
        ],
      },
    ],
  },
  'understanding-two-of-many': {
    cases: [
      {
        change: (data) => {
          addPartner('partner')(data);
          data.roles[3].support = 'funder';
          data.partners.funder.gives = ['A van'];
          data.partners.funder.gains = ['Visitors'];
          data.partners.funder.brand = { logo: 'logos/funder.svg', alt: 'A wave' };
          data.terms.changes = 'In writing, signed by both partners.';
        },
        says: [
          'It says "both partners", and there are 3 partners. Say whether all are meant, or name the two.',
        ],
      },
      {
        change: (data) => {
          addPartner('funder')(data);
          data.partners.funder.brand = { logo: 'logos/funder.svg', alt: 'A wave' };
          data.terms.changes = 'In writing. Either party may refuse.';
        },
        says: [
          'It says "Either party", and there are 3 parties. Say whether all are meant, or name the two.',
        ],
      },
    ],
    quiet: [
      (data) => {
        data.terms.changes = 'In writing, signed by both partners, if either party asks.';
      },
      (data) => {
        addPartner('funder')(data);
        data.terms.changes = 'In writing, signed by both partners.';
      },
      (data) => {
        addPartner('supporter')(data);
        data.terms.changes = 'In writing, signed by both parties.';
      },
      (data) => {
        addPartner('funder')(data);
        data.terms.disputes = 'Neither party goes to court within 30 days.';
      },
    ],
  },
  'understanding-vague-wording': {
    cases: [
      {
        change: (data) => {
          data.terms.disputes =
            'Both talk at dusk. Each partner responds promptly. We meet in May.';
        },
        says: ['"promptly" is hard to check. Say who does what, by when.'],
      },
      {
        change: (data) => {
          data.roles[1].task = 'Support the workshops as needed';
          data.roles[2].task = 'Clear the courtyard promptly and help visitors where possible';
        },
        says: [
          '"Support" is hard to check. Say who does what, by when.',
          '"where possible" is hard to check. Say who does what, by when.',
        ],
      },
      {
        change: (data) => {
          data.terms.insurance =
            'The Library assists the Club. All partners use their best efforts.';
        },
        says: [
          '"assists" is hard to check. Say who does what, by when.',
          '"their best efforts" is hard to check. Say who does what, by when.',
        ],
      },
    ],
    quiet: [
      (data) => {
        data.roles[1].task = 'Answer letters promptly';
      },
      (data) => {
        data.terms.disputes = 'Each partner responds promptly, within 3 days.';
        data.communication.decisions = 'Dates are moved as needed by the two contacts.';
      },
    ],
  },
  'understanding-date-impossible': {
    cases: [
      {
        change: (data) => {
          data.roles[1].due = '2027-01-10';
        },
        says: [
          '"Develop the marketing campaign and the event poster" (2027-01-10) does not fit: the agreement starts on 2027-01-11.',
        ],
      },
      {
        change: (data) => {
          data.schedule.meetings[0].dates = ['2027-03-01', '2027-12-18'];
        },
        says: ['"Project meeting" (2027-12-18) does not fit: the agreement ends on 2027-12-17.'],
      },
      {
        change: (data) => {
          data.roles[3].due = '2027-02-19';
        },
        says: [
          '"Count and report the first-time attendees" (2027-02-19) does not fit: it comes after "Pilot star party", which is on 2027-02-20.',
        ],
      },
      {
        change: (data) => {
          data.schedule.events[0].end = '2027-07-16';
        },
        says: ['"Summer star party" (2027-07-16) does not fit: it starts on 2027-07-17.'],
      },
      {
        change: (data) => {
          data.schedule.events[0].date = '2027-02-18';
          data.schedule.events[0].end = '2027-02-19';
          data.schedule.milestones[0].date = '2027-02-21';
        },
        says: [
          '"Summer star party" (2027-02-18) does not fit: it comes after "Pilot star party", which is on 2027-02-21.',
        ],
      },
      {
        change: (data) => {
          data.partners.library.closed[1].to = '2027-11-20';
        },
        says: ['"Holidays" (2027-11-20) does not fit: it starts on 2027-11-25.'],
      },
      {
        change: (data) => {
          data.roles[1].after = 'pilot';
          data.schedule.milestones[0].after = 'posters';
        },
        says: [
          '"Pilot star party" does not fit: it comes after "Develop the marketing campaign and the event poster", which comes after it.',
        ],
      },
      {
        change: (data) => {
          data.roles[0].after = 'meetings';
        },
        says: ['"Organise the monthly project meeting" does not fit: it comes after itself.'],
      },
      {
        change: (data) => {
          data.evaluation.report.due = '2028-12-18';
        },
        says: [
          '"Evaluation report" (2028-12-18) does not fit: that is more than a year after the end.',
        ],
      },
    ],
    quiet: [
      (data) => {
        data.evaluation.report.due = '2028-12-17';
      },
      (data) => {
        data.roles[3].due = '2027-02-20';
      },
      (data) => {
        data.roles[1].due = '2027-01-11';
      },
    ],
  },
  'understanding-date-clash': {
    cases: [
      {
        change: (data) => {
          data.schedule.milestones[1].date = '2027-11-26';
        },
        says: [
          '"Wrap-up and thanks" falls on a day when Riverbend Public Library is closed (2027-11-26).',
        ],
      },
      {
        change: (data) => {
          data.schedule.meetings[0].first = '2027-02-05';
          data.schedule.meetings[0].every = 'month';
          data.partners.library.closed[0] = '2027-07-05';
        },
        says: [
          '"Project meeting" falls on a day when Riverbend Public Library is closed (2027-07-05).',
        ],
      },
      {
        change: (data) => {
          data.schedule.events[0].date = '2027-07-04';
          data.schedule.events[0].end = '2027-07-06';
        },
        says: [
          '"Summer star party" falls on a day when Riverbend Public Library is closed (2027-07-05).',
        ],
      },
      {
        change: (data) => {
          data.communication.training[0].date = '2027-07-05';
        },
        says: [
          '"Volunteers learn how the library works" falls on a day when Riverbend Public Library is closed (2027-07-05).',
        ],
      },
    ],
    quiet: [
      (data) => {
        data.schedule.milestones[0].date = '2027-03-05';
        data.partners.library.closed.push('2027-03-05');
      },
    ],
  },
  'understanding-unfinished-text': {
    cases: [
      {
        change: (data) => {
          data.terms.changes = 'In writing, signed by both partners before [Date].';
        },
        says: ['"In writing, signed by both partners before [Date]." still has to be filled in.'],
      },
      {
        change: (data) => {
          data.partners.club.contacts[0].name = 'TBD';
        },
        says: ['"TBD" still has to be filled in.'],
      },
      {
        change: (data) => {
          data.status = 'final';
          data.terms.insurance = 'The cover is XX per event, held by ____ and [name of insurer].';
        },
        says: [
          '"The cover is XX per event, held" still has to be filled in.',
          '"per event, held by ____ and [name of insurer]." still has to be filled in.',
          '"event, held by ____ and [name of insurer]." still has to be filled in.',
        ],
        severity: 'error',
      },
    ],
  },
  'understanding-duplicated-text': {
    cases: [
      {
        change: (data) => {
          data.terms.liability =
            'each partner insures its own people, and equipment in the courtyard.';
          data.terms.insurance =
            'Each partner insures its own people and equipment in the courtyard.';
        },
        says: ['"Insurance" and "Liability" have the same words. A copy-and-paste slip?'],
      },
    ],
    quiet: [
      (data) => {
        data.terms.liability = data.terms.insurance;
        data.terms.insurance = 'Each its own.';
        data.terms.liability = 'Each its own.';
      },
    ],
  },
  'vision-purpose-thin': {
    cases: [
      {
        change: (data) => {
          data.purpose = 'To work together on star parties soon.';
        },
        says: ['It does not say why you are working together.'],
      },
    ],
    quiet: [
      (data) => {
        data.purpose = 'To show the night sky to young families.';
      },
    ],
  },
  'vision-no-shared-goal': {
    cases: [
      {
        change: (data) => {
          delete data.goals;
          for (const step of [
            ...data.roles,
            ...data.schedule.milestones,
            ...data.schedule.events,
          ]) {
            delete step.goals;
          }
        },
        says: ['There is no shared goal.'],
      },
      {
        change: (data) => {
          data.goals = [];
        },
        says: ['There is no shared goal.'],
      },
    ],
  },
  'vision-goal-no-measure': {
    cases: [
      {
        change: (data) => delete data.goals[0].measures,
        says: ['How will you know that "Reach families new to astronomy" worked? Add one measure.'],
      },
    ],
  },
  'vision-measure-incomplete': {
    cases: [
      {
        change: (data) => {
          data.goals[0].measures[0] = { what: 'Attendees', collector: 'club' };
        },
        says: ['"Attendees" has no target and no date.'],
      },
      {
        change: (data) => delete data.goals[0].measures[0].collector,
        says: ['"First-time attendees" has no person to collect it.'],
      },
    ],
  },
  'vision-no-evaluation-plan': {
    cases: [
      {
        change: (data) => delete data.evaluation,
        says: ['Plan the evaluation together: who does it, when, and who sees the result.'],
      },
      {
        change: (data) => {
          data.evaluation.by = 'library';
        },
        says: ['Plan the evaluation together: only Riverbend Public Library does it.'],
      },
      {
        change: (data) => {
          delete data.evaluation.plan;
          delete data.evaluation.report.to;
        },
        says: ['Plan the evaluation together: there is no plan and nobody gets the report.'],
      },
    ],
  },
  'vision-goal-no-work': {
    cases: [
      {
        change: (data) =>
          data.goals.push({ ...data.goals[0], id: 'join', text: 'Win new members' }),
        says: ['Nothing in the plan works towards "Win new members".'],
      },
      {
        change: (data) => {
          const { id, ...goal } = data.goals[0];
          data.goals.push({ ...goal, text: 'Win new members' });
        },
        says: ['Nothing in the plan works towards "Win new members".'],
      },
    ],
    quiet: [
      (data) => {
        delete data.goals[0].id;
        for (const step of [...data.roles, ...data.schedule.milestones, ...data.schedule.events]) {
          delete step.goals;
        }
      },
    ],
  },
  'vision-work-no-goal': {
    cases: [
      {
        change: (data) => {
          delete data.roles[2].goals;
          delete data.schedule.milestones[1].goals;
          delete data.schedule.events[0].goals;
        },
        says: [
          '"See to background checks of all volunteers" does not serve any of the shared goals.',
          '"Wrap-up and thanks" does not serve any of the shared goals.',
        ],
      },
    ],
  },
  'signing-term-impossible': {
    cases: [
      {
        change: (data) => {
          data.term.end = '2027-01-10';
        },
        says: ['The agreement ends before it starts.'],
      },
    ],
  },
  'signing-no-end-date': {
    cases: [
      {
        change: (data) => delete data.term.end,
        says: ['The agreement has no end date. Set one, or say that you mean it.'],
      },
    ],
  },
  'signing-signatory-missing': {
    cases: [
      {
        change: (data) => delete data.partners.club.signatories,
        says: ['Nobody is named to sign for Riverbend Astronomy Club.'],
      },
    ],
  },
  'signing-signatory-mismatch': {
    cases: [
      {
        change: (data) => delete data.partners.library.signatories[0].title,
        says: [
          'Maria Okafor signs for Riverbend Public Library, but it does not say in what office: there is no `title`.',
        ],
      },
      {
        change: (data) => {
          data.partners.library.signatories[0] = { name: 'Maria Okafor (Interim Director)' };
        },
        says: [
          'Maria Okafor signs for Riverbend Public Library, but the title stands in the name. Write `title: Interim Director`.',
        ],
      },
      {
        change: (data) => {
          data.partners.club.signatories[0] = { name: 'maria  okafor', title: 'Chair' };
        },
        says: [
          'maria  okafor signs for Riverbend Astronomy Club, and for Riverbend Public Library as well. Each needs somebody of its own.',
        ],
      },
    ],
  },
  'signing-binding-unstated': {
    cases: [
      {
        change: (data) => delete data.terms.binding,
        says: ['Say whether this is a promise in good faith or a legal contract.'],
      },
    ],
    quiet: [
      (data) => {
        data.terms.binding = true;
      },
    ],
  },
  'signing-binding-conflict': {
    cases: [
      {
        change: (data) => {
          data.terms.liability =
            'The Club shall indemnify the Library. Each partner must pay its bills.';
        },
        says: [
          'You say that this is not binding, but "shall indemnify" reads like a contract.',
          'You say that this is not binding, but "must pay" reads like a contract.',
        ],
      },
      {
        change: (data) => {
          data.terms.disputes = 'Differences go to arbitration in Columbus.';
          data.terms.liability =
            'The liability of the Club is limited to the price of a telescope.';
        },
        says: [
          'You say that this is not binding, but "liability of the Club is limited to" reads like a contract.',
          'You say that this is not binding, but "arbitration" reads like a contract.',
        ],
      },
    ],
    quiet: [
      (data) => {
        data.terms.binding = true;
        data.terms.disputes = 'Differences shall go to arbitration.';
      },
      (data) => {
        data.terms.disputes = 'This paper shall not create legally binding duties.';
        data.annexes[0].text = 'Children must hold hands. Visitors shall not run.';
      },
    ],
  },
  'signing-no-ending-notice': {
    cases: [
      {
        change: (data) => delete data.terms.ending,
        says: ['It does not say how to end early.'],
      },
      {
        change: (data) => {
          data.terms.ending.notice = 'twelve months';
        },
        says: ['The notice for ending early (twelve months) is longer than the agreement itself.'],
      },
      ...[
        'one (1) year, in writing',
        'A 400-day notice',
        'four hundred (400) days',
        'Six months, and not before 18 months have passed',
        'To the end of a calendar year, with 4 quarters of notice',
      ].map((notice) => ({
        change: (data: Parameters<Change>[0]) => {
          data.terms.ending.notice = notice;
        },
        says: [`The notice for ending early (${notice}) is longer than the agreement itself.`],
      })),
      {
        change: (data) => {
          data.terms.ending.notice = '341 days';
        },
        says: ['The notice for ending early (341 days) is as long as the agreement itself.'],
      },
    ],
    quiet: [
      ...['At the end of any school year', 'ninety (90) days', '340 days', 'Before a new year'].map(
        (notice): Change =>
          (data) => {
            data.terms.ending.notice = notice;
          },
      ),
    ],
  },
  'signing-no-change-rule': {
    cases: [
      {
        change: (data) => delete data.terms.changes,
        says: ['It does not say how to change this agreement.'],
      },
    ],
  },
  'signing-personal-data-unprotected': {
    cases: [
      {
        change: (data) => {
          delete data.terms.data.breach;
          data.schedule.events[0].minors = false;
        },
        says: [
          'You will collect personal data ("Names on sign-up sheets"), but do not say what happens if it leaks.',
        ],
        severity: 'warning',
      },
      {
        change: (data) => {
          delete data.terms.data;
          data.evaluation.plan = 'Families leave contact details on a list after each event.';
        },
        says: [
          'You will collect personal data ("contact details"), but do not say who sees it, how long it is kept or what happens if it leaks.',
        ],
        severity: 'error',
      },
    ],
    quiet: [(data) => delete data.terms.data],
  },
  'signing-minors-no-safeguarding': {
    cases: [
      {
        change: (data) => delete data.roles[2].covers,
        says: ['Young people take part, but no one is named for their safety checks.'],
      },
      {
        change: (data) => {
          delete data.roles[2].covers;
          delete data.schedule.events[0].minors;
          data.goals[0].text = 'Teach forty pupils to find their way by the stars';
        },
        says: [
          '"Teach forty pupils": children or young people take part, but no one is named for their safety checks.',
        ],
      },
    ],
    quiet: [
      (data) => {
        delete data.roles[2].covers;
        data.schedule.events[0].minors = false;
        data.goals[0].text = 'Teach forty pupils to find their way by the stars';
      },
      (data) => {
        delete data.roles[2].covers;
        delete data.schedule.events[0].minors;
        data.goals[0].text = 'Give every child in town a book to keep';
      },
      (data) => {
        delete data.roles[2].covers;
        data.terms.safeguarding = 'No volunteer is alone with a child.';
      },
    ],
  },
  'signing-joint-work-no-owner': {
    cases: [
      {
        change: (data) => delete data.terms.ownership,
        says: ['It does not say who owns, or may reuse, "Event poster".'],
      },
    ],
  },
  'signing-money-no-terms': {
    cases: [
      {
        change: (data) => {
          delete data.resources.budget.holder;
          delete data.resources.budget.payment;
        },
        says: ['Money changes hands. Name who holds it and when it is paid.'],
      },
    ],
    quiet: [
      (data) => {
        data.resources.budget = { currency: 'USD', total: 0 };
      },
    ],
  },
  'signing-risk-not-covered': {
    cases: [
      {
        change: (data) => {
          data.level = 'funded';
          delete data.terms.insurance;
        },
        says: ['It does not say who is responsible if someone is hurt or something is damaged.'],
      },
      {
        change: (data) => {
          data.level = 'funded';
          data.schedule.events[0].public = false;
          delete data.terms.insurance;
        },
        says: ['It does not say who is responsible if someone is hurt or something is damaged.'],
      },
    ],
    quiet: [
      (data) => {
        data.level = 'funded';
        data.schedule.events[0].public = false;
        data.partners.library.gives = ['Forty hours of staff time'];
        delete data.terms.insurance;
      },
      (data) => {
        data.level = 'funded';
        data.terms.liability = data.terms.insurance;
        delete data.terms.insurance;
      },
    ],
  },
  'signing-not-a-legal-partnership': {
    cases: [
      {
        change: (data) => {
          data.level = 'funded';
          data.terms.other = [{ heading: 'Weather', text: 'Events move indoors if cloudy.' }];
        },
        says: ['Add a line that this does not create a legal partnership or agency.'],
      },
    ],
    quiet: [(data) => delete data.terms.other],
  },
  'branding-material-undecided': {
    cases: [
      {
        change: (data) => data.branding.materials.push({ name: 'Handout' }),
        says: ['Decide: is "Handout" ours, theirs or co-branded?'],
      },
    ],
  },
  'branding-no-approver': {
    cases: [
      {
        change: (data) => delete data.branding.materials[0].approvers.club,
        says: [
          'Riverbend Astronomy Club\'s logo is on "Event poster" (`brand: joint` without `logos` means everybody\'s), but no one from Riverbend Astronomy Club approves it.',
        ],
      },
      {
        change: (data) => data.branding.materials.push({ name: 'Badge', brand: 'club' }),
        says: [
          'Riverbend Astronomy Club\'s logo is on "Badge", but no one from Riverbend Astronomy Club approves it.',
        ],
      },
      {
        change: (data) => {
          addPartner('funder')(data);
          delete data.branding.materials[0].approvers.funder;
        },
        says: [
          'Tidewater Foundation\'s logo is on "Event poster" (`brand: joint` without `logos` means everybody\'s), but no one from Tidewater Foundation approves it.',
        ],
      },
    ],
    quiet: [
      (data) => data.branding.materials.push({ name: 'Map', brand: 'none' }),
      (data) => {
        delete data.branding.materials[0].approvers.club;
        data.branding.materials[0].logos = ['library'];
      },
      (data) => {
        addPartner('supporter')(data);
        delete data.branding.materials[0].approvers.funder;
      },
    ],
  },
  'branding-approval-too-late': {
    cases: [
      {
        change: (data) => {
          data.branding.materials[0].publish = '2027-02-08';
        },
        says: ['"Event poster" leaves 4 working days for approval. Allow more.'],
        severity: 'warning',
      },
      {
        change: (data) => {
          data.branding.materials[0].publish = '2027-01-30';
        },
        says: [
          '"Event poster" is published on 2027-01-30, before it goes to the approvers (2027-02-01).',
        ],
        severity: 'error',
      },
      {
        change: (data) => {
          data.branding.decideBy = '2027-02-02';
        },
        says: [
          '"Event poster" goes to the approvers on 2027-02-01, before it is decided what is branded (2027-02-02).',
        ],
        severity: 'error',
      },
      {
        change: (data) => {
          data.branding.decideBy = '2027-05-01';
          data.branding.materials[0].submit = '2027-05-03';
          data.branding.materials[0].publish = '2027-05-20';
        },
        says: [
          'What is branded is decided only on 2027-05-01, after the first quarter of the agreement. Decide earlier.',
        ],
      },
      {
        change: (data) => {
          delete data.branding.materials[0].submit;
          data.branding.materials[0].publish = '2027-01-28';
        },
        says: [
          '"Event poster" is published on 2027-01-28, before it is decided what is branded (2027-01-29).',
        ],
        severity: 'error',
      },
    ],
    quiet: [
      (data) => {
        delete data.branding.materials[0].submit;
        data.branding.materials[0].publish = '2027-01-29';
      },
      (data) => {
        data.branding.materials[0].publish = '2027-02-09';
      },
    ],
  },
  'branding-logo-unusable': {
    cases: [
      {
        change: () => undefined,
        facts: png(589, 236),
        says: [
          "Riverbend Public Library's logo is too small to print well (589 by 236 pixels). Ask for a larger one or an SVG.",
        ],
      },
      {
        change: () => undefined,
        facts: png(9000, 1000),
        says: [
          "Riverbend Public Library's logo is too wide to stand beside others (9000 by 1000). Ask for one in a more compact shape.",
        ],
      },
      {
        change: () => undefined,
        facts: png(1000, 4100),
        says: [
          "Riverbend Public Library's logo is too tall to stand beside others (1000 by 4100). Ask for one in a more compact shape.",
        ],
      },
    ],
  },
  'branding-logo-no-alt-text': {
    cases: [
      {
        change: (data) => delete data.partners.club.brand.alt,
        says: [
          "Describe Riverbend Astronomy Club's logo in a few words for people who cannot see it.",
        ],
      },
      {
        change: (data) => {
          addPartner('supporter')(data);
          delete data.branding.materials[0].approvers.funder;
          data.partners.funder.brand = { logo: 'logos/tidewater.svg' };
        },
        says: ["Describe Tidewater Foundation's logo in a few words for people who cannot see it."],
      },
    ],
  },
  'branding-contrast-low': {
    cases: [
      {
        change: (data) => {
          data.partners.library.brand.color = '#F2B705';
        },
        says: ['#F2B705 text on white is hard to read (1.81:1; 4.5:1 is needed).'],
      },
      {
        change: (data) => {
          data.partners.library.brand.color = '#777';
        },
        says: ['#777 text on white is hard to read (4.47:1; 4.5:1 is needed).'],
      },
      {
        change: (data) => {
          data.partners.club.brand = { color: '#F2B705' };
        },
        says: [
          'White text on #F2B705, the tile with the initials of Riverbend Astronomy Club, is hard to read (1.81:1; 3:1 is needed).',
        ],
      },
    ],
    quiet: [
      (data) => {
        data.partners.library.brand.color = '#767676';
      },
      (data) => {
        data.partners.club.brand.color = '#F2B705';
      },
      (data) => {
        data.partners.club.brand = { color: '#777777' };
      },
    ],
  },
  'branding-no-usage-rules': {
    cases: [
      {
        change: (data) => delete data.branding.rules,
        says: ['Say how logos may be used, in what order, and that use stops when this ends.'],
      },
    ],
    quiet: [
      (data) => {
        delete data.branding.rules;
        data.branding.materials[0].brand = 'club';
      },
    ],
  },
  'branding-no-credit-line': {
    cases: [
      {
        change: (data) => delete data.branding.credit,
        says: ['Agree the sentence that thanks each partner and funder.'],
      },
      {
        change: (data) => {
          addPartner('funder')(data);
          data.branding.credit = 'Riverbend Public Library and Riverbend Astronomy Club.';
        },
        says: ['The credit line does not name Tidewater Foundation.'],
      },
    ],
    quiet: [addPartner('funder')],
  },
};
