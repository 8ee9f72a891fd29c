/** Values derived from a state of a publication are made once, and not shared with another state. */
import { expect, it } from 'vitest';
import { Memo } from '../src/memo.ts';
import { publicationOf } from './support/publication-of.ts';
import { postUpdate, writableClient } from './support/writable-client.ts';

it('makes a value once', () => {
  const memo = new Memo();
  let made = 0;
  const make = () => (made += 1);
  expect(memo.has('site-menu')).toBe(false);
  expect([memo.derive('site-menu', make), memo.derive('site-menu', make)]).toEqual([1, 1]);
  expect(memo.has('site-menu')).toBe(true);
});

it('makes a value again after a failure', async () => {
  const memo = new Memo();
  const failing = async () => {
    throw new Error('not now');
  };
  await expect(memo.derive('ontology', failing)).rejects.toThrow('not now');
  expect(await memo.derive('ontology', async () => 'now')).toBe('now');
});

it('belongs to one state: a write changes what is derived', async () => {
  const published = await publicationOf({
    'data/one.ttl': '<http://a.example/1> <http://a.example/p> <http://a.example/2> .',
  });
  const client = writableClient(published);
  const sitemap = async () => (await client('/sitemap.xml')).text();
  expect(await sitemap()).not.toContain('/another');
  const write = postUpdate(
    'INSERT DATA { <http://a.example/another> <http://a.example/p> <http://a.example/2> }',
  );
  expect((await client('/sparql', write)).ok).toBe(true);
  expect(await sitemap()).toContain('/another');
});
