/** A graph a piece at a time: nodes, their links counted, neighbours by page, links between nodes, where to begin. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Memo } from '../../src/memo.ts';
import {
  type ExploreContext,
  exploreLinks,
  exploreNeighbours,
  exploreNode,
  exploreStart,
  exploreDataset,
} from '../../src/network/index.ts';
import type { Store } from '../../src/store/index.ts';
import { datasetOf, MAIN_GRAPH } from '../support/dataset-of.ts';
import { PREFIXES } from '../support/network-of.ts';

const E = 'http://e.example/';
const RDFS = '@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .';
const EN: ExploreContext = { prefixes: PREFIXES, languages: ['en'] };
const ZH: ExploreContext = { prefixes: PREFIXES, languages: ['zh'] };

/** Every character that may stand in an IRI, and some of other scripts. */
const HARD_IRI = `${E}a-._~:/?[]@!$&'()*+,;=%20#né中🦉`;

const DATA = `${RDFS}
  @prefix foaf: <http://xmlns.com/foaf/0.1/> .
  @prefix schema: <https://schema.org/> .
  e:ada a foaf:Person , e:Rare ; rdfs:label "Ada"@en , "艾达"@zh ; rdfs:comment "A person."@en , "一个人。"@zh ;
    e:knows e:bob , e:eve , _:someone ; e:likes e:bob ; e:age 36 ; e:note "<b>bold</b>" .
  e:bob a foaf:Person ; e:knows e:ada , e:bob .
  e:eve a foaf:Person .
  e:knows rdfs:label "knows"@en , "认识"@zh .
  e:Rare rdfs:subClassOf schema:Place .
  _:someone a foaf:Person ; e:knows e:ada .
  e:mute e:note "only words" .
  <${HARD_IRI}> e:knows e:ada .
  e:rtl rdfs:label "שלום <i>" ; e:knows e:ada .
  GRAPH <http://e.example/graph/other> { e:ada e:knows e:bob . e:graph e:says e:ada }`;

let store: Store;
beforeAll(async () => {
  store = await datasetOf(DATA);
});

const countsOf = (node: string) =>
  exploreNode(store, node, EN)?.predicates.map(
    ({ iri, direction, count }) => `${direction} ${iri.slice(E.length)} ${count}`,
  );

describe('a node', () => {
  it('is called as its reader would call it, and is what its rarest class says', () => {
    expect(exploreNode(store, `${E}ada`, ZH)).toMatchObject({
      iri: `${E}ada`,
      label: '艾达',
      lang: 'zh',
      kind: 'person',
      type: { iri: `${E}Rare`, label: 'e:Rare' },
      description: { text: '一个人。', lang: 'zh' },
    });
  });

  it('has its links counted by predicate in both directions, without its literals', () => {
    expect(countsOf(`${E}ada`)?.filter((line) => !line.includes('syntax'))).toEqual([
      'out knows 3',
      'out likes 1',
      'in knows 4',
      'in says 1',
    ]);
  });

  it('has its literals with their graphs, markup as it is', () => {
    const { literals = [], literalCount } = exploreNode(store, `${E}ada`, EN) ?? {};
    expect(literalCount).toBe(literals.length);
    expect(literals).toContainEqual({
      predicate: { iri: `${E}note`, label: 'e:note', lang: '' },
      value: '<b>bold</b>',
      lang: '',
      datatype: '',
      graphs: [MAIN_GRAPH],
    });
    expect(literals.find(({ value }) => value === '36')?.datatype).toBe('xsd:integer');
  });

  it.each([
    ['of literals alone', `${E}mute`, { label: 'e:mute', kind: 'none', predicates: [] }],
    ['that is only pointed to', `${E}Rare`, { label: 'e:Rare', kind: 'none' }],
    ['whose IRI has every character', HARD_IRI, { iri: HARD_IRI }],
    ['whose name runs from right to left', `${E}rtl`, { label: 'שלום <i>' }],
  ])('%s is one', (_, iri, expected) => {
    expect(exploreNode(store, iri, EN)).toMatchObject(expected);
  });

  it('without a name is called after its class, and found by its label again', () => {
    const page = { node: `${E}ada`, predicate: `${E}knows`, offset: 0, limit: 9 };
    const { nodes = [] } = exploreNeighbours(store, { ...page, direction: 'out' }, EN) ?? {};
    const blank = nodes.find(({ iri }) => iri.startsWith('_:'));
    expect(blank).toMatchObject({ label: '[foaf:Person]', kind: 'person' });
    expect(exploreNode(store, blank?.iri ?? '', EN)).toMatchObject({ iri: blank?.iri });
  });

  it.each(['http://e.example/nobody', '_:nobody', '', 'no iri', `${E}age`])(
    'is not there: %j',
    (iri) => {
      expect(exploreNode(store, iri, EN)).toBeUndefined();
    },
  );

  it('that has thousands of predicates names the first of them and counts the rest', async () => {
    const lines = Array.from({ length: 900 }, (_, n) => `e:p${n} e:o${n}`);
    const wide = await datasetOf(`e:wide ${lines.join(' ; ')} .`);
    const { predicates = [], morePredicates } = exploreNode(wide, `${E}wide`, EN) ?? {};
    expect([predicates.length, morePredicates]).toEqual([200, 700]);
  });

  it('cuts names and texts that are longer than a panel', async () => {
    const long = '🦉'.repeat(2000);
    const { label = '', literals = [] } =
      exploreNode(await datasetOf(`${RDFS} e:x rdfs:label "${long}" .`), `${E}x`, EN) ?? {};
    expect([label.length <= 300, label.isWellFormed(), literals[0]?.value.isWellFormed()]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('neighbours', () => {
  it('come with their edges, each with the graphs that say so', () => {
    const page = { node: `${E}ada`, predicate: `${E}knows`, offset: 0, limit: 50 };
    const found = exploreNeighbours(store, { ...page, direction: 'out' }, ZH);
    expect(found?.edges).toContainEqual({
      source: `${E}ada`,
      target: `${E}bob`,
      predicate: `${E}knows`,
      label: '认识',
      lang: 'zh',
      graphs: [MAIN_GRAPH, `${E}graph/other`],
    });
    expect(found?.graphs.map(({ iri }) => iri).toSorted()).toEqual(
      [MAIN_GRAPH, `${E}graph/other`].toSorted(),
    );
  });

  it('point here, where that is asked', () => {
    const page = { node: `${E}ada`, predicate: `${E}knows`, offset: 0, limit: 50 };
    const found = exploreNeighbours(store, { ...page, direction: 'in' }, EN);
    expect(found?.nodes.map(({ iri }) => iri).filter((iri) => !iri.startsWith('_:'))).toEqual([
      HARD_IRI,
      `${E}bob`,
      `${E}rtl`,
    ]);
    expect(found?.edges.every(({ target }) => target === `${E}ada`)).toBe(true);
  });

  it.each([
    ['of a node that there is not', { node: `${E}nobody` }, undefined],
    ['by a predicate that nobody has', { predicate: `${E}hates` }, 0],
    ['by a predicate of literals', { predicate: `${E}age` }, 0],
    ['beyond the last', { offset: 99 }, 3],
  ])('%s: none', (_, change, total) => {
    const page = {
      node: `${E}ada`,
      predicate: `${E}knows`,
      direction: 'out',
      offset: 0,
      limit: 9,
    } as const;
    const found = exploreNeighbours(store, { ...page, ...change }, EN);
    expect(found?.total).toBe(total);
    expect(found?.nodes ?? []).toEqual([]);
  });

  it('of a hub are counted exactly and read by the page', async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `e:n${n} e:knows e:hub .`);
    const hub = await datasetOf(lines.join('\n'));
    expect(exploreNode(hub, `${E}hub`, EN)?.predicates).toEqual([
      { iri: `${E}knows`, label: 'e:knows', lang: '', direction: 'in', count: 10_000 },
    ]);
    const pages = [0, 50, 9990].map((offset) =>
      exploreNeighbours(
        hub,
        { node: `${E}hub`, predicate: `${E}knows`, direction: 'in', offset, limit: 50 },
        EN,
      ),
    );
    expect(pages.map((page) => [page?.nodes.length, page?.total])).toEqual([
      [50, 10_000],
      [50, 10_000],
      [10, 10_000],
    ]);
    const seen = new Set(pages.flatMap((page) => page?.nodes.map(({ iri }) => iri) ?? []));
    expect(seen.size).toBe(110);
  });
});

describe('links between nodes', () => {
  it('are all of them but those to classes, and loops too', async () => {
    const found = await exploreLinks(store, [`${E}ada`, `${E}bob`, `${E}nobody`, `${E}bob`], EN);
    expect(found.nodes.map(({ iri }) => iri)).toEqual([`${E}ada`, `${E}bob`]);
    const shown = found.edges.map(({ source, predicate, target }) =>
      [source, predicate, target].map((iri) => iri.slice(E.length)).join(' '),
    );
    expect(shown.toSorted()).toEqual([
      'ada knows bob',
      'ada likes bob',
      'bob knows ada',
      'bob knows bob',
    ]);
  });

  it('of the whole are those of its best linked nodes, which are counted', async () => {
    const found = await exploreDataset(store, 2, EN);
    expect(found.nodes.map(({ iri }) => iri)).toEqual([`${E}ada`, `${E}bob`]);
    expect(found.total).toBeGreaterThan(6);
    expect(found.isWhole).toBe(true);
  });

  it('say so where there are too many of them', async () => {
    const names = Array.from({ length: 150 }, (_, n) => `e:n${n}`);
    const dense = await datasetOf(
      names.map((one) => `${one} e:to ${names.join(' , ')} .`).join('\n'),
    );
    const found = await exploreDataset(dense, 5000, EN);
    expect([found.edges.length, found.isWhole]).toEqual([20_000, false]);
  });
});

describe('the beginning', () => {
  const VOID = '@prefix void: <http://rdfs.org/ns/void#> .';

  it('is the best linked of the examples that the dataset gives', async () => {
    const given = await datasetOf(`${VOID}
      e:set void:rootResource e:root ; void:exampleResource e:poor , e:rich , e:unknown .
      e:root e:p e:a , e:b , e:c , e:d , e:e , e:f . e:poor e:p e:a . e:rich e:p e:a , e:b .`);
    expect((await exploreStart(given, EN, new Memo())).map(({ iri }) => iri).slice(0, 2)).toEqual([
      `${E}rich`,
      `${E}poor`,
    ]);
  });

  it('is the best linked thing that has a name and a class, where none is given', async () => {
    const found = await exploreStart(store, EN, new Memo());
    expect(found[0]).toMatchObject({ iri: `${E}ada`, label: 'Ada' });
  });

  it('is what there is, where nothing has a name', async () => {
    const bare = await datasetOf('e:a e:p e:b .');
    expect((await exploreStart(bare, EN, new Memo())).map(({ iri }) => iri)).toEqual([
      `${E}a`,
      `${E}b`,
    ]);
  });

  it('is nowhere in a dataset that links nothing', async () => {
    expect(await exploreStart(await datasetOf(''), EN, new Memo())).toEqual([]);
  });
});
