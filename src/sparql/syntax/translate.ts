/** From the parser's algebra to that of the engine, which has the graph of every pattern. */
import type { Term } from '../../rdf/index.ts';
import { type AlgebraNode, nameOf } from './algebra-node.ts';
import { isBoundByPatterns, matchesSomething } from './bound-by-patterns.ts';
import { scopeOf } from '../algebra/scope.ts';
import { graphVariable, SOLUTION_NUMBER } from '../algebra/variables.ts';
import { translatePath } from './translate-path.ts';
import type {
  AggregateCall,
  AggregateName,
  Expression,
  GraphRef,
  Operation,
  OrderKey,
  QueryAlgebra,
  TranslatedQuery,
  TriplePattern,
} from '../algebra/algebra.ts';
import { unanswerable } from '../errors/evaluation-error.ts';

/** @throws {GraphpressError} `query-evaluation` for what this engine does not support. */
export function translateQuery(algebra: unknown): Omit<TranslatedQuery, 'baseIri'> {
  const translator = new Translator();
  const root = algebra as AlgebraNode;
  if (root.type !== 'from') return { algebra: translator.query(root), dataset: undefined };
  const iris = (graphs: unknown) => (graphs as readonly Term[]).map(({ value }) => value);
  return {
    algebra: translator.query(root['input'] as AlgebraNode),
    dataset: { defaultGraphs: iris(root['default']), namedGraphs: iris(root['named']) },
  };
}

const DEFAULT: GraphRef = { kind: 'default' };

class Translator {
  #scopes = 0;

  query(node: AlgebraNode): QueryAlgebra {
    const input = () => this.#operation(node['input'] as AlgebraNode, DEFAULT);
    switch (node.type) {
      case 'ask':
        return { form: 'ask', operation: input() };
      case 'construct':
        return {
          form: 'construct',
          operation: input(),
          template: (node['template'] as readonly TriplePattern[]).map(
            ({ subject, predicate, object }) => ({ subject, predicate, object }),
          ),
        };
      case 'describe':
        return { form: 'describe', operation: input(), terms: node['terms'] as readonly Term[] };
      case 'slice': {
        // LIMIT after a template limits the solutions that fill it.
        const inner = node['input'] as AlgebraNode;
        if (!['construct', 'describe', 'ask'].includes(inner.type)) break;
        const query = this.query(inner);
        return { ...query, operation: sliced(query.operation, node) };
      }
      default:
        break;
    }
    const operation = this.#operation(node, DEFAULT);
    return { form: 'select', operation, variables: projectedBy(operation) };
  }

  #operation(node: AlgebraNode, graph: GraphRef): Operation {
    const input = () => this.#operation(node['input'] as AlgebraNode, graph);
    const inputs = () =>
      (node['input'] as readonly AlgebraNode[]).map((child) => this.#operation(child, graph));
    switch (node.type) {
      case 'bgp':
        return { kind: 'bgp', patterns: toPatterns(node['patterns'], graph) };
      case 'path':
        return {
          kind: 'path',
          subject: node['subject'] as Term,
          path: translatePath(node['predicate'] as AlgebraNode),
          object: node['object'] as Term,
          graph,
        };
      case 'join':
        return { kind: 'join', inputs: inputs() };
      case 'leftjoin': {
        const [left, right] = inputs() as [Operation, Operation];
        const condition = node['expression'] as AlgebraNode | undefined;
        return {
          kind: 'leftJoin',
          left,
          right,
          condition: condition && this.#expression(condition, graph),
        };
      }
      case 'union':
        return { kind: 'union', inputs: inputs() };
      case 'minus': {
        const [left, right] = inputs() as [Operation, Operation];
        return { kind: 'minus', left, right };
      }
      case 'filter':
        return {
          kind: 'filter',
          input: input(),
          condition: this.#expression(node['expression'] as AlgebraNode, graph),
        };
      case 'extend': {
        const expression = this.#expression(node['expression'] as AlgebraNode, graph);
        const variable = nameOf(node['variable']);
        return namesBlankNode(expression)
          ? { kind: 'extend', input: numbered(input()), variable, expression }
          : { kind: 'extend', input: input(), variable, expression };
      }
      case 'graph':
        return this.#graph(node);
      case 'values':
        return toValues(node);
      case 'group':
        return {
          kind: 'group',
          input: input(),
          by: (node['variables'] as readonly unknown[]).map(nameOf),
          aggregates: (node['aggregates'] as readonly AlgebraNode[]).map((aggregate) =>
            this.#aggregate(aggregate, graph),
          ),
        };
      case 'project':
        return {
          kind: 'project',
          input: input(),
          variables: (node['variables'] as readonly unknown[]).map(nameOf),
        };
      case 'distinct':
      case 'reduced':
        return { kind: 'distinct', input: input() };
      case 'orderby':
        return {
          kind: 'orderBy',
          input: input(),
          keys: (node['expressions'] as readonly AlgebraNode[]).map((key) =>
            this.#orderKey(key, graph),
          ),
        };
      case 'slice':
        return sliced(input(), node);
      case 'service':
        return {
          kind: 'service',
          name: node['name'] as Term,
          isSilent: node['silent'] === true,
          pattern: node['input'],
          variables: [...variablesWithin(node['input'])],
          boundVariables: [
            ...scopeOf(this.#operation(node['input'] as AlgebraNode, DEFAULT)).boundVariables,
          ],
        };
      default:
        throw unanswerable(`${node.type} is not known here`);
    }
  }

  /** https://www.w3.org/TR/sparql11-query/#defn_evalGraph */
  #graph(node: AlgebraNode): Operation {
    const name = node['name'] as Term;
    const inner = node['input'] as AlgebraNode;
    if (name.termType !== 'Variable') {
      const operation = this.#operation(inner, { kind: 'named', term: name });
      return matchesSomething(inner) ? operation : this.#whereNamed(operation, name);
    }
    if (isBoundByPatterns(inner, name.value))
      return this.#operation(inner, { kind: 'variable', name: name.value });
    this.#scopes += 1;
    const scope = this.#scopes;
    return {
      kind: 'graph',
      input: this.#operation(inner, { kind: 'scope', scope }),
      variable: name.value,
      scope,
    };
  }

  /**
   * The operation where the dataset has a graph of that name, else nothing, whatever the group holds.
   * https://www.w3.org/TR/sparql11-query/#defn_evalGraph
   */
  #whereNamed(operation: Operation, name: Term): Operation {
    this.#scopes += 1;
    const scope = this.#scopes;
    const variable = graphVariable(scope);
    return {
      kind: 'join',
      inputs: [
        { kind: 'values', variables: [variable], rows: [[name]] },
        { kind: 'graph', input: { kind: 'bgp', patterns: [] }, variable, scope },
        operation,
      ],
    };
  }

  #aggregate(node: AlgebraNode, graph: GraphRef): AggregateCall {
    const expression = node['expression'] as AlgebraNode;
    return {
      name: node['aggregator'] as AggregateName,
      variable: nameOf(node['variable']),
      isDistinct: node['distinct'] === true,
      expression:
        expression.subType === 'wildcard' ? undefined : this.#expression(expression, graph),
      separator: (node['separator'] as string | undefined) ?? ' ',
    };
  }

  #orderKey(node: AlgebraNode, graph: GraphRef): OrderKey {
    const isDescending = node.subType === 'operator' && node['operator'] === 'desc';
    const isWrapped = isDescending || (node.subType === 'operator' && node['operator'] === 'asc');
    const expression = isWrapped ? (node['args'] as readonly AlgebraNode[])[0] : node;
    return { expression: this.#expression(expression as AlgebraNode, graph), isDescending };
  }

  #expression(node: AlgebraNode, graph: GraphRef): Expression {
    const args = () =>
      (node['args'] as readonly AlgebraNode[]).map((argument) => this.#expression(argument, graph));
    switch (node.subType) {
      case 'term': {
        const term = node['term'] as Term;
        return term.termType === 'Variable'
          ? { kind: 'variable', name: term.value }
          : withVariablesInside(term);
      }
      case 'operator': {
        const operator = (node['operator'] as string).toLowerCase();
        const given = args();
        // The same label is the same blank node within one solution, and another one in the next.
        return operator === 'bnode' && given.length === 1
          ? {
              kind: 'call',
              operator,
              args: [...given, { kind: 'variable', name: SOLUTION_NUMBER }],
            }
          : { kind: 'call', operator, args: given };
      }
      case 'named':
        return { kind: 'named', iri: (node['name'] as Term).value, args: args() };
      case 'existence':
        return {
          kind: 'exists',
          isNegated: node['not'] === true,
          input: this.#operation(node['input'] as AlgebraNode, graph),
        };
      default:
        throw unanswerable(`an expression of kind ${node.subType} cannot stand here`);
    }
  }
}

const namesBlankNode = (expression: Expression): boolean =>
  (expression.kind === 'call' && expression.operator === 'bnode' && expression.args.length === 2) ||
  ('args' in expression && expression.args.some(namesBlankNode));

/** The operation with its solutions numbered, below the values that are bound to them. */
function numbered(operation: Operation): Operation {
  if (operation.kind === 'extend') {
    if (operation.variable === SOLUTION_NUMBER) return operation;
    return { ...operation, input: numbered(operation.input) };
  }
  const expression: Expression = { kind: 'call', operator: 'solution number', args: [] };
  return { kind: 'extend', input: operation, variable: SOLUTION_NUMBER, expression };
}

/** https://www.w3.org/TR/sparql11-query/#defn_algSlice */
const sliced = (input: Operation, node: AlgebraNode): Operation => ({
  kind: 'slice',
  input,
  offset: (node['start'] as number | undefined) ?? 0,
  limit: (node['length'] as number | undefined) ?? Infinity,
});

/** A triple term that holds variables is a call that makes one. */
function withVariablesInside(term: Term): Expression {
  if (term.termType !== 'Quad' || variablesWithin(term).size === 0)
    return { kind: 'constant', term };
  const args = [term.subject, term.predicate, term.object].map((part): Expression =>
    part.termType === 'Variable'
      ? { kind: 'variable', name: part.value }
      : withVariablesInside(part as Term),
  );
  return { kind: 'call', operator: 'triple', args };
}

const toPatterns = (patterns: unknown, graph: GraphRef): TriplePattern[] =>
  (patterns as readonly TriplePattern[]).map(({ subject, predicate, object }) => ({
    subject,
    predicate,
    object,
    graph,
  }));

function toValues(node: AlgebraNode): Operation {
  const variables = (node['variables'] as readonly unknown[]).map(nameOf);
  const bindings = node['bindings'] as readonly Readonly<Record<string, Term>>[];
  return {
    kind: 'values',
    variables,
    rows: bindings.map((row) =>
      // A variable may have the name of something that every object has.
      variables.map((name) => (Object.hasOwn(row, name) ? row[name] : undefined)),
    ),
  };
}

function projectedBy(operation: Operation): readonly string[] {
  switch (operation.kind) {
    case 'project':
      return operation.variables;
    case 'slice':
    case 'distinct':
    case 'orderBy':
    case 'filter':
    case 'extend':
      return projectedBy(operation.input);
    case 'join':
      // VALUES after the query is joined to all of it.
      return operation.inputs.map(projectedBy).find((found) => found.length > 0) ?? [];
    case 'bgp':
    case 'path':
    case 'leftJoin':
    case 'union':
    case 'minus':
    case 'graph':
    case 'values':
    case 'group':
    case 'service':
      return [];
  }
}

/** Names of all variables anywhere below a node of the parser's algebra. */
function variablesWithin(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const item of node) variablesWithin(item, found);
  else if (typeof node === 'object' && node !== null) {
    if ((node as Term).termType === 'Variable') found.add((node as Term).value);
    else if ((node as Term).termType === 'Quad' || (node as AlgebraNode).type === 'pattern')
      for (const place of ['subject', 'predicate', 'object'] as const)
        variablesWithin((node as Record<string, unknown>)[place], found);
    else if ((node as Term).termType === undefined)
      for (const value of Object.values(node)) variablesWithin(value, found);
  }
  return found;
}
