// `# pactwright-ignore-next-line`: what it accepts, and what is said about one that accepts nothing.

import { describe, expect, test } from 'vitest';
import { checked, placesOf, spec } from './checked.ts';

const ignore = '# pactwright-ignore-next-line';

describe('a comment above a line', () => {
  test('accepts a warning that starts there, with reason and name', async () => {
    const result = await checked(
      `${spec()}terms:\n  ${ignore} understanding-unfinished-text by Maria Okafor: We fill it in: on the day.\n  changes: By [Date].\n`,
    );
    expect(placesOf(result, /unfinished|waiver/)).toEqual([
      '10:15 understanding-unfinished-text waived "[Date]"',
    ]);
    const finding = result.diagnostics.find(({ waived }) => waived);
    expect(finding?.waiver).toEqual({ by: 'Maria Okafor', reason: 'We fill it in: on the day.' });
    const state = result.checklist?.rules.find(
      ({ rule }) => rule === 'understanding-unfinished-text',
    );
    expect(state?.state).toBe('waived');
  });

  test('several may stand above one line; the line counts, not the item', async () => {
    const result = await checked(
      `${spec()}terms:
  ${ignore} understanding-unfinished-text by A: b
  # an ordinary remark
  ${ignore} understanding-vague-wording by A: b
  changes: |
    Soon.
    ${ignore} understanding-unfinished-text by A: this is text
    By [Date], promptly.
  disputes: By [Date].\n`,
    );
    expect(placesOf(result, /unfinished|vague|waiver/)).toEqual([
      '9:3 waiver-unused advice "# pactwright-ignore-next-line understanding-unfinished-text by A: b"',
      '11:3 waiver-unused advice "# pactwright-ignore-next-line understanding-vague-wording by A: b"',
      '15:8 understanding-unfinished-text warning "[Date]"',
      '15:16 understanding-vague-wording advice "promptly"',
      '16:16 understanding-unfinished-text warning "[Date]"',
    ]);
  });

  test('at the end of a line it is for the next one, too', async () => {
    const result = await checked(
      `${spec()}terms:  ${ignore} understanding-unfinished-text by A: b\n  changes: By [Date].\n`,
    );
    expect(placesOf(result, /unfinished|waiver/)).toEqual([
      '9:15 understanding-unfinished-text waived "[Date]"',
    ]);
  });

  test('an error is not accepted', async () => {
    const result = await checked(
      spec()
        .replace('purpose: Bring', `${ignore} vision-purpose-thin by A: b\npurpose: Bring`)
        .replace(/Bring.*/, 'Astronomy.'),
    );
    expect(placesOf(result, /purpose-thin|waiver/)).toEqual([
      '3:1 waiver-unused advice "# pactwright-ignore-next-line vision-purpose-thin by A: b"',
      '4:10 vision-purpose-thin error "Astronomy."',
    ]);
    expect(result.diagnostics.find(({ code }) => code === 'waiver-unused')?.message).toBe(
      'The waiver of "vision-purpose-thin" on the next line accepts nothing: an error cannot be waived.',
    );
  });

  test.each([
    [
      '',
      'waiver-incomplete',
      'it does not say which rule it is for, who accepts the finding and why.',
    ],
    [
      ' understanding-unfinished-text',
      'waiver-incomplete',
      'it does not say who accepts the finding and why.',
    ],
    [' understanding-unfinished-text by Maria', 'waiver-incomplete', 'it does not say why.'],
    [
      ' understanding-unfinished-text: soon',
      'waiver-incomplete',
      'it does not say who accepts the finding.',
    ],
    [
      ' understanding-unfinished-text by : soon',
      'waiver-incomplete',
      'it does not say who accepts the finding.',
    ],
    [' by Maria: soon', 'waiver-incomplete', 'it does not say which rule it is for.'],
    [
      ' understanding-unfinished-txt by Maria: soon',
      'waiver-unknown-rule',
      'There is no rule "understanding-unfinished-txt". Did you mean "understanding-unfinished-text"?',
    ],
    [
      ' trust-no-review by Maria: soon',
      'waiver-unused',
      'The waiver of "trust-no-review" on the next line accepts nothing: there is no such finding.',
    ],
    [
      ' communication-meeting-no-organizer by Maria: soon',
      'waiver-unused',
      'The waiver of "communication-meeting-no-organizer" accepts nothing: no meetings are listed.',
    ],
  ])('that does not hold is reported: %j', async (words, code, message) => {
    const result = await checked(`${spec()}terms:\n  ${ignore}${words}\n  changes: By [Date].\n`);
    const about = result.diagnostics.filter((each) => each.code.startsWith('waiver-'));
    expect(about.map((each) => each.code)).toEqual([code]);
    expect(about[0]?.message).toContain(message);
    expect(placesOf(result, 'understanding-unfinished-text')).toEqual([
      '10:15 understanding-unfinished-text warning "[Date]"',
    ]);
    expect(placesOf(result, /^waiver-/)[0]).toContain(`9:3 ${code}`);
  });

  test('Windows line ends change nothing', async () => {
    const text = `${spec()}terms:\n  ${ignore} understanding-unfinished-text by A: b\n  changes: By [Date].\n`;
    const result = await checked(text.replaceAll('\n', '\r\n'));
    expect(placesOf(result, /unfinished|waiver/)).toEqual([
      '10:15 understanding-unfinished-text waived "[Date]"',
    ]);
    expect(result.diagnostics.find(({ waived }) => waived)?.waiver?.reason).toBe('b');
  });
});
