/** Values that variables have from the start take the place of those variables. https://www.w3.org/TR/sparql11-query/#defn_substitute */
import type { Term } from '../../rdf/index.ts';
import type { Expression, GraphRef, Operation, PatternTerm } from './algebra.ts';
import { mapChildren } from './traverse.ts';
import { scopeVariable } from './variables.ts';

export type Bindings = ReadonlyMap<string, Term>;

export function substitute(operation: Operation, bindings: Bindings): Operation {
  if (bindings.size === 0) return operation;
  const inside = (child: Operation) => substitute(child, bindings);
  const expression = (child: Expression) => substituteExpression(child, bindings);
  switch (operation.kind) {
    case 'bgp':
      return {
        kind: 'bgp',
        patterns: operation.patterns.map(({ subject, predicate, object, graph }) => ({
          subject: valueOf(subject, bindings),
          predicate: valueOf(predicate, bindings),
          object: valueOf(object, bindings),
          graph: graphOf(graph, bindings),
        })),
      };
    case 'path':
      return {
        ...operation,
        subject: valueOf(operation.subject, bindings),
        object: valueOf(operation.object, bindings),
        graph: graphOf(operation.graph, bindings),
      };
    case 'join':
    case 'union':
    case 'leftJoin':
    case 'minus':
    case 'filter':
    case 'extend':
    case 'orderBy':
    case 'distinct':
    case 'slice':
      return mapChildren(operation, { operation: inside, expression });
    case 'values': {
      const isFree = operation.variables.map((name) => !bindings.has(name));
      return {
        kind: 'values',
        variables: operation.variables.filter((_, column) => isFree[column]),
        rows: operation.rows
          .filter((row) =>
            row.every((term, column) => {
              const given = bindings.get(operation.variables[column] as string);
              return !term || !given || term.equals(given);
            }),
          )
          .map((row) => row.filter((_, column) => isFree[column])),
      };
    }
    case 'group':
      return mapChildren(operation, {
        operation: (input) => bind(inside(input), operation.by, bindings),
        expression,
      });
    case 'project':
      return mapChildren(operation, {
        operation: (input) => bind(inside(input), operation.variables, bindings),
      });
    case 'graph': {
      const term = bindings.get(operation.variable);
      return term
        ? inGraph(operation, term, bindings)
        : { ...operation, input: inside(operation.input) };
    }
    case 'service':
      return { ...operation, name: valueOf(operation.name, bindings) };
  }
}

/** The patterns of the scope look into that graph, if the dataset has it. https://www.w3.org/TR/sparql11-query/#defn_evalGraph */
function inGraph(
  { input, scope }: Operation & { kind: 'graph' },
  term: Term,
  bindings: Bindings,
): Operation {
  const variable = scopeVariable(scope);
  return {
    kind: 'join',
    inputs: [
      { kind: 'values', variables: [variable], rows: [[term]] },
      { kind: 'graph', input: { kind: 'bgp', patterns: [] }, variable, scope },
      substitute(input, new Map([...bindings, [variable, term]])),
    ],
  };
}

/** Binds the given variables among `names`, so that solutions show them. */
export function bind(
  operation: Operation,
  names: readonly string[],
  bindings: Bindings,
): Operation {
  let bound = operation;
  for (const name of names) {
    const term = bindings.get(name);
    if (term)
      bound = {
        kind: 'extend',
        input: bound,
        variable: name,
        expression: { kind: 'constant', term },
      };
  }
  return bound;
}

const valueOf = (term: PatternTerm, bindings: Bindings): PatternTerm =>
  (term.termType === 'Variable' ? bindings.get(term.value) : undefined) ?? term;

function graphOf(graph: GraphRef, bindings: Bindings): GraphRef {
  const name =
    graph.kind === 'variable'
      ? graph.name
      : graph.kind === 'scope'
        ? scopeVariable(graph.scope)
        : undefined;
  const term = name === undefined ? undefined : bindings.get(name);
  return term ? { kind: 'named', term } : graph;
}

function substituteExpression(expression: Expression, bindings: Bindings): Expression {
  switch (expression.kind) {
    case 'variable': {
      const term = bindings.get(expression.name);
      return term ? { kind: 'constant', term } : expression;
    }
    case 'constant':
      return expression;
    case 'call':
    case 'named':
      return {
        ...expression,
        args: expression.args.map((argument) => substituteExpression(argument, bindings)),
      };
    case 'exists':
      return { ...expression, input: substitute(expression.input, bindings) };
  }
}
