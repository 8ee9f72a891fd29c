/** Another folder, with its own ontology and nothing of ours, gets all pages too. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder } from '../support/open-folder.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser, look, startSite, visit } from '../support/browser.ts';
import type { TestServer } from '../support/http-server.ts';

const FOLDER = fileURLToPath(new URL('../sites/library/input', import.meta.url));

let browser: Browser;
let site: TestServer;
beforeAll(async () => {
  site = await startSite(await openFolder(FOLDER));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const PAGES: readonly (readonly [name: string, path: string, shown: RegExp])[] = [
  ['home', '/', /works stand on each shelf/],
  ['thing', '/doc/item/paper-lighthouse', /Paper Lighthouse/],
  ['questions', '/queries', /works stand on each shelf/],
  ['question', '/queries/works-per-shelf', /SELECT/],
  ['ontology', '/ontology', /shelf/i],
  ['sparql', '/sparql', /SPARQL/],
  ['explore', '/explore', /./],
  ['search', '/search?q=shelf', /shelf/i],
  ['data', '/catalog', /N-Quads/],
];

describe.each(PAGES)('the page: %s', (name, path, shown) => {
  it.each(['en-GB', 'zh-CN'])('is whole, for a reader of %s', async (locale) => {
    const { page, complaints, close } = await visit(browser, site, { locale });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await page.locator('html').getAttribute('lang')).toBe(
      locale === 'en-GB' ? 'en' : 'zh-Hans',
    );
    expect(await page.locator('main').innerText()).toMatch(shown);
    expect(await violations(page)).toEqual([]);
    await look(page, `library-${name}-${locale}`);
    expect(complaints).toEqual([]);
    await close();
  });
});

it('says nothing of releases, ministries or education anywhere', async () => {
  for (const [, path] of PAGES) {
    const response = await fetch(site.origin + path, { headers: { accept: 'text/html' } });
    const words = (await response.text()).replaceAll(/<[^>]*>/g, ' ');
    expect(words).not.toMatch(/\b(?:press release|ministry|education|UNESCO)\b/i);
  }
});
