/** SHACL case by case, and what is malformed. */
import { describe, expect, it } from 'vitest';
import type { Term } from '../../src/rdf/index.ts';
import { readQuads } from '../support/read-quads.ts';
import { validateQuads } from '../support/validate-shapes.ts';
import { CASES, PROLOGUE } from './components.ts';

const validateTexts = async (shapes: string, data: string) => {
  const [of, by] = await Promise.all([readQuads(PROLOGUE + data), readQuads(PROLOGUE + shapes)]);
  return validateQuads(of, by);
};

const nameOf = (term: Term | undefined): string => {
  if (term === undefined) return '-';
  if (term.termType === 'BlankNode') return '_';
  return term.termType === 'Literal' ? term.value : term.value.replace(/^.*[#/]/, '');
};

describe('SHACL', () => {
  it.each(CASES.map((one) => [one.name, one] as const))(
    '%s',
    async (_, { shapes, data, results }) => {
      const report = await validateTexts(shapes, data);
      const found = report.results.map(({ focus, path, component, value }) =>
        [
          nameOf(focus),
          nameOf(path),
          nameOf(component).replace('ConstraintComponent', ''),
          nameOf(value),
        ].join(' '),
      );
      expect({ problems: report.problems, found: found.toSorted() }).toEqual({
        problems: [],
        found: results.toSorted(),
      });
    },
  );
});

const GOOD =
  ':G a sh:NodeShape ; sh:targetNode :a ; sh:property [ sh:path :needed ; sh:minCount 1 ] .';

describe('a shape that cannot be evaluated', () => {
  it.each([
    [
      'sh:property [ sh:path [ sh:zeroOrMorePaths :v ] ; sh:minCount 1 ]',
      'is not a property of paths',
    ],
    ['sh:pattern "(["', 'is not a regular expression'],
    ['sh:property [ sh:path :v ; sh:minCount "one" ]', 'needs an xsd:integer'],
    ['sh:minCount 1', 'needs a property shape'],
    ['sh:nodeKind sh:Iri', 'needs one of the six node kinds'],
    ['sh:in :notAList', 'needs a well-formed RDF list'],
    ['sh:js [ sh:jsFunctionName "f" ]', 'sh:js is not supported and was not evaluated'],
    ['sh:sparql [ sh:select "SELECT $this { ?x nope:y ?z }" ]', 'nope'],
    [
      'sh:sparql [ sh:select "SELECT $this { { ?x ?y ?z } MINUS { ?a ?b ?c } }" ]',
      'must not use MINUS',
    ],
    ['sh:datatype xsd:integer, xsd:string', 'may have only one value'],
    ['sh:node :S', 'recursive'],
  ])('%s is named, and the other shapes are evaluated', async (constraint, message) => {
    const shapes = `:S a sh:NodeShape ; sh:targetNode :a ; ${constraint} . ${GOOD}`;
    const { conforms, problems, results } = await validateTexts(shapes, ':a :b :c .');
    expect(conforms).toBe(false);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
    expect(results.map(({ path }) => path?.value)).toContain('http://a.example/needed');
  });

  it('makes a report that does not conform, even without a result', async () => {
    const report = await validateTexts(
      ':S a sh:NodeShape ; sh:targetNode :a ; sh:js [] .',
      ':a :b :c .',
    );
    expect([report.conforms, report.results.length, report.problems.length]).toEqual([false, 0, 1]);
  });
});
