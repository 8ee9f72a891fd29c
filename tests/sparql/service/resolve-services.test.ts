/** SERVICE: whom a query asks, what it tells them, and how their answers are joined. https://www.w3.org/TR/sparql11-federated-query/ */
import { describe, expect, it } from 'vitest';
import { terms } from '../../../src/rdf/index.ts';
import {
  embeddedEngine,
  type ServiceClient,
  ServiceError,
  type ServiceRow,
} from '../../../src/sparql/index.ts';
import { askEngine } from '../../support/ask-engine.ts';
import { datasetOf } from '../../support/dataset-of.ts';

const store = await datasetOf(
  `e:here { e:a e:same e:x ; e:size 1 . e:b e:same e:y ; e:size 2 . e:c e:same _:hidden ; e:size 3 .
     e:x e:at e:one . e:y e:at e:two }`,
);
const iri = (name: string) => terms.namedNode(`http://e.example/${name}`);
const label = (name: string, text: string): ServiceRow => ({
  s: iri(name),
  l: terms.literal(text),
});

/** What was asked, on one line each. */
function recorder(answer: (endpoint: string) => readonly ServiceRow[]) {
  const asked: string[] = [];
  const client: ServiceClient = {
    select: async (endpoint, query) => {
      asked.push(`${endpoint.replace(/^.*\//, '')}: ${query.replace(/\s+/g, ' ').trim()}`);
      return answer(endpoint);
    },
  };
  return {
    asked,
    engine: embeddedEngine(store, { baseIri: 'http://e.example/', services: client }),
  };
}

const labels = () => [label('x', 'ex'), label('y', 'why'), label('z', 'zed')];

describe('another endpoint', () => {
  it('is told the values that are known, and asked once', async () => {
    const { asked, engine } = recorder(labels);
    expect(
      await askEngine(
        engine,
        'SELECT ?t ?l { ?t e:same ?s . SERVICE e:far { ?s e:label ?l } ?t e:size 2 }',
      ),
    ).toEqual({ variables: ['t', 'l'], rows: ['e:b "why"'] });
    expect(asked).toEqual([
      'far: SELECT ?s ?l WHERE { VALUES ?s { <http://e.example/y> } ?s <http://e.example/label> ?l . }',
    ]);
  });

  it.each([
    ['nothing where nothing is known', 'SERVICE e:far { ?s e:label ?l }', 1],
    [
      'nothing of a variable that its pattern may leave open',
      '?t e:same ?s SERVICE e:far { OPTIONAL { ?s e:label ?l } }',
      1,
    ],
    ['no blank node of ours', 'e:c e:same ?s SERVICE e:far { ?s e:label ?l }', 1],
  ])('is told %s', async (_, pattern, count) => {
    const { asked, engine } = recorder(labels);
    await askEngine(engine, `SELECT * { ${pattern} }`);
    expect(asked).toHaveLength(count);
    expect(asked.join()).not.toContain('VALUES');
  });

  it('is told only what filters let pass', async () => {
    const { asked, engine } = recorder(labels);
    await askEngine(
      engine,
      'SELECT * { ?t e:same ?s ; e:size ?n SERVICE e:far { ?s e:label ?l } FILTER(?n < 2) }',
    );
    expect(asked.join()).toContain('VALUES ?s { <http://e.example/x> }');
  });

  it('is not asked where nothing fits', async () => {
    const { asked, engine } = recorder(labels);
    expect(
      await askEngine(engine, 'SELECT * { ?t e:none ?s SERVICE e:far { ?s e:label ?l } }'),
    ).toEqual({ variables: ['t', 's', 'l'], rows: [] });
    expect(asked).toEqual([]);
  });

  it('is asked in blocks where much is known', async () => {
    const many = await datasetOf(
      Array.from({ length: 1200 }, (_, n) => `e:s${n} e:same e:o${n} .`).join('\n'),
    );
    let calls = 0;
    const services: ServiceClient = {
      select: async () => {
        calls += 1;
        return [];
      },
    };
    const engine = embeddedEngine(many, { baseIri: 'http://e.example/', services });
    await askEngine(engine, 'SELECT * { ?t e:same ?s SERVICE e:far { ?s e:label ?l } }');
    expect(calls).toBe(3);
  });

  it('may be named by a variable', async () => {
    const { asked, engine } = recorder((endpoint) =>
      endpoint.endsWith('one') ? [label('x', 'from one')] : [label('x', 'from two')],
    );
    expect(
      await askEngine(
        engine,
        'SELECT ?e ?l { SERVICE ?e { ?s e:label ?l } ?x e:at ?e } ORDER BY ?l',
      ),
    ).toEqual({ variables: ['e', 'l'], rows: ['e:one "from one"', 'e:two "from two"'] });
    expect(asked.map((line) => line.slice(0, 3))).toEqual(['one', 'two']);
  });

  it('is asked after another one that it depends on', async () => {
    const { asked, engine } = recorder((endpoint) =>
      endpoint.endsWith('first') ? [{ s: iri('x'), e: iri('second') }] : labels(),
    );
    expect(
      await askEngine(
        engine,
        'SELECT ?l { SERVICE ?e { ?s e:label ?l } SERVICE e:first { ?s e:in ?e } }',
      ),
    ).toEqual({ variables: ['l'], rows: ['"ex"'] });
    expect(asked).toHaveLength(2);
  });

  it('gives its solutions to OPTIONAL, MINUS, EXISTS and UNION alike', async () => {
    const { engine } = recorder(() => [label('x', 'ex')]);
    const rows = (pattern: string) => askEngine(engine, `SELECT ?s ?l { ${pattern} }`);
    expect(await rows('?t e:same ?s FILTER(EXISTS { SERVICE e:far { ?s e:label ?k } })')).toEqual({
      variables: ['s', 'l'],
      rows: ['e:x -'],
    });
    expect(await rows('{ ?s e:at e:one } UNION { SERVICE e:far { ?s e:label ?l } }')).toEqual({
      variables: ['s', 'l'],
      rows: ['e:x -', 'e:x "ex"'],
    });
  });

  it('is told the values that the asker gave', async () => {
    const { asked, engine } = recorder(labels);
    expect(
      await askEngine(engine, 'SELECT ?s ?l { SERVICE e:far { ?s e:label ?l } }', {
        bindings: new Map([['s', iri('y')]]),
      }),
    ).toEqual({ variables: ['s', 'l'], rows: ['e:y "why"'] });
    expect(asked.join()).toContain('VALUES ?s { <http://e.example/y> }');
  });

  it('that fails, fails the query, and gives one open solution where that is SILENT', async () => {
    const services: ServiceClient = {
      select: async (endpoint) => {
        throw new ServiceError('service-failed', 'nobody is there', endpoint);
      },
    };
    const engine = embeddedEngine(store, { baseIri: 'http://e.example/', services });
    const pattern = '{ ?s e:at e:one SERVICE e:far { ?s e:label ?l } }';
    await expect(askEngine(engine, `SELECT * ${pattern}`)).rejects.toEqual(
      new ServiceError('service-failed', 'nobody is there', 'http://e.example/far'),
    );
    expect(
      await askEngine(engine, `SELECT * ${pattern.replace('SERVICE', 'SERVICE SILENT')}`),
    ).toEqual({
      variables: ['s', 'l'],
      rows: ['e:x -'],
    });
  });

  it('that no variable names is a mistake of the query', async () => {
    const { engine } = recorder(labels);
    await expect(askEngine(engine, 'SELECT * { SERVICE ?e { ?s e:label ?l } }')).rejects.toThrow(
      'SERVICE ?e has no endpoint: bind ?e in the same group',
    );
  });
});

describe('the endpoint itself', () => {
  it.each([
    ['by the IRI of the publication', 'http://e.example/sparql', undefined],
    ['by the URL it was asked at', 'http://localhost:8080/sparql', 'http://localhost:8080/sparql'],
  ])('is asked without a network, %s', async (_, service, endpoint) => {
    const { asked, engine } = recorder(labels);
    const query = `SELECT ?n FROM e:none { SERVICE <${service}> { e:b e:size ?n SERVICE <${service}> { e:y e:at e:two } } }`;
    expect(await askEngine(engine, query, endpoint === undefined ? {} : { endpoint })).toEqual({
      variables: ['n'],
      rows: ['2'],
    });
    expect(asked).toEqual([]);
  });

  it('does not ask itself without end', async () => {
    const { engine } = recorder(labels);
    const nested = (depth: number): string =>
      depth === 0 ? '?s ?p ?o' : `SERVICE <http://e.example/sparql> { ${nested(depth - 1)} }`;
    await expect(askEngine(engine, `ASK { ${nested(12)} }`)).rejects.toThrow('more than 8 times');
  });
});
