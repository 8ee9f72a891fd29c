/** The orders of a store out of quads in any sequence. One stable pass turns an order into the next. */
import type { OrderColumns, OrderName } from '../orders/order.ts';
import { release, scratchUint32 } from '../memory/scratch.ts';
import { emptyUint32, sharedUint32 } from '../memory/shared-columns.ts';
import { sortByColumn, sortOnByColumn, withoutRepeats } from '../orders/sort-quads.ts';
import type { StoreColumns } from '../store.ts';
import type { TermId } from '../dictionary/term-dictionary.ts';

const SUBJECT = 0;
const PREDICATE = 1;
const OBJECT = 2;
const GRAPH = 3;

export interface OrderOptions {
  /** One more than the largest id. */
  readonly size: number;
  readonly isInDefaultGraph: (graph: number) => boolean;
}

type BuiltOrders = Pick<
  StoreColumns,
  'triples' | 'graphs' | 'defaultGraphs' | 'graphStarts' | 'quads'
>;

/** @param quads columns of subjects, predicates, objects and graphs; their memory is given back. */
export function buildOrders(
  quads: readonly Uint32Array[],
  { size, isInDefaultGraph }: OrderOptions,
): BuiltOrders {
  let sorted: readonly Uint32Array[] = quads;
  for (const place of [OBJECT, PREDICATE, SUBJECT])
    sorted = sortOnByColumn(sorted, place, { size });
  const triples = sortTriples(defaultTriples(sorted, isInDefaultGraph), size);
  sorted = withoutRepeats(sortOnByColumn(sorted, GRAPH, { size }));
  const { graphs, graphStarts } = runsOf(sorted[GRAPH] as Uint32Array);
  const defaultGraphs = graphs.filter((graph) => isInDefaultGraph(graph));
  const isAlone = graphs.length === 1 && defaultGraphs.length === 1;
  const inGraphs = isAlone ? undefined : sortWithinGraphs(sorted, size);
  release(...sorted);
  return { triples, graphs, defaultGraphs, graphStarts, quads: inGraphs };
}

/** The triples of the default graph, each once; the quads come sorted by triple. */
function defaultTriples(
  quads: readonly Uint32Array[],
  isInDefaultGraph: (graph: number) => boolean,
): Uint32Array[] {
  const [subjects, predicates, objects, graphs] = quads as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const isPart = new Map(Array.from(new Set(graphs), (graph) => [graph, isInDefaultGraph(graph)]));
  const isWhole = [...isPart.values()].every(Boolean);
  const triples = [subjects, predicates, objects].map((column) => {
    const copy = scratchUint32(column.length);
    copy.set(column);
    return copy;
  });
  if (isWhole) return withoutRepeats(triples);
  let kept = 0;
  for (let row = 0; row < graphs.length; row += 1) {
    if (isPart.get(graphs[row] as number) !== true) continue;
    for (const column of triples) column[kept] = column[row] as number;
    kept += 1;
  }
  return withoutRepeats(triples.map((column) => column.subarray(0, kept)));
}

/** All six orders of triples that come sorted by subject, predicate, object; their memory is given back. */
function sortTriples(spo: readonly Uint32Array[], size: number): StoreColumns['triples'] {
  const offsets = () => emptyUint32(size + 1);
  const next = (from: readonly Uint32Array[], by: number) => {
    const runs = offsets();
    return { columns: sortByColumn(from, by, { size, offsets: runs }), offsets: runs };
  };
  const keep = (
    { columns, offsets: runs }: { columns: readonly Uint32Array[]; offsets: Uint32Array },
    second: number,
    third: number,
  ): OrderColumns => ({
    second: sharedUint32(columns[second] as Uint32Array),
    third: sharedUint32(columns[third] as Uint32Array),
    offsets: runs,
  });
  const subjectRuns = offsets();
  countRuns(spo[SUBJECT] as Uint32Array, subjectRuns);
  const kept: Partial<Record<OrderName, OrderColumns>> = {
    spo: keep({ columns: spo, offsets: subjectRuns }, PREDICATE, OBJECT),
  };
  const osp = next(spo, OBJECT);
  release(...spo);
  kept.osp = keep(osp, SUBJECT, PREDICATE);
  const pos = next(osp.columns, PREDICATE);
  kept.pos = keep(pos, OBJECT, SUBJECT);
  release(...pos.columns);
  const sop = next(osp.columns, SUBJECT);
  release(...osp.columns);
  kept.sop = keep(sop, OBJECT, PREDICATE);
  const pso = next(sop.columns, PREDICATE);
  release(...sop.columns);
  kept.pso = keep(pso, SUBJECT, OBJECT);
  const ops = next(pso.columns, OBJECT);
  release(...pso.columns);
  kept.ops = keep(ops, PREDICATE, SUBJECT);
  release(...ops.columns);
  return kept as Record<OrderName, OrderColumns>;
}

/** Fills `offsets` with the runs of each id: rows `offsets[id]` to `offsets[id + 1]`. */
export function countRuns(sorted: Uint32Array, offsets: Uint32Array): void {
  for (let row = 0; row < sorted.length; row += 1) {
    const slot = (sorted[row] as number) + 1;
    offsets[slot] = (offsets[slot] as number) + 1;
  }
  for (let id = 1; id < offsets.length; id += 1)
    offsets[id] = (offsets[id] as number) + (offsets[id - 1] as number);
}

function runsOf(graphs: Uint32Array): { graphs: TermId[]; graphStarts: number[] } {
  const found: TermId[] = [];
  const graphStarts: number[] = [];
  for (let row = 0; row < graphs.length; row += 1) {
    if (row > 0 && graphs[row] === graphs[row - 1]) continue;
    found.push(graphs[row] as TermId);
    graphStarts.push(row);
  }
  graphStarts.push(graphs.length);
  return { graphs: found, graphStarts };
}

/** Three orders within each graph, of quads that come sorted by graph, subject, predicate, object. */
function sortWithinGraphs(gspo: readonly Uint32Array[], size: number): StoreColumns['quads'] {
  const keep = (columns: readonly Uint32Array[], places: readonly [number, number, number]) => ({
    first: sharedUint32(columns[places[0]] as Uint32Array),
    second: sharedUint32(columns[places[1]] as Uint32Array),
    third: sharedUint32(columns[places[2]] as Uint32Array),
  });
  const spo = keep(gspo, [SUBJECT, PREDICATE, OBJECT]);
  const gosp = sortOnByColumn(sortByColumn(gspo, OBJECT, { size }), GRAPH, { size });
  const osp = keep(gosp, [OBJECT, SUBJECT, PREDICATE]);
  const gpos = sortOnByColumn(sortOnByColumn(gosp, PREDICATE, { size }), GRAPH, { size });
  const pos = keep(gpos, [PREDICATE, OBJECT, SUBJECT]);
  release(...gpos);
  return { spo, osp, pos };
}
