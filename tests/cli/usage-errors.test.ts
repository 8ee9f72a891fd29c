/** Calls that no command understands: one line that says what to do instead, and the exit code 2. */
import { describe, expect, it } from 'vitest';
import { callCommandLine, runProcess } from '../support/command-line.ts';
import { REPOSITORY } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOT_UNDERSTOOD: readonly [given: string, line: string][] = [
  ['srve', 'unknown command srve: did you mean serve?'],
  ['publish', 'unknown command publish: there are serve, check, query, network, limits'],
  ['check --jsn', 'unknown flag --jsn: did you mean --json? (graphpress check --help lists them)'],
  [
    'serve --prot 80',
    'unknown flag --prot: did you mean --port? (graphpress serve --help lists them)',
  ],
  ['check -x', 'unknown flag -x: there are --sources, --json, --format, --base, --help'],
  ['serve --timeout soon', '"soon" is no value for --timeout: give a number from 0.1 to 86400'],
  ['serve --workers 0', '"0" is no value for --workers: give a number from 1 to 256'],
  [
    'serve --sources x',
    'unknown flag --sources: there are --port, --host, --workers, --timeout, --memory, --service-allow, --base, --writable, --token, --help',
  ],
  [
    'serve --writable --host 0.0.0.0',
    '--writable on 0.0.0.0 would let any client write: give a --token, or leave --host out',
  ],
  ['serve --token 0123456789', '--token is for writing: give --writable, too'],
  [
    'serve --writable --token short',
    'this is no token: give 8 or more of the characters A-Z a-z 0-9 - . _ ~ + /',
  ],
  ['serve --port', '--port needs a value: --port N'],
  ['query x --format --base', '--format needs a value: --format NAME'],
  ['check --json=yes', '--json takes no value'],
  ['serve --port abc', '"abc" is no port: give a number from 0 to 65535'],
  ['serve --port 65536', '"65536" is no port: give a number from 0 to 65535'],
  ['serve --port=-1', '"-1" is no port: give a number from 0 to 65535'],
  [
    'check a b',
    '"b" is one argument too many: graphpress check [FOLDER] [--sources DIR] [--json | --format NAME]',
  ],
  [
    'query a b c',
    '"c" is one argument too many: graphpress query [FOLDER] FILE|NAME|- [--format NAME] [--explain] [--timeout SECONDS] [--memory MIB]',
  ],
  ['query', 'no query given: name a saved query, a file, or "-" for standard input'],
  ['query x --format cvs', 'unknown format cvs: did you mean csv?'],
  [
    'query x --format pdf',
    'unknown format pdf: there are table, json, xml, csv, tsv, turtle, jsonld, rdfxml, ntriples, nquads, trig',
  ],
  [
    'query q03-partner-countries --format turtle',
    'a table has no form "turtle": take table, json, xml, csv, tsv',
  ],
];

it.each(NOT_UNDERSTOOD)('graphpress %s', async (given, line) => {
  expect(await callCommandLine(...given.split(' '))).toEqual({
    code: 2,
    stdout: '',
    stderr: `graphpress: ${line}\n`,
  });
});

it('is the same as a process', async () => {
  expect(await runProcess(['srve'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'graphpress: unknown command srve: did you mean serve?\n',
  });
});

describe('a query that is nowhere', () => {
  const nowhere = (line: string) => ({ code: 1, stdout: '', stderr: `graphpress: ${line}\n` });

  it('is answered with the name that was probably meant', async () => {
    expect(await callCommandLine('query', REPOSITORY, 'q03-partner-countris')).toEqual(
      nowhere(
        'there is no saved query and no file "q03-partner-countris": did you mean q03-partner-countries?',
      ),
    );
    expect(await callCommandLine('query', REPOSITORY, 'q03')).toEqual(
      nowhere('there is no saved query and no file "q03": did you mean q03-partner-countries?'),
    );
  });

  it('is answered with the names there are', async () => {
    const folder = await temporaryFolder({
      'a.ttl': '<https://a.example/a> <https://a.example/b> "c" .',
      'queries/one.rq': 'ASK {}',
      'queries/two.rq': 'ASK {}',
    });
    expect(await callCommandLine('query', folder, 'seventeen')).toEqual(
      nowhere('there is no saved query and no file "seventeen": saved queries are one, two'),
    );
  });

  it('is answered with the lack of any', async () => {
    const folder = await temporaryFolder({
      'a.ttl': '<https://a.example/a> <https://a.example/b> "c" .',
    });
    expect(await callCommandLine('query', folder, 'one')).toEqual(
      nowhere('there is no saved query and no file "one": this folder has no saved queries'),
    );
  });
});

it('a base that is none is refused', async () => {
  expect(await callCommandLine('check', REPOSITORY, '--base', 'nonsense')).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'graphpress: "nonsense" is no base: give an http or https IRI that ends in a slash, like https://data.example.org/\n',
  });
});
