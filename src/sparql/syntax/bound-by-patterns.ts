/** How GRAPH ?g is answered. https://www.w3.org/TR/sparql11-query/#defn_evalGraph */
import { type AlgebraNode, type GroupNodeType, nameOf } from './algebra-node.ts';

/**
 * Whether each solution of the group names its graph through patterns alone, so that GRAPH ?g is patterns of quads.
 * What depends on more than one solution (paths, subqueries, MINUS) is evaluated graph by graph. A filter in the group
 * sees ?g, as in other engines, although the definition joins it to the solutions afterwards.
 */
export function isBoundByPatterns(node: AlgebraNode, graph: string): boolean {
  const all = () =>
    (node['input'] as readonly AlgebraNode[]).every((child) => isBoundByPatterns(child, graph));
  switch (node.type as GroupNodeType) {
    case 'bgp':
      return (node['patterns'] as readonly unknown[]).length > 0;
    case 'join': {
      const local = (node['input'] as readonly AlgebraNode[]).filter(
        ({ type }) => type !== 'service',
      );
      return local.length > 0 && local.every((child) => isBoundByPatterns(child, graph));
    }
    case 'union':
      return (node['input'] as readonly AlgebraNode[]).length > 0 && all();
    case 'leftjoin': {
      const [left, right] = node['input'] as readonly [AlgebraNode, AlgebraNode];
      return (
        isBoundByPatterns(left, graph) &&
        (right.type === 'service' || isBoundByPatterns(right, graph))
      );
    }
    case 'filter':
      return isBoundByPatterns(node['input'] as AlgebraNode, graph);
    case 'extend':
      return (
        nameOf(node['variable']) !== graph && isBoundByPatterns(node['input'] as AlgebraNode, graph)
      );
    case 'path':
    case 'minus':
    case 'graph':
    case 'values':
    case 'group':
    case 'project':
    case 'distinct':
    case 'reduced':
    case 'orderby':
    case 'slice':
    case 'service':
      return false;
  }
}

/** Whether each solution of the group takes a triple of its graph, so that a graph that is none gives no solution. */
export function matchesSomething(node: AlgebraNode): boolean {
  const inputs = () => node['input'] as readonly AlgebraNode[];
  switch (node.type as GroupNodeType) {
    case 'bgp':
      return (node['patterns'] as readonly unknown[]).length > 0;
    case 'join':
      return inputs().some(matchesSomething);
    case 'union':
      return inputs().every(matchesSomething);
    case 'leftjoin':
    case 'minus':
      return inputs().slice(0, 1).some(matchesSomething);
    case 'filter':
    case 'extend':
    case 'project':
    case 'distinct':
    case 'reduced':
    case 'orderby':
    case 'slice':
      return matchesSomething(node['input'] as AlgebraNode);
    case 'path':
    case 'graph':
    case 'values':
    case 'group':
    case 'service':
      return false;
  }
}
