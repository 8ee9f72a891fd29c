/** The drawings of pages as a browser shows them: names that stay apart, links by keyboard, light and dark. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawBars } from '../../src/pages/drawings/bars/bars.ts';
import { drawMap } from '../../src/pages/drawings/map/map.ts';
import { drawNetwork } from '../../src/pages/drawings/network/network.ts';
import { drawTimeline } from '../../src/pages/drawings/time/timeline.ts';
import { STYLESHEET } from '../../src/pages/parts/stylesheet.ts';
import { launchBrowser, look, visit, type Visit } from '../support/browser.ts';
import {
  pacificPlaces,
  sampleBars,
  sampleContext,
  type SampleLanguage,
  samplePlaces,
  sampleSpans,
  sampleStar,
  sampleWhole,
  worldPlaces,
} from '../support/drawing-samples.ts';
import { startServer, type TestServer } from '../support/http-server.ts';

/** As the site sends it: no style and no script of a page's own. */
const POLICY = "default-src 'none'; style-src 'self'; img-src data:";

/** Each drawing twice: in the column of text and in a panel beside it. */
async function samplePage(language: SampleLanguage): Promise<string> {
  const context = sampleContext(language);
  const drawings = await Promise.all([
    drawBars(sampleBars(language), context),
    drawMap(samplePlaces(language), context),
    drawMap(worldPlaces(language), context),
    drawMap(pacificPlaces(language), context),
    drawTimeline(sampleSpans(language), context),
    drawNetwork(sampleStar(language, 4), context),
    drawNetwork(sampleStar(language, 9), context),
    drawNetwork(sampleStar(language, 40), context),
    drawNetwork(sampleWhole(language, 12), context),
    drawNetwork(sampleWhole(language, 45), context),
  ]);
  const rows = drawings.map(
    (drawing, at) =>
      `<div class="two"><article>${String(drawing)}</article><aside aria-label="${at}"><div class="panel">${String(drawing)}</div></aside></div>`,
  );
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><title>Drawings</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
    <body><main id="content"><h1>Drawings</h1>${rows.join('')}</main></body></html>`;
}

let browser: Browser;
let site: TestServer;
beforeAll(async () => {
  const pages = new Map([
    ['/style.css', STYLESHEET],
    ['/en', await samplePage('en')],
    ['/zh', await samplePage('zh')],
  ]);
  site = await startServer(({ url = '/' }, response) => {
    const type = url.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
    response.setHeader('content-type', type).setHeader('content-security-policy', POLICY);
    response.end(pages.get(url) ?? '');
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Sight {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

async function open(language: SampleLanguage, { width, colorScheme }: Sight): Promise<Visit> {
  const opened = await visit(browser, site, { viewport: { width, height: 900 }, colorScheme });
  await opened.page.goto(`/${language}`);
  return opened;
}

/**
 * What a person would call a mess: visible texts of a picture over each other, or cut off at its edge. The box of a
 * text is as high as the face allows; its letters take the middle of that.
 */
const FIND_MESS = `Array.from(document.querySelectorAll('.drawing > svg')).flatMap((svg) => {
  const edge = svg.getBoundingClientRect();
  const texts = Array.from(svg.querySelectorAll('text'), (text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const air = (bottom - top) * 0.2;
    return { name: text.textContent, left, right, top: top + air, bottom: bottom - air };
  }).filter(({ left, right }) => right > left);
  return texts.flatMap((a, at) => [
    ...(a.left < edge.left - 0.5 || a.right > edge.right + 0.5 || a.top < edge.top || a.bottom > edge.bottom
      ? [a.name + ' is cut off']
      : []),
    ...texts
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => a.name + ' lies over ' + b.name),
  ]);
})`;

const COUNT_TEXTS = `Array.from(document.querySelectorAll('.drawing > svg text')).filter((text) => text.getBoundingClientRect().width > 0).length`;

const SIGHTS = (['en', 'zh'] as const).flatMap((language) =>
  [360, 768, 1440].flatMap((width) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ language, width, colorScheme })),
  ),
);

describe.each(SIGHTS)('in $language, $width pixels wide, $colorScheme', (sight) => {
  const { language, width, colorScheme } = sight;

  it('all names can be read, and nothing is wider than the page', async () => {
    const { page, complaints, close } = await open(language, sight);
    await look(page, `drawings-${language}-${width}-${colorScheme}`);
    expect(await page.evaluate<number>(COUNT_TEXTS)).toBeGreaterThan(200);
    expect(await page.evaluate<string[]>(FIND_MESS)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      width,
    );
    expect(complaints).toEqual([]);
    await close();
  });
});

it.each([
  ['article', 'wide', 'narrow'],
  ['aside', 'narrow', 'wide'],
])(
  'shows in the %s the picture that is %s, not the one that is %s',
  async (place, shown, hidden) => {
    const { page, close } = await open('en', { width: 1440, colorScheme: 'light' });
    const drawing = page.locator(`${place} .drawing-timeline`).first();
    expect(await drawing.locator(`svg.${shown}`).isVisible()).toBe(true);
    expect(await drawing.locator(`svg.${hidden}`).isVisible()).toBe(false);
    await close();
  },
);

it('leads to what is drawn by keyboard alone, and shows where one is', async () => {
  const { page, close } = await open('en', { width: 1440, colorScheme: 'light' });
  await page.locator('aside .drawing-timeline summary').focus();
  await page.keyboard.press('Tab');
  const focused = page.locator('article .drawing-network svg.wide a:focus-visible');
  expect(await focused.getAttribute('href')).toMatch(/^\/id\//);
  expect(await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')).toBe(
    'solid',
  );
  await close();
});

it('has the same in words behind one click', async () => {
  const { page, close } = await open('zh', { width: 360, colorScheme: 'light' });
  const map = page.locator('.drawing-map').first();
  await map.getByText('以列表显示').click();
  expect(await map.getByRole('listitem').filter({ hasText: '北纬' }).count()).toBe(8);
  await close();
});

it.each(['light', 'dark'] as const)(
  'meets the rules of accessibility when it is %s',
  async (colorScheme) => {
    const { page, close } = await visit(browser, site, { bypassCSP: true, colorScheme });
    await page.goto('/en');
    await page.evaluate(
      `for (const details of document.querySelectorAll('details')) details.open = true`,
    );
    await page.evaluate(
      await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8'),
    );
    const violations = await page.evaluate<string[]>(
      `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
    );
    expect(violations).toEqual([]);
    await close();
  },
);
