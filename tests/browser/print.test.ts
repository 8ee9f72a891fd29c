/** Pages on paper: what is said, black on white, and where it is said. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, startSite, visit } from '../support/browser.ts';
import { queryPath } from '../support/client.ts';
import type { TestServer } from '../support/http-server.ts';
import { openRepository } from '../support/repository.ts';

const KEPT = fileURLToPath(new URL('../artifacts/print/', import.meta.url));

let browser: Browser;
let site: TestServer;
beforeAll(async () => {
  await mkdir(KEPT, { recursive: true });
  site = await startSite(await openRepository());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const PAGES = [
  ['home', '/', 4],
  ['thing', '/doc/org/moe', 6],
  ['ontology', '/def/edu', 60],
  [
    'answer',
    queryPath(
      'SELECT ?s ?name { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?name } LIMIT 50',
    ),
    8,
  ],
  ['data', '/catalog', 8],
  ['graph', '/graph/entities', 5],
  ['problem', '/id/nowhere', 1],
] as const;

/** How many pages a PDF has: Chromium writes an object for each. */
const pagesOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

const VISIBLE = `[...document.querySelectorAll('nav, form, button, .skip, .languages')]
  .filter((one) => one.getClientRects().length > 0).map((one) => one.outerHTML.slice(0, 80))`;

/** The colours in which text and paper are drawn. */
const COLOURS = `[getComputedStyle(document.body).backgroundColor,
  getComputedStyle(document.querySelector('h1')).color]`;

describe.each(PAGES)('the page of %s', (name, path, most) => {
  it.each(['en', 'zh'])('goes on a few sheets of paper, in %s', async (language) => {
    const { page, close } = await visit(browser, site, { colorScheme: 'dark' });
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    await writeFile(`${KEPT}${name}-${language}.pdf`, pdf);
    const pages = pagesOf(pdf);
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(most);
    await close();
  });

  it('leaves out what one clicks, and is black on white for a reader in the dark', async () => {
    const { page, close } = await visit(browser, site, { colorScheme: 'dark' });
    await page.goto(path);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(VISIBLE)).toEqual([]);
    expect(await page.evaluate(COLOURS)).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    const address = page.locator('.printed');
    expect(await address.isVisible()).toBe(true);
    expect(await address.textContent()).toMatch(/^https:\/\/kg\.example\//);
    await close();
  });
});

it('gives the address behind a link in what is said, and not behind a chip', async () => {
  const { page, close } = await visit(browser, site);
  const behind = (selector: string) =>
    page.evaluate<string>(
      `getComputedStyle(document.querySelector(${JSON.stringify(selector)}), '::after').content`,
    );
  await page.emulateMedia({ media: 'print' });
  await page.goto('/catalog');
  expect(await behind('.license a')).toContain('creativecommons.org');
  await page.goto('/doc/org/unesco');
  expect(await page.locator('.chip.out').first().isVisible()).toBe(true);
  expect(await behind('.chip.out')).toBe('none');
  await close();
});
