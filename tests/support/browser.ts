/**
 * A real Chromium that walks through a real server: what a person sees, clicks and types. The browser ships inside a
 * development dependency, so that it is there on any Linux machine; elsewhere GRAPHPRESS_CHROMIUM names one.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import bundled from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { createApp } from '../../src/http/index.ts';
import type { Publication } from '../../src/publication/index.ts';
import { startServer, type TestServer } from './http-server.ts';

/** Under the bundled default, --single-process, closing a context hangs. */
const ARGUMENTS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
];

/** Where screenshots are kept, to be looked at. */
const SCREENSHOTS = fileURLToPath(new URL('../artifacts/screenshots/', import.meta.url));

export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['GRAPHPRESS_CHROMIUM'] ?? (await bundled.executablePath());
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** The site on a free port of this machine. */
export async function startSite(publication: Publication): Promise<TestServer> {
  const app = createApp({ publication: () => publication });
  return startServer((request, response) => {
    void getRequestListener(app.fetch)(request, response);
  });
}

export interface Visit {
  readonly page: Page;
  /** What went wrong behind the page: console errors, uncaught exceptions, requests to other hosts, failed requests. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** A visitor with a browser of their own. */
export async function visit(
  browser: Browser,
  { origin }: Pick<TestServer, 'origin'>,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(?:data|blob|about):/.test(url))
      complaints.push(`request to another host: ${url}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!reason.includes('ERR_ABORTED')) complaints.push(`failed: ${request.url()} ${reason}`);
  });
  return { page, complaints, close: () => context.close() };
}

/** Keeps a picture of the page. */
export async function look(page: Page, name: string): Promise<void> {
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}
