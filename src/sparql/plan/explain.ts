/** A plan as readable text: operators, with the estimated and the actual number of solutions. */
import { compactIri, type Prefixes, type Term } from '../../rdf/index.ts';
import type { Expression } from '../algebra/algebra.ts';
import { isInternal } from '../algebra/variables.ts';
import type { QueryTerms } from '../values/query-terms.ts';
import { toTsvTerm } from '../values/tsv-term.ts';
import {
  childrenOf,
  type GraphPattern,
  type PatternPlan,
  type Plan,
  type TermPattern,
} from './plan.ts';

export interface ExplainOptions {
  readonly terms: QueryTerms;
  readonly prefixes: Prefixes;
  /** Solutions by plan number; undefined where the plan was not run. */
  readonly counts: Float64Array | undefined;
}

/** One line per operator, children below their parent. */
export function explain(plan: Plan, options: ExplainOptions): string {
  const lines: string[] = [];
  const visit = (node: Plan, depth: number) => {
    const real = options.counts?.[node.number];
    const figures = `${Math.round(node.estimate)} expected${real === undefined ? '' : `, ${real} found`}`;
    lines.push(`${'  '.repeat(depth)}${describe(node, options)}  (${figures})`);
    for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  visit(plan, 0);
  return lines.join('\n');
}

function describe(plan: Plan, options: ExplainOptions): string {
  const pattern = (of: PatternPlan) => writePattern(of, options);
  const names = (of: readonly string[]) => of.map((name) => `?${name}`).join(' ');
  switch (plan.kind) {
    case 'unit':
      return 'one empty solution';
    case 'empty':
      return 'nothing: a term of the pattern does not occur in the data';
    case 'outerRows':
      return `rows from above: ${names(plan.variables.filter((name) => !isInternal(name)))}`;
    case 'scan':
      return `scan ${plan.order}${plan.range ? ' within a range' : ''}: ${pattern(plan.pattern)}`;
    case 'indexJoin':
      return `index join ${plan.order}: ${pattern(plan.pattern)}`;
    case 'graphs':
      return `each named graph as ?${plan.variable}`;
    case 'hashJoin':
      return `hash join on ${names([...plan.join.keys, ...plan.join.optionalKeys]) || 'nothing'}, the ${plan.stored === 'left' ? 'first' : 'second'} stored`;
    case 'lateral':
      return 'for the rows of the first, the second';
    case 'leftLateral':
      return `optional, from the rows${plan.condition ? `, where ${writeExpression(plan.condition.expression, options)}` : ''}`;
    case 'leftHashJoin':
      return `optional, hashed on ${names([...plan.join.keys, ...plan.join.optionalKeys]) || 'nothing'}${plan.condition ? `, where ${writeExpression(plan.condition.expression, options)}` : ''}`;
    case 'minus':
      return `minus on ${names([...plan.join.keys, ...plan.join.optionalKeys]) || 'nothing'}`;
    case 'filter':
      return `filter ${writeExpression(plan.condition.expression, options)}`;
    case 'extend':
      return `bind ?${plan.variable} to ${writeExpression(plan.condition.expression, options)}`;
    case 'union':
      return 'union';
    case 'values':
      return `values ${names(plan.variables)}`;
    case 'path':
      return `path ${writeTermPattern(plan.subject, options)} … ${writeTermPattern(plan.object, options)}`;
    case 'graphScope':
      return `in each named graph ?${plan.variable}`;
    case 'group':
      return `group by ${names(plan.by) || 'nothing'}: ${plan.aggregates.map(({ name }) => name).join(', ') || 'no aggregate'}`;
    case 'count':
      return `count from the index: ${pattern(plan.pattern)}`;
    case 'countRuns':
      return `count by ?${plan.by} from the index ${plan.order}: ${pattern(plan.pattern)}`;
    case 'countGraphs':
      return `count by named graph from the index: ${pattern(plan.pattern)}`;
    case 'distinct':
      return 'distinct';
    case 'orderBy':
      return `order by ${plan.keys.map(({ condition, isDescending }) => `${isDescending ? 'descending ' : ''}${writeExpression(condition.expression, options)}`).join(', ')}${plan.limit === Infinity ? '' : `, the first ${plan.limit}`}`;
    case 'slice':
      return `rows ${plan.offset} to ${plan.limit === Infinity ? 'the end' : plan.offset + plan.limit}`;
    case 'project':
      return `project ${names(plan.variables)}`;
  }
}

function writePattern({ subject, predicate, object, graph }: PatternPlan, options: ExplainOptions) {
  const places = [subject, predicate, object]
    .map((term) => writeTermPattern(term, options))
    .join(' ');
  return graph.kind === 'default' ? places : `${places} in ${writeGraph(graph, options)}`;
}

function writeGraph(graph: GraphPattern, options: ExplainOptions): string {
  switch (graph.kind) {
    case 'default':
      return 'the default graph';
    case 'named':
      return writeTerm(options.terms.termOf(graph.id), options);
    case 'variable':
      return `?${graph.name}`;
    case 'scope':
      return 'the current graph';
  }
}

const writeTermPattern = (term: TermPattern, options: ExplainOptions): string =>
  term.kind === 'variable' ? `?${term.name}` : writeTerm(options.terms.termOf(term.id), options);

function writeTerm(term: Term, { prefixes }: ExplainOptions): string {
  if (term.termType === 'NamedNode') return compactIri(term.value, prefixes) ?? `<${term.value}>`;
  return term.termType === 'Variable' ? `?${term.value}` : toTsvTerm(term);
}

function writeExpression(expression: Expression, options: ExplainOptions): string {
  switch (expression.kind) {
    case 'variable':
      return `?${expression.name}`;
    case 'constant':
      return writeTerm(expression.term, options);
    case 'exists':
      return expression.isNegated ? 'NOT EXISTS' : 'EXISTS';
    case 'named':
    case 'call': {
      const args = expression.args.map((argument) => writeExpression(argument, options));
      const name = expression.kind === 'named' ? `<${expression.iri}>` : expression.operator;
      return /^\W+$/.test(name) && args.length === 2
        ? `(${args.join(` ${name} `)})`
        : `${name}(${args.join(', ')})`;
    }
  }
}
