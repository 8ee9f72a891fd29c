/** The vocabulary for queries of a dataset: prefixes, classes, properties. */
import type { TermCount } from '../../description/index.ts';
import type { LanguageMap, Prefixes } from '../../rdf/index.ts';
import type { Publication } from '../../publication/index.ts';

/** Maximum number of classes and of properties, the most used ones first. */
const MAX_TERMS = 1000;

export interface QueryVocabulary {
  readonly prefixes: Prefixes;
  readonly classes: readonly VocabularyTerm[];
  readonly properties: readonly VocabularyTerm[];
}

export interface VocabularyTerm extends TermCount {
  readonly labels: LanguageMap;
}

/** Sorted by use, most used first. */
export async function queryVocabulary({
  prefixes,
  descriptions,
}: Pick<Publication, 'prefixes' | 'descriptions'>): Promise<QueryVocabulary> {
  const { classes, properties } = await descriptions.statistics();
  const named = async (counts: readonly TermCount[]) => {
    const shown = counts.slice(0, MAX_TERMS);
    const labels = await descriptions.labels(shown.map(({ iri }) => iri));
    return shown.map((term) => ({ ...term, labels: labels.get(term.iri) ?? new Map() }));
  };
  return { prefixes, classes: await named(classes), properties: await named(properties) };
}
