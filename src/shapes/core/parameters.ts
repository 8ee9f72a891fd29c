/** Values of constraint parameters, checked. */
import { type Term, xsd } from '../../rdf/index.ts';
import { ShapeError } from './shape.ts';
import type { TermGraph } from './term-graph.ts';

/** @throws {ShapeError} */
export function readCount(name: string, term: Term): number {
  if (
    term.termType === 'Literal' &&
    term.datatype.equals(xsd('integer')) &&
    /^\+?\d+$/.test(term.value)
  )
    return Number(term.value);
  throw new ShapeError(`sh:${name} needs an xsd:integer of 0 or more, not ${show(term)}`);
}

/** @throws {ShapeError} */
export function requireIri(name: string, term: Term): Term {
  if (term.termType === 'NamedNode') return term;
  throw new ShapeError(`sh:${name} needs an IRI, not ${show(term)}`);
}

/** @throws {ShapeError} */
export function requireLiteral(name: string, term: Term): Term {
  if (term.termType === 'Literal') return term;
  throw new ShapeError(`sh:${name} needs a literal, not ${show(term)}`);
}

/** @throws {ShapeError} */
export function requireList(name: string, graph: TermGraph, term: Term): Term[] {
  const members = graph.list(term);
  if (members) return members;
  throw new ShapeError(`sh:${name} needs a well-formed RDF list`);
}

/** @returns whether the value is true. @throws {ShapeError} for what is not a boolean. */
export function readBoolean(name: string, term: Term): boolean {
  if (term.termType === 'Literal' && /^(?:true|false|1|0)$/.test(term.value))
    return term.value === 'true' || term.value === '1';
  throw new ShapeError(`sh:${name} needs true or false, not ${show(term)}`);
}

/** A term for messages. */
export const show = (term: Term): string =>
  term.termType === 'Literal' ? JSON.stringify(term.value) : `<${term.value}>`;
