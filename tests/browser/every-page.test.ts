/**
 * Every page, as people meet it: in both languages, light and dark, narrow and wide, with scripts and without. No
 * error behind it, nothing asked of another host, nothing that axe or the checker of HTML objects to.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser, look, startSite, visit } from '../support/browser.ts';
import type { TestServer } from '../support/http-server.ts';
import { SITE_PAGES } from '../support/page-paths.ts';
import { openRepository } from '../support/repository.ts';

const require = createRequire(import.meta.url);

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

/** The page of an error is one: the browser itself writes that down. */
const worthACode = (complaints: readonly string[], name: string): string[] =>
  complaints.filter(
    (one) => !(['not-found', 'sparql-error'].includes(name) && /status of 4\d\d/.test(one)),
  );

/** How far the page is wider than the window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

const READY = { waitUntil: 'networkidle' } as const;

/** The page of the ontology is long, and axe looks at all of it. */
const PATIENCE = { timeout: 120_000 };

describe.each(SITE_PAGES)('%s', PATIENCE, (name, path) => {
  it('has no violation of accessibility, wide, in English, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, complaints, close } = await visit(browser, site, { colorScheme });
      await page.goto(path, READY);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await look(page, `${name}-1440-${colorScheme}`);
      expect(worthACode(complaints, name)).toEqual([]);
      await close();
    }
  });

  it('fits a telephone and a tablet, in Chinese, with nothing wrong behind it', async () => {
    for (const width of [360, 768]) {
      const { page, complaints, close } = await visit(browser, site, {
        viewport: { width, height: 800 },
        locale: 'zh-CN',
      });
      await page.goto(path, READY);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      await look(page, `${name}-${width}-zh`);
      expect(worthACode(complaints, name)).toEqual([]);
      await close();
    }
  });

  it('has its heading and its content without scripts', async () => {
    const { page, complaints, close } = await visit(browser, site, { javaScriptEnabled: false });
    await page.goto(path);
    expect((await page.locator('h1').first().innerText()).length).toBeGreaterThan(1);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(80);
    expect(worthACode(complaints, name)).toEqual([]);
    await close();
  });

  // A query with a mistake has the cursor at the mistake, where its author wants to be.
  const hasFocusElsewhere = name === 'sparql-error';
  it.skipIf(hasFocusElsewhere)(
    'has its first stop by keyboard at the way to the content',
    async () => {
      const { page, close } = await visit(browser, site);
      await page.goto(path);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#content');
      await close();
    },
  );
});

describe('the HTML', () => {
  const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

  it.skipIf(!existsSync(jar) || !isThereJava())(
    'of every page is valid, in both languages',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'graphpress-html-'));
      try {
        for (const [name, path] of SITE_PAGES)
          for (const language of ['en', 'zh']) {
            const response = await fetch(site.origin + path, {
              headers: { accept: 'text/html', 'accept-language': language },
            });
            await writeFile(join(folder, `${name}-${language}.html`), await response.text());
          }
        const { stderr } = await promisify(execFile)(
          'java',
          ['-jar', jar, '--errors-only', '--format', 'gnu', '--exit-zero-always', folder],
          { maxBuffer: 10_000_000 },
        );
        expect(stderr.trim().split('\n').filter(Boolean).slice(0, 20)).toEqual([]);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    120_000,
  );
});

function isThereJava(): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, 'java')));
}

describe('the weight', () => {
  it.each([
    ['the front page', '/', 60_000],
    ['the page of a thing', '/doc/org/unesco', 80_000],
    ['the page of a thing that much is said of', '/doc/org/moe', 80_000],
  ])('of %s, with all that it loads, compressed', async (_, path, most) => {
    const { page, close } = await visit(browser, site);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(path, READY);
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThanOrEqual(most);
    await close();
  });

  it('of the editor and the explorer is carried by their pages alone', async () => {
    for (const [, path] of SITE_PAGES) {
      const page = await (
        await fetch(site.origin + path, { headers: { accept: 'text/html' } })
      ).text();
      const tools = [...page.matchAll(/src="\/assets\/(editor|explorer)\.js/g)].map(
        ([, tool]) => tool,
      );
      const expected = path.startsWith('/sparql')
        ? ['editor']
        : path.startsWith('/explore')
          ? ['explorer']
          : [];
      expect([path, tools]).toEqual([path, expected]);
    }
  });
});
