/** Which variables an operation binds: in some solution, or in each. https://www.w3.org/TR/sparql11-query/#variableScope */
import type { Expression, Operation, PatternTerm } from './algebra.ts';
import { inputsOf } from './traverse.ts';

export interface Scope {
  /** Bound in some solution. */
  readonly all: ReadonlySet<string>;
  /** Bound in every solution. */
  readonly boundVariables: ReadonlySet<string>;
}

const cachedScopes = new WeakMap<Operation, Scope>();

export function scopeOf(operation: Operation): Scope {
  let scope = cachedScopes.get(operation);
  if (!scope) {
    scope = computeScope(operation);
    cachedScopes.set(operation, scope);
  }
  return scope;
}

function computeScope(operation: Operation): Scope {
  switch (operation.kind) {
    case 'bgp': {
      const names = new Set<string>();
      for (const { subject, predicate, object, graph } of operation.patterns) {
        for (const term of [subject, predicate, object])
          for (const name of variablesOfTerm(term)) names.add(name);
        if (graph.kind === 'variable') names.add(graph.name);
      }
      return { all: names, boundVariables: names };
    }
    case 'path': {
      const names = new Set([
        ...variablesOfTerm(operation.subject),
        ...variablesOfTerm(operation.object),
        ...(operation.graph.kind === 'variable' ? [operation.graph.name] : []),
      ]);
      return { all: names, boundVariables: names };
    }
    case 'join': {
      const scopes = operation.inputs.map(scopeOf);
      return {
        all: unite(scopes.map(({ all }) => all)),
        boundVariables: unite(scopes.map(({ boundVariables }) => boundVariables)),
      };
    }
    case 'leftJoin':
      return {
        all: unite([scopeOf(operation.left).all, scopeOf(operation.right).all]),
        boundVariables: scopeOf(operation.left).boundVariables,
      };
    case 'union': {
      const scopes = operation.inputs.map(scopeOf);
      const [first, ...rest] = scopes;
      const boundVariables = [...(first?.boundVariables ?? [])].filter((name) =>
        rest.every((scope) => scope.boundVariables.has(name)),
      );
      return { all: unite(scopes.map(({ all }) => all)), boundVariables: new Set(boundVariables) };
    }
    case 'minus':
      return scopeOf(operation.left);
    case 'filter':
    case 'distinct':
    case 'orderBy':
    case 'slice':
      return scopeOf(operation.input);
    case 'extend': {
      const { all, boundVariables } = scopeOf(operation.input);
      // Its expression may be an error, which binds nothing.
      const { expression, variable } = operation;
      const isSafe =
        expression.kind === 'constant' ||
        (expression.kind === 'variable' && boundVariables.has(expression.name));
      return {
        all: new Set([...all, variable]),
        boundVariables: isSafe ? new Set([...boundVariables, variable]) : boundVariables,
      };
    }
    case 'graph': {
      const { all, boundVariables } = scopeOf(operation.input);
      return {
        all: new Set([...all, operation.variable]),
        boundVariables: new Set([...boundVariables, operation.variable]),
      };
    }
    case 'values': {
      const { rows, variables } = operation;
      const boundVariables = variables.filter((_, column) =>
        rows.every((row) => row[column] !== undefined),
      );
      return { all: new Set(variables), boundVariables: new Set(boundVariables) };
    }
    case 'group': {
      const { boundVariables } = scopeOf(operation.input);
      const counts = operation.aggregates.filter(({ name }) => name === 'count');
      return {
        all: new Set([...operation.by, ...operation.aggregates.map(({ variable }) => variable)]),
        boundVariables: new Set([
          ...operation.by.filter((name) => boundVariables.has(name)),
          ...counts.map(({ variable }) => variable),
        ]),
      };
    }
    case 'project': {
      const { all, boundVariables } = scopeOf(operation.input);
      return {
        all: new Set(operation.variables.filter((name) => all.has(name))),
        boundVariables: new Set(operation.variables.filter((name) => boundVariables.has(name))),
      };
    }
    case 'service':
      return {
        all: new Set(operation.variables),
        boundVariables: new Set(operation.isSilent ? [] : operation.boundVariables),
      };
  }
}

/** The variables that an expression reads, those of EXISTS too. */
export function variablesOf(expression: Expression, found: Set<string> = new Set()): Set<string> {
  switch (expression.kind) {
    case 'variable':
      found.add(expression.name);
      break;
    case 'constant':
      break;
    case 'call':
    case 'named':
      for (const argument of expression.args) variablesOf(argument, found);
      break;
    case 'exists':
      for (const name of mentionedIn(expression.input)) found.add(name);
  }
  return found;
}

/** All variables that an operation mentions where a solution from outside could reach them. */
export function mentionedIn(operation: Operation): Set<string> {
  const found = new Set(scopeOf(operation).all);
  const visit = (node: Operation): void => {
    for (const name of scopeOf(node).all) found.add(name);
    switch (node.kind) {
      case 'leftJoin':
        if (node.condition) variablesOf(node.condition, found);
        break;
      case 'filter':
        variablesOf(node.condition, found);
        break;
      case 'extend':
        variablesOf(node.expression, found);
        break;
      case 'join':
      case 'union':
      case 'minus':
      case 'graph':
      case 'bgp':
      case 'path':
      case 'values':
      case 'service':
        break;
      // A solution from outside reaches only what these project.
      case 'group':
      case 'project':
      case 'distinct':
      case 'orderBy':
      case 'slice':
        return;
    }
    inputsOf(node).forEach(visit);
  };
  visit(operation);
  return found;
}

function variablesOfTerm(term: PatternTerm): string[] {
  if (term.termType === 'Variable') return [term.value];
  if (term.termType !== 'Quad') return [];
  return [term.subject, term.predicate, term.object].flatMap((part) =>
    variablesOfTerm(part as PatternTerm),
  );
}

const unite = (sets: readonly ReadonlySet<string>[]): Set<string> =>
  new Set(sets.flatMap((set) => [...set]));
