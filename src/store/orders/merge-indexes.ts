/** Several graphs as one, each triple once: what FROM asks for. */
import { Order } from './order.ts';
import { sortByColumn, withoutRepeats } from './sort-quads.ts';
import { emptyIndex, TripleIndex } from './triple-index.ts';

/** The union of the graphs. Costs about as much as reading them. */
export function mergeIndexes(indexes: readonly TripleIndex[]): TripleIndex {
  const [only, ...others] = indexes;
  if (!only) return emptyIndex();
  if (others.length === 0) return only;
  const total = indexes.reduce((sum, index) => sum + index.size, 0);
  const columns = [0, 1, 2].map(() => new Uint32Array(total)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  let at = 0;
  for (const index of indexes) {
    const { start, end, second, third } = index.order('spo');
    index.order('spo').fillFirst(columns[0].subarray(at), start, end - start);
    columns[1].set(second.subarray(start, end), at);
    columns[2].set(third.subarray(start, end), at);
    at += end - start;
  }
  const size =
    columns.reduce((most, column) => column.reduce((a, b) => Math.max(a, b), most), 0) + 1;
  let sorted: readonly Uint32Array[] = columns;
  for (const place of [2, 1, 0]) sorted = sortByColumn(sorted, place, { size });
  const spo = withoutRepeats(sorted);
  const osp = sortByColumn(spo, 2, { size });
  const pos = sortByColumn(osp, 1, { size });
  const order = (
    name: 'spo' | 'pos' | 'osp',
    from: readonly Uint32Array[],
    places: readonly number[],
  ) => {
    const [first, second, third] = places.map((place) => from[place]) as [
      Uint32Array,
      Uint32Array,
      Uint32Array,
    ];
    return new Order(name, { first, second, third });
  };
  return new TripleIndex({
    spo: order('spo', spo, [0, 1, 2]),
    osp: order('osp', osp, [2, 0, 1]),
    pos: order('pos', pos, [1, 2, 0]),
  });
}
