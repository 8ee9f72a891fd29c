/** `graphpress check`: a report for people, one for programs, and an exit code for both. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/shapes/index.ts';
import { callCommandLine, runProcess } from '../support/command-line.ts';
import { REPOSITORY } from '../support/repository.ts';
import { lacksSources, sourcesOrThrow } from '../support/source-texts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('a folder that is what it says it is', () => {
  it('conforms, with exit code 0 and a line for each question', async () => {
    const { code, stdout, stderr } = await callCommandLine('check', REPOSITORY);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n').filter((line) => /^[✓✗!–] /.test(line));
    expect(lines.map((line) => line.slice(0, 13).trim())).toEqual([
      '✓ shapes',
      '– selectors',
      '✓ links',
      expect.stringMatching(/^[✓!] labels$/),
      '✓ answers',
    ]);
    expect(lines[4]).toContain('28 of 28 expected answers given');
    expect(stdout).toMatch(/\nConforms\./);
  });

  it.skipIf(lacksSources)('has all its selectors verified, as a process', async () => {
    const { code, stdout } = await runProcess(['check', '--sources', sourcesOrThrow()]);
    expect(code).toBe(0);
    expect(stdout).toContain('✓ selectors  50 of 50 selectors verified\n');
  });
});

describe('a folder that is not', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await temporaryFolder({
      'ontology/shapes.ttl': `
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix x: <https://a.example/> .
        x:ThingShape a sh:NodeShape ; sh:targetClass x:Thing ;
          sh:property [ sh:path x:size ; sh:minCount 1 ; sh:message "A thing has a size."@en ] ;
          sh:property [ sh:path x:note ; sh:maxCount 0 ; sh:severity sh:Warning ; sh:message "Notes are better elsewhere."@en ] .`,
      'data/things.ttl': `
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix void: <http://rdfs.org/ns/void#> .
        @prefix x: <https://a.example/> .
        x:dataset void:uriSpace "https://a.example/" ; dct:title "things"@en , "Dinge"@de .
        x:Thing rdfs:label "thing"@en .
        x:one a x:Thing ; rdfs:label "one"@en ; x:size 1 ; x:note "n" ; x:like x:nobody .
        x:two a x:Thing .
        x:size rdfs:label "size" . x:note rdfs:label "note" . x:like rdfs:label "like" .`,
      'queries/sizes.rq': 'SELECT ?size { ?thing <https://a.example/size> ?size } ORDER BY ?size',
      'queries/without.rq': 'ASK {}',
      'queries/expected/sizes.csv': 'size\n2\n',
      'queries/expected/gone.csv': 'x\n',
    });
  });

  it('has a report with each finding, and exit code 1', async () => {
    expect(await callCommandLine('check', folder)).toEqual({
      code: 1,
      stderr: '',
      stdout: `things

✗ shapes     1 shape, 2 results
    warning https://a.example/one
      Notes are better elsewhere.
      path <https://a.example/note> · sh:MaxCountConstraintComponent
    violation https://a.example/two
      A thing has a size.
      path <https://a.example/size> · sh:MinCountConstraintComponent
– selectors  no selectors in the data
✗ links      1 of 5 IRIs named here is without a description
    violation https://a.example/nobody
      is named in https://a.example/graph/things but described nowhere
✗ labels     de 0, en 1 of 2 resources
    warning https://a.example/one
      has no label in de
    violation https://a.example/two
      has no label
✗ answers    0 of 1 expected answer given; 1 query without one
    violation gone
      has an expected answer but no query
    violation sizes
      does not give the expected answer; missing: 2; unexpected: 1

Does not conform: 5 violations. 2 warnings.
`,
    });
  });

  it('has the same report for programs, as a process', async () => {
    const { code, stdout, stderr } = await runProcess(['check', '--json'], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const report = JSON.parse(stdout) as CheckReport;
    expect(report.conforms).toBe(false);
    expect(report.sections.map(({ name, wasRun }) => [name, wasRun])).toEqual([
      ['shapes', true],
      ['selectors', false],
      ['links', true],
      ['labels', true],
      ['answers', true],
    ]);
    expect(report.sections[2]).toEqual({
      name: 'links',
      summary: '1 of 5 IRIs named here is without a description',
      wasRun: true,
      findings: [
        {
          severity: 'violation',
          subject: 'https://a.example/nobody',
          message: 'is named in https://a.example/graph/things but described nowhere',
        },
      ],
    });
  });
});

it('only warned of, a folder conforms', async () => {
  const folder = await temporaryFolder({
    'a.ttl': `
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      <https://a.example/a> a rdfs:Class ; rdfs:label "a"@en .
      <https://a.example/> <http://rdfs.org/ns/void#uriSpace> "https://a.example/" ;
        <http://purl.org/dc/terms/title> "t"@en , "t"@fr .`,
  });
  const { code, stdout } = await callCommandLine('check', folder);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n! labels .*\n {4}warning .*\n {6}has no label in fr\n/);
  expect(stdout).toMatch(/\nConforms\. 1 warning\.\n$/);
});
