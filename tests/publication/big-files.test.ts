/** Big files of lines: read piece by piece, kept as a snapshot, the same as small ones. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Publication } from '../../src/publication/index.ts';
import { openFolder } from '../support/open-folder.ts';
import type { PublicationOptions } from '../../src/publication/index.ts';
import { askEngine } from '../support/ask-engine.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const QUADS = 200_000;
const lines = Array.from(
  { length: QUADS - 3 },
  (_, n) => `<https://a.example/id/${n % 50_000}> <https://a.example/p> "${n}" .\n`,
);
const head = [
  '<https://a.example/> <http://rdfs.org/ns/void#uriSpace> "https://a.example/" .\n',
  '_:b <https://a.example/p> "\\u60a8 \\"a\\""@ZH <https://a.example/graph/own> .\n',
  '_:b <https://a.example/n> "2.50"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n',
];
const text = [...head, ...lines].join('');

const outline = async ({ base, dataset, engine, notices }: Publication) => ({
  base,
  quads: dataset.quadCount,
  notices,
  own: await askEngine(
    engine,
    `SELECT ?l ?n { ?b <${base}p> ?l ; <${base}n> ?n FILTER(isBlank(?b)) }`,
  ),
  graphs: await askEngine(
    engine,
    'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g',
  ),
});
const expected = (base: string, notices: readonly unknown[] = []) => ({
  base,
  quads: QUADS,
  notices,
  own: { variables: ['l', 'n'], rows: ['"您 \\"a\\""@zh 2.50'] },
  graphs: {
    variables: ['g', 'n'],
    rows: [`<${base}graph/all> ${QUADS - 1}`, `<${base}graph/own> 1`],
  },
});

/** The publication, once its snapshot is written. */
async function openKept(folder: string, options?: PublicationOptions): Promise<Publication> {
  const publication = await openFolder(folder, options);
  expect(await publication.snapshotWritten).toBeUndefined();
  return publication;
}

describe('a folder with a big file', () => {
  it('is read, and from its snapshot the next time', async () => {
    const folder = await temporaryFolder({ 'data/all.nq': text });
    const first = await outline(await openKept(folder));
    expect(first).toEqual(expected('https://a.example/'));
    const path = join(folder, '.graphpress', 'store.snapshot');
    const kept = await readFile(path);
    expect(await outline(await openKept(folder))).toEqual(first);
    // The snapshot was read, not written again.
    expect(kept.equals(await readFile(path))).toBe(true);
  });

  it('is read again where its snapshot is damaged, which is said', async () => {
    const folder = await temporaryFolder({ 'data/all.nq': text });
    await openKept(folder);
    const path = join(folder, '.graphpress', 'store.snapshot');
    const bytes = await readFile(path);
    bytes[bytes.length - 5000] = (bytes.at(-5000) as number) ^ 1;
    await writeFile(path, bytes);
    const notice = 'the snapshot was not used: its checksum is wrong';
    expect(await outline(await openKept(folder))).toEqual(expected('https://a.example/', [notice]));
    expect(await outline(await openKept(folder))).toEqual(expected('https://a.example/'));
  });

  it('is read again where its data changed', async () => {
    const folder = await temporaryFolder({ 'data/all.nq': text });
    await openKept(folder);
    await writeFile(join(folder, 'data', 'all.nq'), text.replace('"2.50"', '"2.75"'));
    const { own } = await outline(await openKept(folder));
    expect(own).toEqual({ variables: ['l', 'n'], rows: ['"您 \\"a\\""@zh 2.75'] });
  });

  it('moves to another base', async () => {
    const folder = await temporaryFolder({ 'data/all.nq': text });
    const moved = await openKept(folder, { base: 'https://b.example/kg/' });
    expect(await outline(moved)).toEqual(expected('https://b.example/kg/'));
  });

  it('may be compressed', async () => {
    // Stored without compression, so that the archive is big too.
    const folder = await temporaryFolder({ 'data/all.nq.gz': gzipSync(text, { level: 0 }) });
    expect(await outline(await openKept(folder))).toEqual(expected('https://a.example/'));
  });

  it('says at which line it stops being in the syntax', async () => {
    const folder = await temporaryFolder({ 'data/all.nq': `${text}<a> <b> <c> .\n` });
    await expect(openFolder(folder)).rejects.toThrow(
      `data/all.nq:${QUADS + 1}:1: an IRI must be absolute here`,
    );
  });
});
