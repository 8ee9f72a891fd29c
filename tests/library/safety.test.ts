/** The library is as safe as the server: limits and threads come with `openPublication`. */
import { afterAll, expect, it } from 'vitest';
import { createApp, openPublication } from '../../src/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder({
  'data/one.ttl': '<http://a.example/1> a <http://a.example/T> .',
});
const publication = await openPublication(folder, { timeout: 0.3, workers: 1 });
afterAll(() => publication.close());

/** A product of nine lists of twelve rows: five thousand million solutions. */
const PRODUCT = `SELECT (COUNT(*) AS ?n) {
  ${Array.from({ length: 9 }, (_, list) => `VALUES ?v${list} { ${Array.from({ length: 12 }, (__, row) => row).join(' ')} }`).join('\n  ')}
  FILTER(?v0 + ?v1 + ?v2 + ?v3 + ?v4 + ?v5 + ?v6 + ?v7 + ?v8 < 0)
}`;

it('ends a query at its deadline, and does not block the process meanwhile', async () => {
  const app = createApp(publication);
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 10);
  const response = await app.request(
    `/sparql?${new URLSearchParams({ query: PRODUCT }).toString()}`,
  );
  clearInterval(timer);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'query-timeout' });
  expect(ticks).toBeGreaterThan(3);
});

it('answers no query any more once it is closed', async () => {
  const other = await openPublication(folder);
  const app = createApp(other);
  await other.close();
  const response = await app.request(
    `/sparql?${new URLSearchParams({ query: PRODUCT }).toString()}`,
  );
  expect(response.status).toBe(503);
});
