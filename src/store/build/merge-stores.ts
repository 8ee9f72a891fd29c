/** A store and a small one that is added to it, as one store: nothing of the first is sorted or decoded again. */
import { mergeDictionaries } from '../dictionary/merge-dictionaries.ts';
import { type TermId, UNBOUND } from '../dictionary/term-dictionary.ts';
import { release, scratchUint32 } from '../memory/scratch.ts';
import { emptyUint32, sharedUint32 } from '../memory/shared-columns.ts';
import { mergeOrders, type Places, type RenumberedOrder } from '../orders/merge-orders.ts';
import type { OrderColumns, OrderName } from '../orders/order.ts';
import type { TripleIndex } from '../orders/triple-index.ts';
import { Store, type StoreColumns } from '../store.ts';
import { countRuns } from './build-orders.ts';

const ORDERS = ['spo', 'sop', 'pso', 'pos', 'osp', 'ops'] as const;

interface Merged {
  readonly stores: readonly [Store, Store];
  /** New ids by the ids of each store. */
  readonly ids: readonly [Uint32Array, Uint32Array];
}

/**
 * All quads of both stores, with the version of the first. A graph that both have is part of the default graph in both or
 * in neither.
 */
export function mergeStores(first: Store, second: Store): Store {
  const { columns: dictionary, ids } = mergeDictionaries(first.dictionary, second.dictionary);
  const merged: Merged = { stores: [first, second], ids };
  const graphs = union(merged, ({ columns }) => columns.graphs);
  const defaultGraphs = union(merged, ({ columns }) => columns.defaultGraphs);
  const size = dictionary.starts.at(-1) ?? 1;
  const triples = Object.fromEntries(
    ORDERS.map((name) => [name, mergeDefaultGraphs(merged, name, size)]),
  ) as Record<OrderName, OrderColumns>;
  const isAlone = graphs.length === 1 && defaultGraphs.length === 1;
  const inGraphs = isAlone
    ? { graphStarts: [0, triples.spo.second.length], quads: undefined }
    : mergeGraphs(merged, graphs);
  const { version } = first;
  return new Store({ version, dictionary, triples, graphs, defaultGraphs, ...inGraphs });
}

/** The new ids of graphs of both stores, rising. */
function union(
  { stores, ids }: Merged,
  graphsOf: (store: Store) => readonly TermId[],
): readonly TermId[] {
  const all = stores.flatMap((store, side) =>
    graphsOf(store).map((graph) => (ids[side] as Uint32Array)[graph] as TermId),
  );
  return [...new Set(all)].toSorted((a, b) => a - b);
}

function mergeDefaultGraphs(merged: Merged, name: OrderName, size: number): OrderColumns {
  const [first, second] = renumbered(merged, name, ({ defaultIndex }) => defaultIndex);
  const most = first.order.second.length + second.order.second.length;
  const target = [scratchUint32(most), emptyUint32(most), emptyUint32(most)] as const;
  const length = mergeOrders(first, second, { target, at: 0 });
  const offsets = emptyUint32(size + 1);
  countRuns(target[0].subarray(0, length), offsets);
  release(target[0]);
  return { second: shorten(target[1], length), third: shorten(target[2], length), offsets };
}

function mergeGraphs(
  merged: Merged,
  graphs: readonly TermId[],
): Pick<StoreColumns, 'graphStarts' | 'quads'> {
  const { stores, ids } = merged;
  const ownIds = new Map(
    stores.map((store, side) => [
      store,
      new Map(store.columns.graphs.map((graph) => [(ids[side] as Uint32Array)[graph], graph])),
    ]),
  );
  // The index of a graph that a store does not have is empty.
  const indexOf = (store: Store, graph: TermId): TripleIndex =>
    store.graphIndex(ownIds.get(store)?.get(graph) ?? UNBOUND);
  const total = stores.reduce((sum, store) => sum + rowCount(store), 0);
  const orderOf = (name: 'spo' | 'pos' | 'osp') => {
    const target = [emptyUint32(total), emptyUint32(total), emptyUint32(total)] as const;
    const starts = [0];
    for (const graph of graphs) {
      const [first, second] = renumbered(merged, name, (store) => indexOf(store, graph));
      starts.push(mergeOrders(first, second, { target, at: starts.at(-1) as number }));
    }
    const [first, second, third] = target.map((column) =>
      shorten(column, starts.at(-1) as number),
    ) as unknown as Places;
    return { starts, columns: { first, second, third } };
  };
  const spo = orderOf('spo');
  return {
    graphStarts: spo.starts,
    quads: { spo: spo.columns, pos: orderOf('pos').columns, osp: orderOf('osp').columns },
  };
}

/** An order of both stores with the new ids. */
function renumbered(
  { stores, ids }: Merged,
  name: OrderName,
  indexOf: (store: Store) => TripleIndex,
): readonly [RenumberedOrder, RenumberedOrder] {
  return [
    { order: indexOf(stores[0]).order(name), ids: ids[0] },
    { order: indexOf(stores[1]).order(name), ids: ids[1] },
  ];
}

/** Number of quads, with those of the nameless graph. */
const rowCount = ({ columns, defaultIndex }: Store): number =>
  columns.quads ? (columns.graphStarts.at(-1) ?? 0) : defaultIndex.size;

/** The first rows of a shared column; copied only where triples of both stores left rows over. */
const shorten = (column: Uint32Array, length: number): Uint32Array =>
  length === column.length ? column : sharedUint32(column.subarray(0, length));
