/** Typed links from the landing page to everything that belongs to the dataset, and back. https://signposting.org/FAIR/ */
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/http/index.ts';
import { accepting, type Client, clientOf } from '../support/client.ts';
import { publicationOf } from '../support/publication-of.ts';
import { openRepository } from '../support/repository.ts';

interface Link {
  readonly target: string;
  readonly rel: string;
  readonly type?: string;
}

const parse = (header: string): Link[] =>
  header.split(/, (?=<)/).map((link) => {
    const [, target = '', rel = ''] = /^<([^>]*)>; rel="([^"]*)"/.exec(link) ?? [];
    const type = /; type="([^"]*)"/.exec(link)?.[1];
    return { target, rel, ...(type !== undefined && { type }) };
  });

const SITE = 'http://site.example/';

let client: Client;
let links: readonly Link[];
beforeAll(async () => {
  client = clientOf(await openRepository());
  links = parse((await client('/')).headers.get('link') ?? '');
});

const targets = (relation: string) =>
  links.filter(({ rel }) => rel === relation).map(({ target }) => target);

describe('the landing page', () => {
  it.each([
    ['cite-as', ['https://kg.example/id/dataset/education-cooperation']],
    [
      'type',
      [
        'http://www.w3.org/ns/dcat#Dataset',
        'https://schema.org/Dataset',
        'https://schema.org/AboutPage',
      ],
    ],
    ['license', ['https://creativecommons.org/licenses/by/4.0/']],
    ['author', ['https://kg.example/id/agent/graphpress']],
    ['linkset', ['/linkset', '/linkset']],
  ])('points to its %s', (relation, expected) => {
    expect(targets(relation)).toEqual(expected);
  });

  it.each(['describedby', 'item'])('points to each %s by its media type', async (relation) => {
    const found = links.filter(({ rel }) => rel === relation);
    expect(found.length).toBeGreaterThan(3);
    for (const { target, type } of found) {
      const response = await client(target.replace(SITE, '/'), { method: 'HEAD' });
      expect([target, response.status, response.headers.get('content-type')]).toEqual([
        target,
        200,
        expect.stringMatching(new RegExp(`^${type?.replaceAll(/[.+]/g, '\\$&')}(?:;|$)`)),
      ]);
    }
  });

  it('says the same to whoever asks for RDF', async () => {
    const response = await client('/', accepting('text/turtle'));
    expect(parse(response.headers.get('link') ?? '')).toEqual(links);
  });
});

describe('the set of links', () => {
  interface Context extends Readonly<Record<string, unknown>> {
    readonly anchor: string;
  }
  const read = async () => {
    const response = await client('/linkset');
    expect(response.headers.get('content-type')).toBe('application/linkset+json');
    return ((await response.json()) as { linkset: readonly Context[] }).linkset;
  };

  it('has everything that the landing page points to, in JSON', async () => {
    const [landing] = await read();
    const expected = links.filter(({ rel }) => !['alternate', 'linkset'].includes(rel));
    const { anchor, ...relations } = landing ?? { anchor: '' };
    expect(anchor).toBe(SITE);
    const found = Object.entries(relations).flatMap(([rel, ends]) =>
      (ends as readonly { href: string; type?: string }[]).map(({ href, type }) => ({
        target: href,
        rel,
        ...(type !== undefined && { type }),
      })),
    );
    const key = (link: Link) => JSON.stringify(link);
    expect(found.map(key).toSorted()).toEqual(expected.map(key).toSorted());
  });

  it('has the way back from each description and each dump', async () => {
    const back = (await read()).slice(1).map(({ anchor, ...relations }) => [anchor, relations]);
    const home = [{ href: SITE, type: 'text/html' }];
    expect(back).toEqual([
      ...targets('describedby').map((target) => [target, { describes: home }]),
      ...targets('item').map((target) => [target, { collection: home }]),
    ]);
  });

  it('is to be had as links of the web, too', async () => {
    const response = await client('/linkset', accepting('application/linkset'));
    expect(response.headers.get('content-type')).toBe('application/linkset');
    const lines = (await response.text()).trimEnd().split(',\n');
    expect(lines[0]).toBe(
      `<https://kg.example/id/dataset/education-cooperation>; rel="cite-as"; anchor="${SITE}"`,
    );
    expect(lines.every((line) => line.includes('; anchor="http://site.example/'))).toBe(true);
  });

  it('names the base where it is reached under the base', async () => {
    const publication = await openRepository();
    const app = createApp({ publication: () => publication });
    const response = await app.request('http://kg.example/linkset');
    const { linkset } = (await response.json()) as { linkset: readonly Context[] };
    expect(linkset[0]?.anchor).toBe(publication.base);
  });
});

describe('a document', () => {
  it('points to what describes it, what it is, where it belongs and what it is called', async () => {
    const response = await client('/doc/org/unesco');
    const found = parse(response.headers.get('link') ?? '');
    expect(
      found.filter(({ rel }) => !['alternate', 'original timegate', 'timemap'].includes(rel)),
    ).toEqual([
      { target: '/doc/org/unesco.ttl', rel: 'describedby', type: 'text/turtle' },
      { target: '/doc/org/unesco.jsonld', rel: 'describedby', type: 'application/ld+json' },
      { target: 'https://kg.example/id/org/unesco', rel: 'describes' },
      { target: 'https://kg.example/doc/org/unesco', rel: 'canonical' },
      { target: 'https://schema.org/AboutPage', rel: 'type' },
      { target: 'http://www.w3.org/ns/org#FormalOrganization', rel: 'type' },
      { target: 'https://creativecommons.org/licenses/by/4.0/', rel: 'license' },
      { target: '/', rel: 'collection', type: 'text/html' },
    ]);
  });
});

it('puts no link together from what the data says', async () => {
  const hostile = clientOf(
    await publicationOf({
      'data/a.ttl': `@prefix void: <http://rdfs.org/ns/void#> . @prefix dct: <http://purl.org/dc/terms/> .
<https://kg.test/d> a void:Dataset ; void:uriSpace "https://kg.test/" ; dct:publisher "<x>; rel=item" ;
  dct:license <https://kg.test/l,%3E;rel=evil城> .
<https://kg.test/id/a> a <https://kg.test/t,;x> .`,
    }),
  );
  for (const path of ['/', '/doc/a']) {
    const header = (await hostile(path)).headers.get('link') ?? '';
    expect(parse(header).map(({ rel }) => rel)).not.toContain('');
    expect(header).toContain('<https://kg.test/l,%3E;rel=evil%E5%9F%8E>; rel="license"');
  }
});
