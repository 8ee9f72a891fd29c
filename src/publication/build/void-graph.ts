/**
 * VoID as a graph of the endpoint: who looks for it there need not know any address.
 * It stays outside of the default graph, whose triples it counts.
 */
import { describeVoid, VOID_GRAPH_PATH } from '../../harvest/index.ts';
import { Memo } from '../../memo.ts';
import { terms } from '../../rdf/index.ts';
import { type Store, StoreBuilder } from '../../store/index.ts';
import type { About } from './about.ts';

/** Adding a graph means indexing again; more quads than this would make the start notably slower. */
const MAX_REINDEXED = 100_000;

export interface VoidFacts {
  readonly base: string;
  readonly version: string;
  readonly about: About;
}

/** The store with the graph, unless it is big, or the folder has a graph of that name itself. */
export function withVoidGraph(store: Store, facts: VoidFacts): Store {
  if (store.quadCount > MAX_REINDEXED || hasVoidGraph(store, facts.base)) return store;
  const graph = terms.namedNode(facts.base + VOID_GRAPH_PATH);
  const inDefault = new Set([...store.defaultGraphs].map((id) => store.dictionary.textOf(id)));
  const builder = new StoreBuilder({
    version: store.version,
    isInDefaultGraph: (iri) => inDefault.has(iri),
  });
  builder.addStore(store);
  const described = describeVoid({
    ...facts,
    dataset: store,
    queries: [],
    prefixes: new Map(),
    memo: new Memo(),
  });
  for (const { subject, predicate, object } of described)
    builder.add(terms.quad(scoped(subject) as never, predicate, scoped(object) as never, graph));
  return builder.build();
}

function hasVoidGraph({ dictionary, graphs }: Store, base: string): boolean {
  const id = dictionary.idOf(terms.namedNode(base + VOID_GRAPH_PATH));
  return id !== undefined && graphs.includes(id);
}

/** Its blank nodes are none of the files'. */
const scoped = <T extends { readonly termType: string; readonly value: string }>(term: T) =>
  term.termType === 'BlankNode' ? terms.blankNode(`void.${term.value}`) : term;
