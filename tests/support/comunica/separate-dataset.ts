/**
 * The dataset that a query is asked of: the one its request names, else the one it names itself (FROM, FROM NAMED),
 * else ours. https://www.w3.org/TR/sparql11-protocol/#dataset
 */
import type { ParsedQuery, QueryRequest } from '../../../src/sparql/index.ts';
import type { GraphNames } from '../graph-selection.ts';

export interface QueryOverDataset {
  /** The text, or its algebra without FROM and FROM NAMED. */
  readonly query: unknown;
  /** The graphs that were named; undefined for our own dataset. */
  readonly graphs: GraphNames | undefined;
}

interface Operation {
  readonly type: string;
  readonly input?: unknown;
  readonly default?: readonly { readonly value: string }[];
  readonly named?: readonly { readonly value: string }[];
}

/** Takes the dataset out of the query, so that graphs named twice or holding the same triple merge as sets do. */
export async function separateDataset(
  { text }: ParsedQuery,
  requested: QueryRequest['dataset'],
  baseIri: string,
): Promise<QueryOverDataset> {
  const isRequested =
    requested && requested.defaultGraphs.length + requested.namedGraphs.length > 0;
  if (!isRequested && !/\bFROM\b/i.test(text)) return { query: text, graphs: undefined };
  const { Parser } = await import('@traqula/parser-sparql-1-2');
  const { toAlgebra } = await import('@traqula/algebra-sparql-1-2');
  const tree = new Parser().parse(text, { baseIRI: baseIri });
  // As Comunica does with the text it parses itself: graphs on the patterns, blank nodes as variables.
  const operation = toAlgebra(tree as never, {
    quads: true,
    blankToVariable: true,
    baseIRI: baseIri,
  }) as Operation;
  const isDatasetNamed = operation.type === 'from';
  const query = isDatasetNamed ? operation.input : operation;
  if (isRequested) return { query, graphs: requested };
  if (!isDatasetNamed) return { query: text, graphs: undefined };
  return {
    query,
    graphs: {
      defaultGraphs: (operation.default ?? []).map(({ value }) => value),
      namedGraphs: (operation.named ?? []).map(({ value }) => value),
    },
  };
}
