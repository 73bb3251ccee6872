// YAML that settles each rule, to be shown where a rule is explained without an agreement at hand.
// Data only. A test merges each into a complete agreement of a library and an astronomy club and
// finds nothing. (Over 250 lines: one example for each rule.)

/** YAML from the root of a spec, by rule id. */
export const examples: Readonly<Record<string, string>> = {
  'investment-party-no-role': `
roles:
  - task: Set up the telescopes and explain them to visitors
    lead: club
    person: Observing Chair
    every: month
    goals: [reach]`,
  'investment-party-gives-nothing': `
partners:
  club:
    gives:
      - Telescopes and twelve volunteers`,
  'investment-party-gains-nothing': `
partners:
  club:
    gains:
      - New members, above all families`,
  'investment-need-unmet': `
resources:
  needs:
    - { what: Two portable telescopes, from: club }`,
  'investment-task-no-person': `
roles:
  - task: Print the sky maps
    lead: library
    person: Adult Programs Librarian   # a name or a job title
    due: 2027-03-01
    goals: [reach]`,
  'investment-workload-lopsided': `
roles:
  - task: Write the monthly sky note
    lead: club                         # shared with the partner that has fewer tasks
    person: Newsletter Editor
    every: month
    goals: [reach]`,
  'investment-budget-wrong-sum': `
resources:
  budget:
    currency: USD
    lines:
      - { item: Printing, amount: 400.10, from: library }
      - { item: Refreshments, amount: 150.20, from: club }
    total: 550.30
    holder: library
    payment: Paid by the library on invoice within 30 days.`,
  'trust-no-early-win': `
schedule:
  milestones:
    - name: First star party has taken place
      date: 2027-02-20
      owner: club
      smallWin: true
      goals: [reach]`,
  'trust-no-review': `
schedule:
  reviews:
    - { date: 2027-06-18, what: Mid-year review }`,
  'trust-no-concern-path': `
communication:
  concerns:
    - { step: Talk to the other contact, who: Both contacts, within: 5 working days }
    - { step: Raise it with the signatories, who: Director and Chair, within: 10 working days }`,
  'trust-no-decision-rule': `
communication:
  decisions: The two contacts agree on dates; anything that costs money is agreed by the signatories.`,
  'trust-no-leaving-rule': `
terms:
  joining: A new partner joins when all partners agree in writing.
  leaving: A partner that leaves tells the others in writing and hands over its tasks.`,
  'trust-one-sided-terms': `
terms:
  ending:
    by: any                            # any partner may end it, not one alone`,
  'trust-no-wrap-up': `
schedule:
  milestones:
    - { name: Wrap-up and thanks, date: 2027-12-10, owner: library, closing: true, goals: [reach] }`,
  'communication-party-no-contact': `
partners:
  club:
    contacts:
      - { name: Tomas Lindqvist, title: Secretary, email: tomas@riverbendstars.example }`,
  'communication-meeting-no-organizer': `
schedule:
  meetings:
    - { name: Project meeting, every: month, first: 2027-01-18, organizer: library }`,
  'communication-no-regular-touchpoint': `
communication:
  updates:
    - { what: Attendance figures, every: month, from: library, to: [club] }`,
  'communication-long-silence': `
schedule:
  meetings:
    - { name: Check-in, every: 6 weeks, first: 2027-01-18, organizer: club }`,
  'communication-short-notice': `
schedule:
  events:
    - name: Spring star party
      date: 2027-03-20                 # four weeks or more after planning starts
      staff: [club, library]
      public: true
      goals: [reach]`,
  'communication-term-undefined': `
vocabulary:
  - term: OPAC
    means: The online list of everything that the library has`,
  'communication-term-meaning-differs': `
vocabulary:
  - term: workshop
    means: A session in which visitors build something
    usage: { library: Any class, club: An evening of grinding mirrors }`,
  'communication-no-cross-training': `
communication:
  training:
    - what: Volunteers learn how the library works
      date: 2027-01-25
      by: library
      for: [club]`,
  'understanding-task-no-lead': `
roles:
  - task: Order the refreshments
    lead: club                         # one partner answers for it; others go under support
    person: Treasurer
    due: 2027-07-01
    goals: [reach]`,
  'understanding-unknown-name': `
roles:
  - task: Thank the volunteers
    lead: library
    person: Dana Whitfield
    due: 2027-12-10
    after: [pilot]                     # the id of a task, milestone or event
    goals: [reach]                     # the id of a goal`,
  'understanding-event-no-staff': `
schedule:
  events:
    - { name: Autumn star party, date: 2027-10-09, staff: [club, library], goals: [reach] }`,
  'understanding-publicity-no-lead': `
roles:
  - task: Plan the publicity and send out every announcement
    covers: publicity
    lead: club
    person: President
    every: month
    goals: [reach]`,
  'understanding-meetings-no-lead': `
roles:
  - task: Call the project meetings and send the notes round
    covers: meetings
    lead: library
    person: Dana Whitfield
    every: month
    goals: [reach]`,
  'understanding-task-no-date': `
roles:
  - task: Clean the lenses
    lead: club
    person: Observing Chair
    every: quarter                     # or a day: due: 2027-06-30
    goals: [reach]`,
  'understanding-vague-wording': `
terms:
  disputes: The two contacts meet within 5 working days.   # instead of "promptly"`,
  'understanding-two-of-many': `
terms:
  changes: In writing, signed by all partners.   # instead of "both partners"`,
  'understanding-date-impossible': `
term: { start: 2027-01-11, end: 2027-12-17 }
schedule:
  events:
    - { name: Summer star party, date: 2027-07-17, end: 2027-07-18, staff: [club], goals: [reach] }`,
  'understanding-date-clash': `
partners:
  library:
    closed: [2027-07-05]
schedule:
  events:
    - { name: Fireworks and planets, date: 2027-07-06, staff: [library], goals: [reach] }`,
  'understanding-unfinished-text': `
terms:
  disputes: The two directors meet by 2027-06-30.   # instead of "by [Date]"`,
  'understanding-duplicated-text': `
terms:
  insurance: Each partner insures its own people and equipment.
  liability: Each partner pays for what its own people break.`,
  'vision-purpose-thin': `
purpose: Bring hands-on astronomy to families in Riverbend who have never looked through a telescope.`,
  'vision-no-shared-goal': `
goals:
  - text: Reach families who are new to astronomy
    id: families
    measures:
      - { what: Families, baseline: 0, target: 120, by: 2027-12-01, collector: library }
roles:
  - { task: Invite families, lead: library, person: Dana Whitfield, every: month, goals: [families] }`,
  'vision-goal-no-measure': `
goals:
  - id: join
    text: Win new members
    measures:
      - { what: New members, baseline: 0, target: 25, by: 2027-12-01, collector: club }
roles:
  - { task: Welcome new members, lead: club, person: Chair, every: month, goals: [join] }`,
  'vision-measure-incomplete': `
goals:
  - id: loans
    text: Lend telescopes to families
    measures:
      - what: Loans
        baseline: 0
        target: 90                     # how many
        by: 2027-12-01                 # by when
        collector: library             # who counts
roles:
  - { task: Lend telescopes, lead: library, person: Dana Whitfield, every: month, goals: [loans] }`,
  'vision-no-evaluation-plan': `
evaluation:
  plan: A short paper survey after each event, counted and discussed by both partners.
  by: [library, club]
  report: { to: [library, club], due: 2028-01-14 }`,
  'vision-goal-no-work': `
roles:
  - task: Invite families who have never come before
    lead: library
    person: Dana Whitfield
    every: month
    goals: [reach]                     # the id of the goal`,
  'vision-work-no-goal': `
schedule:
  milestones:
    - { name: Posters are up, date: 2027-03-01, owner: club, goals: [reach] }`,
  'signing-term-impossible': `
term: { start: 2027-01-11, end: 2027-12-17 }`,
  'signing-no-end-date': `
term: { start: 2027-01-11, end: 2027-12-17 }`,
  'signing-signatory-missing': `
partners:
  club:
    signatories:
      - { name: Priya Raman, title: President }`,
  'signing-signatory-mismatch': `
partners:
  club:
    signatories:
      - { name: Priya Raman, title: President }   # one person, one partner, with the office`,
  'signing-binding-unstated': `
terms:
  binding: false                       # true for a legal contract`,
  'signing-binding-conflict': `
terms:
  binding: false
  liability: Each partner answers for its own people.   # instead of "shall indemnify"`,
  'signing-no-ending-notice': `
terms:
  ending: { notice: 30 days, by: any, effects: Each partner keeps its own equipment. }`,
  'signing-no-change-rule': `
terms:
  changes: In writing, signed by both partners.`,
  'signing-personal-data-unprotected': `
terms:
  data:
    what: Names on sign-up sheets
    sees: Library staff
    kept: 30 days
    breach: The other partner is told within 2 working days`,
  'signing-minors-no-safeguarding': `
roles:
  - task: See to background checks of all volunteers
    covers: safeguarding
    lead: club
    person: President
    due: 2027-02-12
    goals: [reach]`,
  'signing-joint-work-no-owner': `
terms:
  ownership: Joint materials belong to both partners; each may use them again with credit.`,
  'signing-money-no-terms': `
resources:
  budget:
    holder: library
    payment: Paid by the library on invoice within 30 days.`,
  'signing-risk-not-covered': `
terms:
  insurance: Each partner insures its own people, premises and equipment.`,
  'signing-not-a-legal-partnership': `
terms:
  other:
    - heading: No legal partnership
      text: This agreement does not create a legal partnership or agency.`,
  'branding-material-undecided': `
branding:
  materials:
    - name: Sky map
      brand: club                      # joint, none, or the key of a partner
      approvers: { club: President }`,
  'branding-no-approver': `
branding:
  materials:
    - name: Flyer
      brand: joint
      approvers: { library: Dana Whitfield, club: President }`,
  'branding-approval-too-late': `
branding:
  materials:
    - name: Programme leaflet
      brand: club
      approvers: { club: President }
      submit: 2027-03-01
      publish: 2027-03-12              # eight working days in between`,
  'branding-logo-unusable': `
partners:
  club:
    brand: { logo: logos/club.svg, alt: A ringed planet }`,
  'branding-logo-no-alt-text': `
partners:
  club:
    brand: { logo: logos/club.svg, alt: "Riverbend Astronomy Club, a ringed planet" }`,
  'branding-contrast-low': `
partners:
  library:
    brand: { color: "#1F4E79" }        # dark enough for text on white`,
  'branding-no-usage-rules': `
branding:
  rules: Logos stand in the agreed order at equal height. Use stops when this agreement ends.`,
  'branding-no-credit-line': `
branding:
  credit: A partnership of Riverbend Public Library and Riverbend Astronomy Club.`,
  'waiver-unknown-rule': `
waivers:
  - rule: communication-no-cross-training   # an id that \`pactwright rules\` lists
    reason: The teams have worked together for six years.
    by: Maria Okafor`,
  'waiver-unused': `
waivers:                               # take out the entries that accept nothing any more`,
  'waiver-incomplete': `
# pactwright-ignore-next-line communication-short-notice by Maria Okafor: The pilot is for our own staff.`,
};
