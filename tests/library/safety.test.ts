/** The library is as safe as the server: limits and threads come with `openPublication`. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { createApp, openPublication } from '../../src/index.ts';
import { queryPath } from '../support/client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { PRODUCT } from './product.ts';

const folder = await temporaryFolder({
  'data/one.ttl': '<http://a.example/1> a <http://a.example/T> .',
});
const publication = await openPublication(folder, { timeoutMs: 300, workers: 1 });
afterAll(() => publication.close());

it('ends a query at its deadline, and does not block the process meanwhile', async () => {
  const app = createApp(publication);
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 10);
  const response = await app.request(queryPath(PRODUCT));
  clearInterval(timer);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'query-timeout' });
  expect(ticks).toBeGreaterThan(3);
});

it('answers no query any more once it is closed', async () => {
  const other = await openPublication(folder);
  const app = createApp(other);
  await other.close();
  expect((await app.request(queryPath(PRODUCT))).status).toBe(503);
});

it('shows a small public face', () => {
  expect(publication).toMatchObject({ base: 'http://a.example/', queries: [] });
  expect(Object.keys(publication)).toEqual(['engine']);
  expect(publication.version).toMatch(/^[0-9a-f]{16}$/);
});

it('answers queries without HTTP', async () => {
  expect(await publication.engine.queryBoolean('ASK { ?s a <http://a.example/T> }')).toBe(true);
});

it('serves another publication when a function gives another one', async () => {
  const other = await temporaryFolder({
    'data/two.ttl': '<http://a.example/2> a <http://a.example/T> .',
  });
  await using second = await openPublication(other, { workers: 1 });
  let current = publication;
  const app = createApp(() => current);
  const first = (await (await app.request('/health')).json()) as { version: string };
  current = second;
  expect(first.version).toBe(publication.version);
  expect(await (await app.request('/health')).json()).toMatchObject({ version: second.version });
});

it('takes only what openPublication made', async () => {
  const { engine, version, base } = publication;
  const app = createApp({ engine, version, base } as unknown as typeof publication);
  await expect(Promise.resolve(app.request('/'))).rejects.toThrow(TypeError);
});

it.each([
  { timeoutMs: 0 },
  { timeoutMs: Number.POSITIVE_INFINITY },
  { timeoutMs: Number.NaN },
  { workers: 0 },
  { workers: 1.5 },
  { maxQueryBytes: -1 },
])('refuses %o', async (options) => {
  await expect(openPublication(folder, options)).rejects.toThrow(RangeError);
});

it('keeps the process alive while a query runs, and no longer', async () => {
  const script = await temporaryFolder({
    'one.mts': `import { openEngine } from '${new URL('../../src/index.ts', import.meta.url).href}';
const engine = await openEngine([], { workers: 1 });
const lists = ['a', 'b', 'c', 'd', 'e'].map((name) => \`VALUES ?\${name} { 1 2 3 4 5 6 7 8 9 }\`);
const rows = await engine.queryBindings(\`SELECT (COUNT(*) AS ?n) { \${lists.join(' ')} }\`);
for await (const row of rows) console.log(row.get('n')?.value);
`,
  });
  const { stdout } = await promisify(execFile)(process.execPath, [`${script}/one.mts`], {
    timeout: 20_000,
  });
  expect(stdout).toBe('59049\n');
});

it('ends the process after close() while messages of a worker are on their way', async () => {
  const script = await temporaryFolder({
    'close.mts': `import { openEngine } from '${new URL('../../src/index.ts', import.meta.url).href}';
const engine = await openEngine([], { workers: 1 });
const names = Array.from({ length: 9 }, (_, list) => \`?v\${list}\`);
const lists = names.map((name) => \`VALUES \${name} { 1 2 3 4 5 6 7 8 9 }\`);
const query = \`SELECT (COUNT(*) AS ?n) { \${lists.join(' ')} FILTER(\${names.join(' + ')} < 0) }\`;
await engine.queryBoolean('ASK {}');
const controller = new AbortController();
const running = engine.query(query, { signal: controller.signal }).catch((error) => error.name);
// Long enough that the worker computes when the query is aborted.
await new Promise((resolve) => setTimeout(resolve, 600));
controller.abort();
// This thread reads no message until the worker has sent its last one.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
await engine.close();
console.log(await running);
`,
  });
  const { stdout } = await promisify(execFile)(process.execPath, [`${script}/close.mts`], {
    timeout: 20_000,
  });
  expect(stdout).toBe('AbortError\n');
});
