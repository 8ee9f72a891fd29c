/** The dataset that a request names in its URL beats the one in the query. https://www.w3.org/TR/sparql11-protocol/#dataset */
import { terms } from '../rdf/index.ts';
import type { QueryRequest } from './engine.ts';
import type { ParsedQuery } from './parse.ts';

/** The query as algebra over that dataset, or as its text where the request names none. */
export async function withDataset(
  query: ParsedQuery,
  dataset: QueryRequest['dataset'],
  baseIri: string,
): Promise<unknown> {
  if (!dataset || dataset.defaultGraphs.length + dataset.namedGraphs.length === 0)
    return query.text;
  const { Parser } = await import('@traqula/parser-sparql-1-2');
  const { toAlgebra } = await import('@traqula/algebra-sparql-1-2');
  const tree = new Parser().parse(query.text, { baseIRI: baseIri });
  // As Comunica does with the text it parses itself: graphs on the patterns, blank nodes as variables.
  const operation = toAlgebra(tree as never, {
    quads: true,
    blankToVariable: true,
    baseIRI: baseIri,
  }) as { type: string; input?: unknown };
  return {
    type: 'from',
    input: operation.type === 'from' ? operation.input : operation,
    default: dataset.defaultGraphs.map((iri) => terms.namedNode(iri)),
    named: dataset.namedGraphs.map((iri) => terms.namedNode(iri)),
  };
}
