/** A dataset from TriG text. */
import { terms } from '../../src/rdf/index.ts';
import { buildStore, type Store } from '../../src/store/index.ts';
import { readQuads } from './read-quads.ts';

/** Where triples outside of braces go. */
export const MAIN_GRAPH = 'http://e.example/graph/main';

export interface DatasetOfOptions {
  readonly isInDefaultGraph?: (graphIri: string) => boolean;
}

/** The quads of `trig`, in which the prefix e: is <http://e.example/>. */
export async function datasetOf(trig: string, options: DatasetOfOptions = {}): Promise<Store> {
  const quads = await readQuads(`@prefix e: <http://e.example/> .\n${trig}`);
  const inGraphs = quads.map((quad) =>
    quad.graph.termType === 'DefaultGraph'
      ? terms.quad(quad.subject, quad.predicate, quad.object, terms.namedNode(MAIN_GRAPH))
      : quad,
  );
  return buildStore(inGraphs, { version: 'test', ...options });
}
