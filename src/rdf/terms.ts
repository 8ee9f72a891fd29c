/** RDF terms, and their keys: equal terms have equal keys. https://www.w3.org/TR/rdf11-concepts/ */
import type {
  BlankNode,
  DataFactory,
  DefaultGraph,
  Literal,
  NamedNode,
  Quad,
  Term,
} from '@rdfjs/types';
import { DataFactory as N3Factory } from 'n3';

export type { BlankNode, DefaultGraph, Literal, NamedNode, Quad, Term };

/** A term that a dataset can contain: any term except variables. */
export type ConcreteTerm = NamedNode | BlankNode | Literal | DefaultGraph | Quad;

/**
 * The RDF/JS data factory of the project. Language tags are in lower case, as RDF/JS requires ("zh-hans").
 * https://rdf.js.org/data-model-spec/#datafactory-interface
 */
export const terms: Required<DataFactory> = N3Factory;

/** A key that is equal for two terms if and only if they are the same RDF term. */
export function termKey(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}`;
    case 'BlankNode':
      return `_${term.value}`;
    case 'Literal': {
      const direction = (term as { direction?: string | null }).direction;
      return term.language === ''
        ? `^${term.datatype.value}"${term.value}`
        : `@${term.language}${direction ? `--${direction}` : ''}"${term.value}`;
    }
    case 'Quad':
      return `(${[term.subject, term.predicate, term.object].map((part) => JSON.stringify(termKey(part as Term))).join()}`;
    case 'DefaultGraph':
      return '=';
    case 'Variable':
      return `?${term.value}`;
  }
}
