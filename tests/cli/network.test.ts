/** `graphpress network`: parts, formats, where to write, and what is refused. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { callCommandLine, runProcess } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DATA = `
  @prefix a: <https://a.example/> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  a:one a a:Thing ; rdfs:label "one"@en , "eins"@de ; a:next a:two .
  a:two a a:Thing ; a:next a:three .
  a:three a:next a:four .`;

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder({
    'data/things.ttl': DATA,
    'part.rq':
      'PREFIX a: <https://a.example/> CONSTRUCT { ?s a:next ?o } WHERE { ?s a:next ?o FILTER(?s = a:two) }',
    'table.rq': 'SELECT * { ?s ?p ?o }',
    'broken.rq': 'CONSTRUCT\n{ ?s }',
  });
});

const call = (...given: readonly string[]) => callCommandLine('network', folder, ...given);

/** The nodes of a DOT answer, as their labels. */
const labelsOf = (dot: string) =>
  Array.from(dot.matchAll(/^"[^"]*" \[label="([^"]*)"/gm), ([, label]) => label).toSorted(
    (a = '', b = '') => (a < b ? -1 : 1),
  );

it.each([
  ['the whole', [], ['a:four', 'a:three', 'a:two', 'one']],
  ['a neighbourhood', ['--resource', 'a:one'], ['a:two', 'one']],
  [
    'a wider one',
    ['--resource', 'https://a.example/one', '--depth=2'],
    ['a:three', 'a:two', 'one'],
  ],
  ['a class', ['--class', 'a:Thing'], ['a:three', 'a:two', 'one']],
  ['another language', ['--resource', 'a:one', '--lang', 'de'], ['a:two', 'eins']],
])('writes %s', async (_, flags, labels) => {
  const { code, stdout, stderr } = await call('--format', 'dot', ...flags);
  expect({ code, stderr, labels: labelsOf(stdout) }).toEqual({ code: 0, stderr: '', labels });
});

it('writes what a query gives', async () => {
  const { code, stdout } = await call('--query', join(folder, 'part.rq'), '--format', 'dot');
  expect([code, labelsOf(stdout)]).toEqual([0, ['a:three', 'a:two']]);
});

it('writes GEXF to standard output without being told', async () => {
  expect((await call()).stdout).toContain('<gexf xmlns="http://gexf.net/1.3" version="1.3">');
});

it.each([
  ['gexf', '<?xml'],
  ['graphml', '<?xml'],
  ['cyjs', '{"format_version"'],
  ['gv', 'digraph'],
  ['json', '{"attributes"'],
  ['zip', 'PK'],
])('writes a file as its name says (.%s)', async (extension, start) => {
  const file = join(await temporaryFolder(), `all.${extension}`);
  expect(await call('--output', file)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect((await readFile(file, 'latin1')).startsWith(start)).toBe(true);
});

it('says on the side what was left out', async () => {
  const { code, stdout, stderr } = await call('--limit', '2', '--format', 'dot');
  const sentence =
    'Only 2 of 4 nodes are here, those with the most links, and the edges between them.';
  expect(code).toBe(0);
  expect(stderr.startsWith(`graphpress: ${sentence}`)).toBe(true);
  expect(stdout.startsWith(`// ${sentence}`)).toBe(true);
});

describe('what cannot be done is said in one line', () => {
  it.each<readonly [readonly string[], number, string]>([
    [
      ['--resource', 'a:none'],
      1,
      'resource: the data says nothing of https://a.example/none: take an IRI that stands in it',
    ],
    [
      ['--class', 'none'],
      2,
      'class is neither an absolute IRI nor a name with a known prefix: "none"',
    ],
    [['--resource', 'a:one', '--depth', '4'], 2, 'depth must be a number from 1 to 3, not "4"'],
    [['--limit', 'many'], 2, 'limit must be a number of nodes from 1 to 50,000, not "many"'],
    [['--format', 'dott'], 2, 'unknown format dott: did you mean dot?'],
    [
      ['--output', 'x.png'],
      2,
      '.png is the extension of no format: give one with --format (gexf, graphml, cyjs, dot, graphology, zip)',
    ],
    [
      ['--query', 'x.rq', '--class', 'a:Thing'],
      2,
      '--query selects what to show already: leave out the other flags',
    ],
    [
      ['--query', '/no/such.rq'],
      1,
      'there is no saved query and no file "/no/such.rq": this folder has no saved queries',
    ],
    [['--output', '/no/such/x.dot'], 1, '--output: cannot write /no/such/x.dot (ENOENT)'],
  ])('%j', async (flags, code, message) => {
    expect(await call(...flags)).toEqual({ code, stdout: '', stderr: `graphpress: ${message}\n` });
  });

  it('a query that gives no graph, or is none', async () => {
    const table = join(folder, 'table.rq');
    expect(await call('--query', table)).toEqual({
      code: 2,
      stdout: '',
      stderr: `graphpress: ${table} gives no graph: write it as CONSTRUCT or DESCRIBE\n`,
    });
    const broken = join(folder, 'broken.rq');
    expect((await call('--query', broken)).stderr).toBe(
      `graphpress: ${broken}:2:6: "}" cannot stand here\n`,
    );
  });
});

it('goes through a pipe as a process', async () => {
  const { code, stdout } = await runProcess(['network', folder, '--format', 'json']);
  expect([code, JSON.parse(stdout).nodes.length]).toEqual([0, 4]);
});
