/** The search, as a person meets it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder } from '../support/open-folder.ts';
import { scriptText } from '../../src/pages/index.ts';
import { launchBrowser, look, startSite, visit, type Visit } from '../support/browser.ts';
import type { TestServer } from '../support/http-server.ts';
import { openRepository, REPOSITORY } from '../support/repository.ts';

let browser: Browser;
let site: TestServer;
let axe: string;
beforeAll(async () => {
  site = await startSite(await openRepository());
  browser = await launchBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** A visit at the end of which nothing went wrong behind the page. */
async function visiting(
  options: BrowserContextOptions,
  doing: (visit: Visit) => Promise<void>,
): Promise<void> {
  const visitor = await visit(browser, site, options);
  try {
    await doing(visitor);
    expect(visitor.complaints).toEqual([]);
  } finally {
    await visitor.close();
  }
}

const box = (page: Page) => page.getByRole('combobox');
const options = (page: Page) => page.getByRole('option');

/** What axe-core finds wrong, as "rule: where". */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await run.run();
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

describe('the box in the bar', () => {
  it('suggests what begins as one types', async () => {
    await visiting({}, async ({ page }) => {
      await page.goto('/');
      await box(page).pressSequentially('minist');
      await options(page).filter({ hasText: 'Ministry of Education' }).first().waitFor();
      expect(await box(page).getAttribute('aria-expanded')).toBe('true');
      expect(await options(page).last().textContent()).toMatch(/^All results \(\d+\)$/);
      await look(page, 'search-suggestions');
    });
  });

  it('opens a result by the keyboard alone', async () => {
    await visiting({}, async ({ page }) => {
      await page.goto('/sparql');
      await page.locator('body').press('/');
      await page.keyboard.type('liu jin');
      await options(page).filter({ hasText: 'Liu Jin' }).first().waitFor();
      await page.keyboard.press('ArrowDown');
      const active = await box(page).getAttribute('aria-activedescendant');
      expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/doc/person/liu-jin');
      expect(await page.locator('h1').textContent()).toContain('Liu Jin');
    });
  });

  it('goes round by the arrows, past what was typed, and closes by Escape', async () => {
    await visiting({}, async ({ page }) => {
      await page.goto('/');
      await box(page).fill('shanghai');
      await options(page).first().waitFor();
      await page.keyboard.press('ArrowUp');
      expect(await page.getByRole('option', { selected: true }).textContent()).toMatch(/^All/);
      await page.keyboard.press('ArrowDown');
      expect(await box(page).getAttribute('aria-activedescendant')).toBeNull();
      await page.keyboard.press('Escape');
      await page.getByRole('listbox').waitFor({ state: 'hidden' });
      expect(await box(page).inputValue()).toBe('shanghai');
    });
  });

  it('takes Enter for all results, in the language that the reader has chosen', async () => {
    await visiting({}, async ({ page }) => {
      await page.goto('/?lang=zh');
      await box(page).fill('职业教育');
      await options(page).first().waitFor();
      expect(await options(page).first().textContent()).toBe('世界职业技术教育发展大会会议');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?*');
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
      expect(await page.locator('.hits a').first().textContent()).toBe('世界职业技术教育发展大会');
    });
  });

  it('opens what one clicks', async () => {
    await visiting({}, async ({ page }) => {
      await page.goto('/');
      await box(page).fill('shangahi');
      await options(page).first().click();
      await page.waitForURL('**/doc/place/shanghai');
      expect(await page.locator('h1').textContent()).toContain('Shanghai');
    });
  });

  it('says that there is nothing', async () => {
    await visiting({}, async ({ page }) => {
      await page.goto('/');
      await box(page).fill('qqqqxxxx');
      await page.getByRole('status').filter({ hasText: 'Nothing was found' }).waitFor();
      expect(await page.getByRole('listbox').isHidden()).toBe(true);
    });
  });

  it('leaves a slash alone that is typed elsewhere', async () => {
    await visiting({}, async ({ page }) => {
      await page.goto('/search');
      await box(page).fill('a');
      await page.keyboard.type('/b');
      expect(await box(page).inputValue()).toBe('a/b');
    });
  });

  it('is a form without scripts', async () => {
    await visiting({ javaScriptEnabled: false }, async ({ page }) => {
      await page.goto('/');
      await page.getByRole('searchbox').fill('14,000');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?*');
      expect(await page.locator('.hits a').first().textContent()).toContain('14,000 academics');
      await page.goto('/search?q=education');
      await page
        .locator('.types')
        .getByRole('link', { name: /^organisation/ })
        .click();
      expect(await page.locator('.hits a').first().textContent()).toContain(
        'Ministry of Education',
      );
    });
  });

  it('is a small script', async () => {
    expect((await scriptText('search')).length).toBeLessThan(4000);
  });
});

describe.each([360, 768, 1440])('at a width of %i', (width) => {
  it.each(['light', 'dark'] as const)('is accessible, and fits, in %s', async (colorScheme) => {
    await visiting({ colorScheme, viewport: { width, height: 900 } }, async ({ page }) => {
      for (const [name, path] of [
        ['results', '/search?q=education'],
        ['start', '/search?lang=zh'],
        ['nothing', '/search?q=xshanghaiyy'],
        ['similar', '/search?q=vocational+eduction&lang=zh'],
      ] as const) {
        await page.goto(path);
        expect([path, await violations(page)]).toEqual([path, []]);
        await look(page, `search-${name}-${width}-${colorScheme}`);
      }
      await page.goto('/');
      await box(page).fill('moe');
      await options(page).first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await violations(page)).toEqual([]);
      await look(page, `search-box-${width}-${colorScheme}`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    });
  });
});

describe('in a library', () => {
  it('finds books', async () => {
    const library = await startSite(
      await openFolder(join(REPOSITORY, 'tests/sites/library/input')),
    );
    const { page, complaints, close } = await visit(browser, library);
    await page.goto('/search?q=lighthouse');
    expect(await page.locator('.hits a').first().textContent()).toMatch(/lighthouse/i);
    await look(page, 'search-library');
    await page.goto('/search');
    await look(page, 'search-library-start');
    expect(complaints).toEqual([]);
    await close();
    await library.close();
  });
});
