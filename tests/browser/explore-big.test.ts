/** The explorer with as many nodes as it takes: it stays usable, on a machine without a graphics card too. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, look, startSite } from '../support/browser.ts';
import { type ExplorerVisit, linkButton, openExplorer } from '../support/explorer-visit.ts';
import type { TestServer } from '../support/http-server.ts';
import { publicationOf } from '../support/publication-of.ts';

const NODES = 5200;
const HUB_LINKS = 10_000;
const BASE = 'https://big.test/';
const CLASSES = ['Person', 'Place', 'Organization', 'CreativeWork', 'Event'];

/** Each node points to an earlier one, the more often the earlier: some have very many links. */
function* graph(): Generator<string> {
  yield `<${BASE}d> <http://rdfs.org/ns/void#uriSpace> "${BASE}" .`;
  yield `<${BASE}d> <http://rdfs.org/ns/void#exampleResource> <${BASE}n0> .`;
  for (let n = 0; n < NODES; n += 1) {
    const node = `<${BASE}n${n}>`;
    yield `${node} a <https://schema.org/${CLASSES[n % CLASSES.length]}> .`;
    yield `${node} <http://www.w3.org/2000/01/rdf-schema#label> "Thing number ${n}"@en .`;
    if (n > 0) yield `${node} <${BASE}part> <${BASE}n${Math.floor((n * n) % (n * 0.7 + 1))}> .`;
    if (n % 2) yield `${node} <${BASE}knows> <${BASE}n${Math.floor(Math.sqrt(n))}> .`;
  }
  for (let n = 0; n < HUB_LINKS; n += 1) yield `<${BASE}l${n}> <${BASE}cites> <${BASE}n0> .`;
}

let browser: Browser;
let site: TestServer;
beforeAll(async () => {
  site = await startSite(await publicationOf({ 'data/all.ttl': [...graph()].join('\n') }));
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Frames per second while something goes on. */
async function framesDuring(
  { page }: Pick<ExplorerVisit, 'page'>,
  work: () => Promise<void>,
): Promise<number> {
  await page.evaluate(`window.frames_ = { count: 0, from: performance.now() };
    window.count_ = () => { window.frames_.count += 1; window.next_ = requestAnimationFrame(window.count_); };
    window.count_()`);
  await work();
  return page.evaluate<number>(`cancelAnimationFrame(window.next_),
    window.frames_.count * 1000 / (performance.now() - window.frames_.from)`);
}

it('draws five thousand nodes, and moves them at a rate that the eye follows', async () => {
  const explorer = await openExplorer(browser, site);
  const { page, status, drawing, says, counts, complaints, close } = explorer;
  await page.getByRole('button', { name: 'Draw everything' }).click();
  await status.filter({ hasText: /^5,000 of/ }).waitFor({ timeout: 60_000 });
  expect((await counts())[0]).toBe(5000);
  await page.getByLabel('Layout').selectOption('circle');
  await says('Layout: Circle.');
  await drawing.focus();
  const box = await drawing.boundingBox();
  const [left, top] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 20];
  await page.mouse.move(left, top);
  await page.mouse.down();
  const panning = await framesDuring(explorer, async () => {
    for (let step = 0; step < 150; step += 1)
      await page.mouse.move(left + (step % 50) * 6, top + (step % 30) * 5);
  });
  await page.mouse.up();
  const zooming = await framesDuring(explorer, async () => {
    for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, step % 20 < 10 ? -25 : 25);
  });
  console.info(
    `5,000 nodes without a graphics card: ${panning.toFixed(0)} frames a second while it is moved, ${zooming.toFixed(0)} while it is zoomed`,
  );
  await look(page, 'explore-5000');
  // On this machine others are at work, too; the measured figures are in the log.
  expect(panning).toBeGreaterThan(4);
  expect(complaints).toEqual([]);
  await close();
}, 120_000);

it('opens a hub by the page, and says how many are left', async () => {
  const { page, says, counts, complaints, close } = await openExplorer(browser, site);
  const cites = linkButton(page, 'in', 'cites');
  expect(await cites.innerText()).toContain('0 of 10,000');
  const [before] = await counts();
  await cites.click();
  await says(/^50 more/);
  await page.getByRole('button', { name: '50 more' }).click();
  await cites.filter({ hasText: '100 of 10,000' }).waitFor();
  expect((await counts())[0]).toBe(before + 100);
  expect(complaints).toEqual([]);
  await close();
});
