/**
 * VoID as a graph of the endpoint: who looks for it there need not know any address.
 * It stays outside of the default graph, whose triples it counts.
 */
import { describeVoid, VOID_GRAPH_PATH } from '../../harvest/index.ts';
import { Memo } from '../../memo.ts';
import { terms } from '../../rdf/index.ts';
import { buildStore, mergeStores, type Store } from '../../store/index.ts';
import type { About } from './about.ts';

/** Adding a graph copies the store; with more quads than this the start would be notably slower. */
const MAX_COPIED = 100_000;

export interface VoidFacts {
  readonly base: string;
  readonly version: string;
  readonly about: About;
}

/** The store with the graph, unless it is big, or the folder has a graph of that name itself. */
export function withVoidGraph(store: Store, facts: VoidFacts): Store {
  if (store.quadCount > MAX_COPIED || hasVoidGraph(store, facts.base)) return store;
  const graph = terms.namedNode(facts.base + VOID_GRAPH_PATH);
  const described = describeVoid({
    ...facts,
    dataset: store,
    queries: [],
    prefixes: new Map(),
    memo: new Memo(),
  });
  const quads = Array.from(described, ({ subject, predicate, object }) =>
    terms.quad(scoped(subject) as never, predicate, scoped(object) as never, graph),
  );
  const { version } = store;
  return mergeStores(store, buildStore(quads, { version, isInDefaultGraph: () => false }));
}

function hasVoidGraph({ dictionary, graphs }: Store, base: string): boolean {
  const id = dictionary.idOf(terms.namedNode(base + VOID_GRAPH_PATH));
  return id !== undefined && graphs.includes(id);
}

/** Its blank nodes are none of the files'. */
const scoped = <T extends { readonly termType: string; readonly value: string }>(term: T) =>
  term.termType === 'BlankNode' ? terms.blankNode(`void.${term.value}`) : term;
