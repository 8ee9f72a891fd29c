/** Reading: from the front page to a figure, from a figure to who says so, from there to the very words. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, startSite, visit, type Visit } from '../support/browser.ts';
import type { TestServer } from '../support/http-server.ts';
import { openRepository } from '../support/repository.ts';

const RELEASE = '/doc/release/moe-en-20220926-664993';
/** The page of the source, and its first and last words as a text fragment. */
const TO_THE_WORDS = /^http:\/\/en\.moe\.gov\.cn\/.*#:~:text=./;

let browser: Browser;
let site: TestServer;
beforeAll(async () => {
  site = await startSite(await openRepository());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const visited = async (
  walk: (visitor: Visit) => Promise<void>,
  options?: Parameters<typeof visit>[2],
): Promise<void> => {
  const visitor = await visit(browser, site, options);
  await walk(visitor);
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
};

/** Goes by Tab to the first link with that name, as somebody without a mouse does, and follows it. */
async function followByKeyboard(page: Page, name: RegExp): Promise<void> {
  const focused =
    'document.activeElement?.matches("a[href]") ? document.activeElement.textContent.trim() : ""';
  for (let stops = 0; stops < 200; stops += 1) {
    await page.keyboard.press('Tab');
    if (!name.test(await page.evaluate<string>(focused))) continue;
    await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
    await page.waitForLoadState();
    return;
  }
  throw new Error(`no link ${String(name)} can be reached by Tab`);
}

describe('the front page', () => {
  it('shows figures that lead to the queries behind them, by keyboard alone', () =>
    visited(async ({ page }) => {
      await page.goto('/');
      await followByKeyboard(page, /^50\s*claims of the release$/);
      expect(page.url()).toContain('/queries/front-3-claims');
      await expect.poll(() => page.locator('pre').innerText()).toContain('SELECT');
      expect(await page.locator('section.answer').innerText()).toContain('50');
    }));

  it('answers three questions at once', () =>
    visited(async ({ page }) => {
      await page.goto('/');
      const answers = await page.locator('article.question').allInnerTexts();
      expect(answers).toHaveLength(3);
      expect(answers.join('\n')).toMatch(
        /181\s+countries[^]*World Conference on Digital Education/,
      );
    }));

  it('leads to the release by keyboard alone', () =>
    visited(async ({ page }) => {
      await page.goto('/');
      await followByKeyboard(page, /MOE press conference presents/);
      expect(new URL(page.url()).pathname).toBe(RELEASE);
    }));
});

describe('the reading view of the release', () => {
  it('has a card for each claim in the order of the text, with the figure as said', () =>
    visited(async ({ page }) => {
      await page.goto(RELEASE);
      const cards = page.locator('.cards .card');
      expect(await cards.count()).toBe(50);
      const figures = await page.locator('.cards .figure').allInnerTexts();
      expect(figures.map((figure) => figure.split('\n')[0]?.trim())).toEqual([
        '181',
        '159',
        '58',
        'over 14,000',
        'over 70',
        'over 2,300',
        'over 4,000',
        'more than 80%',
        '37',
        'over 300',
        'nearly 3,000',
      ]);
      expect(await cards.first().locator('a.out').getAttribute('href')).toMatch(TO_THE_WORDS);
    }));

  it('says what is inferred, and marks what is disputed with the note', () =>
    visited(async ({ page }) => {
      await page.goto(`${RELEASE}#c39`);
      expect(await page.locator('#c39').innerText()).toMatch(/Period is\s*inferred/);
      const disputed = page.locator('#c48');
      expect(await disputed.innerText()).toContain('Disputed');
      await disputed.getByText('had not yet been held').click();
      expect(await disputed.innerText()).toContain('February 2023');
    }));

  it('is filtered by links, one after the other, and back', () =>
    visited(async ({ page }) => {
      await page.goto(RELEASE);
      const cards = page.locator('.cards .card');
      await page
        .locator('.filters')
        .getByRole('link', { name: /^quantified claim/ })
        .click();
      await expect.poll(() => cards.count()).toBe(11);
      await page
        .locator('.filters')
        .getByRole('link', { name: /^China / })
        .click();
      await expect.poll(() => cards.count()).toBe(3);
      await page
        .locator('.filters')
        .getByRole('link', { name: /^quantified claim/ })
        .click();
      await expect.poll(() => cards.count()).toBe(11);
    }));

  it('jumps from a piece of the strip to its card, by keyboard', () =>
    visited(async ({ page }) => {
      await page.goto(RELEASE);
      await page.locator('.strip a').nth(20).focus();
      await page.keyboard.press('Enter');
      const id = new URL(page.url()).hash.slice(1);
      expect(id).toMatch(/^c\d+$/);
      await expect.poll(() => page.locator(`#${id}`).isVisible()).toBe(true);
      const box = await page.locator(`#${id}`).boundingBox();
      expect(box?.y).toBeLessThan(900);
    }));

  it('works the same without scripts, in Chinese', () =>
    visited(
      async ({ page }) => {
        await page.goto(`${RELEASE}?lang=zh`);
        await page
          .locator('.filters')
          .getByRole('link', { name: /^量化陈述/ })
          .click();
        expect(await page.locator('.cards .card').count()).toBe(11);
        expect(await page.locator('.cards .figure').last().innerText()).toContain('近3,000');
        expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
      },
      { javaScriptEnabled: false },
    ));
});

describe('the page of a thing', () => {
  it('says at a statement who says so, and leads to the claim and to the very words', () =>
    visited(async ({ page }) => {
      await page.goto('/doc/org/unesco');
      const row = page
        .locator('dd', { hasText: 'China' })
        .filter({ hasText: 'Sentence 14' })
        .first();
      expect(await row.locator('a.out').first().getAttribute('href')).toMatch(TO_THE_WORDS);
      await row.getByRole('link', { name: 'Sentence 14' }).first().click();
      expect(page.url()).toContain('/doc/claim/');
      expect(await page.locator('h1').innerText()).toContain('China is a partner of UNESCO');
    }));

  it('marks a statement that is disputed, which no graph holds', () =>
    visited(async ({ page }) => {
      await page.goto('/doc/event/world-conference-digital-education');
      const row = page.locator('dd', { hasText: 'Disputed' }).first();
      expect(await row.innerText()).toMatch(/China[^]*Sentence 16[^]*Disputed/);
    }));

  it('draws what is near, where it is, and can be taken in every format', () =>
    visited(async ({ page }) => {
      await page.goto('/doc/org/unesco');
      expect(await page.locator('aside svg a').count()).toBeGreaterThan(3);
      expect(await page.locator('aside').innerText()).toMatch(/Paris/);
      for (const format of ['Turtle', 'JSON-LD', 'RDF/XML', 'N-Triples', 'GEXF']) {
        const href = await page
          .getByRole('link', { name: format, exact: true })
          .getAttribute('href');
        expect((await fetch(site.origin + (href ?? ''))).status).toBe(200);
      }
    }));
});

describe('the figures', () => {
  it('are bars by unit, honest about their ends, and a table', () =>
    visited(async ({ page }) => {
      await page.goto('/');
      await followByKeyboard(page, /^Figures$/);
      const text = await page.locator('main').innerText();
      expect(text).toMatch(/over 14,000/);
      expect(text).toMatch(/no upper bound is stated/);
      expect(await page.locator('table tbody tr').count()).toBe(11);
    }));
});

describe('a question', () => {
  it('has its answer, its text and the way to the editor', () =>
    visited(async ({ page }) => {
      await page.goto('/queries');
      await followByKeyboard(page, /^Which figures are lower bounds\?$/);
      expect(await page.locator('table tbody tr').count()).toBe(6);
      const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
      expect(await (await fetch(site.origin + (csv ?? ''))).text()).toMatch(
        /^value,unit\r\n14000,/,
      );
      await page.getByRole('link', { name: 'Edit in the endpoint' }).click();
      await expect.poll(() => page.locator('main').innerText()).toContain('14000');
    }));
});
