/** What is said of one resource. */
import { describe, expect, it } from 'vitest';
import {
  describeDataset,
  type Description,
  type Descriptions,
  type PropertyStatements,
} from '../../src/description/index.ts';
import { toTsvTerm } from '../../src/sparql/index.ts';
import { datasetOf, type DatasetOfOptions } from '../support/dataset-of.ts';

const iri = (name: string) => `http://e.example/${name}`;
const short = (text: string) => text.replace(/^<?http:\/\/e\.example\/([^>]*)>?$/, 'e:$1');

const PREFIXES = `@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <https://schema.org/> .
`;

const describing = async (trig: string, options?: DatasetOfOptions): Promise<Descriptions> =>
  describeDataset(await datasetOf(PREFIXES + trig, options));

async function descriptionOf(name: string, trig: string, page?: number): Promise<Description> {
  const description = await (await describing(trig)).describe(iri(name), page);
  if (!description) throw new Error(`nothing is said of ${name}`);
  return description;
}

/** Statements as nested plain values. */
type Outline = Readonly<Record<string, readonly (string | Outline)[]>>;
const outline = (properties: readonly PropertyStatements[]): Outline =>
  Object.fromEntries(
    properties.map(({ predicate, statements }) => [
      short(predicate),
      statements.map(({ nested, value }) =>
        nested.length > 0
          ? outline(nested)
          : value.termType === 'BlankNode'
            ? '[]'
            : short(toTsvTerm(value)),
      ),
    ]),
  );

const triplesOf = ({ quads }: Description) =>
  quads.map((quad) =>
    [quad.subject, quad.predicate, quad.object]
      .map((term) => (term.termType === 'BlankNode' ? '[]' : short(toTsvTerm(term))))
      .join(' '),
  );

describe('labels', () => {
  const ORDER = [
    'skos:prefLabel',
    'rdfs:label',
    'dct:title',
    'schema:name',
    'foaf:name',
    'schema:headline',
  ];

  it.each(ORDER.slice(1).map((weaker, index) => [ORDER[index] ?? '', weaker] as const))(
    'of %s win over those of %s in the same language, and both languages stand side by side',
    async (stronger, weaker) => {
      const { labels } = await descriptionOf(
        's',
        `e:s ${weaker} "weak"@en , "schwach"@de ; ${stronger} "strong"@en .`,
      );
      expect([...labels]).toEqual([
        ['en', 'strong'],
        ['de', 'schwach'],
      ]);
    },
  );

  it('are texts: an IRI or a blank node is none, a text without a language is one', async () => {
    const { labels } = await descriptionOf('s', 'e:s rdfs:label e:x , [ ] , "plain" .');
    expect([...labels]).toEqual([['', 'plain']]);
  });

  it('are told for many resources at once, those without one left out', async () => {
    const descriptions = await describing('e:a rdfs:label "a" . e:b e:p e:c .');
    expect([...(await descriptions.labels([iri('a'), iri('b'), iri('none')]))]).toEqual([
      [iri('a'), new Map([['', 'a']])],
    ]);
  });
});

describe('properties', () => {
  it('hold their values in the order of terms, blank nodes with what is said of them', async () => {
    const { properties, types } = await descriptionOf(
      's',
      'e:s a e:Thing ; e:p 2 , "您"@zh , [ e:q [ e:r 1 ] , e:o ] ; a e:Other .',
    );
    expect(outline(properties)).toEqual({
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#type': ['e:Other', 'e:Thing'],
      'e:p': [{ 'e:q': [{ 'e:r': ['1'] }, 'e:o'] }, '2', '"您"@zh'],
    });
    expect(types.map(short)).toEqual(['e:Other', 'e:Thing']);
  });

  it('end where blank nodes come round again', async () => {
    const { properties } = await descriptionOf(
      's',
      'e:s e:p _:a . _:a e:q _:b . _:b e:r _:a , 1 .',
    );
    expect(outline(properties)).toEqual({ 'e:p': [{ 'e:q': [{ 'e:r': ['[]', '1'] }] }] });
  });

  it('name every graph that holds a statement, those apart left out', async () => {
    const descriptions = await describing(
      'e:g { e:s e:p 1 } e:h { e:s e:p 1 } e:apart { e:s e:p 1, 2 }',
      {
        isInDefaultGraph: (graph) => graph !== iri('apart'),
      },
    );
    const description = await descriptions.describe(iri('s'));
    expect(
      description?.properties.map(({ statements }) => statements.map(({ graphs }) => graphs)),
    ).toEqual([[[iri('g'), iri('h')]]]);
  });

  it('name the claims that reify a statement, and only those with an IRI', async () => {
    const { properties } = await descriptionOf(
      's',
      `e:s e:p e:o , e:other .
       e:claim1 rdf:subject e:s ; rdf:predicate e:p ; rdf:object e:o .
       e:claim2 rdf:subject e:s ; rdf:predicate e:p ; rdf:object e:o .
       e:claim3 rdf:subject e:x ; rdf:predicate e:p ; rdf:object e:o .
       e:half rdf:subject e:s ; rdf:predicate e:p .
       [ rdf:subject e:s ; rdf:predicate e:p ; rdf:object e:o ] .`,
    );
    expect(
      properties[0]?.statements.map(({ value, reifiers }) => [
        short(value.value),
        reifiers.map(short),
      ]),
    ).toEqual([
      ['e:o', ['e:claim1', 'e:claim2']],
      ['e:other', []],
    ]);
  });
});

describe('what points to a resource', () => {
  it('is told by property, a blank node as the resource it belongs to', async () => {
    const { incoming } = await descriptionOf(
      's',
      `e:s e:p 1 . e:a e:sees e:s . e:b e:sees [ e:deep [ e:at e:s ] ] , e:s .
       [] e:at e:s . _:ring e:at e:s ; e:self _:ring .`,
    );
    expect(
      incoming.map(({ predicate, subjects, total }) => [
        short(predicate),
        total,
        subjects.map(short),
      ]),
    ).toEqual([
      ['e:at', 3, ['e:b']],
      ['e:sees', 2, ['e:a', 'e:b']],
    ]);
  });

  it('comes in pages of 500, with the properties on each', async () => {
    const pointers = Array.from(
      { length: 1001 },
      (_, n) => `e:n${n} e:${n < 600 ? 'a' : 'b'} e:s .`,
    );
    const descriptions = await describing(`e:s e:p 1 . ${pointers.join('\n')}`);
    const pages = await Promise.all([1, 2, 3].map((page) => descriptions.describe(iri('s'), page)));
    expect(
      pages.map((description) => ({
        page: description?.page,
        pages: description?.pages,
        properties: outline(description?.properties ?? []),
        incoming: description?.incoming.map(({ predicate, subjects, total }) => [
          short(predicate),
          total,
          subjects.length,
        ]),
        triples: description?.quads.length,
      })),
    ).toEqual([
      {
        page: 1,
        pages: 3,
        properties: { 'e:p': ['1'] },
        incoming: [['e:a', 600, 500]],
        triples: 501,
      },
      {
        page: 2,
        pages: 3,
        properties: { 'e:p': ['1'] },
        incoming: [
          ['e:a', 600, 100],
          ['e:b', 401, 400],
        ],
        triples: 501,
      },
      { page: 3, pages: 3, properties: { 'e:p': ['1'] }, incoming: [['e:b', 401, 1]], triples: 2 },
    ]);
    const subjects = pages.flatMap(
      (description) => description?.incoming.flatMap((property) => property.subjects) ?? [],
    );
    expect(new Set(subjects).size).toBe(1001);
  });

  it.each([0, 4, -1, 1.5, Number.NaN])('has no page %s', async (page) => {
    const pointers = Array.from({ length: 1001 }, (_, n) => `e:n${n} e:p e:s .`);
    const descriptions = await describing(`e:s e:p 1 . ${pointers.join('\n')}`);
    expect(await descriptions.describe(iri('s'), page)).toBeUndefined();
  });
});

describe('the triples of a description', () => {
  it('are those of the resource, of its blank nodes and of what points to it, each once', async () => {
    const description = await descriptionOf(
      's',
      'e:s e:p [ e:q _:x ] , _:x . _:x e:r e:s . e:a e:p e:s . e:a e:p e:b .',
    );
    expect(triplesOf(description).toSorted()).toEqual([
      '[] e:q []',
      '[] e:r e:s',
      'e:a e:p e:s',
      'e:s e:p []',
      'e:s e:p []',
    ]);
  });

  it('hold a triple of two graphs once', async () => {
    const description = await descriptionOf('s', 'e:g { e:s e:p 1 } e:h { e:s e:p 1 }');
    expect(triplesOf(description)).toEqual(['e:s e:p 1']);
  });
});

describe('a document with hash terms', () => {
  const TRIG = `<http://e.example/def#B> rdfs:label "B" . <http://e.example/def> dct:title "Terms" .
    <http://e.example/def#A> e:p [ e:q 1 ] . <http://e.example/defx#C> e:p 1 . e:s e:p <http://e.example/only#X> .`;

  it('lists its terms in the order of their IRIs and holds their triples', async () => {
    const description = await descriptionOf('def', TRIG);
    expect(description.hashTerms).toEqual([iri('def#A'), iri('def#B')]);
    expect(triplesOf(description).toSorted()).toEqual(
      [
        '[] e:q 1',
        'e:def <http://purl.org/dc/terms/title> "Terms"',
        'e:def#A e:p []',
        'e:def#B <http://www.w3.org/2000/01/rdf-schema#label> "B"',
      ].toSorted(),
    );
  });

  it('is there though nothing is said of itself', async () => {
    const descriptions = await describing(TRIG);
    expect(await descriptions.has(iri('defx'))).toBe(true);
    expect((await descriptions.describe(iri('defx')))?.properties).toEqual([]);
  });

  it('is not there for a term that is an object alone', async () => {
    expect(await (await describing(TRIG)).has(iri('only'))).toBe(false);
  });
});

describe('a resource of which nothing is said', () => {
  it.each(['none', 'object', 'p', 'text'])('has no description: %s', async (name) => {
    const descriptions = await describing('e:s e:p e:object , "http://e.example/text" .');
    expect(await descriptions.has(iri(name))).toBe(false);
    expect(await descriptions.describe(iri(name))).toBeUndefined();
  });

  it('is one of which only a graph apart speaks', async () => {
    const descriptions = await describing('e:apart { e:s e:p 1 }', {
      isInDefaultGraph: (graph) => graph !== iri('apart'),
    });
    expect(await descriptions.has(iri('s'))).toBe(false);
  });
});
