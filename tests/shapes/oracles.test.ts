/** The cases of SHACL by two other implementations. Where they disagree, the sentence of the specification decides. */
import rdfExt from 'rdf-ext';
import RdfValidate from 'rdf-validate-shacl';
import { Validator } from 'shacl-engine';
import { describe, expect, it } from 'vitest';
import type { Quad } from '../../src/rdf/index.ts';
import { readQuads } from '../support/read-quads.ts';
import { validateQuads } from '../support/validate-shapes.ts';
import { CASES, PROLOGUE } from './components.ts';

type Implementation = (data: readonly Quad[], shapes: readonly Quad[]) => Promise<number>;

const datasetOf = (quads: readonly Quad[]) => rdfExt.dataset(quads as never);

/** Number of results. */
const IMPLEMENTATIONS: Readonly<Record<string, Implementation>> = {
  'shacl-engine': async (data, shapes) => {
    const validator = new Validator(datasetOf(shapes), { factory: rdfExt });
    return (await validator.validate({ dataset: datasetOf(data) })).results.length;
  },
  'rdf-validate-shacl': async (data, shapes) => {
    const validator = new RdfValidate(datasetOf(shapes) as never);
    return (await validator.validate(datasetOf(data) as never)).results.length;
  },
};

/** By case and implementation: what the specification says, where an implementation gives another result. */
const DISAGREEMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'targetClass reaches instances of subclasses that the data declares': {
    'shacl-engine': '3.1.3.2: the SHACL instances of the class in the data graph',
  },
  'class accepts instances of subclasses that the data declares': {
    'shacl-engine': '4.1.1: a SHACL instance of the class in the data graph',
  },
  'datatype knows days of months and binary texts': {
    'shacl-engine': '4.1.2: ill-typed literals violate; XML Schema 3.3.9: no day 30 in February',
    'rdf-validate-shacl': '4.1.2, the same',
  },
  'ranges compare exactly, beyond doubles': {
    'shacl-engine': '4.3: by the operators of SPARQL, which compare decimals exactly',
    'rdf-validate-shacl': '4.3, the same',
  },
  'lengths count characters, not code units': {
    'shacl-engine': '4.4.2: by STRLEN of SPARQL, which counts characters',
    'rdf-validate-shacl': '4.4.2, the same',
  },
  'patterns are those of SPARQL, with properties of characters and flags': {
    'shacl-engine': '4.4.3: by REGEX of SPARQL, whose flags are i, m, s, x and q',
    'rdf-validate-shacl': '4.4.3, the same',
  },
  'equals at a node shape': {
    'shacl-engine':
      '4.5.1: a result for each value node and each value of the property that differ',
    'rdf-validate-shacl': '4.5.1, the same',
  },
  'qualified value shapes, with a value that two things share': {
    'shacl-engine': '4.7.3: the value nodes of each focus node are counted',
  },
  'closed allows only properties whose path is an IRI, and the ignored ones': {
    'shacl-engine': '4.8.1: the values of sh:path that are IRIs',
  },
  'closed at a property shape looks at its values': {
    'shacl-engine': '4.8.1: each value node, of property shapes too',
  },
  'paths within paths': {
    'shacl-engine': '2.3.1: paths of any nesting',
    'rdf-validate-shacl': '2.3.1, not supported',
  },
  'a constraint by SPARQL, with $PATH and a message': {
    'shacl-engine': '5: not supported without its SPARQL package',
    'rdf-validate-shacl': '5: not supported',
  },
  'a component of the shapes graph': {
    'shacl-engine': '6: not supported',
    'rdf-validate-shacl': '6: not supported',
  },
  'a target by SPARQL': {
    'shacl-engine': 'SHACL Advanced Features 3.1: not supported',
    'rdf-validate-shacl': 'SHACL Advanced Features 3.1: not supported',
  },
};

describe.each(Object.entries(IMPLEMENTATIONS))('%s', (implementation, run) => {
  it.each(CASES.map((one) => [one.name, one] as const))(
    'has as many results, but for decided disagreements: %s',
    async (name, { shapes, data }) => {
      const [of, by] = await Promise.all([
        readQuads(PROLOGUE + data),
        readQuads(PROLOGUE + shapes, { blankNodeScope: 's' }),
      ]);
      const ours = validateQuads(of, by).results.length;
      const theirs = await run(of, by).catch((error: Error) => error.message);
      expect(theirs === ours).toBe(DISAGREEMENTS[name]?.[implementation] === undefined);
    },
  );
});
