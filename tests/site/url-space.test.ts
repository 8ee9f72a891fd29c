/** What each address of a publication leads to. */
import { describe, expect, it } from 'vitest';
import type { Address, Resolution } from '../../src/site/index.ts';
import { resolveAddress } from '../../src/site/index.ts';
import { publicationOf } from '../support/publication-of.ts';

const POINTERS = Array.from(
  { length: 501 },
  (_, n) => `<https://far.example/${n}> t:sees id:hub .`,
);
const publication = await publicationOf({
  'data/main.ttl': `@prefix id: <https://kg.test/id/> . @prefix t: <https://kg.test/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix void: <http://rdfs.org/ns/void#> .
id:dataset void:uriSpace "https://kg.test/" .
id:a t:name "a" . <https://kg.test/id/deep/b> t:name "b" . <https://kg.test/id/x.ttl> t:name "dotted" .
<https://kg.test/id/城市> t:name "c" . <https://kg.test/id/a%2Fb> t:name "escaped" . <https://kg.test/id/q?x=1> t:name "q" .
t:name a owl:DatatypeProperty . <https://kg.test/plain> t:name "plain" .
<https://kg.test/def/edu> owl:versionIRI <https://kg.test/def/edu/1.0> . <https://kg.test/def/edu#Claim> t:name "Claim" .
<https://far.example/thing> t:name "far" . id:hub t:name "hub" .
${POINTERS.join('\n')}`,
  'data/release/one.ttl': '<https://kg.test/id/a> <https://kg.test/terms/in> 1 .',
});

/** A resolution as one line: what it is and of what, and the one form where it is one. */
function outline(resolution: Resolution): string {
  switch (resolution.kind) {
    case 'not-found':
      return 'nothing';
    case 'see-other':
      return `see /${resolution.path}`;
    case 'resource': {
      const { only, resource } = resolution;
      return [resource.kind, resource.iri, only?.name]
        .filter((part) => part !== undefined)
        .join(' ');
    }
  }
}

const resolve = async (address: Address) => outline(await resolveAddress(publication, address));

const PATHS: readonly (readonly [path: string, leadsTo: string])[] = [
  ['', 'home https://kg.test/id/dataset'],
  ['id/a', 'see /doc/a'],
  ['id/deep/b', 'see /doc/deep/b'],
  ['id/a.ttl', 'see /doc/a.ttl'],
  ['id/a.html', 'see /doc/a.html'],
  ['id/none', 'nothing'],
  ['id/', 'nothing'],
  ['id/A', 'nothing'],
  ['id/x.ttl', 'see /doc/x.ttl'],
  ['doc/a', 'document https://kg.test/id/a'],
  ['doc/a.ttl', 'document https://kg.test/id/a turtle'],
  ['doc/a.jsonld', 'document https://kg.test/id/a jsonld'],
  ['doc/a.rdf', 'document https://kg.test/id/a rdfxml'],
  ['doc/a.nt', 'document https://kg.test/id/a ntriples'],
  ['doc/a.nq', 'document https://kg.test/id/a nquads'],
  ['doc/a.trig', 'document https://kg.test/id/a trig'],
  ['doc/a.html', 'document https://kg.test/id/a html'],
  ['doc/a.exe', 'nothing'],
  ['doc/x.ttl', 'document https://kg.test/id/x.ttl'],
  ['doc/x.ttl.ttl', 'document https://kg.test/id/x.ttl turtle'],
  ['doc/x', 'nothing'],
  ['doc/', 'nothing'],
  ['doc', 'nothing'],
  ['id/%E5%9F%8E%E5%B8%82', 'see /doc/%E5%9F%8E%E5%B8%82'],
  ['doc/%E5%9F%8E%E5%B8%82.ttl', 'document https://kg.test/id/城市 turtle'],
  ['doc/a%2Fb', 'document https://kg.test/id/a%2Fb'],
  ['id/%E5%9F', 'nothing'],
  ['id/%', 'nothing'],
  ['terms/name', 'see /doc/terms/name'],
  ['terms/name.ttl', 'see /doc/terms/name.ttl'],
  ['doc/terms/name', 'document https://kg.test/terms/name'],
  ['plain', 'see /doc/plain'],
  ['doc/plain.rdf', 'document https://kg.test/plain rdfxml'],
  ['def/edu', 'document https://kg.test/def/edu'],
  ['def/edu.ttl', 'document https://kg.test/def/edu turtle'],
  ['def/edu/1.0', 'see /def/edu'],
  ['def/edu/1.0.ttl', 'see /def/edu.ttl'],
  ['graph/main', 'graph https://kg.test/graph/main'],
  ['graph/release/one.nq', 'graph https://kg.test/graph/release/one nquads'],
  ['graph/main.html', 'graph https://kg.test/graph/main html'],
  ['graph/none', 'nothing'],
  ['../id/a', 'nothing'],
  ['doc/../id/a', 'nothing'],
  ['%00', 'nothing'],
];

describe('the URL space', () => {
  it.each(PATHS)('/%s leads to: %s', async (path, leadsTo) => {
    expect(await resolve({ path })).toBe(leadsTo);
  });

  it.each([
    ['https://far.example/thing', 'document https://far.example/thing'],
    ['https://kg.test/id/q?x=1', 'document https://kg.test/id/q?x=1'],
    ['https://kg.test/id/a', 'document https://kg.test/id/a'],
    ['https://far.example/none', 'nothing'],
    ['', 'nothing'],
    ['_:a', 'nothing'],
  ])('/doc?iri=%s leads to: %s', async (iri, leadsTo) => {
    expect(await resolve({ path: 'doc', iri })).toBe(leadsTo);
  });

  it('has pages of a resource to which many point', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => resolveAddress(publication, { path: 'doc/hub', page })),
    );
    expect(
      pages.map((page) =>
        page.kind === 'resource'
          ? [page.resource.path, page.resource.previous, page.resource.next]
          : page.kind,
      ),
    ).toEqual([
      ['doc/hub', undefined, 'doc/hub?page=2'],
      ['doc/hub?page=2', 'doc/hub', undefined],
      'not-found',
    ]);
  });

  it('gives each form of a document an address that leads to that form alone', async () => {
    const resolution = await resolveAddress(publication, { path: 'doc/deep/b' });
    if (resolution.kind !== 'resource') throw new Error('no resource');
    const { representations } = resolution.resource;
    expect(representations.map(({ path }) => path)).toEqual(
      ['ttl', 'jsonld', 'rdf', 'nt', 'nq', 'trig', 'html'].map((form) => `doc/deep/b.${form}`),
    );
    const names = await Promise.all(representations.map(({ path }) => resolve({ path })));
    expect(names).toEqual(
      representations.map(({ name }) => `document https://kg.test/id/deep/b ${name}`),
    );
  });
});
