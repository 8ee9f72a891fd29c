/** Finding resources by what somebody types. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSearch, Search } from '../../src/description/index.ts';
import { buildSearchIndex } from '../../src/description/search/search-index.ts';
import type { Publication } from '../../src/publication/index.ts';
import { openFolder } from '../support/open-folder.ts';
import { publicationOf } from '../support/publication-of.ts';
import { openRepository, REPOSITORY } from '../support/repository.ts';

const searchIn = ({ dataset, prefixes, memo }: Publication) => openSearch(dataset, prefixes, memo);

/** IRIs without what they have in common. */
const short = (iri: string) => iri.replace(/^https:\/\/kg\.example\/(?:id\/)?/, '');

describe('in this repository', () => {
  let search: Search;
  beforeAll(async () => {
    search = await searchIn(await openRepository());
  });
  const first = (query: string) => short(search.find(query).hits[0]?.iri ?? '');

  it.each([
    ['a whole name', 'Shanghai', 'place/shanghai'],
    ['a name in the other case', 'lIU jIN', 'person/liu-jin'],
    ['words of a name', 'ministry education', 'org/moe'],
    ['small words, too', 'what is the ministry of education?', 'org/moe'],
    ['the beginning of words', 'voc educ congr', 'event/world-congress-vocational-education'],
    ['an abbreviation', 'MOE', 'org/moe'],
    ['an abbreviation in small letters', 'unesco', 'org/unesco'],
    ['a name without its typographer’s apostrophe', "People's Republic of China", 'place/china'],
    ['a letter too few', 'Shanghi', 'place/shanghai'],
    ['a letter too many', 'Shannghai', 'place/shanghai'],
    ['a wrong letter', 'Shanchai', 'place/shanghai'],
    ['letters in the wrong order', 'Cihna', 'place/china'],
    ['mistakes in several words', 'minsitry of eduaction', 'org/moe'],
    ['Chinese', '教育部', 'org/moe'],
    ['the name of a person in Chinese', '刘锦', 'person/liu-jin'],
    ['Chinese, of which something stands in between', '职业教育', VOCATIONAL],
    ['Chinese with a wrong character', '世界职业技术教育发展大汇', VOCATIONAL],
    ['one Chinese character', '锦', 'person/liu-jin'],
    ['part of a Chinese word', '湾区', 'place/greater-bay-area'],
    ['Chinese and English at once', 'MOE 新闻办公室', 'org/moe-information-office'],
    ['a figure with a comma', '14,000', 'claim/moe-en-20220926-664993/c30'],
    ['a figure without a comma', '14000', 'claim/moe-en-20220926-664993/c30'],
    ['a figure in full width', '１４０００', 'claim/moe-en-20220926-664993/c30'],
    ['a figure in words of Chinese', '1.4万', 'claim/moe-en-20220926-664993/c30'],
    ['the end of an IRI', 'world-congress-vocational-education', VOCATIONAL],
    ['a whole IRI', 'https://kg.example/id/org/moe', 'org/moe'],
    ['an IRI in angle brackets', ' <https://kg.example/id/org/moe> ', 'org/moe'],
    ['a prefixed name', 'edu:Claim', 'def/edu#Claim'],
    ['a term by its local name', 'pressRelease', 'def/edu#PressRelease'],
    ['the IRI of somebody else’s term', 'http://www.w3.org/ns/shacl#equals', SHACL],
  ])('finds %s: %s', (_, query, expected) => {
    expect(first(query)).toBe(expected);
  });

  it('puts what is called so before what begins so, and that before what has a word like it', () => {
    const iris = search.find('claim').hits.map(({ iri }) => short(iri));
    expect(iris.slice(0, 2)).toEqual(['def/edu#Claim', 'https://schema.org/Claim']);
  });

  it('looks for mistakes in none but the words that stand nowhere, and says which', () => {
    const found = search.find('vocational eduction');
    expect([found.fit, found.substitutions]).toEqual([
      'similar',
      [{ typed: 'eduction', matched: ['education'] }],
    ]);
    expect(search.find('vocational education').substitutions).toEqual([]);
  });

  it('takes no short word and no figure for another one', () => {
    expect(search.find('moo').hits).toEqual([]);
    expect(search.find('14001').hits).toEqual([]);
  });

  it('shows what has some of the words where nothing has all', () => {
    const { fit, hits } = search.find('Shanghai volcano');
    expect([fit, short(hits[0]?.iri ?? '')]).toEqual(['some', 'place/shanghai']);
  });

  it('knows words like those that find nothing', () => {
    expect(search.find('xshanghaiyy').hits).toEqual([]);
    expect(search.corrections('xshanghaiyy')).toContain('shanghai');
  });

  it('finds every part of every Chinese name', () => {
    const names = ['中华人民共和国教育部', '粤港澳大湾区', '世界职业技术教育发展大会'];
    const lost = names.flatMap((name) =>
      parts(name).filter((part) => !search.find(part).hits.some((hit) => isNamed(hit.iri, name))),
    );
    expect(lost).toEqual([]);
  });
  const isNamed = (iri: string, name: string) =>
    ({
      中华人民共和国教育部: 'org/moe',
      粤港澳大湾区: 'place/greater-bay-area',
      世界职业技术教育发展大会: VOCATIONAL,
    })[name] === short(iri);

  it('says where in a text the words stand', () => {
    const [hit] = search.find('supervised teachers ministry responsible').hits;
    const snippet = hit && search.snippet(hit, ['en']);
    expect(snippet?.segments.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual([
      'ministry',
      'responsible',
    ]);
  });

  it('shows a text in the language of the reader, unless the words stand in another one', () => {
    const language = (query: string, wanted: string) => {
      const [hit] = search.find(query).hits;
      return hit && search.snippet(hit, [wanted])?.language;
    };
    expect([
      language('https://kg.example/id/org/moe', 'en'),
      language('https://kg.example/id/org/moe', 'zh'),
      language('responsible for education in China', 'zh'),
    ]).toEqual(['en', 'zh-hans', 'en']);
  });

  it('suggests resources for a mistyped address', () => {
    const suggestions = (part: string, folder: string) =>
      search.suggest(part, folder).map(({ iri }) => short(iri));
    expect(suggestions('moo', 'org')[0]).toBe('org/moe');
    expect(suggestions('shangai', 'place')[0]).toBe('place/shanghai');
    expect(suggestions('PresRelease', 'def')[0]).toBe('def/edu#PressRelease');
    expect(suggestions('wp-login-xyz', '')).toEqual([]);
  });

  const hostile: readonly [what: string, query: string][] = [
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['ten thousand words', 'ab '.repeat(10_000)],
    ['ten thousand Chinese characters', '教育'.repeat(5000)],
    ['markup', '<script>alert(1)</script>'],
    ['quotes', `"'\`"><img src=x>`],
    ['control characters', '\u0000\u0001\u007F\u202E\uFEFF'],
    ['halves of characters', '\uD800 \uDFFF'],
    ['what means something in a regular expression', '(.*)+$[^\\'],
    ['what means something in an object', '__proto__ constructor toString'],
    ['spaces', ' \t\n\u3000'],
    ['nothing', ''],
    ['a prefix alone', 'edu:'],
    ['colons', ':::'],
    ['many accents', `e${'\u0301'.repeat(5000)}`],
  ];
  it.each(hostile)('answers %s at once', (_, query) => {
    const since = process.threadCpuUsage();
    const { hits } = search.find(query);
    search.corrections(query);
    search.suggest(query, query);
    expect(Array.isArray(hits)).toBe(true);
    expect(process.threadCpuUsage(since).user / 1000).toBeLessThan(1000);
  });

  it('says when a query has more words than are looked for', () => {
    expect(search.find('education '.repeat(40)).isCut).toBe(true);
    expect(search.find('education '.repeat(30)).isCut).toBe(false);
  });
});

const VOCATIONAL = 'event/world-congress-vocational-education';
const SHACL = 'http://www.w3.org/ns/shacl#equals';

/** Every part of two characters and more. */
const parts = (name: string): string[] =>
  Array.from(name, (_, from) =>
    Array.from({ length: name.length - from - 1 }, (__, more) => name.slice(from, from + more + 2)),
  ).flat();

describe('in a library of another kind', () => {
  let search: Search;
  beforeAll(async () => {
    search = await searchIn(await openFolder(join(REPOSITORY, 'tests/sites/library/input')));
  });

  it.each([
    ['letters with diacritics, typed without', 'marchen der mowen', 'Märchen-der-Möwen'],
    ['what has no label, by the end of its IRI', '0042', '0042'],
    ['a class', 'onto Book', 'Book'],
  ])('finds %s', (_, query, end) => {
    expect(search.find(query).hits[0]?.iri.endsWith(end)).toBe(true);
  });
});

describe('in an empty folder', () => {
  it('finds nothing, and fails at nothing', async () => {
    const search = await searchIn(await publicationOf({}));
    expect([search.find('moe').hits, search.corrections('moe'), search.suggest('moe', '')]).toEqual(
      [[], [], []],
    );
  });
});

describe('the index', () => {
  const files = {
    'data/a.ttl': `@prefix : <https://x.example/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      :a :p 1 . :b rdfs:label "bee" . :c rdfs:label "sea" . :d rdfs:label "dee"; rdfs:comment "${'long '.repeat(300)} end" .`,
  };

  it('is made once for a store', async () => {
    const publication = await publicationOf(files);
    expect(await searchIn(publication)).toBe(await searchIn(publication));
  });

  it('says how much it leaves out, which is what has no name first', async () => {
    const { dataset, prefixes } = await publicationOf(files);
    const index = await buildSearchIndex(dataset, prefixes, 3);
    expect([index.indexed, index.resources]).toEqual([3, 4]);
    const search = new Search(dataset, prefixes, index);
    expect(search.find('dee').hits.length).toBe(1);
    expect(search.find('a').hits).toEqual([]);
    expect(search.find('https://x.example/a').hits.length).toBe(1);
  });

  it('has the first thousand characters of a text', async () => {
    const search = await searchIn(await publicationOf(files));
    expect(search.find('long').hits.length).toBe(1);
    expect(search.find('end').hits).toEqual([]);
  });

  it('is built in slices, between which others have their turn', async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, n) => `<https://x.example/${n}> rdfs:label "thing number ${n} of many things" .`,
    );
    const { dataset, prefixes } = await publicationOf({
      'data/a.ttl': `@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n${lines.join('\n')}`,
    });
    let turns = 0;
    let isDone = false;
    const take = () => {
      turns += 1;
      if (!isDone) setImmediate(take);
    };
    setImmediate(take);
    await buildSearchIndex(dataset, prefixes);
    isDone = true;
    expect(turns).toBeGreaterThan(3);
  });
});
