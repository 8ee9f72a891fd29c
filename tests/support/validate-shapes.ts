/** SHACL over quads, by our own validation. */
import { type NamedNode, type Quad, terms } from '../../src/rdf/index.ts';
import {
  validate,
  type ValidationReport,
  type ValidationResult,
} from '../../src/shapes/validate.ts';
import { buildStore } from '../../src/store/index.ts';

const DATA = terms.namedNode('https://data.example/graph');
const SHAPES = terms.namedNode('https://data.example/shapes');

const inGraph = (quads: readonly Quad[], graph: NamedNode): Quad[] =>
  quads.map(({ subject, predicate, object }) => terms.quad(subject, predicate, object, graph));

/** Validates data against shapes that are in another graph. */
export function validateQuads(data: readonly Quad[], shapes: readonly Quad[]): ValidationReport {
  const store = buildStore([...inGraph(data, DATA), ...inGraph(shapes, SHAPES)], {
    version: 'validated',
    isInDefaultGraph: (iri) => iri !== SHAPES.value,
  });
  return validate(store, shapes, { baseIri: DATA.value, shapesGraph: SHAPES.value });
}

/** What is wrong, one line for each kind of result: severity, the focus, the path, the constraint. */
export function validateShapes(data: readonly Quad[], shapes: readonly Quad[]): string[] {
  return [...new Set(validateQuads(data, shapes).results.map(lineOf))].toSorted();
}

const end = (iri: string) => iri.replace(/^.*[#/]/, '');

const lineOf = ({ severity, focus, path, component }: ValidationResult): string =>
  [
    end(severity.value),
    focus.termType === 'BlankNode' ? '[]' : end(focus.value),
    path?.termType === 'NamedNode' ? end(path.value) : '',
    end(component.value).replace('ConstraintComponent', ''),
  ].join(' ');
