/** The pages of errors: what happened in the language of the reader, and a way on. For programs nothing changes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { GraphpressError } from '../../src/errors.ts';
import { createApp } from '../../src/http/index.ts';
import type { Publication } from '../../src/publication/index.ts';
import { openFolder } from '../support/open-folder.ts';
import { shortenMiddle } from '../../src/pages/problems/shorten.ts';
import { QueryLimitError } from '../../src/sparql/index.ts';
import { type Client, clientOf, ORIGIN, queryPath, withHeaders } from '../support/client.ts';
import { gitFolder } from '../support/git-folder.ts';
import { openRepository } from '../support/repository.ts';

const forPeople = (language: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  ...withHeaders(init, { accept: 'text/html', 'accept-language': language }),
});

/** The page without its markup, white space as one space. */
const textOf = (page: string): string =>
  page
    .replace(/^[\s\S]*<main/, '<main')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

let publication: Publication;
let client: Client;
beforeAll(async () => {
  publication = await openRepository();
  client = clientOf(publication);
});

/** The same publication, whose engine fails. */
const failing = (error: Error): Client => {
  const app = createApp({
    publication: () => ({
      ...publication,
      engine: { ...publication.engine, parse: async () => Promise.reject(error) },
    }),
  });
  return async (path, init) => app.request(`${ORIGIN}${path}`, init);
};

type Case = readonly [
  what: string,
  path: string,
  init: RequestInit,
  status: number,
  title: readonly [english: string, chinese: string],
  links: readonly string[],
];

const CASES: readonly Case[] = [
  [
    'an address at which there is nothing',
    '/id/org/ministry-of-magic',
    {},
    404,
    ['There is nothing at this address', '此地址没有内容'],
    ['/', '/catalog', '/sparql', 'value="ministry of magic"'],
  ],
  [
    'a format that there is not',
    '/catalog?format=pdf',
    {},
    406,
    ['Not available in that format', '没有这种格式'],
    ['/catalog?format=text%2Fturtle', '/catalog?format=text%2Fhtml'],
  ],
  [
    'a method that is not possible',
    '/catalog',
    { method: 'DELETE' },
    405,
    ['This method is not supported here', '此处不能这样操作'],
    ['<code>GET</code>'],
  ],
  [
    'a query that is no SPARQL',
    queryPath('SELECT * {\n  ?s ?p }', { format: 'turtle' }),
    {},
    400,
    ['This query is not SPARQL', '此查询不符合 SPARQL 语法'],
    ['class="mistake"', '/sparql?query=SELECT'],
  ],
  [
    'a graph that is not named',
    '/graph',
    {},
    400,
    ['The request could not be understood', '无法理解该请求'],
    [],
  ],
  [
    'a body that is not read',
    '/sparql',
    { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } },
    415,
    ['This kind of content is not accepted here', '此处不读取这类内容'],
    [],
  ],
  [
    'an update where nothing can be written',
    '/sparql',
    {
      method: 'POST',
      body: 'CLEAR ALL',
      headers: { 'content-type': 'application/sparql-update' },
    },
    403,
    ['Nothing can be changed here', '此处不能修改'],
    [],
  ],
  [
    'a body that is too long',
    '/sparql',
    {
      method: 'POST',
      body: `ASK {} #${'x'.repeat(1024 * 1024)}`,
      headers: { 'content-type': 'application/sparql-query' },
    },
    413,
    ['Too much was sent', '发送的内容过多'],
    [],
  ],
  [
    'a query that is too long for an address',
    queryPath(`ASK {} #${'x'.repeat(1024 * 1024)}`, { format: 'csv' }),
    {},
    414,
    ['The address is too long', '地址过长'],
    [],
  ],
];

describe.each(CASES)('for %s', (_, path, init, status, [english, chinese], links) => {
  it.each([
    ['en', english],
    ['zh', chinese],
  ])('the page in %s says so, and leads on', async (language, title) => {
    const response = await client(path, forPeople(language, init));
    const page = await response.text();
    expect([response.status, /<h1>([^<]*)</.exec(page)?.[1]]).toEqual([status, title]);
    expect(textOf(page)).toContain(`HTTP ${status}`);
    for (const link of links) {
      const markup = link.startsWith('/') ? `href="${link}` : link;
      expect(page).toContain(markup);
    }
    expect(page).not.toMatch(/undefined|\[object|NaN/);
  });

  it('the exact words for programs stand on the page, and the document for programs is as it was', async () => {
    const response = await client(path, init);
    const problem = (await response.json()) as { status: number; detail: string; code: string };
    expect([response.status, problem.status]).toEqual([status, status]);
    const page = await (await client(path, forPeople('zh', init))).text();
    const shown = /<section class="exactly">[\s\S]*<p lang="en" title="([^"]*)"/.exec(page)?.[1];
    const unescaped = shown
      ?.replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(unescaped).toBe(problem.detail);
  });
});

it('puts the caret under the mistake, past characters of double width', async () => {
  const query = 'SELECT * {\n  ?s ?p "中文" }}';
  const response = await client(queryPath(query, { format: 'csv' }), forPeople('en'));
  const page = await response.text();
  const shown = /<pre\s+class="mistake"[^>]*>([\s\S]*?)<\/pre>/.exec(page)?.[1] ?? '';
  expect(
    shown
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&quot;', '"')
      .split('\n'),
  ).toEqual(['1 │ SELECT * {', '2 │   ?s ?p "中文" }}', `  │ ${' '.repeat(16)}^`]);
});

it('shows of a very long line what is around the mistake', async () => {
  const query = `SELECT * { ${'?s ?p ?o . '.repeat(500)} ]`;
  const response = await client(queryPath(query, { format: 'csv' }), forPeople('en'));
  const page = await response.text();
  const shown = /<pre\s+class="mistake"[^>]*>([\s\S]*?)<\/pre>/.exec(page)?.[1] ?? '';
  expect(shown.length).toBeLessThan(500);
  expect(shown).toContain(']');
});

describe('for what takes too long', () => {
  it.each([
    ['en', 'The query took too long', /It may work in 10 seconds\. *Try again/],
    ['zh', '查询耗时过长', /10秒钟?后或可成功。 *重试/],
  ])('the page in %s says when to try again', async (language, title, advice) => {
    const response = await failing(new QueryLimitError('time', 5000))(
      queryPath('ASK {}', { format: 'csv' }),
      forPeople(language),
    );
    const text = textOf(await response.text());
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
    expect(text).toContain(title);
    expect(text).toMatch(advice);
  });
});

it('tells nothing of the inside where something broke', async () => {
  const response = await failing(new Error('secret at /home/somebody'))(
    queryPath('ASK {}', { format: 'csv' }),
    forPeople('en'),
  );
  const page = await response.text();
  expect(response.status).toBe(500);
  expect(page).toContain('<h1>Something went wrong on our side</h1>');
  expect(page).not.toMatch(/secret|somebody|\.ts\b/);
});

it('has something to say of a code that nobody has translated', async () => {
  const error = Object.assign(new GraphpressError('busy', 'x'), { code: 'graph-exists' });
  const response = await failing(error)(queryPath('ASK {}', { format: 'csv' }), forPeople('zh'));
  expect([response.status, textOf(await response.text())]).toEqual([
    409,
    expect.stringContaining('与现状不符'),
  ]);
});

describe('for what is gone', () => {
  let gone: Client;
  let hashes: readonly string[];
  beforeAll(async () => {
    const DATA = (body: string) => `@prefix x: <https://past.example/> .
      x:set a <http://rdfs.org/ns/void#Dataset> ; <http://rdfs.org/ns/void#uriSpace> "https://past.example/" . ${body}`;
    const made = await gitFolder([
      { time: '2026-01-01T00:00:00Z', files: { 'data/a.ttl': DATA('x:lamp x:p 1 .') } },
      { time: '2026-02-01T00:00:00Z', files: { 'data/a.ttl': DATA('x:lamp x:p 2 .') } },
      { time: '2026-03-01T00:00:00Z', files: { 'data/a.ttl': DATA('') } },
    ]);
    hashes = made.hashes;
    gone = clientOf(await openFolder(made.folder));
  });

  it.each([
    ['en', 'This page no longer exists', 'Removed on 1 March 2026, by commit'],
    ['zh', '此处的内容已不存在', '自2026年3月1日提交'],
  ])('the page in %s says since when, and leads to the last version', async (language, ...said) => {
    const response = await gone('/lamp', forPeople(language));
    const page = await response.text();
    expect(response.status).toBe(410);
    for (const sentence of [...said, hashes[2]?.slice(0, 10) ?? ''])
      expect(textOf(page)).toContain(sentence);
    const [, last = ''] = /href="(\/versions\/[^"]+)"/.exec(page) ?? [];
    expect(last).toMatch(new RegExp(`^/versions/${hashes[1]}/lamp`));
    expect((await gone(last, { headers: { accept: 'text/html' } })).status).toBe(303);
    expect((await gone('/timemap/lamp')).status).toBe(200);
    expect(page).toContain('href="/timemap/lamp"');
  });
});

describe('an address', () => {
  it.each([
    ['a short one stays', 'moe', 60, 'moe'],
    [
      'a long one keeps its ends',
      `${'a'.repeat(50)}${'b'.repeat(50)}`,
      30,
      `${'a'.repeat(19)}…${'b'.repeat(10)}`,
    ],
    ['no character is cut in two', '😀'.repeat(50), 12, `${'😀'.repeat(7)}…${'😀'.repeat(4)}`],
    ['a huge one is cut as well', `${'x'.repeat(1e6)}end`, 12, `${'x'.repeat(7)}…xend`],
  ])('%s', (_, text, most, short) => {
    expect(shortenMiddle(text, most)).toBe(short);
  });

  it('is shown as people read it, and never leads to another host', async () => {
    const response = await client('//evil.example/%E6%95%99%E8%82%B2', forPeople('en'));
    const page = await response.text();
    expect(response.status).toBe(404);
    expect(page).toContain('教育');
    expect(page).not.toMatch(/(?:href|action)="\/\//);
  });

  it('keeps its place when the reader changes the language', async () => {
    const page = await (await client('/id/nowhere?x=1&lang=en', forPeople('en'))).text();
    expect(page).toMatch(/href="\/id\/nowhere\?x=1&amp;lang=zh-hans"/);
  });
});
