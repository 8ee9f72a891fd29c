/**
 * `npm run bench:pages`: how long the server takes for the page about a thing, among a million quads, and how many
 * pages it sends when the same one is asked again, beside a bare route that answers at once with as many bytes.
 */
import { Agent, get } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { launchBrowser } from '../tests/support/browser.ts';
import { syntheticCorpus } from './corpus.ts';
import { quantile } from './statistics.ts';
import { startGraphpress } from './systems/graphpress.ts';

const QUADS = 1_000_000;
const PAGES = 400;
const WARM_UP = 300;
const CLIENTS = 8;
const SECONDS = 5;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const corpus = syntheticCorpus(QUADS);
const system = await startGraphpress({ corpus, timeoutSeconds: 60 });
const origin = new URL(system.endpoint).origin;
const [claims, others] = [await pathsOf('Claim'), await pathsOf('Place')];

const page = await fetchPage(`${origin}${claims[0]}`);
const bare = new Hono();
bare.get('*', (context) => context.html(page.body));
const server = serve({ fetch: bare.fetch, port: 0 });
const bareOrigin = await new Promise<string>((resolve) => {
  server.once('listening', () => {
    const address = server.address();
    resolve(`http://localhost:${typeof address === 'object' ? address?.port : ''}`);
  });
});

for (const path of claims.slice(0, WARM_UP)) await fetchPage(`${origin}${path}`);
const bareMs = await times(Array.from({ length: PAGES }, () => `${bareOrigin}/`));
const median = async (name: string, paths: readonly string[]) => {
  const ms = await times(paths.map((path) => `${origin}${path}`));
  const net = quantile(ms, 0.5) - quantile(bareMs, 0.5);
  console.log(
    `${name}: ${net.toFixed(2)} ms at the median beyond the bare route, p95 ${quantile(ms, 0.95).toFixed(2)} ms, ${paths.length} pages`,
  );
};
await median('pages of claims, asked for the first time', claims.slice(WARM_UP, WARM_UP + PAGES));
await median('pages of places, asked for the first time', others.slice(0, PAGES));
// In turns, so that a busy machine is busy for both.
const rounds: { own: number; bare: number }[] = [];
for (let round = 0; round < 3; round += 1)
  rounds.push({
    own: await perSecond(`${origin}${claims[0]}`),
    bare: await perSecond(`${bareOrigin}/`),
  });
for (const { own, bare: most } of rounds)
  console.log(
    `the same page, ${CLIENTS} clients: ${Math.round(own)} a second, ${(own / most).toFixed(2)} of the bare route's ${Math.round(most)}`,
  );
await firstPaint(claims.slice(WARM_UP + PAGES, WARM_UP + PAGES + 20));
server.close();
await system.stop();
agent.destroy();

interface Fetched {
  readonly ms: number;
  readonly body: string;
}

function fetchPage(url: string): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    get(url, { agent, headers: { accept: 'text/html' } }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        body += piece;
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve({ ms: performance.now() - startedMs, body });
        else reject(new Error(`${url} gave ${response.statusCode}`));
      });
    }).on('error', reject);
  });
}

async function times(urls: readonly string[]): Promise<number[]> {
  const all: number[] = [];
  for (const url of urls) all.push((await fetchPage(url)).ms);
  return all;
}

async function perSecond(url: string): Promise<number> {
  let count = 0;
  const endMs = performance.now() + SECONDS * 1000;
  const client = async () => {
    while (performance.now() < endMs) {
      await fetchPage(url);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return count / SECONDS;
}

/** From the click to the first thing that a person sees, in Chromium, the scripts and the stylesheet known already. */
async function firstPaint(paths: readonly string[]): Promise<void> {
  const browser = await launchBrowser();
  const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const paints: number[] = [];
  for (const path of paths) {
    await tab.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
    paints.push(
      await tab.evaluate('performance.getEntriesByName("first-contentful-paint")[0].startTime'),
    );
  }
  await browser.close();
  console.log(
    `first paint in Chromium: ${quantile(paints.slice(1), 0.5).toFixed(0)} ms at the median, ${Math.max(...paints).toFixed(0)} ms at most, ${paths.length} pages, the first of them with nothing kept`,
  );
}

/** Paths of the documents about instances of a class whose name ends so. */
async function pathsOf(className: string): Promise<string[]> {
  const query = `SELECT DISTINCT ?thing { ?thing a ?class FILTER STRENDS(STR(?class), "${className}") } LIMIT 1000`;
  const response = await fetch(`${system.endpoint}?query=${encodeURIComponent(query)}&format=csv`);
  const [, ...rows] = (await response.text()).trim().split(/\r?\n/);
  return rows.map((iri) => new URL(iri).pathname.replace(/^\/id\//, '/doc/'));
}
