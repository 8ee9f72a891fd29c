/** The data page, as a person meets it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser, look, startSite, visit } from '../support/browser.ts';
import type { TestServer } from '../support/http-server.ts';
import { openRepository } from '../support/repository.ts';

const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

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

const VIEWS = ([360, 768, 1440] as const).flatMap((width) =>
  (['en', 'zh'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ width, language, colorScheme })),
  ),
);

describe('the data page', () => {
  it.each(VIEWS)(
    'fits into $width pixels and hinders nobody, in $language, $colorScheme',
    async ({ width, language, colorScheme }) => {
      const viewport = { width, height: 900 };
      const { page, complaints, close } = await visit(browser, site, { viewport, colorScheme });
      await page.goto(`/catalog?lang=${language}`);
      await page.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = true; })",
      );
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.reload();
      await look(page, `data-${width}-${language}-${colorScheme}`);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('opens a way in by keyboard alone, and copies its code', async () => {
    const { page, complaints, close } = await visit(browser, site, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto('/catalog');
    const way = page.locator('#way-tpf');
    await way.locator('summary').focus();
    await page.keyboard.press('Enter');
    await way.getByRole('button', { name: 'Copy: Python' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Copied').waitFor({ state: 'attached' });
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toBe(await way.locator('pre[data-copy="Python"]').textContent());
    expect(complaints).toEqual([]);
    await close();
  });

  it('copies a checksum as a whole', async () => {
    const { page, close } = await visit(browser, site, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto('/catalog?lang=zh');
    await page.locator('#dumps button.copy').first().click();
    await page.getByRole('status').getByText('已复制').waitFor({ state: 'attached' });
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toMatch(/^[0-9a-f]{64}$/);
    await close();
  });

  it('shows everything without scripts', async () => {
    const { page, complaints, close } = await visit(browser, site, { javaScriptEnabled: false });
    await page.goto('/catalog');
    const way = page.locator('#way-ldes');
    await way.locator('summary').click();
    expect(await way.locator('pre[data-copy="R"]').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
