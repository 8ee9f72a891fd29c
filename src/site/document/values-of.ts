/** The values of one property of a resource in the default graph. */
import { type Term, terms } from '../../rdf/index.ts';
import { matchQuads } from '../../store/index.ts';
import type { Publication } from '../../publication/index.ts';

/** The values of one term type: IRIs, or the lexical forms of literals. */
export function valuesOf(
  { dataset }: Pick<Publication, 'dataset'>,
  { subject, predicate }: { readonly subject: string; readonly predicate: Term },
  kind: 'NamedNode' | 'Literal',
): string[] {
  const found = matchQuads(dataset, {
    subject: terms.namedNode(subject),
    predicate,
    graph: terms.defaultGraph(),
  });
  return Iterator.from(found)
    .map(({ object }) => object as Term)
    .filter(({ termType }) => termType === kind)
    .map(({ value }) => value)
    .toArray();
}
