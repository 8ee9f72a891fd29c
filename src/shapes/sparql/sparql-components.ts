/** Constraint components that a shapes graph declares. https://www.w3.org/TR/shacl/#sparql-constraint-components */
import { rdf, rdfs, sh, type Term, termKey } from '../../rdf/index.ts';
import type { Bindings } from '../../sparql/index.ts';
import { messagesOf } from '../core/messages.ts';
import { show } from '../core/parameters.ts';
import {
  type Check,
  type Constraint,
  type ParameterUse,
  type Shape,
  ShapeError,
} from '../core/shape.ts';
import type { TermGraph } from '../core/term-graph.ts';
import { fillMessages, selectCheck } from './sparql-constraints.ts';
import { readQuery } from './sparql-query.ts';

interface Parameter {
  readonly path: Term;
  /** The variable that is pre-bound: the local name of the path. */
  readonly variable: string;
  readonly isOptional: boolean;
}

export interface DeclaredComponent {
  readonly node: Term;
  readonly parameters: readonly Parameter[];
  /** The constraints of a shape that has values for all mandatory parameters. @throws {ShapeError} */
  constraints(
    use: Omit<ParameterUse, 'value'>,
    path: Shape['path'],
    environment: Bindings,
  ): Constraint[];
}

export const readComponents = (graph: TermGraph): DeclaredComponent[] =>
  instancesOf(graph, sh('ConstraintComponent')).map((node) => {
    const parameters = graph.objects(node, sh('parameter')).flatMap((parameter) =>
      graph.objects(parameter, sh('path')).map((path) => ({
        path,
        variable: path.value.replace(/^.*[#/]/, ''),
        isOptional: graph.isTrue(parameter, sh('optional')),
      })),
    );
    return {
      node,
      parameters,
      constraints: (use, path, environment) =>
        combinations(graph, use.shape, parameters).map((values) => ({
          component: node,
          check: checkOf(node, { use, path, values: new Map([...environment, ...values]) }),
        })),
    };
  });

/** The values of the parameters at a shape: one combination for each value of a component's only parameter. */
function combinations(
  graph: TermGraph,
  shape: Term,
  parameters: readonly Parameter[],
): ReadonlyMap<string, Term>[] {
  let found: Map<string, Term>[] = [new Map()];
  for (const { path, variable, isOptional } of parameters) {
    const values = graph.objects(shape, path);
    if (values.length === 0 && !isOptional) return [];
    if (values.length > 1 && parameters.length > 1)
      throw new ShapeError(`${show(path)} may have only one value, as one of several parameters`);
    if (values.length > 0)
      found = found.flatMap((combination) =>
        values.map((value) => new Map([...combination, [variable, value]])),
      );
  }
  return parameters.length === 0 ? [] : found;
}

interface CheckOptions {
  readonly use: Omit<ParameterUse, 'value'>;
  readonly path: Shape['path'];
  readonly values: Bindings;
}

/** https://www.w3.org/TR/shacl/#constraint-components-validators */
function checkOf(component: Term, { use, path, values }: CheckOptions): Check {
  const { shape, graph, data } = use;
  const [specific] = graph.objects(component, sh(path ? 'propertyValidator' : 'nodeValidator'));
  const [general] = graph.objects(component, sh('validator'));
  const validator = specific ?? general;
  if (!validator)
    throw new ShapeError(
      `the component ${show(component)} has no validator for this kind of shape`,
    );
  const bindings = new Map([...values, ['currentShape', shape] as const]);
  const messages = messagesOf(graph, validator);
  const reason = `the value violates the component ${show(component)}`;
  if (graph.objects(validator, sh('ask')).length === 0) {
    const prebound = ['this', ...bindings.keys()];
    const query = readQuery(validator, 'select', { graph, data, path, prebound });
    const termOf = (id: Parameters<Check>[0]) => data.term(id);
    return selectCheck(query, {
      bindings,
      messages,
      termOf,
      isProperty: path !== undefined,
      reason,
    });
  }
  const prebound = ['this', 'value', ...bindings.keys()];
  const query = readQuery(validator, 'ask', { graph, data, path, prebound });
  return function* check(focus, nodes) {
    for (const value of nodes) {
      const term = data.term(value);
      const given = new Map<string, Term>([
        ...bindings,
        ['this', data.term(focus)],
        ['value', term],
      ]);
      if (!query.ask(given))
        yield { value, message: reason, messages: fillMessages(messages, given) };
    }
  };
}

/** SHACL instances of a class within the shapes graph. */
function instancesOf(graph: TermGraph, type: Term): Term[] {
  const classes = [type];
  const seen = new Set([termKey(type)]);
  for (const each of classes)
    for (const subclass of graph.subjects(rdfs('subClassOf'), each)) {
      if (seen.has(termKey(subclass))) continue;
      seen.add(termKey(subclass));
      classes.push(subclass);
    }
  const found = classes.flatMap((each) => graph.subjects(rdf('type'), each));
  return [...new Map(found.map((node) => [termKey(node), node])).values()];
}
