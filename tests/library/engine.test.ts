/** Engines over quads, files and folders; results as RDF/JS. */
import { gzipSync } from 'node:zlib';
import type { Bindings, Quad } from '@rdfjs/types';
import { Store as N3Store } from 'n3';
import rdf from 'rdf-ext';
import { afterAll, describe, expect, it } from 'vitest';
import { GraphpressError, openEngine } from '../../src/index.ts';
import { terms } from '../../src/rdf/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { PRODUCT } from './product.ts';

const knows = terms.namedNode('urn:knows');
const quads: Quad[] = [
  terms.quad(terms.namedNode('urn:a'), knows, terms.namedNode('urn:b')),
  terms.quad(terms.namedNode('urn:b'), knows, terms.blankNode('c')),
  terms.quad(
    terms.namedNode('urn:a'),
    terms.namedNode('urn:name'),
    terms.literal('甲', 'zh-hans'),
    terms.namedNode('urn:g'),
  ),
];
const engine = await openEngine(quads, { workers: 1, timeoutMs: 400 });
afterAll(() => engine.close());

const rowsOf = async (rows: AsyncIterable<Bindings>, name: string): Promise<string[]> => {
  const values: string[] = [];
  for await (const row of rows) values.push(row.get(name)?.value ?? '');
  return values.toSorted();
};

describe('a source', () => {
  const sources: [string, Iterable<Quad> | AsyncIterable<Quad>][] = [
    ['an array', quads],
    ['a dataset of rdf-ext', rdf.dataset(quads as never) as unknown as Iterable<Quad>],
    ['a store of N3', new N3Store(quads as never) as unknown as Iterable<Quad>],
    [
      'an async iterable',
      (async function* all() {
        yield* quads;
      })(),
    ],
  ];
  it.each(sources)('is %s', async (_, source) => {
    await using opened = await openEngine(source, { workers: 1 });
    const rows = await opened.queryBindings('SELECT ?s { ?s <urn:knows> ?o }');
    expect(await rowsOf(rows, 's')).toEqual(['urn:a', 'urn:b']);
  });

  it('has a default graph of its own', async () => {
    expect(await engine.queryBoolean('ASK { ?s <urn:name> ?name }')).toBe(false);
    expect(await engine.queryBoolean('ASK { GRAPH ?g { ?s <urn:name> ?name } }')).toBe(true);
  });

  it('matches language tags without regard to case', async () => {
    const upper = terms.quad(
      terms.namedNode('urn:a'),
      knows,
      rdf.literal('甲', 'zh-Hans') as never,
    );
    await using opened = await openEngine([upper], { workers: 1 });
    expect(await opened.queryBoolean('ASK { ?s ?p "甲"@zh-hans }')).toBe(true);
  });

  it('is a file, or several, compressed or not', async () => {
    const folder = await temporaryFolder({
      'one.ttl': '<urn:a> <urn:knows> _:x .',
      'two.nt.gz': gzipSync('<urn:b> <urn:knows> _:x .\n'),
    });
    const count = 'SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s <urn:knows> ?o }';
    await using one = await openEngine(`${folder}/one.ttl`);
    expect(await rowsOf(await one.queryBindings(count), 'n')).toEqual(['1']);
    await using both = await openEngine([`${folder}/one.ttl`, `${folder}/two.nt.gz`]);
    expect(await rowsOf(await both.queryBindings(count), 'n')).toEqual(['2']);
  });

  it('is a folder, read with its rules', async () => {
    const folder = await temporaryFolder({
      'data/a.ttl': '<http://a.example/1> <http://a.example/p> <http://a.example/2> .',
      'ontology/rules/r.rq':
        'CONSTRUCT { ?o <http://a.example/inverse> ?s } WHERE { ?s <http://a.example/p> ?o }',
    });
    await using opened = await openEngine(folder, { workers: 1 });
    expect(await opened.queryBoolean('ASK { ?s <http://a.example/inverse> ?o }')).toBe(true);
  });

  it('is refused where it cannot be read', async () => {
    const folder = await temporaryFolder({ 'one.ttl': '<urn:a> <urn:b>', 'two.txt': '' });
    await expect(openEngine(`${folder}/one.ttl`)).rejects.toThrow(/one\.ttl:1:/);
    await expect(openEngine([`${folder}/two.txt`])).rejects.toThrow(/two\.txt/);
    await expect(openEngine([`${folder}/none.ttl`])).rejects.toThrow(/none\.ttl: cannot be read/);
    await expect(openEngine(`${folder}/none`)).rejects.toThrow(/there is no folder/);
  });
});

describe('a result', () => {
  it('is bindings with RDF/JS terms', async () => {
    const result = await engine.query('SELECT ?g ?name ?none { GRAPH ?g { ?s <urn:name> ?name } }');
    if (result.kind !== 'bindings') throw new Error('a SELECT gives bindings');
    expect(result.variables).toEqual(['g', 'name', 'none']);
    const [row] = await result.bindings.toArray();
    expect(row?.get('name')?.equals(terms.literal('甲', 'zh-hans'))).toBe(true);
    expect(row?.has('none')).toBe(false);
    expect(row?.size).toBe(2);
  });

  it('is quads', async () => {
    const result = await engine.queryQuads(
      'CONSTRUCT { ?o <urn:knownBy> ?s } { ?s <urn:knows> ?o }',
    );
    const all = await result.toArray();
    expect(all.map(({ predicate }) => predicate.value)).toEqual(['urn:knownBy', 'urn:knownBy']);
    expect(rdf.dataset(all as never).size).toBe(2);
  });

  it('is a stream with events', async () => {
    const stream = await engine.queryBindings('SELECT ?s { ?s <urn:knows> ?o }');
    const seen: Bindings[] = [];
    await new Promise((resolve, reject) => {
      stream.on('data', (row: Bindings) => seen.push(row));
      stream.on('end', resolve);
      stream.on('error', reject);
    });
    expect(seen).toHaveLength(2);
  });

  it('of another form is an error with a code', async () => {
    const wrong = engine.queryBoolean('SELECT * { ?s ?p ?o }');
    await expect(wrong).rejects.toThrow(GraphpressError);
    await expect(wrong).rejects.toMatchObject({ code: 'bad-request' });
  });
});

describe('a query', () => {
  it('with a mistake has a code and a position', async () => {
    await expect(engine.query('SELECT *')).rejects.toMatchObject({
      code: 'query-syntax',
      details: { line: 1 },
    });
  });

  it('ends at its deadline, and timers go on', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 10);
    await expect(engine.query(PRODUCT)).rejects.toMatchObject({ code: 'query-timeout' });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
  });

  it('ends with its signal', async () => {
    await using patient = await openEngine(quads, { workers: 1 });
    const controller = new AbortController();
    const running = patient.query(PRODUCT, { signal: controller.signal });
    controller.abort(new Error('no longer needed'));
    await expect(running).rejects.toThrow('no longer needed');
    await expect(patient.query('ASK {}', { signal: controller.signal })).rejects.toThrow(
      'no longer needed',
    );
    expect(await patient.queryBoolean('ASK { ?s ?p ?o }')).toBe(true);
  });

  it('ends when its stream is left', async () => {
    await using other = await openEngine(quads, { workers: 1 });
    const product = PRODUCT.replace('(COUNT(*) AS ?n)', '*').replace('< 0', '> 0');
    for await (const row of await other.queryBindings(product)) {
      expect(row.size).toBe(9);
      break;
    }
    expect(await other.queryBoolean('ASK { ?s ?p ?o }')).toBe(true);
  });

  it('is refused once the engine is closed', async () => {
    const closed = await openEngine(quads, { workers: 1 });
    await closed.close();
    await expect(closed.query(PRODUCT)).rejects.toMatchObject({ code: 'closed' });
  });
});
