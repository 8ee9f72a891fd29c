/** `/search` over HTTP: as a page and as JSON. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFolder } from '../support/open-folder.ts';
import { accepting, address, type Client, clientOf, withHeaders } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import { openRepository, REPOSITORY } from '../support/repository.ts';

let client: Client;
beforeAll(async () => {
  client = clientOf(await openRepository());
});

const JSON_PLEASE = accepting('application/json');
const PAGE_PLEASE = accepting('text/html');
const search = (parameters: Readonly<Record<string, string>>) => address('/search', parameters);

interface Answer {
  readonly results: readonly {
    readonly iri: string;
    readonly label: string;
    readonly lang: string;
    readonly type?: { readonly iri: string; readonly label: string };
    readonly path: string;
    readonly href: string;
  }[];
  readonly total: number;
}

const ask = async (parameters: Readonly<Record<string, string>>): Promise<Answer> =>
  (await (await client(search(parameters), JSON_PLEASE)).json()) as Answer;

const page = async (parameters: Readonly<Record<string, string>>): Promise<string> =>
  (await (await client(search(parameters), PAGE_PLEASE)).text()).replaceAll(/\s+/g, ' ');

describe('for programs', () => {
  it('says of each result what and where it is', async () => {
    const { results, total } = await ask({ q: 'Ministry of Education', limit: '1' });
    expect({ results, isMore: total > 1 }).toEqual({
      results: [
        {
          iri: 'https://kg.example/id/org/moe',
          label: 'Ministry of Education of the People’s Republic of China',
          lang: 'en',
          type: { iri: 'http://www.w3.org/ns/org#FormalOrganization', label: 'organisation' },
          kind: 'organisation',
          path: 'doc/org/moe',
          href: '/doc/org/moe',
        },
      ],
      isMore: true,
    });
  });

  it.each([
    ['the language chosen in the address, which links keep', { lang: 'zh' }, {}],
    ['the language of the browser', {}, { 'accept-language': 'zh-CN,zh;q=0.9' }],
  ])('names things in %s', async (_, parameters, headers) => {
    const path = search({ q: 'liu jin', limit: '1', ...parameters });
    const response = await client(path, withHeaders(JSON_PLEASE, headers));
    const { results } = (await response.json()) as Answer;
    const href = 'lang' in parameters ? '/doc/person/liu-jin?lang=zh-hans' : '/doc/person/liu-jin';
    expect(results[0]).toMatchObject({ label: '刘锦', lang: 'zh-hans', href });
  });

  it('keeps to a type, by IRI or short name', async () => {
    const all = await ask({ q: 'education', limit: '50' });
    const claims = await ask({ q: 'education', type: 'edu:QuantifiedClaim', limit: '50' });
    const same = await ask({
      q: 'education',
      type: 'https://kg.example/def/edu#QuantifiedClaim',
      limit: '50',
    });
    expect(claims).toEqual(same);
    expect(claims.total).toBeGreaterThan(0);
    expect(claims.total).toBeLessThan(all.total);
  });

  it('lists everything of a type where nothing is searched', async () => {
    const { results, total } = await ask({ type: 'foaf:Person' });
    expect([total, results[0]?.label]).toEqual([results.length, 'Liu Jin']);
  });

  it('gives every result once, page by page', async () => {
    const { total } = await ask({ q: 'china', limit: '50' });
    const pages = Array.from({ length: Math.ceil(total / 50) }, (_, place) =>
      ask({ q: 'china', limit: '50', page: String(place + 1) }),
    );
    const iris = (await Promise.all(pages)).flatMap(({ results }) => results.map(({ iri }) => iri));
    expect([iris.length, new Set(iris).size]).toEqual([total, total]);
  });

  it('answers nothing to nothing', async () => {
    expect(await ask({})).toEqual({ results: [], total: 0 });
    expect(await ask({ q: ' \t ' })).toEqual({ results: [], total: 0 });
  });

  it('says whether an answer is still the same', async () => {
    const response = await client(search({ q: 'moe' }), JSON_PLEASE);
    const etag = response.headers.get('etag') ?? '';
    const again = await client(
      search({ q: 'moe' }),
      withHeaders(JSON_PLEASE, { 'if-none-match': etag }),
    );
    expect(again.status).toBe(304);
    const other = await client(
      search({ q: 'moe', lang: 'zh' }),
      withHeaders(JSON_PLEASE, { 'if-none-match': etag }),
    );
    expect(other.status).toBe(200);
  });

  it.each([
    [{ q: 'x'.repeat(501) }, 400, 'q has 501 characters; a search has up to 500: leave some out'],
    [{ q: 'moe', limit: '51' }, 400, 'limit is a number from 1 to 50, not "51"'],
    [{ q: 'moe', limit: '-1' }, 400, 'limit is a number from 1 to 50, not "-1"'],
    [{ q: 'moe', page: 'one' }, 400, 'page is a number from 1 to 1000000, not "one"'],
    [{ q: 'liu jin', page: '9' }, 404, 'page 9 is beyond the last one, which is 1'],
  ])('refuses what cannot be searched: %j', async (parameters, status, detail) => {
    const response = await client(search(parameters), JSON_PLEASE);
    expect([response.status, await response.json()]).toMatchObject([status, { detail }]);
  });

  it('is JSON by its address, too', async () => {
    const response = await client(search({ q: 'moe', format: 'json' }), PAGE_PLEASE);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect((await client(search({ q: 'moe' }), accepting('image/png'))).status).toBe(406);
  });
});

describe('for people', () => {
  it('marks the words that were found, each text in its language', async () => {
    const text = await page({ q: 'ministry' });
    expect(text).toContain('lang="en" ><mark>Ministry</mark> of Education of the People’s');
    expect(text).toContain('lang="zh-Hans" >中华人民共和国教育部</span >');
    expect(await page({ q: '职业教育' })).toMatch(
      /<p class="passage" lang="zh-Hans" dir="auto">[^<]*以<mark>职业<\/mark>技术<mark>教育<\/mark>/,
    );
  });

  it('has types to choose from, with counts, as links', async () => {
    const { total } = await ask({ q: 'education', type: 'edu:Claim' });
    const text = await page({ q: 'education' });
    const link = address('/search', { q: 'education', type: 'https://kg.example/def/edu#Claim' });
    const [, count] =
      new RegExp(
        `href="${link.replaceAll('&', '&amp;').replaceAll(/[?.*+]/g, String.raw`\$&`)}"[^]*?class="count">(\\d+)<`,
      ).exec(text) ?? [];
    expect(count).toBe(String(total));
  });

  it('says in which place of a word another one was found', async () => {
    expect(await page({ q: 'eduction' })).toContain(
      'Nothing has “eduction”. These have “education”',
    );
    expect(await page({ q: 'eduction', lang: 'zh' })).toContain(
      '没有条目包含“eduction”。 以下条目包含“education”',
    );
  });

  it('helps where nothing was found', async () => {
    const text = await page({ q: 'xshanghaiyy' });
    expect(text).toContain('Nothing was found');
    expect(text).toContain('href="/search?q=shanghai"');
    expect(text).toContain('How to search');
    expect(text).toContain('href="/sparql"');
  });

  it('shows what there is, where nothing is searched', async () => {
    const text = await page({ lang: 'zh' });
    expect(text).toMatch(/搜索 \d{3} 个资源的名称和文字/);
    expect(text).toContain('/doc/release/moe-en-20220926-664993?lang=zh-hans');
    expect(text).toContain('autofocus');
    // Only blank nodes are quotes; nobody can open one.
    expect(text).not.toContain('TextQuoteSelector');
  });

  it('has a box in the bar of every other page, which keeps the language', async () => {
    const home = await (await client('/?lang=zh', PAGE_PLEASE)).text();
    expect(home).toMatch(/<form\s+class="search"\s+role="search"\s+action="\/search"/);
    expect(home).toContain('<input type="hidden" name="lang" value="zh-hans" />');
    expect((await page({ q: 'moe' })).match(/role="search"/g)?.length).toBe(1);
  });

  it('asks crawlers to stay out', async () => {
    const { headers } = await client(search({ q: 'moe' }), PAGE_PLEASE);
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it('keeps the search when the language changes', async () => {
    expect(await page({ q: 'Greater & Bay', type: 'skos:Concept' })).toContain(
      `/search?q=Greater+%26+Bay&amp;type=${encodeURIComponent('http://www.w3.org/2004/02/skos/core#Concept')}&amp;lang=zh-hans"`,
    );
  });

  it.each([
    ['en', 'Perhaps you meant', 'Ministry of Education of the People’s Republic of China'],
    ['zh', '您要找的可能是', '中华人民共和国教育部'],
  ])('guesses at an address at which there is nothing, in %s', async (lang, words, name) => {
    const response = await client(address('/doc/org/moo', { lang }), PAGE_PLEASE);
    const text = await response.text();
    expect(response.status).toBe(404);
    expect(text.slice(text.indexOf(words))).toContain(`>${name}</a`);
  });
});

describe('in other folders', () => {
  it('finds the books of a library', async () => {
    const library = clientOf(await openFolder(join(REPOSITORY, 'tests/sites/library/input')));
    const response = await library(search({ q: 'mowen' }), JSON_PLEASE);
    const { results } = (await response.json()) as Answer;
    expect(results[0]?.href).toBe('/item/Märchen-der-Möwen');
    const text = await (await library('/item/paper-lighthuose', PAGE_PLEASE)).text();
    expect(text).toContain('href="/item/paper-lighthouse"');
  });

  it('has a page in an empty one', async () => {
    const empty = clientOf(await publicationOf({}));
    for (const path of ['/search', '/search?q=moe', '/search?type=x:y', '/nothing'])
      expect([path, (await empty(path, PAGE_PLEASE)).status]).toEqual([
        path,
        path === '/nothing' ? 404 : 200,
      ]);
  });
});
