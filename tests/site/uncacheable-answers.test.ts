/** What failed for the moment is shown, and is not kept: whoever comes back finds the answer. */
import { describe, expect, it } from 'vitest';
import { GraphpressError } from '../../src/errors.ts';
import type { Publication } from '../../src/publication/index.ts';
import type { LimitedEngine } from '../../src/sparql/index.ts';
import { accepting, clientOf } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';

const BASE = 'https://moment.example/';
const PREFIXES = `PREFIX x: <${BASE}>\nPREFIX void: <http://rdfs.org/ns/void#>`;
const FILES = {
  'data/all.ttl': `
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  @prefix void: <http://rdfs.org/ns/void#> .
  @prefix x: <${BASE}> .
  x:dataset a void:Dataset ; void:uriSpace "${BASE}" ; dct:title "Moment"@en .
  x:thing a x:Thing ; x:says "an answer" .
  x:claimed x:near x:thing .
  x:claim a rdf:Statement , x:Claim ; rdf:subject x:claimed ; rdf:predicate x:near ; rdf:object x:thing .`,
  'queries/panel.rq': `#+ about: x:Thing\n${PREFIXES}\nSELECT ?word { ?this x:says ?w BIND (CONCAT("found ", ?w) AS ?word) }`,
  'queries/front.rq': `#+ about: void:Dataset\n#+ view: answer\n${PREFIXES}\nSELECT ?word { x:thing x:says ?w BIND (CONCAT("found ", ?w) AS ?word) }`,
  'queries/source.rq': `#+ about: x:Claim\n#+ view: source\n${PREFIXES}\nSELECT ?claim ?place { BIND (?this AS ?claim) BIND ("found a source" AS ?place) }`,
};

/** An engine that has no room for the first query. */
function busyAtFirst(engine: LimitedEngine): LimitedEngine {
  let asked = 0;
  return {
    ...engine,
    parse: (text) => engine.parse(text),
    write: (request, format) => engine.write(request, format),
    query: (request) => {
      asked += 1;
      if (asked === 1) throw new GraphpressError('busy', 'too many queries at once');
      return engine.query(request);
    },
  };
}

async function busyPublication(): Promise<Publication> {
  const publication = await publicationOf(FILES);
  return { ...publication, engine: busyAtFirst(publication.engine) };
}

describe('a page on which a query failed for the moment', () => {
  it.each([
    ['of a thing', '/doc/thing', 'found an answer'],
    ['of a claim that somebody makes', '/doc/claimed', 'found a source'],
    ['of a query', '/queries/front', 'found an answer'],
    ['of the dataset', '/', 'found an answer'],
  ])('is not kept: %s', async (_, path, answer) => {
    const client = clientOf(await busyPublication());
    const first = await client(path, accepting('text/html'));
    const second = await client(path, accepting('text/html'));
    expect(await first.text()).not.toContain(answer);
    expect(await second.text()).toContain(answer);
    expect([first, second].map(({ headers }) => headers.get('cache-control'))).toEqual([
      'no-store',
      'no-cache',
    ]);
    expect([first, second].map(({ headers }) => headers.has('etag'))).toEqual([false, true]);
    expect(first.headers.has('last-modified')).toBe(false);
  });
});
