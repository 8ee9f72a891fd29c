/** `graphpress query`: from a file, by name, from standard input; in every format. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { callCommandLine, runProcess } from '../support/command-line.ts';
import { REPOSITORY } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DATA = `
  @prefix a: <https://a.example/> .
  a:one a:label "eins" , "一号"@zh ; a:size 1 .
  a:two a:label "say \\"two\\"," ; a:size 2 .`;

const ROWS = `PREFIX a: <https://a.example/>
SELECT ?thing ?label ?size WHERE { ?thing a:label ?label ; a:size ?size } ORDER BY ?size LANG(?label)`;
const GRAPH = `CONSTRUCT { ?s <https://a.example/size> ?o } WHERE { ?s <https://a.example/size> ?o } ORDER BY ?o`;

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder({
    'data/things.ttl': DATA,
    'queries/rows.rq': ROWS,
    'queries/graph.rq': GRAPH,
    'queries/yes.rq': 'ASK {}',
    'elsewhere/other.rq': 'ASK { FILTER(false) }',
    'elsewhere/broken.rq': 'SELECT *\n{ ?s }',
    'elsewhere/update.rq': 'CLEAR ALL',
  });
});

const said = (stdout: string) => ({ code: 0, stdout, stderr: '' });
const call = (...given: readonly string[]) => callCommandLine('query', folder, ...given);

const TRIPLES = ['one> <https://a.example/size> "1"', 'two> <https://a.example/size> "2"'].map(
  (triple) => `<https://a.example/${triple}^^<http://www.w3.org/2001/XMLSchema#integer> .\n`,
);

/** The answer to the saved query `rows` in each format. */
const TABLES: readonly [format: string, expected: string][] = [
  [
    'table',
    [
      'thing  label       size',
      '───────────────────────',
      'a:one  eins        1',
      'a:one  一号        1',
      'a:two  say "two",  2',
      '',
      '3 rows',
      '',
    ].join('\n'),
  ],
  [
    'csv',
    'thing,label,size\r\nhttps://a.example/one,eins,1\r\nhttps://a.example/one,一号,1\r\nhttps://a.example/two,"say ""two"",",2\r\n',
  ],
  [
    'tsv',
    '?thing\t?label\t?size\n<https://a.example/one>\t"eins"\t1\n<https://a.example/one>\t"一号"@zh\t1\n<https://a.example/two>\t"say \\"two\\","\t2\n',
  ],
];

describe('a saved query', () => {
  it.each(TABLES)('is answered as %s', async (format, expected) => {
    expect(await call('rows', '--format', format)).toEqual(said(expected));
  });

  it('is answered as JSON and as XML', async () => {
    const json = await call('rows', '--format', 'json');
    const { head, results } = JSON.parse(json.stdout);
    expect([json.code, head, results.bindings[1]]).toEqual([
      0,
      { vars: ['thing', 'label', 'size'] },
      {
        thing: { type: 'uri', value: 'https://a.example/one' },
        label: { type: 'literal', value: '一号', 'xml:lang': 'zh' },
        size: {
          type: 'literal',
          value: '1',
          datatype: 'http://www.w3.org/2001/XMLSchema#integer',
        },
      },
    ]);
    const xml = await call('rows', '--format=xml');
    expect(xml.stdout).toContain('<literal xml:lang="zh">一号</literal>');
  });

  it('is answered as a table without being told', async () => {
    expect(await call('rows')).toEqual(await call('rows', '--format', 'table'));
  });

  it('that asks yes or no is answered with true', async () => {
    expect(await call('yes')).toEqual(said('true\n'));
    expect(await call('yes', '--format', 'csv')).toEqual(said('boolean\r\ntrue\r\n'));
  });

  it('that makes a graph is answered as Turtle, or as one asks', async () => {
    expect(await call('graph')).toEqual(await call('graph', '--format', 'turtle'));
    const lines = await call('graph', '--format', 'ntriples');
    expect(lines).toEqual(said(TRIPLES.join('')));
    for (const format of ['jsonld', 'rdfxml', 'nquads', 'trig'])
      expect((await call('graph', '--format', format)).stdout).toContain('https://a.example/');
  });

  it('that makes a graph has no form of a table', async () => {
    expect(await call('graph', '--format', 'csv')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'graphpress: a graph has no form "csv": take turtle, jsonld, rdfxml, ntriples, nquads, trig\n',
    });
  });

  it('beats a file of its name', async () => {
    const cwd = await temporaryFolder({ yes: 'ASK { FILTER(false) }' });
    expect(await runProcess(['query', folder, 'yes'], { cwd })).toEqual(said('true\n'));
  });
});

describe('a file', () => {
  it('is read wherever it is', async () => {
    expect(await call(join(folder, 'elsewhere/other.rq'))).toEqual(said('false\n'));
  });

  it('that is no SPARQL is named with line and column', async () => {
    const file = join(folder, 'elsewhere/broken.rq');
    expect(await call(file)).toEqual({
      code: 1,
      stdout: '',
      stderr: `graphpress: ${file}:2:6: "}" cannot stand here\n`,
    });
  });

  it('that is an update is refused', async () => {
    expect(await call(join(folder, 'elsewhere/update.rq'))).toEqual({
      code: 1,
      stdout: '',
      stderr: 'graphpress: this endpoint is read-only: it takes queries, not updates\n',
    });
  });
});

describe('standard input, as a process', () => {
  it('is read to its end', async () => {
    const outcome = await runProcess(['query', folder, '-', '--format', 'tsv'], { input: ROWS });
    expect(outcome).toEqual(said(TABLES[2]?.[1] ?? ''));
  });

  it('that is empty is no query', async () => {
    expect(await runProcess(['query', '-'], { cwd: folder })).toEqual({
      code: 1,
      stdout: '',
      stderr: 'graphpress: line 1, column 1: there is no query in it\n',
    });
  });
});

it.skipIf(process.platform === 'win32')('ends in silence when nobody reads on', () => {
  const query = 'SELECT * { ?s ?p ?o . ?o2 ?p2 ?s2 } LIMIT 100000';
  const command = '"$0" src/cli/main.ts query - --format csv | head -n 1';
  const { stdout, stderr } = spawnSync('sh', ['-c', command, process.execPath], {
    cwd: REPOSITORY,
    input: query,
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({ stdout: 's,p,o,o2,p2,s2\r\n', stderr: '' });
});
