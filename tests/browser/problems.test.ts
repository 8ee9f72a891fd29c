/** Pages of errors, as a person meets them. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder } from '../support/open-folder.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser, look, startSite, visit } from '../support/browser.ts';
import { queryPath } from '../support/client.ts';
import { gitFolder } from '../support/git-folder.ts';
import type { TestServer } from '../support/http-server.ts';
import { openRepository } from '../support/repository.ts';

let browser: Browser;
let site: TestServer;
let past: TestServer;
beforeAll(async () => {
  site = await startSite(await openRepository());
  const DATA = (body: string) => `@prefix x: <https://past.example/> .
    x:set a <http://rdfs.org/ns/void#Dataset> ; <http://rdfs.org/ns/void#uriSpace> "https://past.example/" ;
      <http://purl.org/dc/terms/title> "Lamps"@en , "灯"@zh-Hans . ${body}`;
  const { folder } = await gitFolder([
    { time: '2026-01-01T00:00:00Z', files: { 'data/a.ttl': DATA('x:lamp x:p 1 .') } },
    { time: '2026-03-01T00:00:00Z', files: { 'data/a.ttl': DATA('') } },
  ]);
  past = await startSite(await openFolder(folder));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await past.close();
});

/** What the browser itself says of a page whose status is an error. */
const isStatus = (complaint: string): boolean =>
  /Failed to load resource: the server responded with a status of [45]\d\d/.test(complaint);

const LONG = `/id/${'a-very-long-name-'.repeat(20)}end`;

const PAGES = [
  ['404', '/id/org/ministry-of-magic'],
  ['404-long', LONG],
  ['406', '/catalog?format=pdf'],
  [
    'syntax',
    queryPath('PREFIX x: <https://x.example/>\nSELECT * WHERE {\n  ?s ?p }', { format: 'csv' }),
  ],
  ['410', '/lamp'],
] as const;

const VIEWS = [
  { width: 360, language: 'en', colorScheme: 'dark' },
  { width: 360, language: 'zh', colorScheme: 'light' },
  { width: 768, language: 'en', colorScheme: 'light' },
  { width: 1440, language: 'zh', colorScheme: 'dark' },
] as const;

describe.each(PAGES)('the page of %s', (name, path) => {
  it.each(VIEWS)(
    'fits into $width pixels and hinders nobody, in $language, $colorScheme',
    async ({ width, language, colorScheme }) => {
      const { page, complaints, close } = await visit(browser, name === '410' ? past : site, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      expect(await page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${language}`));
      expect(await violations(page)).toEqual([]);
      expect(
        await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        ),
      ).toBe(0);
      await look(page, `problem-${name}-${width}-${language}-${colorScheme}`);
      expect(complaints.filter((complaint) => !isStatus(complaint))).toEqual([]);
      await close();
    },
  );
});

it('leads by keyboard from what is gone to how it was', async () => {
  const { page, close } = await visit(browser, past, { javaScriptEnabled: false });
  await page.goto('/lamp');
  await page.getByRole('link', { name: 'The last version that has it' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/versions\//);
  expect(await page.locator('h1').textContent()).toContain('lamp');
  await close();
});

it('searches, without scripts, for what the address ends in', async () => {
  const { page, close } = await visit(browser, site, { javaScriptEnabled: false });
  await page.goto('/id/org/ministry-of-magic');
  const box = page.getByRole('searchbox', { name: 'Search for it' });
  expect(await box.inputValue()).toBe('ministry of magic');
  await box.press('Enter');
  await page.waitForURL(/\/search\?q=ministry\+of\+magic/);
  await close();
});
