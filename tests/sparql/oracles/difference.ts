/** Our answer against that of an oracle. */
import { embeddedEngine, parseQuery } from '../../../src/sparql/index.ts';
import { buildStore } from '../../../src/store/index.ts';
import { readQuads } from '../../support/read-quads.ts';
import type { ArbitraryQuery } from './arbitrary-query.ts';
import { BASE_IRI } from './base-iri.ts';
import { mayPrecede } from './defined-order.ts';
import { type PlainResult, plainResult, type Row, sortedRows } from './plain-result.ts';

/** The whole answer to a query, its LIMIT left out; undefined where the oracle has none. */
export type Oracle = (
  nquads: string,
  query: string,
) => PlainResult | undefined | Promise<PlainResult | undefined>;

export interface Difference {
  readonly what: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

export async function askOurs(nquads: string, text: string): Promise<PlainResult> {
  const store = buildStore(await readQuads(nquads, { format: 'nquads' }), { version: 'test' });
  const engine = embeddedEngine(store, { baseIri: BASE_IRI });
  return plainResult(await engine.query({ query: parseQuery(text) }));
}

/** How our answer differs from what the oracle and the definition of ORDER BY and LIMIT allow. */
export async function differenceFrom(
  oracle: Oracle,
  nquads: string,
  { text, slice, order }: ArbitraryQuery,
): Promise<Difference | undefined> {
  const [ours, theirs] = [await askOurs(nquads, text), await oracle(nquads, text)];
  if (!theirs) return undefined;
  const [own, other] = [comparable(ours), comparable(theirs)];
  if (JSON.stringify(own) !== JSON.stringify(other))
    return { what: 'the solutions', ours: own, theirs: other };
  if (ours.kind !== 'rows') return undefined;
  const misplaced = misplacedIn(ours.rows, order);
  if (misplaced || !slice) return misplaced;
  const part = await askOurs(nquads, `${text} LIMIT ${slice.limit} OFFSET ${slice.offset}`);
  return partOf(ours, part, { slice, order });
}

export function comparable(result: PlainResult): unknown {
  switch (result.kind) {
    case 'boolean':
      return result.value;
    case 'rows':
      return sortedRows(result.rows);
    case 'triples':
      return [...new Set(result.triples)].toSorted();
  }
}

/** Two rows of which the later should stand first. */
function misplacedIn(rows: readonly Row[], order: ArbitraryQuery['order']): Difference | undefined {
  for (const [place, row] of rows.entries())
    for (const later of rows.slice(place + 1))
      if (!mayPrecede(row, later, order)) {
        const [ours, theirs] = [
          [row, later],
          [later, row],
        ].map((pair) => pair.flatMap((one) => sortedRows([one])));
        return { what: 'the order', ours, theirs };
      }
  return undefined;
}

/** Whether a part is that long, holds nothing else, and is the first part if it starts at the beginning. */
function partOf(
  whole: PlainResult & { kind: 'rows' },
  part: PlainResult,
  { slice, order }: Pick<ArbitraryQuery, 'order'> & { slice: { limit: number; offset: number } },
): Difference | undefined {
  if (part.kind !== 'rows') throw new Error('a part of rows is rows');
  const expected = Math.min(slice.limit, Math.max(0, whole.rows.length - slice.offset));
  if (part.rows.length !== expected)
    return { what: 'the length of the part', ours: part.rows.length, theirs: expected };
  const { left, strange } = without(whole.rows, part.rows);
  if (strange.length > 0)
    return { what: 'rows of the part', ours: strange, theirs: sortedRows(whole.rows) };
  const misplaced = misplacedIn(part.rows, order);
  if (misplaced || slice.offset > 0) return misplaced;
  const last = part.rows.at(-1);
  const earlier = last && left.find((row) => !mayPrecede(last, row, order));
  return (
    earlier && { what: 'the first part', ours: sortedRows([last]), theirs: sortedRows([earlier]) }
  );
}

/** What is left of a multiset, and what was never in it. */
function without(all: readonly Row[], part: readonly Row[]) {
  const left = Map.groupBy(all, (row) => sortedRows([row])[0]);
  const strange = sortedRows(part).filter((key) => left.get(key)?.pop() === undefined);
  return { left: [...left.values()].flat(), strange };
}
