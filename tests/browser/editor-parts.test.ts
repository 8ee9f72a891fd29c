/** The parts of the editor that need no browser. */
import { describe, expect, it } from 'vitest';
import type { Words } from '../../src/browser/editor/page-data.ts';
import { missingPrefix } from '../../src/browser/editor/query/prefix-line.ts';
import { cursorContext } from '../../src/browser/editor/query/cursor-context.ts';
import { type Lines, readLines } from '../../src/browser/editor/results/read-lines.ts';
import { compareKeys, sortKey } from '../../src/browser/editor/results/sort-rows.ts';
import { cellsOfTriple, cellsOfTsv, parseTerm } from '../../src/browser/editor/results/term.ts';
import { sparqlWords } from '../../src/pages/sparql/sparql-words.ts';

describe('the words of the interface', () => {
  it('are all there that the script uses, in each language', () => {
    const given: readonly Words[] = [sparqlWords('en'), sparqlWords('zh-hans')];
    expect(given.flatMap((words) => Object.values(words)).filter((word) => word === '')).toEqual(
      [],
    );
  });
});

describe('the context of the cursor', () => {
  it.each([
    ['SELECT * { ?s edu:cl', 'edu:cl', 'property'],
    ['SELECT * { ?s ', '', 'property'],
    ['SELECT * { ?s ?p ?o ; ', '', 'property'],
    ['SELECT * { ?s a ?c . ?s na', 'na', 'property'],
    ['SELECT * { ?s rdfs:label/', '', 'property'],
    ['SELECT * { FILTER (?x > 1.5) ?s na', 'na', 'property'],
    ['SELECT * { ?s a edu:C', 'edu:C', 'class'],
    ['SELECT * { ?s rdf:type x:A , ', '', 'class'],
    ['SELECT * { ?s ?p edu:', 'edu:', 'anything'],
    ['SELECT ?x WHERE { ?na', '?na', 'variable'],
    ['PREFIX ed', 'ed', 'prefix'],
    ['sel', 'sel', 'clause'],
    ['SELECT * { ?s ?p ?o } or', 'or', 'clause'],
    ['SELECT * { ?s ?p "an open te', '', 'nothing'],
    ['SELECT * { ?s ?p """an open\n te', '', 'nothing'],
    ['SELECT * # a comm', '', 'nothing'],
    ['SELECT * { <http://x.example/', '', 'nothing'],
    ['SELECT * { ?s ?p "a # no comment" ; na', 'na', 'property'],
    ["SELECT * { ?s ?p 'it\\'s' ; na", 'na', 'property'],
  ])('after %s is known', (before, word, kind) => {
    expect(cursorContext(before)).toEqual({ word, kind });
  });
});

describe('a missing PREFIX line', () => {
  it.each([
    ['SELECT * {}', 'PREFIX e: <x:>\nSELECT * {}'],
    ['# What?\nSELECT * {}', '# What?\nPREFIX e: <x:>\nSELECT * {}'],
    ['PREFIX a: <y:>\nSELECT * {}', 'PREFIX a: <y:>\nPREFIX e: <x:>\nSELECT * {}'],
    ['BASE <y:>\nSELECT * {}', 'BASE <y:>\nPREFIX e: <x:>\nSELECT * {}'],
    ['prefix e: <z:>\nSELECT * {}', 'prefix e: <z:>\nSELECT * {}'],
    ['', 'PREFIX e: <x:>\n'],
  ])('of %s goes where it belongs', (query, expected) => {
    const line = missingPrefix(query, 'e', 'x:');
    const made = line ? query.slice(0, line.from) + line.insert + query.slice(line.from) : query;
    expect(made).toBe(expected);
  });
});

const XSD = 'http://www.w3.org/2001/XMLSchema#';

describe('terms', () => {
  it.each([
    ['', undefined],
    ['<x:y>', { kind: 'iri', value: 'x:y' }],
    ['_:b1', { kind: 'blank', value: '_:b1' }],
    [
      '"a\\tb \\"c\\" \\\\n"',
      { kind: 'literal', value: 'a\tb "c" \\n', language: '', datatype: '' },
    ],
    ['"hi"@en-gb', { kind: 'literal', value: 'hi', language: 'en-gb', datatype: '' }],
    ['"hi"@ar--rtl', { kind: 'literal', value: 'hi', language: 'ar', datatype: '' }],
    ['"x@y"^^<t:t>', { kind: 'literal', value: 'x@y', language: '', datatype: 't:t' }],
    ['-1.5', { kind: 'literal', value: '-1.5', language: '', datatype: `${XSD}decimal` }],
    ['7', { kind: 'literal', value: '7', language: '', datatype: `${XSD}integer` }],
    ['1e3', { kind: 'literal', value: '1e3', language: '', datatype: `${XSD}double` }],
    ['"\\u00e9\\U0001F600"', { kind: 'literal', value: 'é😀', language: '', datatype: '' }],
    ['<<( <a:a> <b:b> "c" )>>', { kind: 'triple', value: '<<( <a:a> <b:b> "c" )>>' }],
  ])('are read from %s', (text, expected) => {
    expect(parseTerm(text)).toEqual(expected);
  });

  it('stand in the columns in which they came', () => {
    expect(cellsOfTsv('<a:a>\t\t1').map((term) => term?.value)).toEqual(['a:a', undefined, '1']);
    expect(cellsOfTriple('_:a <b:b> "c . d"@en .').map((term) => term?.value)).toEqual([
      '_:a',
      'b:b',
      'c . d',
    ]);
  });

  it('are sorted as numbers where they are numbers, and by name where they are IRIs', () => {
    const names: Readonly<Record<string, string>> = { 'x:1': 'zebra', 'x:2': 'ape' };
    const texts = ['"b"', '10', '<x:1>', '9', '', '"a"@en', '<x:2>', '_:b'];
    const sorted = texts
      .map((text) => ({ text, key: sortKey(parseTerm(text), (iri) => names[iri] ?? iri) }))
      .toSorted((a, b) => compareKeys(new Intl.Collator('en'))(a.key, b.key));
    expect(sorted.map(({ text }) => text)).toEqual([
      '',
      '_:b',
      '<x:2>',
      '<x:1>',
      '9',
      '10',
      '"a"@en',
      '"b"',
    ]);
  });
});

const bytesOf = (chunks: readonly string[]) =>
  ReadableStream.from(chunks.map((chunk) => new TextEncoder().encode(chunk)));

describe('the reader of lines', () => {
  it.each([
    ['in one piece', ['?a\n1\n2\n3\n4\n']],
    ['in pieces that end anywhere', ['?', 'a\n1', '\n2\n', '3\n4', '\n']],
  ])('keeps the first and counts the others, when they come %s', async (_, chunks) => {
    const lines: Lines = { head: undefined, stored: [], total: 0 };
    const limits = { maxLines: 2, maxBytes: 1000, hasHead: true };
    await readLines(bytesOf(chunks), limits, { lines, onChunk: () => {} });
    expect(lines).toEqual({ head: '?a', stored: ['1', '2'], total: 4 });
  });

  it('keeps no more bytes than it may', async () => {
    const lines: Lines = { head: undefined, stored: [], total: 0 };
    const chunks = ['a\n', `${'b'.repeat(50)}`, 'b\n', 'c\n'];
    const limits = { maxLines: 10, maxBytes: 10, hasHead: false };
    await readLines(bytesOf(chunks), limits, { lines, onChunk: () => {} });
    expect(lines).toEqual({ head: undefined, stored: ['a'], total: 3 });
  });
});
