/**
 * The code on the data page does what it says: each chunk is taken from the page as a reader gets it, and run against
 * the server that wrote it. R is not at hand on every machine; what is written for it is read, not run.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/http/index.ts';
import type { Publication } from '../../src/publication/index.ts';
import { INTERFACE_NAMES } from '../../src/pages/data/interfaces.ts';
import { startServer, type TestServer } from '../support/http-server.ts';
import { publicationOf } from '../support/publication-of.ts';
import { openRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Piece {
  readonly way: string;
  readonly language: string;
  readonly code: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
const unescape = (markup: string): string =>
  markup.replaceAll(/&(?:lt|gt|quot|amp|#39);/g, (entity) => ENTITIES[entity] ?? entity);

function piecesOf(page: string): Piece[] {
  return page
    .split('<details id="way-')
    .slice(1)
    .flatMap((part) => {
      const way = part.slice(0, part.indexOf('"'));
      const [body = ''] = part.split('</details>');
      return Array.from(
        body.matchAll(/<pre data-copy="([^"]+)"[^>]*>([^<]*)<\/pre>/g),
        ([, language = '', code = '']) => ({ way, language, code: unescape(code) }),
      );
    });
}

async function serve(publication: Publication): Promise<TestServer> {
  const app = createApp({ publication: () => publication });
  return startServer((request, response) => {
    void getRequestListener(app.fetch)(request, response);
  });
}

async function piecesAt(origin: string): Promise<Piece[]> {
  const response = await fetch(`${origin}/catalog`, { headers: { accept: 'text/html' } });
  return piecesOf(await response.text());
}

/** An answer that is an error is one for curl too. */
const STRICT_CURL =
  'set -e -o pipefail; curl() { command curl --silent --show-error --fail "$@"; }\n';

const RUNNERS: Readonly<Record<string, (code: string) => [string, string[]]>> = {
  curl: (code) => ['bash', ['-c', STRICT_CURL + code.replace('head -n 5', 'cat')]],
  Python: (code) => ['python3', ['-c', code]],
  JavaScript: (code) => [process.execPath, ['--input-type=module', '--eval', code]],
};

let folder: string;

async function run({ language, code }: Piece): Promise<{ code: number; output: string }> {
  const [program = '', args = []] = RUNNERS[language]?.(code) ?? [];
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'], no_proxy: '*', PYTHONIOENCODING: 'utf-8' },
  });
  const [output, errors, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((resolve) => child.once('close', (closed) => resolve(closed ?? -1))),
  ]);
  return { code: status, output: status === 0 ? output : errors };
}

/** What a run of each way must show, in whatever language. */
const SHOWN: Readonly<Record<string, RegExp>> = {
  sparql: /https:\/\/kg\.example\/def\/edu#Claim\W+132/,
  'saved-query': /2022-08-19\W+2022-08-20/,
  dereference: /Claim/,
  dumps: /<https:\/\/kg\.example\//,
  network: /^(?:\d+ nodes, \d+ edges\n)?$/,
  'graph-store': /^\S+ <\S+> .* \.$/m,
  catalogue: /downloadURL/,
  memento: /^<\S+> <\S+> .* \.$/m,
  ldes: /tree(?:#|:)node/,
  tpf: /22-rdf-syntax-ns#type/,
  linkset: /describedby/,
  llms: /^# China/,
};

let site: TestServer;
let chunks: Piece[];
beforeAll(async () => {
  folder = await temporaryFolder({});
  site = await serve(await openRepository());
  chunks = await piecesAt(site.origin);
});
afterAll(() => site.close());

describe('the page', () => {
  it('has code in four languages for every way in', () => {
    const found = Map.groupBy(chunks, ({ way }) => way);
    expect([...found.keys()]).toEqual([...INTERFACE_NAMES]);
    for (const of of found.values())
      expect(of.map(({ language }) => language)).toEqual(['curl', 'Python', 'R', 'JavaScript']);
  });

  it('asks the site under the name by which the reader reached it', () => {
    const elsewhere = chunks.filter(
      ({ code }) =>
        !code.includes(site.origin) ||
        /\bhttps?:\/\/(?!127\.0\.0\.1|kg\.example|www\.w3\.org|schema\.org)/.test(code),
    );
    expect(elsewhere).toEqual([]);
  });
});

describe.each(Object.keys(RUNNERS))('in %s', (language) => {
  it.each(Object.keys(SHOWN))('%s runs as it is', async (way) => {
    const chunk = chunks.find((one) => one.way === way && one.language === language);
    if (!chunk) throw new Error(`the page has no ${language} for ${way}`);
    const { code, output } = await run(chunk);
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringMatching(SHOWN[way] as RegExp),
    });
  });
});

it('the network that curl has fetched is a file for Gephi', async () => {
  const chunk = chunks.find(({ way, language }) => way === 'network' && language === 'curl');
  await run(chunk as Piece);
  expect(await readFile(join(folder, 'network.gexf'), 'utf8')).toContain('<gexf ');
});

it.each(Object.keys(RUNNERS))('the search in %s finds what the site finds', async (language) => {
  const chunk = chunks.find((one) => one.way === 'search' && one.language === language) as Piece;
  const { ok } = await fetch(`${site.origin}/search?q=a&format=json`);
  const { code, output } = await run(chunk);
  const works = code === 0 && /^[{[]/.test(output) && !output.includes('"status": 404');
  expect(works).toBe(ok);
});

describe('in R, which is read and not run', () => {
  it('has nothing but base R and jsonlite, with every bracket and quote closed', () => {
    for (const { way, code } of chunks.filter(({ language }) => language === 'R')) {
      const libraries = Array.from(code.matchAll(/\blibrary\((\w+)\)/g), ([, name]) => name);
      expect(libraries.filter((name) => name !== 'jsonlite')).toEqual([]);
      expect([way, code.includes('fromJSON')]).toEqual([way, libraries.includes('jsonlite')]);
      const bare = code.replaceAll(/r"\([\s\S]*?\)"|"(?:[^"\\]|\\.)*"|`[^`]*`/g, '');
      expect([way, bare.match(/["`]/g)]).toEqual([way, null]);
      for (const [open, close] of ['()', '{}', '[]'])
        expect([way, bare.split(open as string).length]).toEqual([
          way,
          bare.split(close as string).length,
        ]);
    }
  });
});

it('quotes whatever stands in the data, so that nothing of it runs', async () => {
  const hostile = String.raw`it's "so" \ $(touch owned) ${'`'}touch owned${'`'} \${x} )" %s !`;
  const publication = await publicationOf({
    'data/a.ttl': `@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      <https://h.example/> a <http://rdfs.org/ns/void#Dataset> ; <http://rdfs.org/ns/void#uriSpace> "https://h.example/" .
      <https://h.example/it's$(touch)> rdfs:label ${JSON.stringify(hostile)} .`,
    'queries/q.rq': `SELECT ?text WHERE {\n  BIND (${JSON.stringify(hostile)} AS ?text)\n}`,
  });
  const server = await serve(publication);
  try {
    for (const chunk of await piecesAt(server.origin)) {
      if (!['saved-query', 'dereference'].includes(chunk.way) || chunk.language === 'R') continue;
      const { code, output } = await run(chunk);
      expect({ ...chunk, code, output }).toMatchObject({
        code: 0,
        output: expect.stringMatching(/touch/),
      });
    }
    expect((await run({ way: '', language: 'curl', code: 'ls' })).output).not.toContain('owned');
  } finally {
    await server.close();
  }
});
