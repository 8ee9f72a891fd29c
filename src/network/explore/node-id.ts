/** Nodes as a client writes them: an IRI, or "_:" and the label of a blank node. */
import { terms } from '../../rdf/index.ts';
import type { Store, TermId } from '../../store/index.ts';

/** The id of a node that has statements; undefined for any other. */
export function nodeIn(store: Store, name: string): TermId | undefined {
  const term = name.startsWith('_:') ? terms.blankNode(name.slice(2)) : terms.namedNode(name);
  const id = store.dictionary.idOf(term);
  if (id === undefined) return undefined;
  const any = 0 as TermId;
  const { defaultIndex } = store;
  const isThere = defaultIndex.count(id, any, any) > 0 || defaultIndex.count(any, any, id) > 0;
  return isThere ? id : undefined;
}
