/** The SPARQL page, as a person meets it: writing queries, sharing them, keeping them; and the form without scripts. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { look, visit } from '../support/browser.ts';
import { queryPath } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import {
  SOON,
  ask,
  editorOf,
  rowsOf,
  runButton,
  sparqlVisits,
  summaryOf,
  violationsOn,
  write,
} from '../support/sparql-visits.ts';

const visits = sparqlVisits();

describe('writing a query', () => {
  it('begins with one that shows something', () =>
    visits.on('/sparql', async (page) => {
      await runButton(page).click();
      await expect.poll(() => rowsOf(page).count(), SOON).toBe(10);
      expect(await summaryOf(page).textContent()).toMatch(/^10 rows · [\d.]+ s · as many as LIMIT/);
    }));

  it('needs the keyboard alone: words are completed, their prefix is declared, Ctrl+Enter runs', () =>
    visits.on('/sparql', async (page) => {
      const offers = page.getByRole('listbox', { name: 'Completions' });
      const complete = async (typed: string, expected: RegExp) => {
        await page.keyboard.type(typed);
        const chosen = offers.locator('[aria-selected="true"]');
        await expect.poll(() => chosen.textContent(), SOON).toMatch(expected);
        await expect
          .poll(async () => {
            if ((await offers.count()) > 0) await page.keyboard.press('Tab');
            return offers.count();
          }, SOON)
          .toBe(0);
      };
      await write(page, '');
      await complete('SEL', /^SELECT/);
      await page.keyboard.type(' * { ?claim a ');
      await complete('clai', /^edu:Claim.*claim · \d+×/);
      await page.keyboard.type(' ; ');
      // By a label in the other language.
      await complete('所述数', /^edu:statedValue.*stated value · \d+×/);
      await page.keyboard.type(' ?value . FILTER (');
      await complete('isnum', /^ISNUMERIC/);
      await complete('?v', /^\?value/);
      expect(await page.locator('#query').inputValue()).toBe(
        'PREFIX edu: <https://kg.example/def/edu#>\nSELECT * { ?claim a edu:Claim ; edu:statedValue ?value . FILTER (ISNUMERIC(?value))}',
      );
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => rowsOf(page).count(), SOON).toBeGreaterThan(10);
    }));

  it('offers what was asked for, over the page', () =>
    visits.on('/sparql', async (page) => {
      await write(page, 'SELECT * {\n  ?claim ');
      await page.keyboard.type('stat');
      const offered = page.getByRole('option');
      await offered.filter({ hasText: 'edu:statedValue' }).waitFor();
      // Properties come before classes here, the most used first.
      expect(await offered.first().textContent()).toMatch(/^edu:status\s*status · \d+×$/);
      await look(page, 'sparql-completion');
    }));

  it.each([
    ['while one types', async () => {}],
    ['when it is run', async (page: Page) => page.keyboard.press('Control+Enter')],
  ])('marks a mistake where it is, %s', (_, act) =>
    visits.on('/sparql', async (page) => {
      await write(page, 'SELECT * {\n  ?s ?p ?o .\n  FILTER (?o > )\n}');
      await act(page);
      const line = page.getByRole('status').filter({ hasText: 'Line 3, column 16' });
      await line.waitFor();
      expect(await line.textContent()).toContain('")" cannot stand here');
      expect(await page.locator('.cm-lintRange-error').textContent()).toBe(')');
      expect(await page.locator('.cm-line:has(.cm-lintRange-error)').textContent()).toBe(
        '  FILTER (?o > )',
      );
      expect(await page.locator('.cm-lint-marker-error').count()).toBe(1);
    }),
  );

  it('forgets a mistake that is mended', () =>
    visits.on('/sparql', async (page) => {
      await write(page, 'SELECT * { ?s ?p }');
      await page.locator('.cm-lintRange-error').waitFor();
      await write(page, 'SELECT * { ?s ?p ?o }');
      await page.locator('.cm-lintRange-error').waitFor({ state: 'detached' });
      await expect.poll(() => page.locator('.check').textContent(), SOON).toBe('');
    }));

  it('leaves the editor by Tab', () =>
    visits.on('/sparql', async (page) => {
      await write(page, 'ASK {}');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      expect(await runButton(page).evaluate((one) => one.matches(':focus'))).toBe(true);
    }));

  it('takes an example from the folder, and runs it', () =>
    visits.on('/sparql', async (page) => {
      await page.getByRole('link', { name: 'Which figures are lower bounds?' }).click();
      await rowsOf(page).first().waitFor();
      expect(await page.locator('#query').inputValue()).toContain('edu:');
      expect(page.url()).toContain('query=');
    }));
});

describe('a query', () => {
  it('is shared by its address, which opens it again with its answer', () =>
    visits.on('/sparql', async (page) => {
      const query = 'SELECT ?n { VALUES ?n { 41 42 } } # & + ü';
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await ask(page, query);
      await rowsOf(page).first().waitFor();
      await page.getByRole('button', { name: 'Copy link' }).click();
      await page.getByText('Link copied').waitFor();
      const link = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(link).toBe(page.url());
      await page.goto('/');
      await page.goto(link);
      await expect.poll(() => rowsOf(page).allTextContents(), SOON).toEqual(['41', '42']);
      expect(await editorOf(page).innerText()).toBe(query);
      expect(await page.locator('#answer').count()).toBe(0);
    }));

  it('with a mistake in its address is opened with the mistake marked', async () => {
    const { page, close } = await visit(visits.browser, visits.site);
    await page.goto(queryPath('SELECT * {\n ?s ?p }'));
    await page.locator('.cm-lintRange-error').waitFor();
    expect(await page.locator('.result .error').textContent()).toContain('Line 2, column 8');
    await close();
  });

  it('that was run is kept in this browser, comes back at a click, and can be cleared', () =>
    visits.on('/sparql', async (page) => {
      for (const number of [1, 2, 1]) {
        await ask(page, `SELECT ?n { VALUES ?n { ${number} } }`);
        await expect.poll(() => rowsOf(page).allTextContents(), SOON).toEqual([String(number)]);
      }
      await page.reload();
      await page.getByText('Your queries').click();
      const items = page.locator('.history li');
      expect(await items.count()).toBe(2);
      await items.nth(1).getByRole('button').click();
      expect(await page.locator('#query').inputValue()).toBe('SELECT ?n { VALUES ?n { 2 } }');
      await page.getByRole('button', { name: 'Clear' }).click();
      expect(await items.count()).toBe(0);
    }));

  it.each([
    [
      'is forbidden',
      'Object.defineProperty(window, "localStorage", { get() { throw new Error("no"); } })',
    ],
    [
      'holds something else',
      'localStorage.setItem("graphpress:queries:/", "[{\\"query\\":7},null,{\\"query\\":\\"x\\",\\"time\\":1e300}]")',
    ],
    ['is broken', 'localStorage.setItem("graphpress:queries:/", "{{{")'],
  ])('runs where what the browser keeps %s', async (_, script) => {
    const { page, complaints, close } = await visit(visits.browser, visits.site);
    await page.addInitScript(script);
    await page.goto('/sparql');
    await ask(page, 'SELECT ?n { VALUES ?n { 7 } }');
    await expect.poll(() => rowsOf(page).allTextContents(), SOON).toEqual(['7']);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('text full of markup', () => {
  const MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script>';

  it('stays text, in values, names, examples and history', async () => {
    const data = `
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      <https://kg.test/id/a> a <https://kg.test/voc#Thing> ; rdfs:label "${MARKUP}"@en ;
        <http://rdfs.org/ns/void#uriSpace> "https://kg.test/" ; rdfs:seeAlso <javascript:alert(3)> .
      <https://kg.test/voc#Thing> rdfs:label "${MARKUP}"@en .`;
    const publication = await publicationOf({
      'data/a.ttl': data,
      'queries/q.rq': `#+ title: "${MARKUP}"\nSELECT * { ?s ?p ?o }`,
    });
    const at = await visits.serve(publication);
    await visits.on(
      '/sparql',
      async (page) => {
        await page.locator('#examples a').click();
        await rowsOf(page).locator('.short').first().waitFor();
        await ask(page, `# ${MARKUP}\nSELECT * { ?s ?p ?o }`);
        await page.getByText('Your queries').click();
        await page.locator('.past').filter({ hasText: '<img' }).waitFor();
        expect(await rowsOf(page).filter({ hasText: MARKUP }).count()).toBeGreaterThan(1);
        expect(await page.locator('main img, main a[href^="javascript"]').count()).toBe(0);
      },
      { at },
    );
  });
});

describe('for everybody', () => {
  const LOOKS: readonly [name: string, path: string, options: BrowserContextOptions][] = [
    ['360-en', '/sparql', { viewport: { width: 360, height: 780 } }],
    ['768-zh', '/sparql?lang=zh', { viewport: { width: 768, height: 1000 } }],
    ['1440-en', '/sparql', {}],
    ['1440-zh-dark', '/sparql?lang=zh', { colorScheme: 'dark' }],
    [
      '360-zh-dark',
      '/sparql?lang=zh',
      { colorScheme: 'dark', viewport: { width: 360, height: 780 } },
    ],
  ];
  it.each(LOOKS)('fits %s, and axe finds nothing', (name, path, options) =>
    visits.on(
      path,
      async (page) => {
        await runButton(page).click();
        await rowsOf(page).locator('.short').first().waitFor();
        const width = page.viewportSize()?.width ?? 0;
        expect(await page.locator('body').evaluate((body) => body.scrollWidth)).toBeLessThanOrEqual(
          width,
        );
        await look(page, `sparql-${name}`);
        expect(await violationsOn(page)).toEqual([]);
      },
      { options },
    ),
  );

  it.each(['light', 'dark'] as const)(
    'axe finds nothing in a marked mistake in %s either',
    (colorScheme) =>
      visits.on(
        '/sparql',
        async (page) => {
          await write(page, 'SELECT * { ?s ?p }');
          await page.locator('.cm-lintRange-error').waitFor();
          await look(page, `sparql-mistake-${colorScheme}`);
          expect(await violationsOn(page)).toEqual([]);
        },
        { options: { colorScheme } },
      ),
  );

  it('answers on a page of its own where no script runs', () =>
    visits.on(
      '/sparql?lang=zh',
      async (page) => {
        await page.getByLabel('SPARQL 查询').fill('SELECT ?n { VALUES ?n { 42 } }');
        await runButton(page).click();
        expect(await page.locator('#answer td').allInnerTexts()).toEqual(['42']);
        await look(page, 'sparql-no-script');
        expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
        expect(await page.getByRole('link', { name: 'CSV' }).count()).toBe(1);
        await page.getByRole('navigation').getByRole('link', { name: '图表' }).click();
        await page.locator('#answer figure.drawing').waitFor();
      },
      { options: { javaScriptEnabled: false } },
    ));
});
