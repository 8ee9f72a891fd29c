/** The explorer, as a person walks through a graph with it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, look, startSite, visit } from '../support/browser.ts';
import { linkButton, openExplorer } from '../support/explorer-visit.ts';
import type { TestServer } from '../support/http-server.ts';
import { violations } from '../support/axe.ts';
import { openRepository } from '../support/repository.ts';

const UNESCO = 'https://kg.example/id/org/unesco';
const AT_UNESCO = `/explore?resource=${encodeURIComponent(UNESCO)}`;
const MOE = 'https://kg.example/id/org/moe';
const AT_MOE = `/explore?resource=${encodeURIComponent(MOE)}`;
const STATED_BY = '#statedBy';

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

const open = (path?: string, options?: Parameters<typeof openExplorer>[3]) =>
  openExplorer(browser, site, path, options);

describe('a picture', () => {
  it('is there at once, for somebody who knows nothing of the data', async () => {
    const { page, panel, counts, complaints, close } = await open();
    const [nodes, links] = await counts();
    expect(nodes).toBeGreaterThan(8);
    expect(links).toBeGreaterThanOrEqual(nodes - 1);
    expect(await panel.locator('h3').first().innerText()).toContain('Ministry of Education');
    await look(page, 'explore-start');
    expect(complaints).toEqual([]);
    await close();
  });

  it('begins at what is found by a name', async () => {
    const { page, panel, close } = await open();
    await page.locator('#explore-resource').fill('unesco');
    await page.locator('.explore-result').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel.locator('.iri').filter({ hasText: UNESCO }).waitFor();
    await page.waitForURL((url) => url.searchParams.get('resource') === UNESCO);
    expect(await page.locator('.explore-result').count()).toBe(0);
    await close();
  });

  it('begins at an IRI, whether there is a search or not', async () => {
    const { page, panel, close } = await open();
    await page.route('**/search?**', (route) => route.fulfill({ status: 404, body: '{}' }));
    await page.locator('#explore-resource').fill('nothing');
    await page.getByText('enter a whole IRI').waitFor();
    await page.locator('#explore-resource').fill(UNESCO);
    await page.keyboard.press('Enter');
    await panel.locator('.iri').filter({ hasText: UNESCO }).waitFor();
    expect(await page.locator('#explore-resource').inputValue()).toBe('');
    await close();
  });

  it('says so where an address leads to nothing', async () => {
    const visited = await visit(browser, site);
    await visited.page.goto('/explore?resource=https%3A%2F%2Fkg.example%2Fid%2Fnobody');
    const status = visited.page.locator('#explore-status');
    await status.filter({ hasText: 'did not work' }).waitFor();
    expect(await status.innerText()).toContain(
      'the data says nothing of "https://kg.example/id/nobody"',
    );
    await visited.close();
  });

  it('is drawn from the answer to a query, with the colours of its kinds', async () => {
    const query = `CONSTRUCT { ?s <http://www.w3.org/ns/org#unitOf> ?o } WHERE { ?s <http://www.w3.org/ns/org#unitOf> ?o }`;
    const { page, counts, complaints, close } = await open(
      `/explore?query=${encodeURIComponent(query)}`,
    );
    const [nodes, links] = await counts();
    expect([nodes > 1, links > 0]).toEqual([true, true]);
    expect(await page.locator('#explore-legend').innerText()).toContain('Organisation');
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('links', () => {
  it('are counted before they are loaded, and come by the predicate', async () => {
    const { page, says, counts, complaints, close } = await open(AT_MOE);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('neighbours.json')) asked.push(request.url());
    });
    const link = linkButton(page, 'in', STATED_BY);
    const [, total] = /0 of (\d+)/.exec(await link.innerText()) ?? [];
    expect(asked).toEqual([]);
    const [before] = await counts();
    await link.click();
    await says(/more in view by/);
    const [after] = await counts();
    expect(Number(total)).toBeGreaterThan(10);
    expect(after).toBeGreaterThan(before);
    expect(await link.innerText()).toContain(`${total} of ${total}`);
    expect(await link.getAttribute('aria-expanded')).toBe('true');
    expect(asked).toHaveLength(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('go again: those of one predicate, or all of a node', async () => {
    const { page, says, names, counts, close } = await open(AT_MOE);
    const before = await names();
    const link = linkButton(page, 'in', STATED_BY);
    await link.click();
    await says(/more in view by/);
    await link.click();
    await says(/^Collapsed/);
    expect(await names()).toEqual(before);
    await page.getByRole('button', { name: 'Collapse' }).click();
    await says(/1 in view/);
    expect(await counts()).toEqual([1, 0]);
    await close();
  });
});

describe('what is seen', () => {
  it('is without the kinds and the graphs that are hidden', async () => {
    const { page, says, counts, close } = await open(AT_MOE);
    const [nodes, links] = await counts();
    const kind = page.locator('#explore-legend li').filter({ hasText: /^Concept/ });
    const count = Number(await kind.locator('.explore-number').innerText());
    await kind.getByRole('checkbox').uncheck();
    await says(`${nodes - count} things`);
    await kind.getByRole('checkbox').check();
    await says(`${nodes} things`);
    await page.locator('#explore-graphs').getByRole('checkbox').first().uncheck();
    await says(/things and/);
    const [, fewer] = await counts();
    expect(fewer).toBeLessThan(links);
    await close();
  });

  it.each([
    ['circle', 'Circle'],
    ['radial', 'Around the selection'],
  ])('is laid out as %s, and back by links', async (layout, label) => {
    const { page, says, complaints, close } = await open(AT_UNESCO);
    await page.getByLabel('Layout').selectOption(layout);
    await says(`Layout: ${label}.`);
    await look(page, `explore-${layout}`);
    await page.getByLabel('Layout').selectOption('force');
    await says('Layout: By links.');
    expect(complaints).toEqual([]);
    await close();
  });

  it('opens again as it was: expanded, hidden, pinned, laid out, chosen', async () => {
    const { page, says, names, counts, drawing, close } = await open(AT_UNESCO);
    await linkButton(page, 'in', 'type')
      .or(linkButton(page, 'out', 'type'))
      .first()
      .click();
    await says(/more in view/);
    await page.getByLabel('Layout').selectOption('circle');
    await says(/Layout/);
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await page.getByRole('button', { name: 'Unpin' }).waitFor();
    await page.locator('#explore-legend').getByRole('checkbox').nth(2).uncheck();
    await says(/things and/);
    const [before, sums] = [await names(), await counts()];
    const picture = await drawing.screenshot();
    await page.reload();
    await says(/things and/);
    expect([await names(), await counts()]).toEqual([before, sums]);
    expect(await page.getByLabel('Layout').inputValue()).toBe('circle');
    await page.getByRole('button', { name: 'Unpin' }).waitFor();
    expect(await page.locator('#explore-legend').getByRole('checkbox').nth(2).isChecked()).toBe(
      false,
    );
    const again = await drawing.screenshot();
    expect(Math.abs(again.length - picture.length)).toBeLessThan(picture.length / 4);
    expect(page.url().length).toBeLessThan(8500);
    await close();
  });

  it('can be undone and done again, step by step', async () => {
    const { page, drawing, says, names, close } = await open(AT_MOE);
    const first = await names();
    await linkButton(page, 'in', STATED_BY).click();
    await says(/more in view/);
    const second = await names();
    await page.getByRole('button', { name: 'Undo' }).click();
    await says('Undone.');
    expect(await names()).toEqual(first);
    expect(await page.locator('[data-do="undo"]').getAttribute('aria-disabled')).toBe('true');
    await drawing.press('u');
    await says('Nothing to undo.');
    await page.getByRole('button', { name: 'Redo' }).click();
    await says('Done again.');
    expect(await names()).toEqual(second);
    await close();
  });

  it('is the same in the other language', async () => {
    const { page, says, counts, close } = await open(AT_MOE);
    await linkButton(page, 'in', STATED_BY).click();
    await says(/more in view/);
    const before = await counts();
    await page.locator('.languages').getByRole('link', { name: '中文' }).click();
    await says(/画面中有/);
    expect(await counts()).toEqual(before);
    await close();
  });

  it('survives an address that somebody has made up', async () => {
    const { complaints, counts, close } = await open(`${AT_UNESCO}#s=AAAA&at=x~zz`);
    expect((await counts())[0]).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the keyboard alone', () => {
  it('walks, expands, pins, collapses and goes back', async () => {
    const { page, drawing, panel, says, counts, complaints, close } = await open(AT_UNESCO);
    await drawing.focus();
    await page.keyboard.press('ArrowRight');
    await says(/links in view$/);
    await page.keyboard.press('Escape');
    await panel.getByText('Choose a thing').waitFor();
    await page.keyboard.press('ArrowDown');
    await says(/links in view$/);
    const [before] = await counts();
    await page.keyboard.press('e');
    await says(/more in view by/);
    await page.keyboard.press('p');
    await page.locator('#explore-pin[aria-pressed="true"]').waitFor();
    await page.keyboard.press('c');
    await says(/^Collapsed/);
    expect((await counts())[0]).toBeLessThanOrEqual(before);
    await page.keyboard.press('u');
    await says('Undone.');
    await page.keyboard.press('l');
    await says('Layout: Circle.');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('explore-selection-title');
    await drawing.focus();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('explore-resource');
    expect(complaints).toEqual([]);
    await close();
  });

  it('stays in the panel when a list opens there', async () => {
    const { page, says, close } = await open(AT_MOE);
    const link = linkButton(page, 'in', STATED_BY);
    await link.focus();
    await page.keyboard.press('Enter');
    await says(/more in view/);
    expect(await page.evaluate('document.activeElement.dataset.link')).toMatch(/statedBy$/);
    await close();
  });

  it('goes from row to row of the table, which chooses as the drawing does', async () => {
    const { page, panel, close } = await open(AT_UNESCO);
    const rows = page.locator('#explore-nodes .explore-row');
    await page.locator('#explore-nodes .explore-row[tabindex="0"]').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    const name = await page.evaluate('document.activeElement.textContent');
    expect(name).toBe(await rows.nth((await rows.count()) - 2).innerText());
    await page.keyboard.press('Enter');
    await panel
      .locator('.explore-name')
      .filter({ hasText: String(name) })
      .waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe(name);
    await close();
  });
});

describe('for everybody', () => {
  it.each([
    ['light', 1440, 'en-GB'],
    ['dark', 1440, 'zh-CN'],
    ['light', 768, 'zh-CN'],
    ['dark', 360, 'en-GB'],
  ] as const)('in the %s, %i pixels wide, in %s', async (colorScheme, width, locale) => {
    const { page, says, complaints, close } = await open(AT_MOE, {
      colorScheme,
      locale,
      viewport: { width, height: 900 },
    });
    await linkButton(page, 'in', STATED_BY).click();
    await says(/more in view by|新增/);
    expect(await violations(page)).toEqual([]);
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
    await look(page, `explore-${colorScheme}-${width}-${locale}`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('without a script: from thing to thing by links', async () => {
    const { page, complaints, close } = await visit(browser, site, { javaScriptEnabled: false });
    await page.goto(AT_UNESCO);
    await look(page, 'explore-no-script');
    const main = page.locator('main');
    await main.locator('table a').first().click();
    await main.locator('table ul a').first().click();
    expect(await main.locator('h2').first().innerText()).not.toContain('UNESCO');
    expect(complaints).toEqual([]);
    await close();
  });

  it('without WebGL: a still picture, and everything else', async () => {
    const visited = await visit(browser, site);
    const { page } = visited;
    await page.addInitScript('HTMLCanvasElement.prototype.getContext = () => null;');
    await page.goto(AT_UNESCO);
    await page.getByText('draws no WebGL').waitFor();
    await page.locator('.explore-still').waitFor();
    const rows = page.locator('#explore-nodes .explore-row');
    await rows.nth(1).click();
    await page.locator('#explore-nodes .is-selected').waitFor();
    await look(page, 'explore-no-webgl');
    expect(visited.complaints).toEqual([]);
    await visited.close();
  });
});
