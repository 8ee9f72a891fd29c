/** `graphpress serve --writable`, as a process: it is written, versions come and go, and the folder stays as it was. */
import { readdir, readFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { startServing, type Serving } from '../interop/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const running: Serving[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function serve(...given: readonly string[]): Promise<string> {
  const server = await startServing(given);
  running.push(server);
  return server.origin;
}

const TURTLE = '<https://a.example/a> <https://a.example/b> "c" .';

const updateAt = (origin: string, update: string, headers = {}) =>
  fetch(`${origin}/sparql`, {
    method: 'POST',
    headers: { 'content-type': 'application/sparql-update', ...headers },
    body: update,
  });
const csv = async (origin: string, query: string) =>
  (await fetch(`${origin}/sparql?format=csv&query=${encodeURIComponent(query)}`)).text();

it('is written, and answers every query from the version of its moment', async () => {
  const folder = await temporaryFolder({ 'a.ttl': TURTLE });
  const origin = await serve(folder, '--writable', '--workers', '1');
  for (const n of [1, 2, 3]) {
    const { status } = await updateAt(origin, `INSERT DATA { <n> <p> ${n} }`);
    expect(status).toBe(204);
    expect(await csv(origin, 'SELECT (COUNT(*) AS ?n) { <n> <p> ?o }')).toBe(`n\r\n${n}\r\n`);
    // By a worker thread: regular expressions may take long.
    const slow = 'SELECT (COUNT(*) AS ?n) { <n> <p> ?o FILTER(REGEX(STR(?o), "^[0-9]+$")) }';
    expect(await csv(origin, slow)).toBe(`n\r\n${n}\r\n`);
  }
  expect(await readFile(`${folder}/a.ttl`, 'utf8')).toBe(TURTLE);
  expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual(['a.ttl']);
});

it('with a token is written by who has it', async () => {
  const folder = await temporaryFolder({ 'a.ttl': TURTLE });
  const origin = await serve(folder, '--writable', '--token', 'open-sesame');
  expect((await updateAt(origin, 'CLEAR ALL')).status).toBe(401);
  const authorization = 'Bearer open-sesame';
  expect((await updateAt(origin, 'CLEAR ALL', { authorization })).status).toBe(204);
  expect(await csv(origin, 'ASK { ?s ?p ?o }')).toBe('boolean\r\nfalse\r\n');
});
