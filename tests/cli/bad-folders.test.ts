/** Folders that cannot be published: one line with the place and the reason, exit code 1, and nothing half-done. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { callCommandLine, runProcess } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const GOOD = '<https://a.example/a> <https://a.example/b> "c" .\n';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Each with the line it gets. */
const BROKEN: readonly [what: string, files: Files, line: string][] = [
  [
    'Turtle without a full stop',
    { 'broken.ttl': '@prefix x: <https://a.example/> .\nx:a x:b "c"\n  x:d x:e .\n' },
    'broken.ttl:3:3: Expected punctuation to follow ""c""',
  ],
  [
    'Turtle with an unknown prefix',
    { 'data/deep/a.ttl': `${GOOD}y:a y:b y:c .` },
    'data/deep/a.ttl:2:1: Undefined prefix "y:"',
  ],
  [
    'JSON-LD that is no JSON',
    { 'a.jsonld': '{"@id": "https://a.example/a",\n "https://a.example/b": }' },
    `a.jsonld:2:25: Unexpected token '}'`,
  ],
  [
    'JSON-LD that needs the network',
    { 'a.jsonld': '{"@context": "https://a.example/context", "@id": "x:y"}' },
    'a.jsonld:1:1: Failed to load remote context https://a.example/context: the remote context <https://a.example/context> is not fetched; write its terms into the file',
  ],
  [
    'RDF/XML with a wrong end tag',
    {
      'a.rdf':
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n <rdf:Description></rdf:Descr>\n</rdf:RDF>',
    },
    'a.rdf:2:30: unexpected close tag',
  ],
  [
    'a gzip file that is none',
    { 'a.nt.gz': 'not compressed' },
    'a.nt.gz: is not a whole gzip file: compress it again',
  ],
  [
    'a gzip file cut short',
    { 'a.nt.gz': gzipSync(GOOD).subarray(0, 40) },
    'a.nt.gz: is not a whole gzip file: compress it again',
  ],
  [
    'a mistake inside a gzip file',
    { 'data/a.nt.gz': gzipSync(`${GOOD}<https://a.example/a> .\n`) },
    'data/a.nt.gz:2:23: a predicate is expected here',
  ],
  [
    'text that is no UTF-8',
    {
      'a.ttl': Buffer.concat([Buffer.from('<x:a> <x:b>\n "'), Buffer.of(0xff), Buffer.from('" .')]),
    },
    'a.ttl:2:3: is not UTF-8 text: save it in UTF-8',
  ],
  [
    'a saved query whose header is no YAML',
    { 'a.ttl': GOOD, 'queries/q.rq': '#+ title: fine\n#+ tags: [a\nASK {}' },
    'queries/q.rq:3:1: the #+ lines are not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'a saved query that is no SPARQL',
    { 'a.ttl': GOOD, 'queries/q.rq': '#+ title: fine\nASK {\n  ?s ?p }' },
    'queries/q.rq:3:9: "}" cannot stand here',
  ],
  [
    'two saved queries of one name',
    { 'a.ttl': GOOD, 'queries/a/q.rq': 'ASK {}', 'queries/b/q.rq': 'ASK {}' },
    'queries/b/q.rq: has the same name as queries/a/q.rq: rename one of them',
  ],
  [
    'a rule that makes no triples',
    { 'data/a.ttl': GOOD, 'ontology/rules/r.rq': 'ASK {}' },
    'ontology/rules/r.rq: is no CONSTRUCT query: a rule makes triples',
  ],
  [
    'a rule that makes nameless things',
    { 'data/a.ttl': GOOD, 'ontology/rules/r.rq': 'CONSTRUCT { ?s <x:p> [] } WHERE { ?s ?p ?o }' },
    'ontology/rules/r.rq: makes a blank node, which would be another one at each start: give what it makes an IRI',
  ],
  [
    'two files that would be one graph',
    { 'a.ttl': GOOD, 'a.nt': GOOD },
    'a.ttl: becomes the same graph as a.nt: rename one of them',
  ],
  [
    'a declared base that is none',
    { 'a.ttl': '<x:a> <http://rdfs.org/ns/void#uriSpace> "here" .' },
    '"here" is no base: give an http or https IRI that ends in a slash, like https://data.example.org/',
  ],
];

const refused = (line: string) => ({ code: 1, stdout: '', stderr: `graphpress: ${line}\n` });

describe.each([
  ['check', (folder: string) => ['check', folder]],
  ['serve', (folder: string) => ['serve', folder, '--port', '0']],
  ['query', (folder: string) => ['query', folder, 'q']],
])('%s refuses', (_, call) => {
  it.each(BROKEN)('%s', async (_what, files, line) => {
    const folder = await temporaryFolder(files);
    expect(await callCommandLine(...call(folder))).toEqual(refused(line));
  });

  it('a folder that is not there', async () => {
    const folder = join(await temporaryFolder(), 'missing');
    expect(await callCommandLine(...call(folder))).toEqual(
      refused(`there is no folder ${folder}: give the folder to publish`),
    );
  });

  it.each([
    ['an empty folder', {}],
    ['a folder of other things', { 'README.md': '# x', 'data/x.csv': 'a,b' }],
    ['a folder with hidden RDF only', { '.hidden/a.ttl': GOOD, 'node_modules/a.ttl': GOOD }],
  ])('%s', async (_what, files) => {
    const folder = await temporaryFolder(files);
    expect(await callCommandLine(...call(folder))).toEqual(
      refused(
        `${folder} holds no RDF: put .ttl, .trig, .nt, .nq, .jsonld or .rdf files (also .gz) into it or into its data/ folder`,
      ),
    );
  });

  it('a file in place of a folder', async () => {
    const file = join(await temporaryFolder({ 'a.ttl': GOOD }), 'a.ttl');
    expect(await callCommandLine(...call(file))).toEqual(
      refused(`${file} is a file: give the folder that holds it`),
    );
  });
});

it('says the same as a process, and nothing else', async () => {
  const [, files, line] = BROKEN[0] ?? [];
  const folder = await temporaryFolder(files);
  expect(await runProcess(['check'], { cwd: folder })).toEqual(refused(line ?? ''));
});

it('says which expected answer is no CSV', async () => {
  const folder = await temporaryFolder({
    'a.ttl': GOOD,
    'queries/q.rq': 'ASK {}',
    'queries/expected/q.csv': 'a,b\n"x,y',
  });
  const { code, stdout, stderr } = await callCommandLine('check', folder);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^graphpress: queries\/expected\/q\.csv: .*[Qq]uote.*line 2\n$/);
});

describe('source texts', () => {
  it('that are not there', async () => {
    const folder = await temporaryFolder({ 'a.ttl': GOOD, 'empty/x.md': 'x' });
    const missing = join(folder, 'missing');
    expect(await callCommandLine('check', folder, '--sources', missing)).toEqual(
      refused(`there is no folder ${missing}: give the folder of the source texts with --sources`),
    );
    const empty = join(folder, 'empty');
    expect(await callCommandLine('check', folder, '--sources', empty)).toEqual(
      refused(`${empty} holds no .txt file: give the folder of the source texts with --sources`),
    );
  });
});

it('takes file names that no IRI can hold', async () => {
  const folder = await temporaryFolder({ 'data/my notes #1 (50%).ttl': GOOD });
  const query = 'SELECT ?g { GRAPH ?g { ?s ?p "c" } }';
  const input = { input: query };
  expect(await runProcess(['query', folder, '-', '--format', 'csv'], input)).toEqual({
    code: 0,
    stdout: 'g\r\nhttps://a.example/graph/my%20notes%20%231%20(50%25)\r\n',
    stderr: '',
  });
});
