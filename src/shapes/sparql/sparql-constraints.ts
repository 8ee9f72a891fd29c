/** sh:sparql. https://www.w3.org/TR/shacl/#sparql-constraints */
import { type LanguageMap, sh, type Term } from '../../rdf/index.ts';
import type { Bindings, PreboundQuery } from '../../sparql/index.ts';
import { messagesOf } from '../core/messages.ts';
import { show } from '../core/parameters.ts';
import type { Check, Constraint, ParameterUse, Shape } from '../core/shape.ts';
import { readQuery } from './sparql-query.ts';

/** @throws {ShapeError} */
export function sparqlConstraints(
  { shape, graph, data }: Omit<ParameterUse, 'value'>,
  path: Shape['path'],
  environment: Bindings,
): Constraint[] {
  const active = graph
    .objects(shape, sh('sparql'))
    .filter((node) => !graph.isTrue(node, sh('deactivated')));
  const bindings = new Map([...environment, ['currentShape', shape] as const]);
  return active.map((node) => {
    const prebound = ['this', ...bindings.keys()];
    const query = readQuery(node, 'select', { graph, data, path, prebound });
    const messages = messagesOf(graph, node);
    return {
      component: sh('SPARQLConstraintComponent'),
      source: node,
      check: selectCheck(query, {
        bindings,
        messages,
        termOf: (id) => data.term(id),
        isProperty: path !== undefined,
        reason: 'the query of sh:sparql has a solution',
      }),
    };
  });
}

export interface SelectOptions {
  readonly bindings: Bindings;
  readonly messages: LanguageMap;
  readonly termOf: (id: Parameters<Check>[0]) => Term;
  readonly isProperty: boolean;
  readonly reason: string;
}

/** Each solution is a violation. https://www.w3.org/TR/shacl/#sparql-constraints-validation */
export const selectCheck = (
  query: PreboundQuery,
  { bindings, messages, termOf, isProperty, reason }: SelectOptions,
): Check =>
  function* check(focus) {
    const given = new Map([...bindings, ['this', termOf(focus)] as const]);
    for (const solution of query.select(given)) {
      const all = new Map([...given, ...solution]);
      const message = solution.get('message');
      const found = solution.get('path');
      yield {
        value: solution.get('value') ?? (isProperty ? undefined : focus),
        path: found?.termType === 'NamedNode' ? found : undefined,
        message: reason,
        messages:
          message?.termType === 'Literal'
            ? new Map([[message.language, message.value]])
            : fillMessages(messages, all),
      };
    }
  };

/** Replaces {?name} and {$name} by values. https://www.w3.org/TR/shacl/#sparql-constraints-variables */
export const fillMessages = (messages: LanguageMap, values: Bindings): LanguageMap =>
  new Map(
    Array.from(messages, ([language, text]) => [
      language,
      text.replaceAll(/\{[?$](?<name>\w+)\}/g, (match, name: string) => {
        const value = values.get(name);
        return value === undefined
          ? match
          : value.termType === 'Literal'
            ? value.value
            : show(value);
      }),
    ]),
  );
