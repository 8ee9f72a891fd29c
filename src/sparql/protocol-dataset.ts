/** The dataset that a request names in its URL beats the one in the query. https://www.w3.org/TR/sparql11-protocol/#dataset */
import { toAlgebra } from '@traqula/algebra-sparql-1-2';
import { Parser } from '@traqula/parser-sparql-1-2';
import { terms } from '../rdf/index.ts';
import type { QueryRequest } from './engine.ts';
import type { ParsedQuery } from './parse.ts';

/** The query as algebra over that dataset, or as its text where the request names none. */
export function withDataset(
  query: ParsedQuery,
  dataset: QueryRequest['dataset'],
  baseIri: string,
): unknown {
  if (!dataset || dataset.defaultGraphs.length + dataset.namedGraphs.length === 0)
    return query.text;
  const tree = new Parser().parse(query.text, { baseIRI: baseIri });
  const operation = toAlgebra(tree as never, { quads: false }) as { type: string; input?: unknown };
  return {
    type: 'from',
    input: operation.type === 'from' ? operation.input : operation,
    default: dataset.defaultGraphs.map((iri) => terms.namedNode(iri)),
    named: dataset.namedGraphs.map((iri) => terms.namedNode(iri)),
  };
}
