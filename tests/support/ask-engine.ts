/** One query over an engine, answered as plain values that a test can compare. */
import { type Quad, type Term, terms, xsd } from '../../src/rdf/index.ts';
import { type Engine, parseQuery, type QueryRequest, toTsvTerm } from '../../src/sparql/index.ts';

export type PlainAnswer =
  | { readonly variables: readonly string[]; readonly rows: readonly string[] }
  | { readonly triples: readonly string[] }
  | boolean;

/** Terms as TSV writes them, IRIs below http://e.example/ as e:…, blank nodes all alike; an unbound place is "-". */
export async function askEngine(
  engine: Engine,
  text: string,
  request: Omit<QueryRequest, 'query'> = {},
): Promise<PlainAnswer> {
  const query = parseQuery(`PREFIX e: <http://e.example/>\n${text}`);
  const result = await engine.query({ query, ...request });
  if (result.kind === 'boolean') return result.value;
  if (result.kind === 'solutions') {
    const rows: string[] = [];
    for await (const solution of result.solutions)
      rows.push(solution.map((term) => (term ? plain(term) : '-')).join(' '));
    return { variables: result.variables, rows };
  }
  const triples: string[] = [];
  for await (const quad of result.quads) triples.push(plainTriple(quad));
  return { triples };
}

const plainTriple = ({ subject, predicate, object }: Quad) =>
  [subject, predicate, object].map((term) => plain(term)).join(' ');

function plain(term: Term): string {
  if (term.termType === 'BlankNode') return '[]';
  return toTsvTerm(term).replace(/^<http:\/\/e\.example\/(.*)>$/, 'e:$1');
}

/** A number as a term. */
export const integer = (value: number): Term =>
  terms.literal(String(value), terms.namedNode(xsd('integer').value));
