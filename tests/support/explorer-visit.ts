/** The explorer as a person uses it: what tests of it look at and click. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { type Visit, visit } from './browser.ts';
import type { TestServer } from './http-server.ts';

/** What the status says when a picture has settled, in both languages. */
const IN_VIEW = /in view|画面中/;

export interface ExplorerVisit extends Visit {
  /** What was said last. */
  readonly status: Locator;
  readonly drawing: Locator;
  readonly panel: Locator;
  /** Waits until the status says it. */
  readonly says: (text: string | RegExp) => Promise<void>;
  /** Names of the nodes in view, as the table has them, sorted. */
  readonly names: () => Promise<string[]>;
  /** How many nodes and links are in view. */
  readonly counts: () => Promise<readonly [nodes: number, links: number]>;
}

/** The explorer, open at a path, its first picture settled. */
export async function openExplorer(
  browser: Browser,
  site: Pick<TestServer, 'origin'>,
  path = '/explore',
  options: BrowserContextOptions = {},
): Promise<ExplorerVisit> {
  const visited = await visit(browser, site, options);
  const { page } = visited;
  page.setDefaultTimeout(12_000);
  const explorer = explorerOn(visited);
  await page.goto(path);
  await explorer.says(IN_VIEW);
  return explorer;
}

export function explorerOn(visited: Visit): ExplorerVisit {
  const { page } = visited;
  const status = page.locator('#explore-status');
  return {
    ...visited,
    status,
    drawing: page.locator('#explore-drawing'),
    panel: page.locator('#explore-selection'),
    says: (text) => status.filter({ hasText: text }).waitFor(),
    names: async () => {
      await showAllRows(page, 'nodes');
      return (await page.locator('#explore-nodes .explore-row').allInnerTexts()).toSorted();
    },
    counts: async () => [await countOf(page, 'nodes'), await countOf(page, 'links')],
  };
}

async function countOf(page: Page, name: string): Promise<number> {
  return Number((await page.locator(`#explore-${name}-count`).innerText()).replaceAll(',', ''));
}

async function showAllRows(page: Page, name: string): Promise<void> {
  const more = page.locator(`#explore-${name}-more`);
  while (await more.isVisible()) await more.click();
}

/** The button of the panel for a predicate, by the direction and the end of its IRI. */
export const linkButton = (page: Page, direction: 'out' | 'in', predicate: string): Locator =>
  page.locator(`[data-link^="${direction} "][data-link$="${predicate}"]`);
