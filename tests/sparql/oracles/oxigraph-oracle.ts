/** Oxigraph in WebAssembly as an oracle. */
import oxigraph from 'oxigraph';
import type { Term } from '../../../src/rdf/index.ts';
import { terms } from '../../../src/rdf/index.ts';
import { BASE_IRI } from './base-iri.ts';
import { type PlainResult, plainTriple } from './plain-result.ts';

/** A graph of FROM NAMED that nothing is known of is one without triples to Oxigraph, and none at all to us. */
const namesUnknownGraph = (nquads: string, query: string) =>
  Iterator.from(query.matchAll(/FROM NAMED e:(\w+)/g)).some(
    ([, name]) => !nquads.includes(`<http://e.example/${name}> .`),
  );

/** Undefined where there is more than one right answer. */
export function askOxigraph(nquads: string, query: string): PlainResult | undefined {
  if (namesUnknownGraph(nquads, query)) return undefined;
  const store = new oxigraph.Store();
  // Its own union of the graphs counts a triple as often as it stands in one, and takes the place of FROM.
  const triples = new Set(nquads.split('\n').map((line) => line.replace(/ \S+ \.$/, ' .')));
  // In one piece, so that a blank node is the same in all graphs.
  store.load([nquads, ...triples].join('\n'), { format: 'application/n-quads' });
  const result = store.query(query, { base_iri: BASE_IRI });
  if (typeof result === 'boolean') return { kind: 'boolean', value: result };
  const items = result as readonly (Map<string, Term> | Triple)[];
  if (/\bCONSTRUCT\b/.test(query)) {
    const triples = (items as readonly Triple[]).map(({ subject, predicate, object }) =>
      plainTriple([subject, predicate, object].map(ours)),
    );
    return { kind: 'triples', triples };
  }
  const rows = (items as readonly Map<string, Term>[]).map((row) =>
    Object.fromEntries([...row].map(([name, term]) => [name, ours(term)])),
  );
  return { kind: 'rows', rows };
}

interface Triple {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}

/** Its terms live in its own memory. */
function ours(term: Term): Term {
  switch (term.termType) {
    case 'NamedNode':
      return terms.namedNode(term.value);
    case 'BlankNode':
      return terms.blankNode(term.value);
    case 'Literal':
      return term.language === ''
        ? terms.literal(term.value, terms.namedNode(term.datatype.value))
        : terms.literal(term.value, term.language);
    default:
      throw new TypeError(`${term.termType} is no term of an answer`);
  }
}
