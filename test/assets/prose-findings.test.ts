// Markdown that prose does not have is told from ordinary writing; texts that may not need the
// parser never load it.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineSigns, needsParser } from '../../src/assets/markdown-signs.ts';
import { proseDiagnostics } from '../../src/assets/prose-findings.ts';
import { read, smallest } from '../spec/read.ts';

async function findings(purpose: string): Promise<readonly string[]> {
  const spec = smallest(`background: [${JSON.stringify(purpose)}]\n`);
  const { agreement, located } = read(spec);
  return (await proseDiagnostics(agreement!, located!)).map(({ code, severity, span }) =>
    `${severity} ${code} ${spec.slice(span.start, span.end)}`.replace(' text/', ' '),
  );
}

const ordinary = [
  'Entry is free for members*.\n\n*Members of either partner.',
  'Room #4 and room # 5 are ours.',
  '#1 priority: families.',
  '#hashtags are agreed: #StarsOverRiverbend.',
  '# of visitors: 400',
  '> 400 visitors count as success.',
  '>= 85 % of the families come back.',
  '-> see the annex.',
  'Either partner may use | or / as a separator.',
  'The library | The club',
  'a|b|c',
  '1. Open the doors\n2. Light the lamp',
  '- Open the doors\n- Light the lamp',
  '* Open the doors\n  + Light the lamp',
  '1986. A year that both remember.',
  'Pages 12--14 --- and no further.',
  'Name: ______________',
  '______________',
  'Write to <dana@riverbend.example> or <https://riverbend.example>.',
  'See [the page](https://riverbend.example/a_(b)).',
  'Fill in <insert the date> here, and <name> there.',
  'We need x < y and y > z, 3<4.',
  'Barnes & Noble; AT&T; R&D;',
  'About ~20 people, ~~ more or less.',
  "The children's ``quoted'' words and a lone ` stay.",
  'See { this } and {that}.',
  'Well! [Sic] it goes on.',
  'a) first\nb) second',
  'Either (1) or 2) applies.',
  '1) only one such line\nfollows here.',
  '***Important***, and *so* is **this**.',
  'A line\\\nand another, 2 * 3 * 4 = 24.',
];

describe('ordinary prose', () => {
  it.each(ordinary)('%j', async (text) => {
    expect(await findings(text)).toEqual([]);
  });

  it('of the examples and of the sentences that rules leave alone', () => {
    const file = new URL('../checklist/ordinary-prose.txt', import.meta.url);
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (!line.startsWith('#')) expect(lineSigns(line)).toEqual([]);
    }
  });

  it('of every agreement', async () => {
    const folder = new URL('../../agreements/', import.meta.url);
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml'))) {
      const { agreement, located } = read(readFileSync(new URL(name, folder), 'utf8'));
      expect(await proseDiagnostics(agreement!, located!)).toEqual([]);
    }
  });
});

describe('Markdown', () => {
  it.each([
    ['# Our goals\nWe meet.', '# Our goals'],
    ['Text\n### 2. Duties', '### 2. Duties'],
    ['- # Heading in a list', '# Heading in a list'],
    ['> Reading is dreaming.', '> Reading is dreaming.'],
    ['| a | b |', '| a | b |'],
    ['a | b\n--- | ---\n1 | 2', '--- | ---'],
    ['Above\n=====', '====='],
    ['* * *', '* * *'],
    ['```\ncode\n```', '```'],
    ['See ![map](map.png).', '![map](map.png)'],
    ['Line<br/>break', '<br/>'],
    ['<!-- later -->', '<!-- later -->'],
    ['Use `git`.', '`git`'],
    ['Fish &amp; chips', '&amp;'],
    ['Dear {{partner}}', '{{partner}}'],
    ['1) Open\n2) Light', '1) Open'],
    ['~~No~~', '~~No~~'],
  ])('%j', async (text, sign) => {
    const written = JSON.stringify(sign).slice(1, -1);
    expect(await findings(text)).toEqual([`advice markdown-literal ${written}`]);
  });

  it('is named once for each kind in a text', async () => {
    expect(await findings('# One\n\n# Two\n\n<b>x</b> <i>y</i>')).toEqual([
      'advice markdown-literal # One',
      'advice markdown-literal <b>',
    ]);
  });
});

it('the parser is not needed for plain text', () => {
  expect(ordinary.filter(needsParser).length).toBeLessThan(6);
  expect(needsParser('Plain *text* with - signs.')).toBe(false);
});
