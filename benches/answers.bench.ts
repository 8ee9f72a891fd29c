/** How long this repository's own publication takes to answer: saved queries, a description, a page. In process, one client. */
import { test } from 'vitest';
import { createApp } from '../src/http/index.ts';
import { openFolder } from '../tests/support/open-folder.ts';

const publication = await openFolder('.');
const app = createApp({ publication: () => publication });

async function ask(path: string, accept: string): Promise<void> {
  const response = await app.request(`http://localhost${path}`, { headers: { accept } });
  if (response.status !== 200) throw new Error(`${path} gave ${response.status}`);
  await response.arrayBuffer();
}

test('saved queries over HTTP', async ({ bench }) => {
  const queries = publication.queries.map(
    ({ query }) => `/sparql?query=${encodeURIComponent(query.text)}`,
  );
  await bench(`${queries.length} saved queries, JSON`, async () => {
    for (const path of queries) await ask(path, 'application/sparql-results+json');
  }).run();
});

test('documents', async ({ bench }) => {
  await bench('Turtle of a resource', () => ask('/doc/org/moe', 'text/turtle')).run();
  await bench('page of a resource', () => ask('/doc/org/moe', 'text/html')).run();
});
