/** What each client gets by the headers it really sends. https://www.rfc-editor.org/rfc/rfc9110#section-12.5 */
import { describe, expect, it } from 'vitest';
import { negotiate, type Offer, preferredLanguages } from '../../src/site/index.ts';
import { RDF_FORMATS } from '../../src/rdf/index.ts';
import { RESULT_FORMATS } from '../../src/sparql/index.ts';

const HTML: Offer = { mediaType: 'text/html', aliases: [] };
const TABLES: readonly Offer[] = [...RESULT_FORMATS, HTML];
const GRAPHS: readonly Offer[] = [...RDF_FORMATS, HTML];

type Row = readonly [client: string, accept: string | undefined, mediaType: string | undefined];

const OF_A_TABLE: readonly Row[] = [
  ['nobody in particular', undefined, 'application/sparql-results+json'],
  ['pandas, which sends nothing', '', 'application/sparql-results+json'],
  ['curl', '*/*', 'application/sparql-results+json'],
  [
    'the SPARQL store of rdflib',
    'application/sparql-results+xml, application/rdf+xml',
    'application/sparql-results+xml',
  ],
  [
    'Jena',
    'application/sparql-results+json, application/sparql-results+xml;q=0.9, text/tab-separated-values;q=0.7, text/csv;q=0.5, application/json;q=0.2, application/xml;q=0.2, */*;q=0.1',
    'application/sparql-results+json',
  ],
  [
    'Comunica',
    'application/sparql-results+json;q=1.0,application/sparql-results+xml;q=0.7',
    'application/sparql-results+json',
  ],
  [
    'a browser',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
    'text/html',
  ],
  ['a script that says JSON', 'application/json', 'application/sparql-results+json'],
  ['a script that says XML', 'text/xml, application/xml;q=0.5', 'application/sparql-results+xml'],
  ['a spreadsheet', 'text/csv', 'text/csv'],
  ['a spreadsheet with parameters', 'text/csv;header=present;charset=utf-8', 'text/csv'],
  ['who likes text, and plain text most', 'text/plain, text/*;q=0.5', 'text/csv'],
  ['who writes it large', 'TEXT/CSV', 'text/csv'],
  [
    'who prefers by weight',
    'text/csv;q=0.1, text/tab-separated-values;q=0.2',
    'text/tab-separated-values',
  ],
  [
    'who excludes one',
    'application/sparql-results+json;q=0, */*',
    'application/sparql-results+xml',
  ],
  ['who asks for a graph', 'text/turtle', undefined],
  ['who excludes all', '*/*;q=0', undefined],
  ['who asks for a picture', 'image/png', undefined],
];

const OF_A_GRAPH: readonly Row[] = [
  ['nobody in particular', undefined, 'text/turtle'],
  ['curl', '*/*', 'text/turtle'],
  [
    'rdflib',
    'application/rdf+xml, text/rdf+n3;q=0.9, application/xhtml+xml;q=0.5, */*;q=0.1',
    'application/rdf+xml',
  ],
  [
    'rapper, which likes all the same',
    'application/rdf+xml, text/rdf+xml, application/n-triples, text/plain, text/turtle, application/x-turtle, text/n3, application/trig, text/x-nquads, application/json, text/html, */*;q=0.1',
    'text/turtle',
  ],
  [
    'Jena',
    'text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3',
    'text/turtle',
  ],
  [
    'Comunica',
    'application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,text/html;q=0.2',
    'application/n-quads',
  ],
  ['SPARQLWrapper', 'application/turtle,text/turtle,text/rdf+n3', 'text/turtle'],
  ['YASGUI', 'application/n-triples,*/*;q=0.9', 'application/n-triples'],
  ['Reactodia', 'text/turtle', 'text/turtle'],
  [
    'a browser',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
    'text/html',
  ],
  ['a script that says JSON', 'application/json', 'application/ld+json'],
  [
    'who asks for one profile',
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"',
    'application/ld+json',
  ],
  ['who asks for plain text', 'text/plain', 'application/n-triples'],
  ['who excludes Turtle', 'text/turtle;q=0, */*;q=0.1', 'application/ld+json'],
  ['who asks for a table', 'text/csv', undefined],
];

describe('negotiation', () => {
  it.each(OF_A_TABLE)('gives of the forms of a table, to %s (%s), %s', (_, accept, mediaType) => {
    expect(negotiate(accept, TABLES)?.mediaType).toBe(mediaType);
  });

  it.each(OF_A_GRAPH)('gives of the forms of a graph, to %s (%s), %s', (_, accept, mediaType) => {
    expect(negotiate(accept, GRAPHS)?.mediaType).toBe(mediaType);
  });

  it('never gives an alias by a wildcard', () => {
    const offers = [{ mediaType: 'application/x', aliases: ['text/x'] }, HTML];
    expect(negotiate('text/*', offers)).toBe(HTML);
  });
});

describe('languages', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['*', []],
    ['en', ['en']],
    ['zh-CN,zh;q=0.9,en;q=0.8', ['zh-cn', 'zh', 'en']],
    ['en;q=0.5, de-AT', ['de-at', 'de', 'en']],
    ['fr;q=0, en', ['en']],
    ['zh-Hant-TW', ['zh-hant-tw', 'zh-hant', 'zh']],
    [
      Array.from({ length: 999 }, (_, n) => `x${n}`).join(),
      Array.from({ length: 64 }, (_, n) => `x${n}`),
    ],
  ])('of "%s" are %j', (header, expected) => {
    expect(preferredLanguages(header)).toEqual(expected);
  });
});
