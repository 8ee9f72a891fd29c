/** The W3C test suite of SHACL: Core, and constraints by SPARQL. https://w3c.github.io/data-shapes/data-shapes-test-suite/ */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Quad,
  rdf,
  RDF_FORMATS,
  type RdfFormat,
  readRdf,
  sh,
  type Term,
  termKey,
} from '../../src/rdf/index.ts';
import { readPath } from '../../src/shapes/core/read-path.ts';
import { TermGraph } from '../../src/shapes/core/term-graph.ts';
import { lacksSuite } from '../support/suites.ts';
import { validateQuads } from '../support/validate-shapes.ts';
import { suiteFile } from './suites.ts';

const BASE = 'https://suite.example/';
const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const SHT = 'http://www.w3.org/ns/shacl-test#';

const [TURTLE] = RDF_FORMATS as readonly [RdfFormat];

const named = (iri: string) =>
  ({ termType: 'NamedNode', value: iri, equals: (other: Term) => other.value === iri }) as Term;

async function read(path: string): Promise<Quad[]> {
  const text = readFileSync(suiteFile('w3c-shacl', path), 'utf8');
  return [
    ...(await readRdf(text, { format: TURTLE, baseIri: BASE + path, blankNodeScope: '' })).quads,
  ];
}

interface ShaclTest {
  readonly name: string;
  readonly data: string;
  readonly shapes: string;
  readonly graph: TermGraph;
  readonly result: Term;
}

/** All tests below a manifest. */
async function testsOf(path: string): Promise<ShaclTest[]> {
  const graph = new TermGraph(await read(path));
  const manifest = named(BASE + path);
  const included = graph.objects(manifest, named(`${MF}include`));
  const below = await Promise.all(included.map(({ value }) => testsOf(value.slice(BASE.length))));
  const entries = graph
    .objects(manifest, named(`${MF}entries`))
    .flatMap((list) => graph.list(list) ?? []);
  const own = entries.map((entry): ShaclTest => {
    const [action] = graph.objects(entry, named(`${MF}action`));
    const [result] = graph.objects(entry, named(`${MF}result`));
    if (!action || !result) throw new Error(`${entry.value} has no action or result`);
    const part = (name: string) =>
      (graph.objects(action, named(SHT + name))[0]?.value ?? '').slice(BASE.length);
    return {
      name: entry.value.slice(BASE.length),
      data: part('dataGraph'),
      shapes: part('shapesGraph'),
      graph,
      result,
    };
  });
  return [...own, ...below.flat()];
}

const show = (term: Term | undefined) =>
  term === undefined ? '' : term.termType === 'BlankNode' ? '_' : termKey(term);

/** What the suite compares of a result; blank nodes count as equal. */
const keyOf = (parts: Readonly<Record<string, string>>) => JSON.stringify(parts);

function expected(graph: TermGraph, report: Term): string[] {
  return graph.objects(report, sh('result')).map((result) => {
    const one = (name: string) => graph.objects(result, sh(name))[0];
    const path = one('resultPath');
    return keyOf({
      focus: show(one('focusNode')),
      path: path ? JSON.stringify(readPath(graph, path)) : '',
      value: show(one('value')),
      component: show(one('sourceConstraintComponent')),
      shape: show(one('sourceShape')),
      severity: show(one('resultSeverity')),
    });
  });
}

const tests = lacksSuite('w3c-shacl') ? [] : await testsOf('manifest.ttl');

describe.skipIf(tests.length === 0)('the W3C suite of SHACL', () => {
  it('is read whole', () => {
    expect(tests.length).toBeGreaterThan(110);
  });

  const isFailure = ({ result }: ShaclTest) => result.value === `${SHT}Failure`;

  it.each(tests.filter(isFailure).map((test) => [test.name, test] as const))(
    '%s cannot be evaluated',
    async (_, test) => {
      const { conforms, problems } = await validated(test);
      expect([conforms, problems.length > 0]).toEqual([false, true]);
    },
  );

  const evaluated = tests.filter((test) => !isFailure(test));

  it.each(evaluated.map((test) => [test.name, test] as const))('%s', async (_, test) => {
    const { results, conforms, problems, shapesGraph } = await validated(test);
    const found = results.map(({ focus, path, value, component, shape, severity }) =>
      keyOf({
        focus: show(focus),
        path: path ? JSON.stringify(readPath(shapesGraph, path)) : '',
        value: show(value),
        component: show(component),
        shape: show(shape),
        severity: show(severity),
      }),
    );
    expect(test.graph.objects(test.result, rdf('type')).map(({ value }) => value)).toEqual([
      sh('ValidationReport').value,
    ]);
    expect({ problems, conforms, found: found.toSorted() }).toEqual({
      problems: [],
      conforms: test.graph.isTrue(test.result, sh('conforms')),
      found: expected(test.graph, test.result).toSorted(),
    });
  });
});

async function validated(test: ShaclTest) {
  const [data, shapes] = await Promise.all([read(test.data), read(test.shapes)]);
  return { ...validateQuads(data, shapes), shapesGraph: new TermGraph(shapes) };
}
