/** The data page says what is true of a publication, and leaves out what nobody said. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Publication } from '../../src/publication/index.ts';
import { openFolder } from '../support/open-folder.ts';
import { parseQuery, type Solution } from '../../src/sparql/index.ts';
import { accepting, type Client, clientOf } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import { openRepository, REPOSITORY } from '../support/repository.ts';

const pageOf = async (client: Client, path = '/catalog'): Promise<string> =>
  (await client(path, accepting('text/html'))).text();

const digits = (text: string): number => Number(text.replaceAll(/\D/g, ''));

/** The numbers of a page, each with the query to which it leads. */
const numbersOf = (page: string): { number: number; query: string }[] =>
  Array.from(
    page.matchAll(/href="\/sparql\?query=([^"&]+)[^"]*"\s*>(?:<b>)?([\d,]+)(?:<\/b>)?/g),
    ([, query = '', number = '']) => ({ number: digits(number), query: decodeURIComponent(query) }),
  );

async function rowsOf({ engine }: Publication, text: string): Promise<Solution[]> {
  const result = await engine.query({ query: parseQuery(text) });
  if (result.kind !== 'solutions') throw new Error('only tables stand behind numbers');
  const rows: Solution[] = [];
  for await (const row of result.solutions) rows.push(row);
  return rows;
}

/** What the number of a query is: what it counts, or how many rows it has. */
async function answerOf(publication: Publication, text: string): Promise<number> {
  const rows = await rowsOf(publication, text);
  return text.startsWith('SELECT (COUNT') ? Number(rows[0]?.[0]?.value) : rows.length;
}

describe('the data page of this repository', () => {
  let publication: Publication;
  let client: Client;
  let page: string;
  beforeAll(async () => {
    publication = await openRepository();
    client = clientOf(publication);
    page = await pageOf(client);
  });

  it('has a query behind each number, which gives that number', async () => {
    const numbers = numbersOf(page);
    expect(numbers.length).toBeGreaterThan(40);
    for (const { number, query } of numbers)
      expect({ query, number: await answerOf(publication, query) }).toEqual({ query, number });
  });

  it('counts the names in each language as the query behind them does', async () => {
    const [, query = '', text = ''] =
      /class="quiet"[^>]*query=([^"&]+)[^"]*"\s*>([\s\S]*?)<\/a/.exec(page) ?? [];
    const rows = await rowsOf(publication, decodeURIComponent(query));
    const shown = text.replaceAll(/<[^>]*>/g, '').matchAll(/[\d,]+/g);
    expect(Array.from(shown, ([number]) => digits(number))).toEqual(
      rows.map((row) => Number(row[1]?.value)),
    );
  });

  it('gives each dump with its size, its checksum and both addresses', async () => {
    const catalogue = await (await client('/catalog.nt')).text();
    const sums = Array.from(catalogue.matchAll(/"([0-9a-f]{64})"/g), ([, sum]) => sum ?? '');
    expect(sums).toHaveLength(6);
    for (const sum of sums) expect(page).toContain(`>${sum}</code>`);
    const dumps = Array.from(page.matchAll(/href="(\/dumps\/[^"]+)"/g), ([, path = '']) => path);
    expect(dumps).toHaveLength(12);
    for (const path of dumps) expect([path, (await client(path)).status]).toEqual([path, 200]);
  });

  it('leads nowhere else but to what answers', async () => {
    const paths = new Set(
      Array.from(page.matchAll(/href="(\/[^"?]*)(?:\?v=[^"]*)?"/g), ([, path = '']) => path),
    );
    // The search has an address of its own.
    paths.delete('/search');
    for (const path of paths)
      expect([path, (await client(path, accepting('*/*'))).status]).toEqual([
        path,
        expect.toBeOneOf([200, 303]),
      ]);
  });

  it('names the licence, the rights and the publisher in the language of the reader', async () => {
    const chinese = await pageOf(client, '/catalog?lang=zh');
    expect(chinese).toContain('>CC BY 4.0</a>');
    expect(chinese).toMatch(/<p class="said" lang="zh-Hans">\s*许可适用于/);
    expect(chinese).toContain('2026年11月23日');
    expect(chinese).toContain('href="/id/agent/graphpress?lang=zh-hans"'.replace('/id/', '/doc/'));
  });

  it('is the same below the address of the dumps', async () => {
    const sections = (text: string) => text.match(/<section id="\w+">/g);
    expect(sections(await pageOf(client, '/dumps/'))).toEqual(sections(page));
  });
});

describe.each([
  ['a library that does not describe itself', join(REPOSITORY, 'tests/sites/library/input')],
])('the data page of %s', (_, path) => {
  it.each(['en', 'zh'])('leaves out what nobody said, in %s', async (language) => {
    const publication = await openFolder(path);
    const page = await pageOf(clientOf(publication), `/catalog?lang=${language}`);
    expect(page).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
    expect(page).not.toContain('id="rights"');
    expect(page).not.toMatch(/author +=/);
    for (const { number, query } of numbersOf(page))
      expect(await answerOf(publication, query)).toBe(number);
  });
});

it('gives no version of the past where there is no history, and no year that nobody stated', async () => {
  const client = clientOf(
    await publicationOf({ 'data/a.ttl': '<https://x.example/a> <https://x.example/p> 1 .' }),
  );
  const page = await pageOf(client);
  expect(page).not.toContain('id="way-memento"');
  expect(page).not.toContain('id="way-saved-query"');
  expect(page).not.toMatch(/year +=|issued|<time/);
  expect(page).toContain('id="way-sparql"');
});

it('shows the first hundred of many graphs, and says how many there are beside', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 130 }, (_, n) => [
      `data/g${n}.ttl`,
      `<https://x.example/a${n}> <https://x.example/p> ${n} .`,
    ]),
  );
  const page = await pageOf(clientOf(await publicationOf(files)));
  // Beside those of the files there is the one of VoID.
  expect(page).toMatch(/>31\s+more graphs</);
});
