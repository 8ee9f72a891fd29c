/** Property paths, from the parser's algebra to ours. https://www.w3.org/TR/sparql11-query/#sparqlTranslatePathExpressions */
import type { PathExpression } from '../algebra/algebra.ts';
import { type AlgebraNode, nameOf } from './algebra-node.ts';

export function translatePath(node: AlgebraNode): PathExpression {
  const path = () => translatePath(node['path'] as AlgebraNode);
  const paths = () => (node['input'] as readonly AlgebraNode[]).map(translatePath);
  switch (node.type) {
    case 'link':
      return { kind: 'link', iri: nameOf(node['iri']) };
    case 'inv':
      return { kind: 'inverse', path: path() };
    case 'seq':
      return { kind: 'sequence', paths: paths() };
    case 'alt':
      return { kind: 'alternative', paths: paths() };
    case 'nps':
      return { kind: 'negated', iris: (node['iris'] as readonly unknown[]).map(nameOf) };
    case 'ZeroOrOnePath':
      return { kind: 'zeroOrOne', path: path() };
    case 'ZeroOrMorePath':
      return { kind: 'zeroOrMore', path: path() };
    case 'OneOrMorePath':
      return { kind: 'oneOrMore', path: path() };
    default:
      throw new Error(`${node.type} is no property path`);
  }
}
