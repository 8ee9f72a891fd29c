/** https://www.w3.org/TR/shacl/#core-components-others */
import { sh, type Term } from '../../rdf/index.ts';
import { readBoolean, requireList, show } from './parameters.ts';
import type { ComponentRow } from './shape.ts';

export const OTHER: readonly ComponentRow[] = [
  {
    component: 'ClosedConstraintComponent',
    parameter: 'closed',
    isSingle: true,
    compile: ({ shape, value: flag, graph, data }) => {
      if (!readBoolean('closed', flag)) return undefined;
      const ignored = graph
        .objects(shape, sh('ignoredProperties'))
        .flatMap((list) => requireList('ignoredProperties', graph, list));
      // Only paths that are IRIs allow a property.
      const paths = graph
        .objects(shape, sh('property'))
        .flatMap((property) => graph.objects(property, sh('path')))
        .filter(({ termType }) => termType === 'NamedNode');
      const allowed = new Set([...ignored, ...paths].map((property) => data.id(property)));
      return function* check(_, values) {
        for (const node of values)
          for (const { predicate, object } of data.statements(node))
            if (!allowed.has(predicate)) {
              const path = data.term(predicate);
              yield { value: object, path, message: `the property ${show(path)} is not allowed` };
            }
      };
    },
  },
  {
    component: 'HasValueConstraintComponent',
    parameter: 'hasValue',
    compile: ({ value: required, data }) => {
      const id = data.id(required);
      return function* check(_, values) {
        if (!values.includes(id)) yield { message: `the value ${show(required)} is missing` };
      };
    },
  },
  {
    component: 'InConstraintComponent',
    parameter: 'in',
    isSingle: true,
    compile: ({ value: list, graph, data }) => {
      const members = requireList('in', graph, list);
      const allowed = new Set(members.map((one) => data.id(one)));
      return function* check(_, values) {
        for (const value of values)
          if (!allowed.has(value)) yield { value, message: `the value must be ${choice(members)}` };
      };
    },
  },
];

const MAX_SHOWN = 8;

/** The values of a list for a message: the first ones, and how many there are. */
function choice(members: readonly Term[]): string {
  const shown = members.slice(0, MAX_SHOWN).map((one) => show(one));
  return members.length > MAX_SHOWN
    ? `one of ${members.length} values: ${shown.join(', ')}, …`
    : `one of ${shown.join(', ')}`;
}
