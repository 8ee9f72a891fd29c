/** The saved queries give their expected rows, on the command line and over HTTP. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { accepting, type Client, clientOf, queryPath, withHeaders } from '../support/client.ts';
import { callCommandLine, runProcess } from '../support/command-line.ts';
import { openRepository, REPOSITORY } from '../support/repository.ts';

const names = (await readdir(join(REPOSITORY, 'queries')))
  .filter((file) => /^q\d.*\.rq$/.test(file))
  .map((file) => file.slice(0, -'.rq'.length))
  .toSorted();

/** Rows of values under a row of names. */
type Table = string[][];

const readCsv = (text: string): Table => parse(text);

const expectedRows = async (name: string): Promise<Table> =>
  readCsv(await readFile(join(REPOSITORY, 'queries/expected', `${name}.csv`), 'utf8'));

const textOf = (name: string): Promise<string> =>
  readFile(join(REPOSITORY, 'queries', `${name}.rq`), 'utf8');

interface JsonResults {
  readonly head: { readonly vars: readonly string[] };
  readonly results: {
    readonly bindings: readonly Readonly<Record<string, { readonly value: string }>>[];
  };
}

async function readJson(response: Response): Promise<Table> {
  const { head, results } = (await response.json()) as JsonResults;
  const rows = results.bindings.map((row) => head.vars.map((name) => row[name]?.value ?? ''));
  return [[...head.vars], ...rows];
}

it('are 25, numbered from q01 to q25, each with an expected answer', async () => {
  const numbers = Array.from(
    { length: 25 },
    (_, index) => `q${String(index + 1).padStart(2, '0')}`,
  );
  expect(names.map((name) => name.slice(0, 3))).toEqual(numbers);
  const expected = await readdir(join(REPOSITORY, 'queries/expected'));
  expect(expected.filter((name) => /^q\d/.test(name)).toSorted()).toEqual(
    names.map((name) => `${name}.csv`),
  );
});

describe('on the command line', () => {
  const asProcess = names.filter((name) => /^q(?:03|12|19)-/.test(name));

  it.concurrent.each(asProcess)('%s gives its rows as CSV, as a process', async (name) => {
    const { code, stdout, stderr } = await runProcess(['query', name, '--format', 'csv']);
    expect({ code, stderr, rows: readCsv(stdout) }).toEqual({
      code: 0,
      stderr: '',
      rows: await expectedRows(name),
    });
  });

  it.each(names)('%s gives its rows as CSV', async (name) => {
    const outcome = await callCommandLine('query', REPOSITORY, name, '--format', 'csv');
    expect({ ...outcome, stdout: readCsv(outcome.stdout) }).toEqual({
      code: 0,
      stderr: '',
      stdout: await expectedRows(name),
    });
  });
});

describe('over HTTP', () => {
  let client: Client;
  beforeAll(async () => {
    client = clientOf(await openRepository());
  });

  const form = (query: string): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams({ query }),
  });
  const direct = (query: string): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/sparql-query' },
    body: query,
  });

  const ways: readonly [way: string, ask: (query: string) => [path: string, init: RequestInit]][] =
    [
      ['GET', (query) => [queryPath(query), {}]],
      ['POST of a form', (query) => ['/sparql', form(query)]],
      ['POST of the query itself', (query) => ['/sparql', direct(query)]],
    ];

  for (const [way, ask] of ways) {
    it.each(names)(`%s gives its rows as CSV and as JSON by ${way}`, async (name) => {
      const expected = await expectedRows(name);
      const [path, init] = ask(await textOf(name));
      const asking = (accept: string) => client(path, withHeaders(init, { accept }));
      const asCsv = await asking('text/csv');
      expect({ status: asCsv.status, rows: readCsv(await asCsv.text()) }).toEqual({
        status: 200,
        rows: expected,
      });
      const asJson = await asking('application/sparql-results+json');
      expect({ status: asJson.status, rows: await readJson(asJson) }).toEqual({
        status: 200,
        rows: expected,
      });
    });
  }

  it('question 3 says 181 countries, from 2012 to 2022, in sentence 5', async () => {
    const response = await client(
      queryPath(await textOf('q03-partner-countries')),
      accepting('application/sparql-results+json'),
    );
    expect(await readJson(response)).toEqual([
      ['value', 'unit', 'from', 'to', 'sentence'],
      ['181', 'https://kg.example/def/edu#countries', '2012', '2022', '5'],
    ]);
  });
});
