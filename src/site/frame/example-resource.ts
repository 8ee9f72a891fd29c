/** An example resource: one that the dataset names by void:exampleResource, or the first with a label. */
import { terms, voidVocabulary } from '../../rdf/index.ts';
import { matchQuads } from '../../store/index.ts';
import type { Publication } from '../../publication/index.ts';

/** Maximum number of subjects that are tried if the dataset names no example. */
const MAX_TRIED = 1000;

export async function findExample({
  base,
  dataset,
  descriptions,
}: Publication): Promise<string | undefined> {
  const examples = Iterator.from(
    matchQuads(dataset, {
      predicate: voidVocabulary('exampleResource'),
      graph: terms.defaultGraph(),
    }),
  ).map(({ object }) => object.value);
  const subjects = Iterator.from(dataset.scan({})).map(
    ({ subject }) => dataset.dictionary.termOf(subject).value,
  );
  for (const iri of [...examples, ...subjects.take(MAX_TRIED)])
    if (iri.startsWith(base) && (await descriptions.labels([iri])).size > 0) return iri;
  return undefined;
}
