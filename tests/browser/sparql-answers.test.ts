/** Answers on the SPARQL page: sorted, paged, drawn, stopped, taken as files. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { look, visit } from '../support/browser.ts';
import { SOON, ask, rowsOf, sparqlVisits, summaryOf } from '../support/sparql-visits.ts';

const visits = sparqlVisits();

const NUMBERS = `VALUES ?n { ${Array.from({ length: 120 }, (_, n) => 120 - n).join(' ')} }`;

/** Keeps how long the page once stood still, in milliseconds. */
const WATCH_FRAMES = `
  var longestFrame = 0;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    longestFrame = Math.max(longestFrame, now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);`;

describe('an answer', () => {
  it('is sorted by a click on a column, in both directions and back', () =>
    visits.on('/sparql', async (page) => {
      await ask(page, `SELECT ?n { ${NUMBERS} }`);
      const first = () => rowsOf(page).first().textContent();
      const column = page.getByRole('columnheader', { name: 'n' });
      const sort = column.getByRole('button');
      await expect.poll(first, SOON).toBe('120');
      const orders = [
        ['ascending', '1'],
        ['descending', '120'],
        ['none', '120'],
      ] as const;
      for (const [direction, number] of orders) {
        await sort.focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => column.getAttribute('aria-sort'), SOON).toBe(direction);
        expect(await first()).toBe(number);
      }
      expect(await sort.evaluate((one) => one.matches(':focus'))).toBe(true);
    }));

  it('is turned a page at a time', () =>
    visits.on('/sparql', async (page) => {
      await ask(page, `SELECT ?n { ${NUMBERS} }`);
      const place = page.locator('.pager [role="status"]');
      await place.waitFor();
      expect(await place.textContent()).toBe('1–50 of 120');
      await page.getByRole('button', { name: 'Next page' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      expect(await place.textContent()).toBe('101–120 of 120');
      expect(await rowsOf(page).count()).toBe(20);
      expect(await page.getByRole('button', { name: 'Next page' }).isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'First page' }).click();
      expect(await rowsOf(page).first().textContent()).toBe('120');
    }));

  it('calls things by their names, links to their pages, and shows their IRIs', () =>
    visits.on('/sparql', async (page) => {
      await ask(
        page,
        'PREFIX schema: <https://schema.org/> SELECT ?c { ?c a <https://kg.example/def/edu#Claim> } LIMIT 1',
      );
      const link = rowsOf(page).getByRole('link');
      await rowsOf(page).locator('.short').waitFor();
      expect(await link.getAttribute('href')).toMatch(/^\/doc\/claim\//);
      expect(await link.getAttribute('title')).toMatch(/^https:\/\/kg\.example\/id\/claim\//);
    }));

  it('of 200,000 rows is counted, held in part, and the page goes on', () =>
    visits.on('/sparql', async (page) => {
      await page.evaluate(WATCH_FRAMES);
      await ask(page, 'SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 200000');
      await expect.poll(() => summaryOf(page).textContent(), SOON).toMatch(/^200,000 rows/);
      expect(await page.locator('.result-table .remark').textContent()).toBe(
        'The table has the first 10,000 of 200,000 rows; the downloads contain all.',
      );
      expect(await page.locator('.pager [role="status"]').textContent()).toBe('1–50 of 10,000');
      expect(await rowsOf(page).count()).toBe(50);
      await page.getByRole('columnheader', { name: 'f' }).getByRole('button').click();
      await page.locator('.result-table .remark').filter({ hasText: 'ORDER BY' }).waitFor();
      // The page never stood still for so long that somebody would think it broken.
      const longest = await page.evaluate<number>('longestFrame');
      expect(longest).toBeLessThan(2000);
    }));

  it('that takes too long is stopped, there and here', () =>
    visits.on('/sparql', async (page) => {
      await ask(
        page,
        'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER (?c != ?f && ?f != ?i) }',
      );
      const stop = page.getByRole('button', { name: 'Stop' });
      await stop.click();
      await expect.poll(() => summaryOf(page).textContent(), SOON).toMatch(/^Stopped/);
      expect(await stop.isVisible()).toBe(false);
      // The only thread of the server is free for the next query.
      await ask(page, `SELECT (SUM(?n * ?m) AS ?s) { ${NUMBERS} ${NUMBERS.replace('?n', '?m')} }`);
      await expect.poll(() => rowsOf(page).count(), SOON).toBe(1);
    }));

  it.each([
    ['ASK { ?s ?p ?o }', 'Yes'],
    ['SELECT * { <x:nothing> ?p ?o }', 'No results.'],
    ['SELECT * {}', '1 row'],
    ['CONSTRUCT { <x:s> <x:p> "o . o"@en } {}', 'o . o en'],
  ])('to %s says %s', (query, text) =>
    visits.on('/sparql', async (page) => {
      await ask(page, query);
      await expect.poll(() => page.locator('.result').textContent(), SOON).toContain(text);
    }),
  );

  it('that the server refuses is one clear line', async () => {
    const { page, complaints, close } = await visit(visits.browser, visits.site);
    await page.goto('/sparql');
    await ask(page, 'SELECT * { SERVICE <https://other.example/> { ?s ?p ?o } }');
    await page.locator('.result .error').waitFor();
    expect(await page.locator('.result .error').textContent()).toContain('https://other.example/');
    // The browser itself notes an answer that has an error's status.
    expect(complaints.filter((complaint) => !complaint.includes('403 (Forbidden)'))).toEqual([]);
    await close();
  });

  it('is shown as it came, in a format of one’s choice', () =>
    visits.on('/sparql', async (page) => {
      await ask(page, 'SELECT ?n { VALUES ?n { 7 } }');
      await page.getByRole('tab', { name: 'Table' }).focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      const raw = page.locator('pre.raw');
      await expect.poll(() => raw.textContent(), SOON).toContain('"bindings"');
      await page.getByLabel('Format').selectOption('CSV');
      await expect.poll(() => raw.textContent(), SOON).toBe('n\r\n7\r\n');
      await page.getByLabel('Format').selectOption('Plan');
      await expect.poll(() => raw.textContent(), SOON).toContain('values ?n');
    }));

  it.each([
    ['Chart', '?label ?value', '("a" 1) ("b" 2)'],
    ['Map', '?place ?latitude ?longitude', '("Bath" 51.4 -2.4)'],
    [
      'Timeline',
      '?what ?start ?end',
      '("a" "2020-01-01" "2022-01-01") ("b" "2021-01-01" "2023-01-01")',
    ],
    ['Network', '?subject ?predicate ?object', '(<x:a> <x:b> <x:c>)'],
  ])('is drawn by the server: %s', (name, variables, rows) =>
    visits.on('/sparql', async (page) => {
      await ask(page, `SELECT * { VALUES (${variables}) { ${rows} } }`);
      await page.getByRole('tab', { name }).click();
      await page.locator('.drawn figure.drawing').waitFor();
      expect(page.url()).toContain('&view=');
      await look(page, `sparql-view-${name.toLowerCase()}`);
      // The address opens the same drawing.
      await page.reload();
      await page.locator('.drawn figure.drawing').waitFor();
      expect(await page.getByRole('tab', { name }).getAttribute('aria-selected')).toBe('true');
    }),
  );

  it('says what a drawing needs where there is nothing to draw', () =>
    visits.on('/sparql', async (page) => {
      await ask(page, 'SELECT ?name { VALUES ?name { "a" } }');
      for (const [name, needs] of [
        ['Chart', 'a column with numbers'],
        ['Map', '?latitude and ?longitude'],
        ['Timeline', '?start'],
        ['Network', '?subject'],
      ] as const) {
        await page.getByRole('tab', { name }).click();
        await expect.poll(() => page.locator('.drawn').textContent(), SOON).toContain(needs);
      }
    }));

  it('is taken as a file, in every format', () =>
    visits.on('/sparql', async (page) => {
      await ask(page, 'SELECT ?n { VALUES ?n { 7 } }');
      const links = page.locator('.downloads a');
      await links.first().waitFor();
      expect(await links.allTextContents()).toEqual(['JSON', 'XML', 'CSV', 'TSV']);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'CSV' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('result.csv');
      expect(await readFile(await download.path(), 'utf8')).toBe('n\r\n7\r\n');
    }));
});
