/** Quads of terms out of a dataset of ids. */
import { type Quad, type Term, terms } from '../rdf/index.ts';
import { type Dataset, DEFAULT_GRAPH, type IdQuad } from './dataset.ts';
import type { TermId } from './dictionary/term-dictionary.ts';

/** Which quads are meant, as terms; undefined is any. A `graph` of kind DefaultGraph means the union. */
export interface TermPattern {
  readonly subject?: Term | undefined;
  readonly predicate?: Term | undefined;
  readonly object?: Term | undefined;
  readonly graph?: Term | undefined;
}

/** The quads that match. In the default graph their graph is the default graph. */
export function* matchQuads(dataset: Dataset, pattern: TermPattern): Iterable<Quad> {
  const inDefaultGraph = pattern.graph?.termType === 'DefaultGraph';
  const ids: { -readonly [place in keyof IdQuad]?: TermId | typeof DEFAULT_GRAPH } = {};
  for (const place of ['subject', 'predicate', 'object', 'graph'] as const) {
    const term = pattern[place];
    if (!term) continue;
    const id = place === 'graph' && inDefaultGraph ? DEFAULT_GRAPH : dataset.dictionary.idOf(term);
    if (id === undefined) return;
    ids[place] = id;
  }
  for (const quad of dataset.scan(ids as Partial<IdQuad>))
    yield toQuad(dataset, quad, inDefaultGraph);
}

function toQuad(dataset: Dataset, ids: IdQuad, inDefaultGraph: boolean): Quad {
  const term = (id: TermId) => dataset.dictionary.termOf(id) as never;
  return terms.quad(
    term(ids.subject),
    term(ids.predicate),
    term(ids.object),
    inDefaultGraph ? terms.defaultGraph() : term(ids.graph),
  );
}
