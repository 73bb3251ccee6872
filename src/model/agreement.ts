// The agreement: what partners filled in, as one zod schema and the types that follow from it.
// Types, JSON Schema and validation all come from here. Field names are a contract with
// everybody's specs: add, do not rename. No reading, no checking, no wording for paper.
// (Over 250 lines because the whole contract should be readable in one place.)

import type * as z from 'zod';
import {
  amount,
  byPartner,
  choice,
  color,
  date,
  fields,
  file,
  flag,
  formatVersion,
  frequency,
  id,
  idList,
  lengthOfTime,
  list,
  partner,
  partnerList,
  partnerOr,
  prose,
  text,
  value,
} from './fields.ts';

const contact = fields(
  {
    id: id().optional(),
    name: text('The person to talk to.', 'Dana Whitfield'),
    title: text('Their job title.', 'Adult Programs Librarian').optional(),
    email: text('Their e-mail address.', 'dana@riverbend.example').optional(),
    phone: text('Their phone number.', '+1 555 0100').optional(),
  },
  'A contact person.',
);

const signatory = fields(
  {
    id: id().optional(),
    name: text('Who signs.', 'Maria Okafor'),
    title: text('In what office they sign.', 'Director').optional(),
  },
  'A person who signs for the partner.',
);

const gift = fields(
  {
    id: id().optional(),
    what: text('What the partner gives: time, space, money, materials, know-how.', 'Meeting room'),
    value: amount('What it is worth, in the currency of the budget.', 400).optional(),
  },
  'Something a partner gives.',
  'what',
);

const closure = fields(
  {
    id: id().optional(),
    from: date('The first day closed.', '2027-12-24'),
    to: date('The last day closed; left out for one day.', '2028-01-02').optional(),
    why: text('Why.', 'Holidays').optional(),
  },
  'Days on which the partner is closed.',
  'from',
);

const brand = fields(
  {
    logo: file(
      'The logo: PNG, JPEG or SVG, relative to this file.',
      'logos/riverbend.png',
    ).optional(),
    alt: text(
      'The logo in a few words, for people who cannot see it.',
      'Riverbend Public Library, a heron over water',
    ).optional(),
    color: color("The partner's colour.").optional(),
    rules: prose(
      'How the brand may be used, or a link to the rules.',
      'https://riverbend.example/brand',
    ).optional(),
  },
  'Logo and colour.',
);

const partnerFields = fields(
  {
    name: text('The legal name.', 'Riverbend Public Library'),
    short: text('How the text calls this partner; default: the name.', 'the Library').optional(),
    kind: text('What kind of organisation it is.', 'public library').optional(),
    role: choice(
      ['partner', 'supporter', 'funder'],
      'Partners and funders sign; supporters are named and thanked. Default: partner.',
    ).optional(),
    mission: prose(
      'What the partner is there for.',
      'Free access to knowledge for everyone in Riverbend.',
    ).optional(),
    address: prose(
      'The postal address; line breaks are kept.',
      '12 Mill Street, Riverbend, OH 45001',
    ).optional(),
    contacts: list(contact, 'Who to talk to.').optional(),
    signatories: list(signatory, 'Who signs.').optional(),
    gives: list(gift, 'What the partner puts in.').optional(),
    gains: list(
      text('What the partner gets out of it.', 'First-time visitors'),
      'What the partner gets out of this.',
    ).optional(),
    closed: list(closure, 'Days on which the partner is closed.').optional(),
    brand: brand.optional(),
  },
  'One of the organisations.',
);

const term = fields(
  {
    start: date('The first day.', '2027-01-11'),
    end: date(
      'The last day; without it the agreement stands until ended.',
      '2027-12-17',
    ).optional(),
    renewal: prose('How it is renewed.', 'By written agreement of both partners.').optional(),
  },
  'How long the agreement runs.',
);

const measure = fields(
  {
    id: id().optional(),
    what: text('What is counted or asked.', 'First-time attendees'),
    baseline: value('Where you start.', 0, '60 %').optional(),
    target: value('What success looks like.', 400, '85 %').optional(),
    by: date('By when.', '2027-12-01').optional(),
    collector: partner('The partner that collects the figures.').optional(),
  },
  'A measure of success.',
);

const goal = fields(
  {
    id: id().optional(),
    text: text('The goal in a line.', 'Reach families new to astronomy'),
    measures: list(measure, 'How you will know that it worked.').optional(),
  },
  'A shared goal.',
);

/** The subjects that a task can cover for the checklist. */
export const subjects = [
  'meetings',
  'staffing',
  'publicity',
  'training',
  'evaluation',
  'reporting',
  'money',
  'safeguarding',
] as const;

const role = fields(
  {
    id: id().optional(),
    task: text('What is to be done.', 'Organise the monthly project meeting'),
    covers: list(
      choice(subjects, 'A subject the checklist asks about.'),
      'Which subjects this task settles.',
      'single',
    ).optional(),
    lead: partner('The partner that answers for it.').optional(),
    person: text('A person or a job title.', 'Dana Whitfield').optional(),
    support: partnerList('Partners that help.').optional(),
    every: frequency('How often.').optional(),
    due: date('By when.', '2027-02-01').optional(),
    after: idList('Ids of tasks, milestones or events that come first.', 'pilot').optional(),
    goals: idList('Ids of the goals it serves.', 'reach').optional(),
  },
  'Who does what.',
);

const milestone = fields(
  {
    id: id().optional(),
    name: text('What is reached.', 'Pilot star party'),
    date: date('When.'),
    owner: partner('Who answers for it.').optional(),
    smallWin: flag('An early, easy success that proves the idea.').optional(),
    closing: flag('The closing meeting: thanks and lessons.').optional(),
    after: idList('Ids of tasks, milestones or events that come first.', 'pilot').optional(),
    goals: idList('Ids of the goals it serves.', 'reach').optional(),
  },
  'Something reached by a date.',
);

const event = fields(
  {
    id: id().optional(),
    name: text('The event.', 'Summer star party'),
    date: date('The day, or the first of several.'),
    end: date('The last day, if there are several.').optional(),
    place: text('Where.', 'Library courtyard').optional(),
    staff: partnerList('The partners that provide staff.').optional(),
    public: flag('Open to the public.').optional(),
    minors: flag('Children or young people take part.').optional(),
    after: idList('Ids of tasks, milestones or events that come first.', 'pilot').optional(),
    goals: idList('Ids of the goals it serves.', 'reach').optional(),
  },
  'An event.',
);

const meeting = fields(
  {
    id: id().optional(),
    name: text('The meeting.', 'Project meeting'),
    every: frequency('How often.').optional(),
    first: date('The first one.').optional(),
    date: date('The day, if there is one only.').optional(),
    dates: list(date('A day.'), 'The days, if they are irregular.').optional(),
    organizer: partner('Who invites, books the room and takes the notes.').optional(),
  },
  'A meeting of the partners.',
);

const review = fields(
  {
    id: id().optional(),
    date: date('When you look back together.'),
    what: text('What it is.', 'Mid-year review').optional(),
  },
  'A date to look back together.',
);

const schedule = fields(
  {
    milestones: list(milestone, 'What is reached by when.').optional(),
    events: list(event, 'Events.').optional(),
    meetings: list(meeting, 'Meetings of the partners.').optional(),
    reviews: list(review, 'Dates to look back together.').optional(),
  },
  'Milestones, events, meetings and reviews.',
);

const update = fields(
  {
    id: id().optional(),
    what: text('What is told.', 'Attendance figures'),
    every: frequency('How often.').optional(),
    from: partner('Who tells.').optional(),
    to: partnerList('Who is told.').optional(),
  },
  'A regular update.',
);

const concern = fields(
  {
    id: id().optional(),
    step: text('What to do.', 'Tell the other contact'),
    who: text('Who is involved.', 'Both contacts').optional(),
    within: lengthOfTime('How fast.', '5 working days').optional(),
  },
  'A step when something goes wrong.',
);

const training = fields(
  {
    id: id().optional(),
    what: text('What is learned.', 'Club volunteers learn how the library works'),
    date: date('When.').optional(),
    by: partner('Who teaches.').optional(),
    for: partnerList('Whose staff or volunteers learn.').optional(),
  },
  'A session in which partners learn about each other.',
);

const communication = fields(
  {
    channels: list(text('A channel.', 'Shared folder'), 'How you talk.').optional(),
    updates: list(update, 'Who tells whom what, and how often.').optional(),
    decisions: prose(
      'Who decides what.',
      'Changes to dates are agreed by the two contacts.',
    ).optional(),
    concerns: list(concern, 'Who to talk to first, and next.').optional(),
    training: list(training, 'What staff of the partners learn from each other.').optional(),
  },
  'How the partners talk and decide.',
);

const material = fields(
  {
    id: id().optional(),
    name: text('The material.', 'Event poster'),
    brand: partnerOr(
      ['joint', 'none'],
      "`joint`, `none` or a partner's key: whose brand it carries.",
    ).optional(),
    logos: partnerList(
      'Whose logos it shows; default for joint: all partners and funders.',
    ).optional(),
    approvers: byPartner(
      text('The person who approves for this partner.', 'Dana Whitfield'),
      'Who approves, by partner.',
    ).optional(),
    submit: date('When the draft goes to the approvers.').optional(),
    publish: date('When it is published.').optional(),
  },
  'Something printed or posted.',
);

const branding = fields(
  {
    decideBy: date('When it is decided what is branded or co-branded.').optional(),
    order: partnerList('The order of logos; default: the order of partners.').optional(),
    materials: list(material, 'What is printed or posted, and who approves it.').optional(),
    rules: prose(
      'How logos may be used, and until when.',
      'Use stops when this agreement ends.',
    ).optional(),
    credit: text(
      'The sentence that names and thanks everyone.',
      'A partnership of Riverbend Public Library and Riverbend Astronomy Club.',
    ).optional(),
  },
  'Logos, materials and approvals.',
);

const need = fields(
  {
    id: id().optional(),
    what: text('What is needed.', 'Two portable telescopes'),
    from: partnerList('Who provides it.').optional(),
  },
  'Something the work needs.',
);

const budgetLine = fields(
  {
    id: id().optional(),
    item: text('What it pays for.', 'Printing'),
    amount: amount('How much.', 400),
    from: partner('Who pays.').optional(),
  },
  'A line of the budget.',
);

const budget = fields(
  {
    currency: text('The ISO 4217 code of the currency.', 'USD'),
    lines: list(budgetLine, 'The lines.').optional(),
    total: amount('The sum of the lines.', 400).optional(),
    holder: partner('Who holds the money.').optional(),
    payment: prose(
      'How and when it is paid.',
      'Paid by the library on invoice within 30 days.',
    ).optional(),
  },
  'The budget.',
);

const resources = fields(
  {
    needs: list(need, 'What the work needs, and who provides it.').optional(),
    budget: budget.optional(),
  },
  'What the work needs.',
);

const evaluation = fields(
  {
    plan: prose(
      'How you find out whether it worked.',
      'Short paper survey after each event, counted by the library.',
    ).optional(),
    by: partnerList('Who evaluates.').optional(),
    report: fields(
      {
        to: partnerList('Who gets the report.').optional(),
        due: date('By when; up to a year after the end.').optional(),
      },
      'The report.',
    ).optional(),
  },
  'How success is evaluated.',
);

const word = fields(
  {
    id: id().optional(),
    term: text('The word.', 'program'),
    means: text('What it means here.', 'A public event led by staff or volunteers').optional(),
    usage: byPartner(
      text('What it means to this partner.', 'An observing session'),
      'How partners use it differently.',
    ).optional(),
  },
  'A word that partners may understand differently.',
);

const terms = fields(
  {
    binding: flag('Whether this is legally binding.').optional(),
    changes: prose(
      'How this agreement is changed.',
      'In writing, signed by both partners.',
    ).optional(),
    ending: fields(
      {
        notice: lengthOfTime('How long before.', '30 days').optional(),
        by: partnerOr(['any'], "`any` or a partner's key: who may end it.").optional(),
        effects: prose('What happens then.', 'Each partner keeps its own equipment.').optional(),
      },
      'How it is ended early.',
    ).optional(),
    joining: prose('How a new partner joins.', 'When all partners agree in writing.').optional(),
    leaving: prose(
      'What happens when a partner leaves.',
      'It finishes the tasks of the current month and hands over its notes.',
    ).optional(),
    data: fields(
      {
        what: text('What personal data is collected.', 'Names on sign-up sheets').optional(),
        sees: text('Who sees it.', 'Library staff').optional(),
        kept: lengthOfTime('How long it is kept.', '30 days').optional(),
        breach: text(
          'What happens if it leaks.',
          'The other partner is told within 2 working days',
        ).optional(),
      },
      'Personal data.',
    ).optional(),
    safeguarding: prose(
      'How children and vulnerable people are kept safe.',
      'Two checked adults are present at every event.',
    ).optional(),
    insurance: prose('Insurance.', 'Each partner insures its own staff and volunteers.').optional(),
    liability: prose(
      'Who is responsible if something is damaged or someone is hurt.',
      'Each partner answers for its own people and equipment.',
    ).optional(),
    ownership: prose(
      'Who owns, and may reuse, what is made together.',
      'Both partners may reuse it, and name each other.',
    ).optional(),
    confidentiality: prose(
      'What is kept confidential.',
      'Names and addresses of visitors.',
    ).optional(),
    disputes: prose(
      'How disputes are settled.',
      'By talks between the signatories, then by a mediator.',
    ).optional(),
    law: prose('Which law applies.', 'The law of Ohio.').optional(),
    other: list(
      fields(
        {
          id: id().optional(),
          heading: text('The heading.', 'Weather'),
          text: prose('What is agreed.', 'Events move indoors if cloudy.'),
        },
        'A clause of your own.',
      ),
      'Clauses of your own.',
    ).optional(),
  },
  'The terms.',
);

const annex = fields(
  {
    id: id().optional(),
    title: text('The title.', 'Floor plan'),
    file: file(
      'A picture: PNG, JPEG or SVG, relative to this file.',
      'annexes/floor-plan.png',
    ).optional(),
    alt: text(
      'The picture in words, for people who cannot see it.',
      'Floor plan of the courtyard',
    ).optional(),
    text: prose('The text of the annex.', '1. Red light only after dark.').optional(),
  },
  'An annex: either a picture or text.',
);

const waiver = fields(
  {
    id: id().optional(),
    rule: text('The rule whose finding is accepted.', 'branding-approval-too-late'),
    at: text('An id or name that narrows it to one finding.', 'Event poster').optional(),
    reason: text('Why the partners accept it.', 'Both approvers work in the same building.'),
    by: text('Who accepts it.', 'Maria Okafor'),
  },
  'A warning or advice that the partners looked at and accept.',
);

/** The whole spec, format 1. */
export const agreementSchema = fields(
  {
    spec: formatVersion('The version of this format: 1.'),
    title: text('The title of the agreement.', 'Stars over Riverbend'),
    kind: text(
      'The template: a folder under templates/. Default: mou.',
      'mou',
      'letter',
    ).optional(),
    reference: text('The document number.', 'RPL-2027-004').optional(),
    version: text('The version of this paper.', '0.3').optional(),
    status: choice(['draft', 'final'], 'Default: draft.').optional(),
    date: date('The date of the paper.', '2027-01-04').optional(),
    language: text('The language of the paper, BCP 47; default en-US.', 'en-US').optional(),
    paper: choice(
      ['letter', 'a4'],
      "The paper size; default from the language's region.",
    ).optional(),
    level: choice(
      ['simple', 'standard', 'funded'],
      'How much the checklist asks; default standard.',
    ).optional(),
    supersedes: text('The document that this one replaces.', 'RPL-2025-011').optional(),
    partners: byPartner(partnerFields, 'The partners, 2 to 24, by a short key.', 'newPartner'),
    purpose: prose(
      'Why you are working together.',
      'Bring hands-on astronomy to families who have never used a telescope.',
    ),
    background: list(
      prose('A recital.', 'The Library hosts some 40 public programs a year.'),
      'How it came about.',
      'single',
    ).optional(),
    principles: list(text('A principle.', 'Transparency'), 'What you hold to.').optional(),
    term,
    goals: list(goal, 'What it is meant to achieve.').optional(),
    roles: list(role, 'Who does what.').optional(),
    schedule: schedule.optional(),
    communication: communication.optional(),
    branding: branding.optional(),
    resources: resources.optional(),
    evaluation: evaluation.optional(),
    vocabulary: list(word, 'Words that partners may understand differently.').optional(),
    terms: terms.optional(),
    annexes: list(annex, 'Annexes.').optional(),
    waivers: list(waiver, 'Warnings and advice that the partners accept.').optional(),
  },
  'An agreement between partners, to be checked and printed by Pactwright.',
);

/** Makes every level of a plain value readonly. */
export type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** An agreement as validated: the shape of the spec, bare texts and single items normalised. */
export type Agreement = DeepReadonly<z.output<typeof agreementSchema>>;

/** One organisation, as under `partners`. */
export type Partner = Agreement['partners'][string];
/** One entry of `roles`. */
export type Role = NonNullable<Agreement['roles']>[number];
/** One entry of `goals`. */
export type Goal = NonNullable<Agreement['goals']>[number];
/** One entry of `branding.materials`. */
export type Material = NonNullable<NonNullable<Agreement['branding']>['materials']>[number];
/** One entry of `schedule.meetings`. */
export type Meeting = NonNullable<NonNullable<Agreement['schedule']>['meetings']>[number];
/** One entry of `schedule.events`. */
export type AgreementEvent = NonNullable<NonNullable<Agreement['schedule']>['events']>[number];
