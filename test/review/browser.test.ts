// The review page in a real browser (headless Chromium, Debian's package): what axe finds at WCAG 2.2
// AA, that nothing is fetched, that a phone does not scroll sideways, that the keyboard reaches all of
// it, and that notes can be kept. Skipped on a machine without Chromium.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summaryOf } from '../../src/report/review/overview-data.ts';
import { agreementPage, overviewPage, severalPage } from '../../src/report/review/page.ts';
import { reviewExample, reviewText } from './gather.ts';

const executablePath = '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const hostile = `<img src="http://a.example/x.png"><script>document.title = 'taken'</script>`;
const hostileSpec = JSON.stringify({
  spec: 1,
  title: hostile,
  purpose: `${hostile} ${'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(4)}`,
  partners: { a: { name: `A ${hostile}` }, b: { name: 'B'.repeat(200) } },
  term: { start: '2027-01-11', end: '2027-12-17' },
});

describe.skipIf(!existsSync(executablePath))('the review page in a browser', () => {
  let folder: string;
  let browser: Browser;
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pactwright-review-'));
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
    const names = ['unfinished-makers-fair', 'shared-heritage-consortium', 'friends-of-elm-street'];
    const all = await Promise.all(names.map(reviewExample));
    const unreadable = await reviewText('torn.yaml', 'spec: 1\ntitle: "Stars\npurpose: x\n');
    const hard = await reviewText('hostile.yaml', hostileSpec);
    const summaries = [...all, unreadable, hard].map((each) => summaryOf(each, 'one.html'));
    const made: Readonly<Record<string, string>> = {
      one: agreementPage(all[0]!),
      accepted: agreementPage(all[1]!),
      unreadable: agreementPage(unreadable, '../overview.html'),
      hostile: agreementPage(hard),
      // What stands on the page of one agreement is looked at there; here, how several stand together.
      several: severalPage([all[2]!, unreadable]),
      overview: overviewPage(Array.from({ length: 60 }, (_, index) => summaries[index % 5]!)),
    };
    for (const [name, html] of Object.entries(made)) {
      pages[name] = path.join(folder, `${name}.html`);
      writeFileSync(pages[name], html);
    }
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page; `troubles` fills with requests that leave it and with what the console complains of. */
  async function open(
    name: string,
    options: Parameters<Browser['newPage']>[0] = {},
  ): Promise<{ readonly page: Page; readonly troubles: string[] }> {
    const page = await browser.newPage(options);
    const troubles: string[] = [];
    const own = pathToFileURL(pages[name]!).href;
    page.on('request', (request) => {
      const url = request.url();
      if (url !== own && !url.startsWith('data:')) troubles.push(`request to ${url}`);
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('dialog', (dialog) => {
      troubles.push(`dialog ${dialog.type()}`);
      void dialog.dismiss();
    });
    await page.goto(own);
    return { page, troubles };
  }

  // Both widths and both schemes; colours do not depend on the width, nor boxes on the scheme.
  const views = [
    { width: 1280, colorScheme: 'light' },
    { width: 360, colorScheme: 'dark' },
  ] as const;
  const names = ['one', 'accepted', 'unreadable', 'hostile', 'several', 'overview'] as const;

  /** What axe finds on a page as it stands, and how far the page could be scrolled sideways. */
  async function look(page: Page): Promise<readonly string[]> {
    return page.evaluate(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
      const { violations } = await run({ runOnly: tags, resultTypes: ['violations'] });
      const { scrollWidth, clientWidth } = document.documentElement;
      return [
        ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        ...(scrollWidth > clientWidth ? [`wider than its window: ${scrollWidth}`] : []),
      ];
    });
  }

  it.each(names)(
    '%s, wide and narrow, light and dark: axe finds nothing, nothing is fetched, nothing complains',
    async (name) => {
      const seen = views.map(async ({ width, colorScheme }): Promise<readonly string[]> => {
        const { page, troubles } = await open(name, {
          viewport: { width, height: 800 },
          colorScheme,
        });
        if ((await page.title()) === 'taken') troubles.push('a script of the spec has run');
        if ((await page.evaluate(() => document.scripts.length)) !== 1) troubles.push('a script');
        // Under the page's own policy, as a tool that audits the page would do it.
        await page.addScriptTag({ content: axe });
        const shut = name === 'one' && width > 1000 ? await look(page) : [];
        await page.evaluate(() => {
          for (const each of document.querySelectorAll('details')) each.open = true;
        });
        const found = [...shut, ...(await look(page)), ...troubles];
        await page.close();
        return found.map((each) => `${width} px, ${colorScheme}: ${each}`);
      });
      expect((await Promise.all(seen)).flat()).toEqual([]);
    },
  );

  it('the keyboard reaches every link, fold, note and button, in the order of the page', async () => {
    const { page } = await open('one');
    const count = await page.evaluate(() => {
      const all = document.querySelectorAll('a[href], summary, textarea, button, [tabindex="0"]');
      let number = 0;
      for (const each of all) {
        if ((each as HTMLElement).checkVisibility()) each.setAttribute('data-stop', `${number++}`);
      }
      return number;
    });
    expect(count).toBeGreaterThan(100);
    await page.evaluate(() => {
      const reached: (string | null)[] = [];
      addEventListener('focusin', ({ target }) => {
        reached.push((target as Element).getAttribute('data-stop'));
      });
      Object.assign(globalThis, { reached });
    });
    for (let stop = 0; stop < count; stop += 1) await page.keyboard.press('Tab');
    const reached = await page.evaluate(
      () => (globalThis as unknown as { reached: (string | null)[] }).reached,
    );
    expect(reached).toEqual(Array.from({ length: count }, (_, index) => String(index)));
    await page.close();
  });

  it('a copy holds the notes, and is a page like the first', async () => {
    const { page, troubles } = await open('one', { acceptDownloads: true });
    const note = 'Bo asks the board. </textarea><script>document.title = "taken"</script>';
    await page.getByLabel('Our decision on point 2', { exact: true }).fill(note);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save a copy with our notes' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('one-with-notes.html');
    pages.copy = path.join(folder, 'one-with-notes.html');
    await download.saveAs(pages.copy);
    expect(await page.getByRole('status').textContent()).toContain('one-with-notes.html');
    expect(troubles.filter((each) => !each.startsWith('request to blob:'))).toEqual([]);
    await page.close();
    const again = await open('copy');
    const field = again.page.getByLabel('Our decision on point 2', { exact: true });
    expect(await field.inputValue()).toBe(note);
    expect(await again.page.title()).not.toBe('taken');
    expect(again.troubles).toEqual([]);
    await again.page.close();
  });

  it('unsaved notes are not lost by leaving the page without a question', async () => {
    const { page, troubles } = await open('one');
    await page
      .getByLabel('Our decision on point 1', { exact: true })
      .fill('We ask again on Monday.');
    await page.evaluate(() => {
      setTimeout(() => {
        location.href = 'about:blank';
      }, 10);
    });
    await expect.poll(() => troubles).toContain('dialog beforeunload');
    expect(page.url()).not.toBe('about:blank');
    await page.close();
  });

  it('reads without a script: nothing is hidden but the buttons', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(pages.one!).href);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('textbox').count()).toBeGreaterThan(50);
    await context.close();
  });

  it('a link from the overview opens the fold that it leads into', async () => {
    const { page } = await open('one');
    await page.evaluate(() => {
      location.hash = '#paper-goals';
    });
    await page.waitForFunction(() => document.querySelector('#paper-goals')!.checkVisibility());
    expect(await page.locator('details.beside').getAttribute('open')).not.toBeNull();
    await page.close();
  });

  it('prints on white with every note, and without what only a screen needs', async () => {
    const { page } = await open('one', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.tools').isVisible()).toBe(false);
    expect(await page.locator('textarea').first().isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });

  it('prints the sheets of duties that are open, and no heading over nothing', async () => {
    const { page } = await open('one');
    await page.emulateMedia({ media: 'print' });
    const shown = (name: string): Promise<boolean> =>
      page.getByRole('heading', { name, exact: true }).first().isVisible();
    expect(await shown('What each partner must do')).toBe(false);
    expect(await shown('The agreement beside its file')).toBe(false);
    await page
      .locator('details.duties')
      .nth(1)
      .evaluate((fold) => fold.setAttribute('open', ''));
    expect(await shown('What each partner must do')).toBe(true);
    expect(await page.locator('details.duties > .paper').first().isVisible()).toBe(false);
    expect(await page.locator('details.duties > .paper').nth(1).isVisible()).toBe(true);
    await page.close();
  });

  it('the overview can be narrowed to those that are not ready, without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(pages.overview!).href);
    expect(await page.locator('tbody tr:visible').count()).toBe(60);
    await page.getByRole('radio', { name: 'ready to sign (24)', exact: true }).check();
    expect(await page.locator('tbody tr:visible').count()).toBe(24);
    await context.close();
  });
});
