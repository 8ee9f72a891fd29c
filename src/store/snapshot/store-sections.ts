/** A store taken apart into columns and small tables, for a file to hold. */
import type { OrderColumns } from '../orders/order.ts';
import { Store, type StoreColumns } from '../store.ts';

export type Section = Uint8Array | Uint16Array | Uint32Array | Float64Array;

export interface StoreSections {
  /** Plain data, for JSON. */
  readonly tables: unknown;
  readonly sections: readonly Section[];
}

const ORDERS = ['spo', 'sop', 'pso', 'pos', 'osp', 'ops'] as const;
const QUAD_ORDERS = ['spo', 'pos', 'osp'] as const;

interface Tables extends Pick<
  StoreColumns,
  'version' | 'graphs' | 'defaultGraphs' | 'graphStarts'
> {
  readonly starts: readonly number[];
  readonly literalTypes: StoreColumns['dictionary']['literalTypes'];
  readonly hasQuads: boolean;
}

export function toSections({ columns }: Store): StoreSections {
  const { dictionary, triples, quads, version, graphs, defaultGraphs, graphStarts } = columns;
  const { bytes, offsets, types, numbers, ranks, slots, starts, literalTypes } = dictionary;
  const tables: Tables = {
    version,
    graphs,
    defaultGraphs,
    graphStarts,
    starts,
    literalTypes,
    hasQuads: quads !== undefined,
  };
  return {
    tables,
    sections: [
      bytes,
      offsets,
      types,
      numbers,
      ranks,
      slots,
      ...ORDERS.flatMap((name) => [
        triples[name].offsets as Uint32Array,
        triples[name].second,
        triples[name].third,
      ]),
      ...(quads
        ? QUAD_ORDERS.flatMap((name) => [
            quads[name].first as Uint32Array,
            quads[name].second,
            quads[name].third,
          ])
        : []),
    ],
  };
}

/** The store of which `toSections` made these. */
export function fromSections({ tables, sections }: StoreSections): Store {
  const { starts, literalTypes, hasQuads, ...rest } = tables as Tables;
  const left = [...sections];
  const next = <T extends Section>() => left.shift() as T;
  const dictionary = {
    bytes: next<Uint8Array>(),
    offsets: next<Uint32Array>(),
    types: next<Uint8Array | Uint16Array | Uint32Array>(),
    numbers: next<Float64Array>(),
    ranks: next<Uint32Array>(),
    slots: next<Uint32Array>(),
    starts,
    literalTypes,
  };
  const triples = Object.fromEntries(
    ORDERS.map((name): [string, OrderColumns] => {
      const [offsets, second, third] = [
        next<Uint32Array>(),
        next<Uint32Array>(),
        next<Uint32Array>(),
      ];
      return [name, { offsets, second, third }];
    }),
  );
  const quads = hasQuads
    ? Object.fromEntries(
        QUAD_ORDERS.map((name): [string, OrderColumns] => {
          const [first, second, third] = [
            next<Uint32Array>(),
            next<Uint32Array>(),
            next<Uint32Array>(),
          ];
          return [name, { first, second, third }];
        }),
      )
    : undefined;
  return new Store({ ...rest, dictionary, triples, quads } as unknown as StoreColumns);
}
