/** The algebra as an s-expression on one line, variables as ?x, terms of http://e.example/ as e:x. */
import type { Term } from '../../../src/rdf/index.ts';
import type {
  Expression,
  GraphRef,
  Operation,
  TriplePattern,
} from '../../../src/sparql/algebra/algebra.ts';

const list = (...parts: readonly string[]): string => `(${parts.filter(Boolean).join(' ')})`;
const names = (variables: readonly string[]): string =>
  list(...variables.map((name) => `?${name}`));

export function writeAlgebra(operation: Operation): string {
  switch (operation.kind) {
    case 'bgp':
      return list('bgp', ...operation.patterns.map(writePattern));
    case 'path':
      return list(
        'path',
        writeTerm(operation.subject),
        operation.path.kind,
        writeTerm(operation.object),
        writeGraph(operation.graph),
      );
    case 'join':
    case 'union':
      return list(operation.kind, ...operation.inputs.map(writeAlgebra));
    case 'leftJoin':
      return list(
        'leftjoin',
        writeAlgebra(operation.left),
        writeAlgebra(operation.right),
        operation.condition ? writeExpression(operation.condition) : '',
      );
    case 'minus':
      return list('minus', writeAlgebra(operation.left), writeAlgebra(operation.right));
    case 'filter':
      return list('filter', writeExpression(operation.condition), writeAlgebra(operation.input));
    case 'extend':
      return list(
        'extend',
        `?${operation.variable}`,
        writeExpression(operation.expression),
        writeAlgebra(operation.input),
      );
    case 'graph':
      return list('graph', `?${operation.variable}`, writeAlgebra(operation.input));
    case 'values':
      return list(
        'values',
        names(operation.variables),
        ...operation.rows.map((row) =>
          list(...row.map((term) => (term ? writeTerm(term) : 'UNDEF'))),
        ),
      );
    case 'group':
      return list(
        'group',
        names(operation.by),
        ...operation.aggregates.map(({ name, variable }) => list(name, `?${variable}`)),
        writeAlgebra(operation.input),
      );
    case 'project':
      return list('project', names(operation.variables), writeAlgebra(operation.input));
    case 'distinct':
      return list('distinct', writeAlgebra(operation.input));
    case 'orderBy':
      return list(
        'order',
        ...operation.keys.map(({ expression }) => writeExpression(expression)),
        writeAlgebra(operation.input),
      );
    case 'slice':
      return list(
        'slice',
        String(operation.offset),
        String(operation.limit),
        writeAlgebra(operation.input),
      );
    case 'service':
      return list('service', writeTerm(operation.name));
  }
}

const writePattern = ({ subject, predicate, object, graph }: TriplePattern): string =>
  list(writeTerm(subject), writeTerm(predicate), writeTerm(object), writeGraph(graph));

function writeGraph(graph: GraphRef): string {
  switch (graph.kind) {
    case 'default':
      return '';
    case 'named':
      return `@${writeTerm(graph.term)}`;
    case 'variable':
      return `@?${graph.name}`;
    case 'scope':
      return `@scope${graph.scope}`;
  }
}

function writeExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'variable':
      return `?${expression.name}`;
    case 'constant':
      return writeTerm(expression.term);
    case 'call':
      return list(expression.operator, ...expression.args.map(writeExpression));
    case 'named':
      return list(`<${expression.iri}>`, ...expression.args.map(writeExpression));
    case 'exists':
      return list(expression.isNegated ? 'notexists' : 'exists', writeAlgebra(expression.input));
  }
}

function writeTerm(term: Term): string {
  if (term.termType === 'Variable') return `?${term.value}`;
  return term.termType === 'NamedNode'
    ? term.value.replace(/^http:\/\/e\.example\//, 'e:')
    : JSON.stringify(term.value);
}
