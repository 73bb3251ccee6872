// The review page as text: what it says of the examples, that values stay values, that the lines
// beside the paper are all the lines, and that ten thousand agreements fit.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import type { Block } from '../../src/model/block.ts';
import { blocksText } from '../../src/model/text.ts';
import { nodeHost } from '../../src/node/host.ts';
import { nodePorts } from '../../src/node/ports.ts';
import { type Summary, summaryOf } from '../../src/report/review/overview-data.ts';
import { agreementPage, overviewPage, severalPage } from '../../src/report/review/page.ts';
import { script } from '../../src/report/review/script.ts';
import { countsOf, standingLine, standingOf } from '../../src/report/review/standing.ts';
import { elementOrder } from '../../src/report/review/words.ts';
import { hardLine, hardText } from '../compose/hard-text.ts';
import { agreements, reviewExample, reviewText } from './gather.ts';
import { pageText } from './page-text.ts';

const examples = [
  'friends-of-elm-street',
  'safe-journeys',
  'shared-heritage-consortium',
  'stars-over-riverbend',
  'unfinished-makers-fair',
];

describe('the page of an agreement', () => {
  it('says of the unfinished example what is open, point by point (golden)', async () => {
    const page = agreementPage(await reviewExample('unfinished-makers-fair'));
    await expect(pageText(page)).toMatchFileSnapshot('golden/unfinished-makers-fair.review.txt');
  });

  it('says of a finished one that it may be signed', async () => {
    const agreement = await reviewExample('stars-over-riverbend');
    expect(standingOf(agreement)).toBe('yes');
    expect(pageText(agreementPage(agreement))).toContain('Nothing stands in the way of signing.');
  });

  it('has a number, a question, a reason and room for a note for every open point', async () => {
    const agreement = await reviewExample('unfinished-makers-fair');
    const { error, warning, advice } = countsOf(agreement);
    const page = agreementPage(agreement);
    const points = page.split('<article class="point').slice(1);
    expect(points.length).toBe(error + warning + advice);
    for (const [index, point] of points.entries()) {
      expect(point).toContain(`id="point-${index + 1}"`);
      expect(point).toMatch(/class="asks">[^<]+\?/);
      expect(point).toMatch(/class="why">[^<]+/);
      expect(point).toMatch(/class="passage">/);
      expect(point).toContain(`<textarea id="point-${index + 1}-note"`);
    }
  });

  it('shows what was accepted, with reason and name, and does not ask about it again', async () => {
    const agreement = await reviewExample('shared-heritage-consortium');
    const accepted = agreement.points.filter((point) => point.waived);
    expect(accepted.length).toBeGreaterThan(0);
    const page = pageText(agreementPage(agreement));
    for (const { waiver, message } of accepted) {
      expect(page).toContain(message);
      expect(page).toContain(`“${waiver!.reason.trim().replace(/\s+/g, ' ')}”`);
      expect(page).toContain(`Accepted by ${waiver!.by}`);
    }
    expect(page).not.toContain('[room for a note]');
  });

  it.each(examples)(
    '%s: has a sheet of duties for each partner, as build makes it',
    async (name) => {
      const { paper, partners } = await reviewExample(name);
      const signing = partners.filter(({ role }) => role !== 'supporter').map((each) => each.name);
      expect(paper!.duties.map(({ partner }) => partner)).toEqual(signing);
      const bytes = readFileSync(path.join(agreements, `${name}.yaml`));
      const { outputs } = await build(
        { name, bytes },
        { formats: ['duties'] },
        nodePorts(nodeHost({ folder: agreements })),
      );
      const table = outputs.find(({ format }) => format === 'csv')!;
      const tasks = new TextDecoder()
        .decode(table.bytes)
        .split('\r\n')
        .filter((row) => /,(?:Leads|Supports),/.test(row));
      const page = pageText(agreementPage(await reviewExample(name)));
      const sheets = page.slice(page.indexOf('What each partner must do'));
      expect(tasks.length).toBeGreaterThan(1);
      for (const row of tasks) {
        const task = /,(?:Leads|Supports),(?:"((?:[^"]|"")*)"|([^,]*))/.exec(row)!;
        expect(sheets).toContain((task[1] ?? task[2]!).replaceAll('""', '"'));
      }
    },
  );

  it('says what keeps a file from being read, with its lines', async () => {
    const agreement = await reviewText('draft.yaml', 'spec: 1\ntitle: "Stars\npurpose: x\n');
    expect(agreement.report.status).toBe('unreadable');
    const page = pageText(agreementPage(agreement));
    expect(page).toContain('Cannot be read yet');
    expect(page).toContain('[room for a note]');
    expect(standingLine(agreement)).toMatch(/^Cannot be read yet \(\d+ must be settled/);
  });

  it.each(examples)(
    '%s: the parts are the whole paper, and every line of the file stands beside',
    async (name) => {
      const { paper } = await reviewExample(name);
      const shown = new Map<number, string>();
      for (const lines of [...paper!.parts.flatMap((part) => part.lines), ...paper!.rest]) {
        lines.text.forEach((text, index) => {
          shown.set(lines.first + index, text);
        });
      }
      const text = readFileSync(path.join(agreements, `${name}.yaml`), 'utf8');
      text.split('\n').forEach((line, index) => {
        if (line.trim() !== '') expect(shown.get(index + 1)).toBe(line);
      });
      const built = await build(
        { name, bytes: new TextEncoder().encode(text) },
        { formats: [], emit: 'blocks' },
        nodePorts(nodeHost({ folder: agreements })),
      );
      const said = blocksText(paper!.parts.flatMap((part) => part.blocks));
      expect(said).toBe(blocksText(built.emitted as readonly Block[]));
    },
  );
});

describe('what comes from a spec stays text', () => {
  const shape = (html: string): readonly string[] =>
    [...html.matchAll(/<\/?[a-z0-9]+/g)].map((match) => match[0]);

  const spec = (line: string, prose: string): string =>
    JSON.stringify({
      spec: 1,
      title: line,
      purpose: prose,
      partners: { a: { name: `A ${line}`, contacts: [{ name: line }] }, b: { name: `B ${line}` } },
      term: { start: '2027-01-11', end: '2027-12-17' },
      goals: [{ id: 'g', text: line }],
      roles: [{ task: line, lead: 'a' }],
      waivers: [{ rule: 'signing-no-change-rule', reason: line, by: line }],
    });

  it('a page has one script, ours, whatever the spec says', async () => {
    await fc.assert(
      fc.asyncProperty(hardLine, hardText, async (line, prose) => {
        const agreement = await reviewText('hard.yaml', spec(line, prose));
        for (const page of [
          agreementPage(agreement),
          severalPage([agreement, agreement]),
          overviewPage([summaryOf(agreement, 'a.html')]),
        ]) {
          expect(shape(page).filter((tag) => tag === '<script')).toHaveLength(1);
          expect(page.match(/<script>([\s\S]*?)<\/script>/)![1]).toBe(script);
          expect(page).not.toMatch(
            /<(b|br\/|ftp|clause|iframe|object|embed|form|link|base)\b[^>]*>x/,
          );
          expect(page).not.toMatch(/href="(?!#|https?:|mailto:|a\.html)/);
          expect(page).not.toMatch(/<[a-z][^<>]*\son[a-z]+\s*=/i);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('markup in every text gives the same elements as plain words', async () => {
    const enough = 'and further words, so that it says why they work together at all';
    const plain = await reviewText('plain.yaml', spec('word', `word ${enough}`));
    const hostile = `<svg onload=alert(1)>"'><script>alert(1)</script>&lt`;
    const marked = await reviewText('plain.yaml', spec(hostile, `${hostile} ${enough}`));
    const page = agreementPage(marked);
    expect(page).not.toContain('<svg onload');
    expect(page).not.toContain('<script>alert');
    const codes = (agreement: typeof plain): string =>
      agreement.points.map(({ code }) => code).join();
    expect(codes(marked)).toBe(codes(plain));
    expect(shape(page)).toEqual(shape(agreementPage(plain)));
  });

  it('the policy allows what stands in the page, and nothing from elsewhere', async () => {
    const page = agreementPage(await reviewExample('friends-of-elm-street'));
    expect(page).toContain(
      `content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/(src|srcset|action|data|poster)="(?!data:)/);
    expect(page).not.toMatch(/@import|url\(/);
  });
});

describe('many agreements', () => {
  const summary = (index: number, points: number): Summary => ({
    href: `review-pages/agreement-${index}.html`,
    file: `agreements/2027/branch-${index % 300}/agreement-${index}.yaml`,
    title: `Letter of agreement between branch ${index} and its Friends group for 2027`,
    partners: [`Branch Library Number ${index}`, `Friends of the Branch Library Number ${index}`],
    standing: index % 3 === 0 ? 'yes' : index % 3 === 1 ? 'no' : 'not yet',
    readable: true,
    counts: { error: points >> 2, warning: points - (points >> 2), advice: 0, accepted: index % 2 },
    elements: elementOrder.map((element, at) => ({
      element,
      state: (['covered', 'partly', 'missing', 'waived'] as const)[(index + at) % 4]!,
    })),
    open: Array.from({ length: points }, (_, number) => ({
      severity: number < points >> 2 ? 'error' : 'warning',
      message: `Nobody is named to organise "The ${number}th meeting of the friends of branch ${index}".`,
      code: `communication-rule-${number}`,
      asks: 'Who invites, books the room and takes the notes?',
    })),
  });
  const size = (points: number): number =>
    Buffer.byteLength(
      overviewPage(Array.from({ length: 10_000 }, (_, index) => summary(index, points))),
    );

  it('ten thousand small agreements make an overview under 20 MB', () => {
    expect(size(6)).toBeLessThan(20_000_000);
  });

  it('however much is open in them: then it lists less, and says so', () => {
    const page = overviewPage(Array.from({ length: 10_000 }, (_, index) => summary(index, 60)));
    expect(Buffer.byteLength(page)).toBeLessThan(20_000_000);
    expect(page).toMatch(/at most \d+ open points? of each agreement/);
    expect(page).toMatch(/and 5\d more/);
  });

  it('says what is open most often', async () => {
    const page = overviewPage([summary(1, 3), summary(2, 2), summary(3, 1)]);
    expect(pageText(page)).toContain('open in 3 of 3');
  });

  it('an overview of several leads to each on the same page', async () => {
    const all = await Promise.all(examples.map(reviewExample));
    const page = severalPage(all);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).toContain('href="#a5-top"');
  });
});
