/** Visits to the SPARQL page, with a server that answers in a thread of its own. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Publication } from '../../src/publication/index.ts';
import { pooledEngine, type LimitedEngine } from '../../src/sparql/index.ts';
import { launchBrowser, startSite, visit } from './browser.ts';
import type { TestServer } from './http-server.ts';
import { openRepository } from './repository.ts';

interface OnOptions {
  /** Default: this repository. */
  readonly at?: TestServer;
  readonly options?: BrowserContextOptions;
}

export interface SparqlVisits {
  readonly browser: Browser;
  /** This repository. */
  readonly site: TestServer;
  readonly serve: (publication: Publication) => Promise<TestServer>;
  /** Opens a page, does something there, and looks whether anything went wrong behind it. */
  readonly on: (
    path: string,
    act: (page: Page) => Promise<void>,
    more?: OnOptions,
  ) => Promise<void>;
}

/** For the tests of one file: begins before them and ends after them. */
export function sparqlVisits(): SparqlVisits {
  let browser: Browser;
  let site: TestServer;
  const sites: TestServer[] = [];
  const engines: LimitedEngine[] = [];
  const serve = async (publication: Publication): Promise<TestServer> => {
    const { dataset, base: baseIri, prefixes } = publication;
    const engine = pooledEngine(dataset, { baseIri, prefixes, workers: 1 });
    engines.push(engine);
    const started = await startSite({ ...publication, engine });
    sites.push(started);
    return started;
  };
  beforeAll(async () => {
    site = await serve(await openRepository());
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await Promise.all(sites.map((one) => one.close()));
    await Promise.all(engines.map((one) => one.close()));
  });
  return {
    get browser() {
      return browser;
    },
    get site() {
      return site;
    },
    serve,
    on: async (path, act, { at = site, options = {} } = {}) => {
      const { page, complaints, close } = await visit(browser, at, options);
      try {
        await page.goto(path);
        await act(page);
        expect(complaints).toEqual([]);
      } finally {
        await close();
      }
    },
  };
}

/** For `expect.poll`: how long what will be so in a moment may take on a busy machine. */
export const SOON = { timeout: 15_000 };

export const editorOf = (page: Page) => page.getByRole('textbox', { name: /SPARQL/ });
export const runButton = (page: Page) => page.getByRole('button', { name: /^(?:Run|运行)$/ });
export const rowsOf = (page: Page) => page.locator('.result-table tbody tr');
/** The line that says how a run went. */
export const summaryOf = (page: Page) => page.locator('.summary');

/** Replaces what is in the editor, by the keyboard. */
export async function write(page: Page, query: string): Promise<void> {
  await editorOf(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  if (query === '') await page.keyboard.press('Delete');
  else await page.keyboard.insertText(query);
}

/** Writes a query and runs it. */
export async function ask(page: Page, query: string): Promise<void> {
  await write(page, query);
  await page.keyboard.press('Control+Enter');
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds wrong on a page, as rule and place. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Evaluated, and not added as a script, which the policy of our pages forbids.
  await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate<string[]>(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);
}
