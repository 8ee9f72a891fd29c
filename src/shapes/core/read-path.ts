/** Property paths of shapes. https://www.w3.org/TR/shacl/#property-paths */
import { rdf, sh, type Term, termKey } from '../../rdf/index.ts';
import type { PathExpression } from '../../sparql/index.ts';
import { ShapeError } from './shape.ts';
import type { TermGraph } from './term-graph.ts';

const UNARY = {
  inversePath: 'inverse',
  zeroOrMorePath: 'zeroOrMore',
  oneOrMorePath: 'oneOrMore',
  zeroOrOnePath: 'zeroOrOne',
} as const;

/** @throws {ShapeError} for a node that is not a well-formed path. */
export function readPath(
  graph: TermGraph,
  node: Term,
  outer: readonly string[] = [],
): PathExpression {
  if (node.termType === 'NamedNode') return { kind: 'link', iri: node.value };
  if (node.termType !== 'BlankNode') throw new ShapeError(`"${node.value}" is not a path`);
  const key = termKey(node);
  if (outer.includes(key)) throw new ShapeError('the path contains itself');
  const inner = (part: Term) => readPath(graph, part, [...outer, key]);
  const parts = (list: Term) => {
    const members = graph.list(list);
    if (!members || members.length < 2)
      throw new ShapeError('a path needs a list of two or more paths here');
    return members.map(inner);
  };
  if (graph.objects(node, rdf('first')).length > 0) return { kind: 'sequence', paths: parts(node) };
  const [statement, ...more] = graph
    .statements(node)
    .filter(({ predicate }) => !predicate.equals(rdf('type')));
  if (!statement || more.length > 0)
    throw new ShapeError('a path of a blank node needs exactly one property');
  const { predicate, object } = statement;
  if (predicate.equals(sh('alternativePath'))) return { kind: 'alternative', paths: parts(object) };
  for (const [name, kind] of Object.entries(UNARY))
    if (predicate.equals(sh(name))) return { kind, path: inner(object) };
  throw new ShapeError(`${predicate.value} is not a property of paths`);
}

/** A path as SPARQL text, for $PATH. https://www.w3.org/TR/shacl/#sparql-constraints-prebound */
export function pathText(path: PathExpression): string {
  switch (path.kind) {
    case 'link':
      return `<${path.iri}>`;
    case 'inverse':
      return `^(${pathText(path.path)})`;
    case 'sequence':
      return path.paths.map((part) => `(${pathText(part)})`).join('/');
    case 'alternative':
      return path.paths.map((part) => `(${pathText(part)})`).join('|');
    case 'zeroOrMore':
      return `(${pathText(path.path)})*`;
    case 'oneOrMore':
      return `(${pathText(path.path)})+`;
    case 'zeroOrOne':
      return `(${pathText(path.path)})?`;
    case 'negated':
      throw new TypeError('shapes have no negated paths');
  }
}
