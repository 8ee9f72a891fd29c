/** The focus nodes of a shape. https://www.w3.org/TR/shacl/#targets */
import { sh, type Term } from '../../rdf/index.ts';
import type { TermId } from '../../store/index.ts';
import type { DataGraph } from './data-graph.ts';
import { requireIri } from './parameters.ts';
import type { TermGraph } from './term-graph.ts';

/** The nodes of SPARQL-based targets. @throws {ShapeError} */
export type TargetQuery = (target: Term) => Iterable<Term>;

export interface TargetOptions {
  readonly graph: TermGraph;
  readonly data: DataGraph;
  readonly isClass: boolean;
  readonly targetQuery: TargetQuery;
}

/** @throws {ShapeError} for a malformed target. */
export function focusNodes(
  shape: Term,
  { graph, data, isClass, targetQuery }: TargetOptions,
): ReadonlySet<TermId> {
  const found = new Set<TermId>();
  const addAll = (nodes: Iterable<TermId>) => {
    for (const node of nodes) found.add(node);
  };
  const targets = (name: string) => graph.objects(shape, sh(name));
  for (const type of targets('targetClass'))
    addAll(data.instancesOf(requireIri('targetClass', type)));
  if (isClass) addAll(data.instancesOf(shape));
  addAll(targets('targetNode').map((node) => data.id(node)));
  for (const property of targets('targetSubjectsOf'))
    addAll(data.nodesOf(data.id(requireIri('targetSubjectsOf', property)), 'subject'));
  for (const property of targets('targetObjectsOf'))
    addAll(data.nodesOf(data.id(requireIri('targetObjectsOf', property)), 'object'));
  for (const target of targets('target'))
    addAll(Iterator.from(targetQuery(target)).map((node) => data.id(node)));
  return found;
}
