/** https://www.w3.org/TR/shacl/#core-components-value-type */
import { NAMESPACES } from '../../rdf/index.ts';
import { isWellFormed } from '../../sparql/index.ts';
import type { NodeKind } from './data-graph.ts';
import { requireIri, show } from './parameters.ts';
import { type ComponentRow, ShapeError } from './shape.ts';

const NODE_KINDS: Readonly<Record<string, readonly NodeKind[]>> = {
  IRI: ['iri'],
  BlankNode: ['blank'],
  Literal: ['literal'],
  BlankNodeOrIRI: ['blank', 'iri'],
  BlankNodeOrLiteral: ['blank', 'literal'],
  IRIOrLiteral: ['iri', 'literal'],
};

export const VALUE_TYPE: readonly ComponentRow[] = [
  {
    component: 'ClassConstraintComponent',
    parameter: 'class',
    compile: ({ value: type, data }) => {
      requireIri('class', type);
      return function* check(_, values) {
        for (const value of values)
          if (!data.isInstance(value, type))
            yield { value, message: `the value must be an instance of ${show(type)}` };
      };
    },
  },
  {
    component: 'DatatypeConstraintComponent',
    parameter: 'datatype',
    isSingle: true,
    compile: ({ value: datatype, data }) => {
      requireIri('datatype', datatype);
      return function* check(_, values) {
        for (const value of values) {
          const term = data.kind(value) === 'literal' ? data.term(value) : undefined;
          const hasType = term?.termType === 'Literal' && term.datatype.equals(datatype);
          if (!hasType || !isWellFormed(term.value, datatype.value))
            yield { value, message: `the value must be a literal of ${show(datatype)}` };
        }
      };
    },
  },
  {
    component: 'NodeKindConstraintComponent',
    parameter: 'nodeKind',
    isSingle: true,
    compile: ({ value: kind, data }) => {
      const name = kind.value.startsWith(NAMESPACES.sh)
        ? kind.value.slice(NAMESPACES.sh.length)
        : '';
      const kinds = Object.hasOwn(NODE_KINDS, name) ? NODE_KINDS[name] : undefined;
      if (!kinds)
        throw new ShapeError(`sh:nodeKind needs one of the six node kinds, not ${show(kind)}`);
      return function* check(_, values) {
        for (const value of values)
          if (!kinds.includes(data.kind(value)))
            yield { value, message: `the value must be of the kind sh:${name}` };
      };
    },
  },
];
