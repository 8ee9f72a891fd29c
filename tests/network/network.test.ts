/** Which nodes and edges a network has, what they are called, and what it says of the rest. */
import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/network/index.ts';
import { rdf, terms } from '../../src/rdf/index.ts';
import { datasetOf } from '../support/dataset-of.ts';
import { networkOf, networkOfQuads } from '../support/network-of.ts';

const E = 'http://e.example/';
const short = (iri: string) => iri.replace(E, 'e:');
const nodesOf = ({ nodes }: Network) => nodes.map(({ id }) => short(id)).toSorted();
const edgesOf = ({ edges }: Network) =>
  edges
    .map(({ source, predicate, target }) =>
      [source, predicate, target].map((iri) => short(iri)).join(' '),
    )
    .toSorted();
const attributesOf = ({ nodes, columns }: Network, id: string) =>
  Object.fromEntries(
    columns.flatMap(({ property, name }) => {
      const value = nodes.find((node) => node.id === id)?.attributes.get(property);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** a → b → c → d → f, and x beside them. */
const CHAIN = `
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  e:a a e:Start ; e:to e:b . e:b a e:Step ; e:to e:c . e:c a e:Step ; e:to e:d . e:d e:to e:f .
  e:x a e:Step ; e:size 3 .
  e:to rdfs:label "leads to"@en , "führt nach"@de .`;

describe('a selection', () => {
  it.each([
    ['one step', '1', ['e:b', 'e:c', 'e:d'], ['e:b e:to e:c', 'e:c e:to e:d']],
    [
      'two steps',
      '2',
      ['e:a', 'e:b', 'e:c', 'e:d', 'e:f'],
      ['e:a e:to e:b', 'e:b e:to e:c', 'e:c e:to e:d', 'e:d e:to e:f'],
    ],
  ])('of a neighbourhood goes %s in both directions', async (_, depth, nodes, edges) => {
    const network = await networkOf(CHAIN, { resource: `${E}c`, depth });
    expect({ nodes: nodesOf(network), edges: edgesOf(network), limits: network.limits }).toEqual({
      nodes,
      edges,
      limits: [],
    });
    expect(network.nodes[0]?.id).toBe(`${E}c`);
  });

  it('of a class has its instances, their neighbours, and no edges between neighbours', async () => {
    const data = 'e:i a e:C ; e:to e:n , e:m . e:j a e:C ; e:to e:i . e:n e:to e:m , e:far .';
    const network = await networkOf(data, { class: 'e:C' });
    expect(nodesOf(network)).toEqual(['e:i', 'e:j', 'e:m', 'e:n']);
    expect(edgesOf(network)).toEqual(['e:i e:to e:m', 'e:i e:to e:n', 'e:j e:to e:i']);
  });

  it('of everything has every subject and object; classes and properties only as such', async () => {
    const network = await networkOf(CHAIN);
    expect(nodesOf(network)).toEqual(['e:a', 'e:b', 'e:c', 'e:d', 'e:f', 'e:to', 'e:x']);
    expect(network.edges.length).toBe(4);
  });

  it('leaves out a graph that is not part of the default graph', async () => {
    const store = await datasetOf('e:a e:p e:b . e:shapes { e:s e:p e:a }', {
      isInDefaultGraph: (iri) => iri !== `${E}shapes`,
    });
    expect(nodesOf(await networkOf(store))).toEqual(['e:a', 'e:b']);
  });

  it('of a resource without links is that resource', async () => {
    const network = await networkOf(CHAIN, { resource: 'e:x', depth: '3' });
    expect([nodesOf(network), edgesOf(network)]).toEqual([['e:x'], []]);
  });

  it.each([
    [
      { resource: 'e:nothing' },
      `resource: the data says nothing of ${E}nothing: take an IRI that stands in it`,
    ],
    [
      { class: 'e:a' },
      `class: nothing in the data is a ${E}a: take the IRI of a class that has instances`,
    ],
    [
      { resource: 'nothing' },
      'resource is neither an absolute IRI nor a name with a known prefix: "nothing"',
    ],
    [
      { class: 'e:a b' },
      'class is neither an absolute IRI nor a name with a known prefix: "e:a b"',
    ],
    [
      { resource: 'e:a', class: 'e:Start' },
      'resource and class are both there: ask for one of them',
    ],
    [{ depth: '2' }, 'depth is there without a resource: say from which resource to go'],
    [{ resource: 'e:a', depth: '4' }, 'depth must be a number from 1 to 3, not "4"'],
    [{ resource: 'e:a', depth: '-1' }, 'depth must be a number from 1 to 3, not "-1"'],
  ])('%j is refused with one line', async (wishes, message) => {
    await expect(networkOf(CHAIN, wishes)).rejects.toThrow(
      expect.objectContaining({ name: 'GraphpressError', message }),
    );
  });
});

describe('a node', () => {
  const DATA = `
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    e:a a e:Many , e:Few ; rdfs:label "A"@en , "甲"@zh ; e:note "one"@en , "uno"@es , "two"@en , "plain" ;
      e:count 7 ; e:share 0.5 ; e:open true ; e:when "2022-09-20"^^xsd:date ; e:mixed 1 ; e:big 12345678901234567890 .
    e:b a e:Many ; skos:prefLabel "B"@de ; e:count 8 , 9 ; e:share 2 ; e:mixed "much" ;
      e:has [ a e:Few ; e:note "deep" ] , [ e:note "bare" ] .
    e:c a e:Many ; e:has e:d .
    e:Few rdfs:label "Rare thing"@en .`;

  it('has the label in the wanted language, else another, else its name', async () => {
    const labels = async (language: string) =>
      Object.fromEntries(
        (await networkOf(DATA, { languages: [language] })).nodes.map(({ id, label }) => [
          short(id),
          label,
        ]),
      );
    expect(await labels('zh')).toMatchObject({
      'e:a': '甲',
      'e:b': 'B',
      'e:c': 'e:c',
      'e:d': 'e:d',
    });
    expect(await labels('en')).toMatchObject({ 'e:a': 'A', 'e:Few': 'Rare thing' });
  });

  it('has the rarest of its classes as type, and all of them as an attribute', async () => {
    const network = await networkOf(DATA);
    const types = network.nodes.map(({ id, type }) => [short(id), short(type ?? '')]);
    expect(Object.fromEntries(types)).toMatchObject({ 'e:a': 'e:Few', 'e:b': 'e:Many' });
    expect(attributesOf(network, `${E}a`)['rdf:type']).toBe(`${E}Few | ${E}Many`);
    expect(edgesOf(network).filter((edge) => edge.includes('type'))).toEqual([]);
  });

  it('has literals as attributes: in one language, several joined, numbers as numbers where all are', async () => {
    const network = await networkOf(DATA);
    expect(attributesOf(network, `${E}a`)).toEqual({
      'e:big': '12345678901234567890',
      'e:count': '7',
      'e:mixed': '1',
      'e:note': 'one | two',
      'e:open': true,
      'e:share': 0.5,
      'e:when': '2022-09-20',
      'rdf:type': `${E}Few | ${E}Many`,
      'rdfs:label': 'A',
    });
    expect(attributesOf(network, `${E}b`)).toMatchObject({ 'e:count': '8 | 9', 'e:share': 2 });
    expect(attributesOf(await networkOf(DATA, { languages: ['fr'] }), `${E}a`)['e:note']).toBe(
      'plain',
    );
    expect(Object.fromEntries(network.columns.map(({ name, kind }) => [name, kind]))).toMatchObject(
      {
        'e:count': 'text',
        'e:open': 'boolean',
        'e:share': 'double',
        'rdfs:label': 'text',
      },
    );
  });

  it('without a name has the same id each time, and its class in brackets as label', async () => {
    const [first, second] = [await networkOf(DATA), await networkOf(DATA)];
    const blank = first.nodes.filter(({ id }) => id.startsWith('_:'));
    expect(blank.map(({ id, type, label }) => [type, label === id ? 'its id' : label])).toEqual(
      expect.arrayContaining([
        [`${E}Few`, '[Rare thing]'],
        [undefined, 'its id'],
      ]),
    );
    expect(second).toEqual(first);
  });
});

describe('an edge', () => {
  it('has the IRI of its property, and its label in the wanted language', async () => {
    const { edges } = await networkOf(CHAIN, { resource: 'e:a', languages: ['de'] });
    expect(edges).toEqual([
      { id: 'e0', source: `${E}a`, target: `${E}b`, predicate: `${E}to`, label: 'führt nach' },
    ]);
  });

  it('may be one of several between the same nodes, and lead back to its own', async () => {
    const network = await networkOf('e:a e:p e:b , e:a ; e:q e:b .');
    expect(edgesOf(network)).toEqual(['e:a e:p e:a', 'e:a e:p e:b', 'e:a e:q e:b']);
  });
});

describe('the triples of an answer', () => {
  const iri = (name: string) => terms.namedNode(E + name);
  const triple = (s: string, p: string, o: string) => terms.quad(iri(s), iri(p), iri(o));

  it('become nodes and edges, each once, with labels that the dataset knows', async () => {
    const quads = [
      triple('a', 'p', 'b'),
      triple('a', 'p', 'b'),
      terms.quad(iri('a'), rdf('type'), iri('C')),
      terms.quad(iri('a'), iri('size'), terms.literal('big')),
      terms.quad(terms.blankNode('x'), iri('p'), iri('a')),
    ];
    const labels =
      '@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . e:b rdfs:label "Bee"@en .';
    const network = await networkOfQuads(quads, labels);
    expect(
      network.nodes.map(({ id, label, type }) => [short(id), label, short(type ?? '')]),
    ).toEqual([
      ['e:a', 'e:a', 'e:C'],
      ['e:b', 'Bee', ''],
      ['_:x', '_:x', ''],
    ]);
    expect(edgesOf(network)).toEqual(['_:x e:p e:a', 'e:a e:p e:b']);
    expect(attributesOf(network, `${E}a`)).toEqual({ 'e:size': 'big' });
    expect(network.limits).toEqual([]);
  });

  it('about triples are left out, and it says so', async () => {
    const about = terms.quad(iri('r'), iri('says'), triple('a', 'p', 'b') as never);
    const network = await networkOfQuads([about]);
    expect(network.limits).toEqual([
      'Triples about triples have no place in a network: 1 are left out.',
    ]);
  });

  it('that name too many things are read on, for what they say of the first', async () => {
    const late = terms.quad(iri('a'), iri('size'), terms.literal('big'));
    const quads = [triple('a', 'p', 'b'), triple('a', 'p', 'c'), triple('c', 'p', 'd'), late];
    const network = await networkOfQuads(quads, '', { limit: 2 });
    expect([nodesOf(network), edgesOf(network), attributesOf(network, `${E}a`)]).toEqual([
      ['e:a', 'e:b'],
      ['e:a e:p e:b'],
      { 'e:size': 'big' },
    ]);
    expect(network.limits).toEqual([
      'Only the first 2 nodes of the answer are here; 2 triples that name others are left out. A limit of up to 50,000 nodes shows more.',
    ]);
  });
});

describe('a network that is too big', () => {
  const star = (size: number) =>
    Array.from({ length: size }, (_, index) => `e:hub e:to e:n${index} . e:n${index} a e:C .`).join(
      '\n',
    );

  it.each([
    [
      'the whole: the best linked nodes',
      {},
      'Only 3 of 10 nodes are here, those with the most links, and the edges between them. A limit of up to 50,000 nodes shows more.',
    ],
    [
      'a neighbourhood: the nearest',
      { resource: 'e:n3', depth: '2' },
      'More than 3 nodes are at most 2 steps away from http://e.example/n3: only the first 3 are here, the nearest first, and the edges between them. A limit of up to 50,000 nodes shows more.',
    ],
    [
      'a class: its first instances',
      { class: 'e:C' },
      'Only 3 of 9 instances of http://e.example/C are here, the first in the order of their IRIs, and none of their neighbours. A limit of up to 50,000 nodes shows more.',
    ],
  ])('is cut to %s, and says so', async (_, wishes, sentence) => {
    const network = await networkOf(star(9), { ...wishes, limit: 3 });
    expect([network.nodes.length, network.limits]).toEqual([3, [sentence]]);
  });

  it('is whole at exactly its size', async () => {
    expect((await networkOf(star(9), { limit: 10 })).limits).toEqual([]);
    expect((await networkOf(star(9), { class: 'e:C', limit: 10 })).limits).toEqual([]);
  });

  it('says that neighbours of a class are missing', async () => {
    const network = await networkOf(star(9), { class: 'e:C', limit: 9 });
    expect(network.limits).toEqual([
      'All 9 instances of http://e.example/C are here, but not all of their neighbours. A limit of up to 50,000 nodes shows more.',
    ]);
  });

  it('keeps 20,000 edges, and says how many more there are', async () => {
    const size = 150;
    const all = Array.from({ length: size }, (_, index) => index);
    const dense = all.flatMap((a) => all.map((b) => `e:n${a} e:to e:n${b} .`)).join('\n');
    const network = await networkOf(dense);
    expect([network.edges.length, network.limits]).toEqual([
      20_000,
      [
        'Only 20,000 edges are here; 2,500 more between these nodes are left out. A limit of up to 50,000 nodes shows more.',
      ],
    ]);
  });
});
