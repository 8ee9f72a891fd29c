/** The page of all classes and properties, as a person reads it: by eye, by keyboard, without scripts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, startSite, visit } from '../support/browser.ts';
import type { TestServer } from '../support/http-server.ts';
import { openRepository } from '../support/repository.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** What axe-core finds fault with. */
async function faultsIn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      readonly axe: {
        run(): Promise<{
          readonly violations: readonly {
            readonly id: string;
            readonly nodes: readonly { readonly html: string }[];
          }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

/** How far the top of an element is from the top of the window. */
const topOf = async (page: Page, id: string): Promise<number> =>
  (await page.locator(`[id="${id}"]`).boundingBox())?.y ?? Number.NaN;

describe.each([
  ['light', 'en'],
  ['dark', 'zh'],
] as const)('in %s, in %s', (colorScheme, lang) => {
  it.each(['/ontology', '/def/edu'])('%s has no faults that axe-core finds', async (path) => {
    const { page, complaints, close } = await visit(browser, site, { colorScheme });
    await page.goto(`${path}?lang=${lang}`);
    expect(await faultsIn(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([360, 768, 1440])('keeps within a window of %i', async (width) => {
    const { page, close } = await visit(browser, site, {
      colorScheme,
      viewport: { width, height: 900 },
    });
    await page.goto(`/ontology?lang=${lang}`);
    const widths = await page.evaluate(
      `[document.documentElement.scrollWidth, document.documentElement.clientWidth]`,
    );
    expect(widths).toEqual([width, width]);
    // What is wider than the window scrolls in a box of its own.
    const box = await page.locator('.diagram .scroll').boundingBox();
    expect(box?.width).toBeLessThan(width);
    await close();
  });
});

describe('finding one’s way', () => {
  it('lands on a term by its address', async () => {
    const { page, close } = await visit(browser, site);
    await page.goto('/def/edu#QuantifiedClaim');
    expect(await topOf(page, 'QuantifiedClaim')).toBeLessThan(60);
    expect(await page.locator('section:target h3').innerText()).toContain('quantified claim');
    await close();
  });

  it('leads from a box of the diagram to its class by keyboard alone', async () => {
    const { page, close } = await visit(browser, site);
    await page.goto('/ontology');
    const box = page.locator('.diagram a', { has: page.locator('text', { hasText: 'indicator' }) });
    await box.first().focus();
    const isSeen = await page.evaluate(
      `getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth`,
    );
    expect(isSeen).toBe('3px');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#Indicator$/);
    expect(await topOf(page, 'Indicator')).toBeLessThan(60);
    await close();
  });

  it('goes from a number to the answer behind it', async () => {
    const { page, close } = await visit(browser, site);
    await page.goto('/ontology');
    const link = page.locator('#Indicator .figure-link').first();
    const count = Number(await link.innerText());
    await link.click();
    await page.locator('table tbody tr').first().waitFor();
    expect(await page.locator('table tbody tr').count()).toBe(count);
    await close();
  });

  it('keeps the language when it changes from the page of the document to that of everything', async () => {
    const { page, close } = await visit(browser, site);
    await page.goto('/def/edu');
    await page.getByRole('link', { name: '中文' }).click();
    expect(await page.locator('h1').innerText()).toContain('教育合作陈述本体');
    await page.getByRole('link', { name: '数据集的全部术语' }).click();
    expect(await page.locator('h1').innerText()).toBe('本体');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    await close();
  });

  it('says everything without scripts, and the diagram as a list', async () => {
    const { page, close } = await visit(browser, site, { javaScriptEnabled: false });
    await page.goto('/ontology');
    expect(await page.locator('section.term').count()).toBeGreaterThan(60);
    await page.locator('.diagram summary').click();
    await page
      .locator('.hanging')
      .getByRole('link', { name: 'claim', exact: true })
      .first()
      .click();
    expect(page.url()).toMatch(/#Claim$/);
    await close();
  });

  it('has no words of the diagram over others', async () => {
    const { page, close } = await visit(browser, site);
    await page.goto('/ontology');
    const overlaps = await page.evaluate(`(() => {
      const boxes = Array.from(document.querySelectorAll('.diagram text'), (text) => ({
        words: text.textContent.trim(),
        at: text.getBoundingClientRect(),
      })).filter(({ words }) => words !== '');
      return boxes.flatMap(({ words, at }, place) =>
        boxes.slice(place + 1)
          .filter(({ at: other }) => at.left < other.right - 1 && other.left < at.right - 1 &&
            at.top < other.bottom - 3 && other.top < at.bottom - 3)
          .map((other) => words + ' / ' + other.words));
    })()`);
    expect(overlaps).toEqual([]);
    await close();
  });
});
