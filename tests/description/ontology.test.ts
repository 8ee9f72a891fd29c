/** An ontology as the data has it: what it defines, what it reuses, and how it uses both. */
import { describe, expect, it } from 'vitest';
import { type Ontology, readOntology, type Usage } from '../../src/description/index.ts';
import { datasetOf } from '../support/dataset-of.ts';

const PREFIXES = `
  @prefix owl: <http://www.w3.org/2002/07/owl#> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .`;

const E = 'http://e.example/';
const read = async (turtle: string): Promise<Ontology> =>
  readOntology(await datasetOf(PREFIXES + turtle));
const term = (ontology: Ontology, name: string) => ontology.terms.get(E + name);
const short = (iri: string) => iri.replace(/^.*[#/]/, '');

describe('which terms there are', () => {
  it.each([
    ['an owl:Class', 'e:A a owl:Class .', { isClass: true, isProperty: false, isOwn: true }],
    ['an rdfs:Class', 'e:A a rdfs:Class .', { isClass: true, isProperty: false, isOwn: true }],
    [
      'a class that is only used',
      'e:x a e:A .',
      { isClass: true, isProperty: false, isOwn: false },
    ],
    [
      'a class above another',
      'e:B rdfs:subClassOf e:A .',
      { isClass: true, isProperty: false, isOwn: false },
    ],
    [
      'a class that is a range',
      'e:p rdfs:range e:A .',
      { isClass: true, isProperty: false, isOwn: false },
    ],
    ['an rdf:Property', 'e:A a rdf:Property .', { isClass: false, isProperty: true, isOwn: true }],
    [
      'an owl:ObjectProperty',
      'e:A a owl:ObjectProperty .',
      { isClass: false, isProperty: true, isOwn: true },
    ],
    [
      'a transitive property',
      'e:A a owl:TransitiveProperty .',
      { isClass: false, isProperty: true, isOwn: true },
    ],
    [
      'a property that is only used',
      'e:x e:A e:y .',
      { isClass: false, isProperty: true, isOwn: false },
    ],
    [
      'a term that is both',
      'e:A a owl:Class , rdf:Property .',
      { isClass: true, isProperty: true, isOwn: true },
    ],
    [
      'a term of an ontology that is elsewhere',
      'e:o a owl:Ontology . e:A a owl:Class ; rdfs:isDefinedBy <http://other.example/> .',
      { isClass: true, isProperty: false, isOwn: false },
    ],
    [
      'a term of an ontology that is here, which only the data uses as a class',
      'e:o a owl:Ontology . e:A rdfs:isDefinedBy e:o . e:x a e:A .',
      { isClass: true, isProperty: false, isOwn: true },
    ],
  ])('finds %s', async (_, turtle, expected) => {
    const found = term(await read(turtle), 'A');
    expect({
      isClass: found?.asClass !== undefined,
      isProperty: found?.asProperty !== undefined,
      isOwn: found?.isOwn,
    }).toEqual(expected);
  });

  it('takes no datatype for a class', async () => {
    const { terms } = await read('e:p rdfs:range xsd:integer , rdf:langString , rdfs:Literal .');
    expect([...terms.values()].filter(({ asClass }) => asClass).map(({ iri }) => iri)).toEqual([]);
  });

  it('takes no blank node for a class', async () => {
    const { terms } = await read(
      '[] a owl:Class . e:A rdfs:subClassOf [ a owl:Class ] . e:x a [] .',
    );
    expect([...terms.keys()].filter((iri) => !/^https?:/.test(iri))).toEqual([]);
  });

  it('lists what an ontology defines beside classes and properties', async () => {
    const { others, documents } = await read(`
      <http://e.example/o> a owl:Ontology ; dct:title "O"@en ; owl:versionInfo "2.1" .
      <http://e.example/o#thing> rdfs:label "a thing"@en .
      <http://e.example/o#Class> a owl:Class .
      e:named rdfs:isDefinedBy <http://e.example/o> .`);
    expect(others.map(({ iri }) => short(iri)).toSorted()).toEqual(['named', 'thing']);
    expect(documents.map(({ iri, version }) => [short(iri), version])).toEqual([['o', '2.1']]);
  });
});

describe('what is said of a term', () => {
  it('keeps names and definitions by language, the best property first', async () => {
    const found = term(
      await read(`e:A a owl:Class ; rdfs:label "a"@en , "甲"@zh-Hans ;
        rdfs:comment "comment"@en , "Kommentar"@de ; skos:definition "definition"@en .`),
      'A',
    );
    expect(found?.labels).toEqual(
      new Map([
        ['en', 'a'],
        ['zh-hans', '甲'],
      ]),
    );
    expect(found?.definitions).toEqual(
      new Map([
        ['en', 'definition'],
        ['de', 'Kommentar'],
      ]),
    );
  });

  it('knows what is deprecated and what to use instead', async () => {
    const ontology = await read(`
      e:Old a owl:Class ; owl:deprecated true ; dct:isReplacedBy e:New .
      e:Older a owl:DeprecatedClass . e:New a owl:Class .`);
    expect(
      ['Old', 'Older', 'New'].map((name) => [
        term(ontology, name)?.isDeprecated,
        term(ontology, name)?.replacedBy.map(short),
      ]),
    ).toEqual([
      [true, ['New']],
      [true, []],
      [false, []],
    ]);
  });

  it('knows what is the same elsewhere, inverse and disjoint, both ways', async () => {
    const ontology = await read(`
      e:A a owl:Class ; owl:equivalentClass <http://other.example/A> ; owl:disjointWith e:B .
      e:B a owl:Class . e:C a owl:Class .
      [] a owl:AllDisjointClasses ; owl:members ( e:A e:C ) .
      e:p a owl:ObjectProperty ; owl:inverseOf e:q . e:q a owl:ObjectProperty .`);
    expect({
      same: term(ontology, 'A')?.equivalents,
      disjoint: ['A', 'B', 'C'].map((name) =>
        term(ontology, name)?.asClass?.disjointWith.map(short),
      ),
      inverse: ['p', 'q'].map((name) => term(ontology, name)?.asProperty?.inverses.map(short)),
    }).toEqual({
      same: ['http://other.example/A'],
      disjoint: [['B', 'C'], ['A'], ['A']],
      inverse: [['q'], ['p']],
    });
  });

  it.each([
    [
      'owl:unionOf ( e:B e:C )',
      {
        kind: 'union',
        members: [
          { kind: 'class', iri: `${E}B` },
          { kind: 'class', iri: `${E}C` },
        ],
      },
    ],
    ['owl:complementOf e:B', { kind: 'not', of: { kind: 'class', iri: `${E}B` } }],
    [
      'owl:onProperty e:p ; owl:someValuesFrom e:B',
      { kind: 'some', property: `${E}p`, of: { kind: 'class', iri: `${E}B` } },
    ],
    [
      'owl:onProperty e:p ; owl:allValuesFrom e:B',
      { kind: 'only', property: `${E}p`, of: { kind: 'class', iri: `${E}B` } },
    ],
    [
      'owl:onProperty e:p ; owl:minCardinality 2',
      { kind: 'min', property: `${E}p`, count: 2, of: undefined },
    ],
    [
      'owl:onProperty e:p ; owl:qualifiedCardinality 1 ; owl:onClass e:B',
      { kind: 'exactly', property: `${E}p`, count: 1, of: { kind: 'class', iri: `${E}B` } },
    ],
  ])('reads the nameless class [ %s ]', async (turtle, expected) => {
    const ontology = await read(`e:A a owl:Class ; rdfs:subClassOf [ ${turtle} ] .`);
    expect(term(ontology, 'A')?.asClass?.conditions).toEqual([expected]);
    expect(ontology.unsupportedExpressions).toBe(0);
  });

  it.each([
    ['one without anything', '[]'],
    ['one on no property', '[ owl:someValuesFrom e:B ]'],
    [
      'one with a chain of properties',
      '[ owl:onProperty [ owl:inverseOf e:p ] ; owl:someValuesFrom e:B ]',
    ],
    ['one with a part that cannot be said', '[ owl:unionOf ( e:B [] ) ]'],
    ['one within itself', '_:b . _:b owl:complementOf _:b'],
  ])('counts %s instead of saying half of it', async (_, turtle) => {
    const ontology = await read(`e:A a owl:Class ; rdfs:subClassOf ${turtle} .`);
    expect([term(ontology, 'A')?.asClass?.conditions, ontology.unsupportedExpressions]).toEqual([
      [],
      1,
    ]);
  });
});

describe('how terms are used', () => {
  const DATA = `
    e:Book a owl:Class . e:Atlas a owl:Class ; rdfs:subClassOf e:Book . e:Shelf a owl:Class .
    e:on a owl:ObjectProperty ; rdfs:domain e:Book ; rdfs:range e:Shelf .
    e:lends a owl:ObjectProperty ; rdfs:domain e:Shelf ; rdfs:range e:Book .
    e:b1 a e:Book ; rdfs:label "one" ; e:on e:s1 ; e:pages 12 .
    e:b2 a e:Book , e:Atlas ; e:on e:s1 , e:s2 .
    e:s1 a e:Shelf . e:s2 a e:Shelf .`;

  it('counts instances, and which properties they have', async () => {
    const book = term(await read(DATA), 'Book')?.asClass;
    expect(book?.instances).toBe(2);
    expect(book?.usedWith.items.map(({ iri, count }) => [short(iri), count])).toEqual([
      ['on', 2],
      ['pages', 1],
      ['label', 1],
    ]);
    expect(book?.usedWith.sampleSize).toBeUndefined();
    expect(book?.examples).toEqual([`${E}b1`]);
  });

  it('counts statements, their subjects and their values', async () => {
    const ontology = await read(DATA);
    const on = term(ontology, 'on')?.asProperty;
    const pairs = (usage: Usage | undefined) =>
      usage?.items.map(({ iri, count }) => [short(iri), count]);
    expect({
      uses: on?.uses,
      subjects: pairs(on?.subjects),
      values: pairs(on?.values),
      pages: pairs(term(ontology, 'pages')?.asProperty?.values),
      reachedBy: pairs(term(ontology, 'Shelf')?.asClass?.reachedBy),
    }).toEqual({
      uses: 3,
      subjects: [
        ['Book', 3],
        ['Atlas', 2],
      ],
      values: [['Shelf', 3]],
      pages: [['integer', 1]],
      reachedBy: [['on', 3]],
    });
  });

  it('joins the most specific classes, and those that only the ontology joins', async () => {
    const { links } = await read(DATA);
    expect(
      links
        .filter(({ property }) => property.startsWith(E))
        .map(
          ({ from, property, to, count }) =>
            `${short(from)} ${short(property)} ${short(to)} ${count}`,
        )
        .toSorted(),
    ).toEqual(['Atlas on Shelf 2', 'Book on Shelf 1', 'Shelf lends Book 0']);
  });

  it('says of how many it is a sample, where there are very many', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => `e:t${n} a e:Thing ; e:of e:Thing .`);
    const ontology = await read(many.join('\n'));
    const thing = term(ontology, 'Thing')?.asClass;
    expect([thing?.instances, thing?.usedWith.sampleSize]).toEqual([5000, 1000]);
    expect(term(ontology, 'of')?.asProperty?.uses).toBe(5000);
    expect(term(ontology, 'of')?.asProperty?.subjects.sampleSize).toBe(3000);
  });

  it('ends in a hierarchy that runs in a circle', async () => {
    const ontology = await read(`
      e:A a owl:Class ; rdfs:subClassOf e:B . e:B a owl:Class ; rdfs:subClassOf e:A .
      e:p rdfs:subPropertyOf e:p . e:x a e:A , e:B ; e:p e:x .`);
    expect(term(ontology, 'A')?.asClass?.above).toEqual([`${E}B`]);
    expect(ontology.links.filter(({ property }) => property === `${E}p`)).toHaveLength(1);
  });
});

describe('code lists', () => {
  it('holds the concepts of a scheme, however they are in it, with how often they are used', async () => {
    const { codeLists } = await read(`
      e:colours a skos:ConceptScheme ; skos:prefLabel "Colours"@en ; skos:hasTopConcept e:red .
      e:green skos:inScheme e:colours ; skos:broader e:red .
      e:blue skos:topConceptOf e:colours ; owl:deprecated true ; dct:isReplacedBy e:green .
      e:car e:colour e:red , e:green . e:bus e:colour e:red .`);
    const [list] = codeLists;
    expect(
      list?.entries
        .map(({ iri, uses, isDeprecated }) => [short(iri), uses, isDeprecated])
        .toSorted(),
    ).toEqual([
      ['blue', 0, true],
      ['green', 2, false],
      ['red', 2, false],
    ]);
  });

  it('keeps the first concepts of a thesaurus, and how many there are', async () => {
    const many = Array.from({ length: 300 }, (_, n) => `e:c${n} skos:inScheme e:all .`);
    const [list] = (await read(`e:all a skos:ConceptScheme . ${many.join('\n')}`)).codeLists;
    expect([list?.entries.length, list?.total]).toEqual([200, 300]);
  });
});
