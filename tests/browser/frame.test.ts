/** The frame of every page, as a person meets it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, look, startSite, visit } from '../support/browser.ts';
import type { TestServer } from '../support/http-server.ts';
import { openRepository } from '../support/repository.ts';

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

describe('the frame', () => {
  it('keeps the language that a reader has chosen from page to page', async () => {
    const { page, complaints, close } = await visit(browser, site);
    await page.goto('/');
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'SPARQL' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    await look(page, 'frame-zh');
    expect(complaints).toEqual([]);
    await close();
  });
});
