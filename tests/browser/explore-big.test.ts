/** The explorer with as many nodes as it takes: it stays usable, on a machine without a graphics card too. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, look, startSite } from '../support/browser.ts';
import { linkButton, openExplorer } from '../support/explorer-visit.ts';
import type { TestServer } from '../support/http-server.ts';
import { publicationOf } from '../support/publication-of.ts';

const NODES = 5200;
const HUB_LINKS = 10_000;
/** Counted for a figure. */
const FRAMES = 90;
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

/**
 * Frames per second while a hand is at the drawing: one event for each frame, made inside of the page, since a test
 * that sends each from outside would measure its own way there.
 */
const framesOf = (page: Page, hand: 'moves' | 'zooms'): Promise<number> =>
  page.evaluate<number>(`(async () => {
    const layer = document.querySelector('.sigma-mouse');
    const box = layer.getBoundingClientRect();
    const at = (step) => ({
      clientX: box.left + 20 + (step % 50) * 6,
      clientY: box.top + 20 + (step % 30) * 5,
      bubbles: true,
      cancelable: true,
      pointerId: 1,
      pointerType: 'mouse',
      isPrimary: true,
    });
    const send = (name, step) => layer.dispatchEvent(new PointerEvent(name, at(step)));
    const frame = () => new Promise(requestAnimationFrame);
    if ('${hand}' === 'moves') send('pointerdown', 0);
    const from = performance.now();
    for (let step = 0; step < ${FRAMES}; step += 1) {
      if ('${hand}' === 'moves') send('pointermove', step);
      else if (step % 8 === 0)
        layer.dispatchEvent(
          new WheelEvent('wheel', { ...at(0), deltaY: step % 32 < 16 ? -25 : 25 }),
        );
      await frame();
    }
    const perSecond = (${FRAMES} * 1000) / (performance.now() - from);
    if ('${hand}' === 'moves') send('pointerup', ${FRAMES});
    return perSecond;
  })()`);

/** Milliseconds for which the page's own thread was busy since then, whatever else the machine does. */
async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const from = await busy();
  return async () => (await busy()) - from;
}

it('draws five thousand nodes, and moves them at a rate that the eye follows', async () => {
  const { page, status, drawing, says, counts, complaints, close } = await openExplorer(
    browser,
    site,
  );
  await page.getByRole('button', { name: 'Draw everything' }).click();
  await status.filter({ hasText: /^5,000 of/ }).waitFor({ timeout: 60_000 });
  expect((await counts())[0]).toBe(5000);
  await page.getByLabel('Layout').selectOption('circle');
  await says('Layout: Circle.');
  await drawing.focus();
  const before = await drawing.screenshot();
  const work = await workOf(page);
  const panning = await framesOf(page, 'moves');
  const panningMs = (await work()) / FRAMES;
  expect(before.equals(await drawing.screenshot())).toBe(false);
  const zooming = await framesOf(page, 'zooms');
  console.info(
    `5,000 nodes without a graphics card: ${panning.toFixed(0)} frames a second while it is moved (${panningMs.toFixed(1)} ms of work in the page for each), ${zooming.toFixed(0)} while it is zoomed`,
  );
  await look(page, 'explore-5000');
  // Others may be at work on the machine, too: what is asked for is the work, which leaves room for 30 frames.
  expect(panningMs).toBeLessThan(33);
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
