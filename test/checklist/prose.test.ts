// The rules that read prose: what they have to see, and ordinary sentences that they must leave alone.

import { describe, expect, test } from 'vitest';
import { annexMentions } from '../../src/checklist/annexes.ts';
import { contractWordsIn } from '../../src/checklist/binding-conflict.ts';
import { runChecklist } from '../../src/checklist/index.ts';
import { jargonWords } from '../../src/checklist/jargon.ts';
import { minorsIn } from '../../src/checklist/minors-in-prose.ts';
import { maskNames, nameMark } from '../../src/checklist/prose-reading.ts';
import { collectedIn } from '../../src/checklist/signing-data.ts';
import { forTwoIn } from '../../src/checklist/two-of-many.ts';
import { acronymsIn, houseWords, jargonIn } from '../../src/checklist/undefined-terms.ts';
import { blanksIn } from '../../src/checklist/unfinished.ts';
import { vagueIn } from '../../src/checklist/vague-wording.ts';
import { agreementOf, completeData, goodFacts } from './complete.ts';

const blanks = (text: string): string[] => blanksIn(text).map((each) => each.text);

describe('understanding-unfinished-text', () => {
  test.each([
    ['TBD', ['TBD']],
    ['The room is TBC.', ['TBC']],
    ['Place: TBA', ['TBA']],
    ['Starts on [Date] with [name of speaker].', ['[Date]', '[name of speaker]']],
    ['[Insert address here]', ['[Insert address here]']],
    ['Signed by ________ in person', ['________']],
    ['At least XX visitors by XX/XX/2027', ['XX', 'XX', 'XX']],
    ['Lorem ipsum dolor sit amet', ['Lorem ipsum']],
    ['<partner name> answers within 5 days', ['<partner name>']],
    ['Paid by ????', ['????']],
    ['Name .......... Office ..........', ['..........', '..........']],
    ['To be confirmed.', ['To be confirmed.']],
    ['Place: tba', ['tba']],
    ['[School], [City, State] and [Library Name]', ['[School]', '[City, State]', '[Library Name]']],
    ['From MM/DD/YYYY to dd.mm.yyyy, 20XX or 20__', ['MM/DD/YYYY', 'dd.mm.yyyy', '20XX', '20__']],
    ['Dear {{contact_name}}, [?]', ['{{contact_name}}', '[?]']],
    ['Click or tap here to enter text.', ['Click or tap here to enter']],
    ['Insert logo here [ ]', ['Insert logo here', '[ ]']],
  ])('sees %j', (text, expected) => {
    expect(blanks(text)).toEqual(expected);
  });

  test.each([
    'Art of the XX century in the Museum of the XX Century.',
    'King Alfonso XX, volume XX, and the XX Congress of Librarians.',
    'An exhibition called "TODO" and the book “TBD: a memoir”.',
    'Todos los socios; el año todo.',
    'See [our rules](https://riverbend.example/rules) and [the date list](https://x.example).',
    'He wrote "[t]he day" in the margin [sic].',
    'Write to <https://riverbend.example/name> or <mailto:date@example.org>.',
    'Dates to be confirmed by the two contacts; tasks to be decided together.',
    'Wait … and see. Why? Really?',
    'A snake_case name, a __bold__ word and ***stars***.',
    'Sizes L and XL are ordered; the TBDs of last year are gone.',
    'A map [date unknown], a letter [no name] and the pupils of [Year 5].',
    'The X and Y chromosomes; an XX chromosome pair.',
    'Dates are written as DD/MM/YYYY; the place is to be confirmed by Dana.',
    'Enter the hall here; insert coins here; the school [and the city] pay.',
    'He left in 1920 [...] and came back.',
    '- [ ] chairs - [x] tables',
  ])('leaves alone: %s', (text) => {
    expect(blanks(text)).toEqual([]);
  });

  test('gives the place of the mark in UTF-16 units', () => {
    expect(blanksIn('😀 on [Date]')).toEqual([{ start: 6, end: 12, text: '[Date]' }]);
  });
});

describe('signing-personal-data-unprotected', () => {
  test.each([
    ['Families write their names on sign-up sheets.', 'sign-up sheets'],
    ['Registration opens in May.', 'Registration'],
    ['Volunteers register all participants at the door.', 'register all participants'],
    ['The club takes photos at every event.', 'photos'],
    ['We film the workshops for our channel.', 'film the workshops'],
    ['Recordings of children are kept.', 'Recordings of children'],
    ['The school keeps attendance lists.', 'attendance lists'],
    ['Guests leave their e-mail addresses.', 'e-mail addresses'],
    ['Parents hand in consent forms.', 'consent forms'],
    ['Names and ages of participants are noted.', 'Names and ages of participants'],
    ['Families must register.', 'Families must register'],
    ['Pupils register online.', 'Pupils register'],
    ['Sign-in sheets lie at the door.', 'Sign-in sheets'],
    ['Anybody may sign up at the desk.', 'may sign up'],
    ['Guests RSVP by Friday.', 'RSVP'],
    ['Take pictures for the web page', 'Take pictures'],
    ['The workshop will be filmed.', 'workshop will be filmed'],
    [
      'Children are not filmed, but participants may be photographed.',
      'participants may be photographed',
    ],
    ['Keep a list of attendees', 'list of attendees'],
    ['Names are collected at the door.', 'Names are collected'],
    ['Parents write down the date of birth.', 'date of birth'],
    ['Record oral histories with the neighbours', 'Record oral histories'],
    ['Photo release forms are in the blue folder.', 'Photo release'],
  ])('sees %s', (text, words) => {
    expect(collectedIn(text)?.words).toBe(words);
  });

  test.each([
    'A film evening with live music in the courtyard.',
    'The exhibition of photographs from 1920 opens in May.',
    'Historic photographs hang in the hall.',
    'No registration is needed and no photos are taken.',
    'Surveys are anonymous and never hold contact details.',
    'The cash register stands at the door.',
    'A world record attempt in stargazing.',
    'Both partners keep records of what they spend.',
    'The registration fee is waived for members.',
    'People sign up for nothing; they just come.',
    'Photos of birds and photographs of the building hang in the hall.',
    'Digitise photographs from the 1920s, and scan the old photos.',
    'Photos are not taken; names are never collected.',
    'The society keeps the original photographs and the framed photos.',
    'Send the announcement to the mailing list, or on their own mailing list.',
    'Phone numbers of the contacts stand above; so do the contact details of both partners.',
    'Company registration and vehicle registrations are kept by the clerk.',
    'Count the participants and list the books.',
  ])('leaves alone: %s', (text) => {
    expect(collectedIn(text)).toBeUndefined();
  });
});

describe('annexes in prose', () => {
  test.each([
    ['As Annex 3 says.', [3]],
    ['See Annex 1 and Annex B.', [1, 2]],
    ['Annex 2 of this agreement and Annex 2 to our plan', [2, 2]],
    ['Annex 2 of the Directive, Annex 4 to Regulation 2016/679', []],
    ['Annex II and annex 4, but not Annex IIII', [2, 4]],
    ['Annexes 1, 3 and B; Annexes 1 to 4', [1, 3, 2, 1, 4]],
    ['Annexes I and II of the Directive', []],
    ['Annex 7-b, Annexe 4, the annex 3, in Annex we trust', []],
  ])('%s', (text, numbers) => {
    expect(annexMentions(text).map(({ number }) => number)).toEqual(numbers);
  });
});

/** The words found, each once, with names and links out of the way as in an agreement. */
const jargon = (text: string): string[] => {
  const masked = maskNames(agreementOf(completeData()), text);
  const found = [...jargonIn(text, jargonWords, masked), ...acronymsIn(text, masked)];
  return [...new Set(found.map(({ term }) => term))];
};

describe('communication-term-undefined', () => {
  test.each([
    ['Show families how to search a database.', ['database']],
    ['Ask at the reference desk, or look into the catalogue.', ['catalog', 'reference']],
    ['Articles in e-journals and periodicals', ['e-journal', 'periodical']],
    ['Use the index of newspapers.', ['index']],
    ['Interlibrary loans (the ILL office)', ['interlibrary loan', 'ILL']],
    ['Weeding of old books, by the circulation staff', ['circulation', 'weeding']],
    ['Patrons use the makerspace and the OPAC.', ['patron', 'makerspace', 'OPAC']],
    ['Records come as MARC files; serials are listed apart.', ['serial', 'MARC']],
    ['Summer programming for families', ['programming']],
    ['Report to IMLS and the STEM team by May.', ['IMLS', 'STEM']],
  ])('sees %j', (text, terms) => {
    expect(jargon(text)).toEqual(terms);
  });

  test.each([
    // Names, quoted titles, ordinary use: the word or its stem stands in each.
    'With reference to our meeting, bring two letters of reference and the reference number.',
    'The index finger points to the consumer price index; cards stand in index cards order.',
    'She is patron of the Trust, under the eyes of the patron saint of weavers.',
    'Air circulation in the hall, and the circulation of the minutes to both contacts.',
    'Volunteers spend the morning weeding the flower beds and watering the seedlings.',
    'Pupils learn computer programming in Python.',
    'The serial number of each telescope is kept with the serial novel.',
    'A periodical review of the lamps takes place in June.',
    'The exhibition catalogue is printed; the students will catalogue 300 letters.',
    'Her talk is called "Database of Dreams", his book “Weeding Time: patrons of the arts”.',
    'The Patron Magazine and the Makerspace Foundation send a guest.',
    'The volunteer database and the database of donors are kept by the treasurer.',
    'See https://riverbend.example/catalog/database or write to patron@riverbend.example.',
    'Bring a PDF, a USB stick and your ID to the UK by 5 PM; USD 400 and EUR 20 are paid.',
    'King Henry VIII, part XIV, flat 4B, RPL-2027-004, BOOKS ARE FOR EVERYONE WHO READS.',
    'Radio KQED Riverbend and the ABC Foundation report.',
    'The hall is NOT open; ALL guests MUST sit. Come to Riverbend, OH, at 9 EST for the BBQ.',
  ])('leaves alone: %s', (text) => {
    expect(jargon(text)).toEqual([]);
  });

  test("finds the house's own words, whole and in the plural, with the capitals that matter", () => {
    const words = houseWords(['discovery layer', 'LibGuide', 'C++ (advanced)']);
    const terms = (text: string): string[] => jargonIn(text, words).map(({ term }) => term);
    expect(terms('Discovery  layers and LibGuides; C++ (advanced) too')).toEqual(
      words.map(({ term }) => term),
    );
    expect(terms('A libguide, undiscovery layer and the "discovery layer"')).toEqual([]);
  });
});

const vague = (text: string, task = false): string[] =>
  vagueIn(text, task).map(({ start, end }) => text.slice(start, end));

describe('understanding-vague-wording', () => {
  test.each([
    ['Invoices are paid promptly.', ['promptly']],
    ['Notes are sent in a timely manner.', ['in a timely manner']],
    [
      'Changes are told as soon as possible and in due course.',
      ['as soon as possible', 'in due course'],
    ],
    ['Staff are sent as needed.', ['as needed']],
    ['Experts are asked where appropriate.', ['where appropriate']],
    [
      'All use their best efforts and take reasonable steps.',
      ['their best efforts', 'reasonable steps'],
    ],
    ['The partners will support the festival.', ['support']],
    ['The partners agree to assist visitors.', ['assist']],
    ['The school provides assistance.', ['provides assistance']],
    ['The partners meet regularly.', ['regularly']],
    [
      'If needed, the contacts meet; lists are checked periodically.',
      ['If needed', 'periodically'],
    ],
    ['Chairs are put out on an as-needed basis.', ['as-needed']],
    ['The museum will endeavour to attend.', ['endeavour to']],
    ['Assistance will be provided by the club.', ['Assistance will be provided']],
    ['The school will be supporting the fair.', ['supporting']],
  ])('sees %j', (text, phrases) => {
    expect(vague(text)).toEqual(phrases);
  });

  test.each([
    ['Support the workshops', ['Support']],
    ['Assist with the lambing, and support the shepherds', ['Assist with', 'support']],
    ['Count visitors and assist the club', ['assist']],
    ['Supporting the workshops, and help with the fair', ['Supporting', 'help with']],
    ['Plan/support the fair', ['support']],
  ])('sees the order %j in a task', (text, phrases) => {
    expect(vague(text, true)).toEqual(phrases);
  });

  test.each([
    'Technical support comes from the Ministry, with the support of two volunteers.',
    'The support group for carers meets in the hall.',
    'A teaching assistant and an assisted listening system are there.',
    'The talk is a timely reminder of what the river can do.',
    'Doors open promptly at 7 p.m.',
    'Each partner responds promptly, within three working days.',
    'The report is sent as soon as possible, at the latest on 14 January.',
    'The lecture "As Needed" and the film “Promptly Yours” are shown.',
    'The Best Efforts Theatre and Timely Arts perform.',
    'Age-appropriate books are chosen by the children.',
    'As required by law, the accounts are open.',
    'The fund exists to support families; grants supported the school.',
    'The partners meet regularly, every six weeks.',
    'The supporters are thanked; letters of support are kept.',
    'The grant will support travel, and the frame must support the tent.',
    'If necessary for safety, the gate is shut.',
  ])('leaves alone: %s', (text) => {
    expect(vague(text)).toEqual([]);
  });

  test.each([
    'Support group for carers: book the hall',
    'Support staff training',
    'Send letters of support to the council',
    'Repair the support beams and the assisted listening system',
    'Invite the supporters and the assistant director',
  ])('leaves the noun alone in a task: %s', (text) => {
    expect(vague(text, true)).toEqual([]);
  });
});

const forTwo = (text: string): string[] =>
  forTwoIn(text, maskNames(agreementOf(completeData()), text)).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('understanding-two-of-many', () => {
  test.each([
    ['Signed by both partners.', ['both partners']],
    ['Either party may end it with 30 days’ notice.', ['Either party']],
    ['Neither partner pays the other.', ['Neither partner']],
    [
      'Kept by both of the parties, and read by the two partners.',
      ['both of the parties', 'the two partners'],
    ],
    ['The budget is agreed by either of the two parties.', ['either of the two parties']],
    ['Photos carry both partners’ names.', ['both partners']],
    ['The Library pays, and both partners sign.', ['both partners']],
  ])('sees %j', (text, phrases) => {
    expect(forTwo(text)).toEqual(phrases);
  });

  test.each([
    'The Library and the Club meet on Mondays, and both partners bring cake.',
    'Riverbend Public Library lends the hall to the Club. The two partners share the key.',
    'Both partners who run an exchange write a report.',
    'Both partners, the Library and the Club, lock the door.',
    'A loan between two partners is put in writing; both partners sign it.',
    'If one partner owes another money, the two partners settle it.',
    'The lender and the borrower keep a list, and both parties sign it.',
    'The two partners in a dispute talk first.',
    'Both star parties end by eleven, and both garden parties by nine.',
    'Both political parties and both partner libraries are invited.',
    'The play "Both Partners" and the film “Either Party” are shown.',
    'The Two Partners Theatre opens the evening.',
    'Both contacts, both halves of the poster, and the two directors.',
    'Each partner and every party may speak; all partners vote.',
  ])('leaves alone: %s', (text) => {
    expect(forTwo(text)).toEqual([]);
  });
});

const young = (text: string): string | undefined => {
  const found = minorsIn(text, maskNames(agreementOf(completeData()), text));
  return found && text.slice(found.start, found.end);
};

describe('signing-minors-no-safeguarding', () => {
  test.each([
    ['Teach forty pupils to code.', 'Teach forty pupils'],
    ['Reach 200 children who have never seen the sea', 'Reach 200 children'],
    ['Read aloud to children on Saturdays', 'Read aloud to children'],
    ['Interest teenagers in technical jobs', 'Interest teenagers'],
    ['Children build kites from old maps.', 'Children build'],
    ['In July, young people take part in the dig.', 'young people take part'],
    ['Workshop for children', 'Workshop for children'],
    ['A concert for families and children', 'concert for families and children'],
    ["Children's choir", "Children's choir"],
    ['Teen coding club', 'Teen coding club'],
    ['Storytime in two languages', 'Storytime'],
    ['Class visits to the press', 'Class visits'],
    ['A summer camp, ages 8 to 12', 'ages 8 to 12'],
    ['Pupils may join the jury.', 'Pupils may join'],
    ['The club looks after children while parents sing.', 'looks after children'],
  ])('sees %j', (text, words) => {
    expect(young(text)).toBe(words);
  });

  test.each([
    'Give every child in town a book to keep.',
    "The Children's Library opens a reading room.",
    'The Friends for Children and the Ministry of Youth pay for it.',
    "Collect children's books, and letters by children of emigrants.",
    'An exhibition of drawings by pupils of 1920.',
    'The talk "Teach Children Well" and the film “Children Play” are shown.',
    'No children take part, and pupils are not admitted.',
    'Teach students of the University to catalogue letters.',
    'Guide families and visitors through the archive.',
    'The children of the founder left the archive to the town.',
    'It is child’s play; the kidney ward and the minor repairs are next.',
    'Research how children learnt to read in 1850.',
    'A history of schools, with photographs of girls and boys at work.',
    'Train teachers and youth workers.',
    'We work with the School and the University.',
  ])('leaves alone: %s', (text) => {
    expect(young(text)).toBeUndefined();
  });
});

const contract = (text: string): string[] =>
  contractWordsIn(text).map(({ start, end }) => text.slice(start, end));

describe('signing-binding-conflict', () => {
  test.each([
    ['The agreement shall enter into force in May.', ['shall enter']],
    ['Each partner must return the keys.', ['must return']],
    ['If the hall is shut, the other partner must return the keys.', ['must return']],
    ['The parties hereby covenant to keep the peace.', ['hereby covenant to']],
    ['The school indemnifies the club.', ['indemnifies']],
    ['The museum is held harmless; it will hold harmless the lender.', ['hold harmless']],
    ['Disputes go to binding arbitration.', ['binding arbitration']],
    ['Total liability is capped at 500 dollars.', ['liability is capped']],
    ['The club is liable for damages.', ['liable for damages']],
    [
      'Whoever leaves will pay compensation. It shall not be late.',
      ['pay compensation', 'shall not be'],
    ],
    ['The trust is obliged to pay.', ['is obliged to pay']],
    ['Both must keep it secret.', ['must keep']],
    ['This is a legally binding contract.', ['a legally binding']],
    ['Disputes are settled by an arbiter.', ['arbiter']],
    ['The two parties must return the keys.', ['must return']],
    ['Indemnification is due; all are jointly and severally liable.', ['Indemnification']],
    ['The club warrants that it owns the pictures.', ['warrants that']],
  ])('sees %j', (text, phrases) => {
    expect(contract(text)).toEqual(phrases);
  });

  test.each([
    'This paper shall not create any legal obligation.',
    'Nothing here shall be read as a binding contract.',
    'No partner is liable for damages, and none indemnifies another.',
    'Shall we dance? is the motto of the evening?',
    'The song "We Shall Overcome" opens the evening; “You must remember this” ends it.',
    'The Covenant Church and the Arbitration Museum lend chairs.',
    'Children must hold hands on the way, and logos must keep their colours.',
    'If the partner must close, for instance because of snow, the day moves.',
    'The exhibition is a must for families, and a must-see for visitors.',
    'Loans are covered by the government indemnity scheme.',
    'The trainer has professional indemnity insurance.',
    'A marshall and the shallow pool: musty books are dried.',
    'Liability insurance is kept by each partner.',
    'Birthday parties must be booked, and star parties must end by eleven.',
    'Political parties must not use the hall; visiting organisations must ring first.',
    'This agreement is not legally binding.',
    'The logos of both partners must appear at equal size.',
    'Nothing in this paper shall be construed to create a joint venture or an agency.',
    'The organisation must-have; the shall-we-dance evening.',
  ])('leaves alone: %s', (text) => {
    expect(contract(text)).toEqual([]);
  });
});

test('a partner by name owes what it must do, unless that is only a circumstance', () => {
  const found = (text: string): number =>
    contractWordsIn(
      text,
      text.replaceAll('the School', (name) => nameMark.repeat(name.length)),
    ).length;
  expect(found('On Mondays the School must open the gate.')).toBe(1);
  expect(found('If it snows, the School must open the gate.')).toBe(1);
  expect(found('If the School must close, the day moves.')).toBe(0);
  expect(found('The day moves when the School must close early.')).toBe(0);
  expect(found('Days on which the School must close do not count.')).toBe(0);
});

describe('understanding-duplicated-text', () => {
  const same = 'Each partner insures its own people and its own equipment.';
  const quiet: readonly (readonly [string, string])[] = [
    [same, 'Each partner insures its own people and its own vehicles.'],
    [same, 'Each partner insures its people and its equipment on the way.'],
    [same, `${same} The Library insures the courtyard.`],
    ['The same as before.', 'The same as before.'],
    ['See the steps above, in that order.', 'See the steps above, in that order.'],
    ['Agreed by both in writing.', 'Agreed by both in writing.'],
    ['As the law of Ohio says.', 'As the law of Ohio says.'],
    ['Not applicable to star parties.', 'Not applicable to star parties.'],
    [
      'Copies are kept by the Library for two years and then shredded.',
      'Copies are kept by the Club for two years and then shredded.',
    ],
    [
      'The poster called "The same words twice, and then once more" hangs here.',
      'The poster called "The same words twice, and then twice more" hangs here.',
    ],
  ];
  const found = (one: string, other: string): number => {
    const data = completeData();
    data.terms.liability = one;
    data.terms.confidentiality = other;
    const { findings } = runChecklist(agreementOf(data), goodFacts);
    return findings.filter(({ rule }) => rule === 'understanding-duplicated-text').length;
  };
  test.each(quiet)('leaves alone: %s / %s', (one, other) => {
    expect(found(one, other)).toBe(0);
  });
  test('sees the same words with other signs', () => {
    expect(found(same, 'each partner insures – its own people, and its own equipment')).toBe(1);
  });
});

describe('annexes in ordinary sentences', () => {
  test.each([
    'The annex of the museum opens in May.',
    'Park behind the annex 3rd floor entrance.',
    'As Annex 4 to the Convention says.',
    'See Annex II of the Directive.',
    'The film "Annexation" is shown in the Annex Cinema.',
    'The town was annexed in 1912.',
    'Annexe 7 is French.',
    'Annex 7-b of the building plan stays closed.',
    'Annex 12 of Regulation 2016/679 lists them.',
    'All annexes are kept together.',
    'Annexes 2 and 3 to the lease are kept by the owner.',
    'The hall is in annex B, behind the annex 4 gate.',
  ])('leaves alone: %s', (text) => {
    expect(annexMentions(text)).toEqual([]);
  });
});

describe('texts as long as a spec allows, made to be slow', () => {
  // Milliseconds where a text is read once; a minute and more where each of its words reads it again.
  test.each([
    ['AB ', []],
    ['" AB', []],
    ['names and ', ['communication-term-undefined']],
    ['both partners must ', ['communication-term-undefined', 'signing-binding-conflict']],
    ['[school, ', ['communication-term-undefined']],
    ['Annexes 1, 1, ', ['communication-term-undefined']],
  ])('of %j come to an end', (piece, rules) => {
    const data = completeData();
    const text = `${piece.repeat(Math.floor(19_000 / piece.length))} must photos AB`;
    data.terms.other = Array.from({ length: 20 }, (_, index) => ({
      heading: `Part ${index}`,
      text: `${index} ${text}`,
    }));
    const { findings } = runChecklist(agreementOf(data), goodFacts);
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(rules);
  });
});
