/** The words in which a dataset can be requested: its prefixes, its classes, its properties. */
import type { TermCount } from '../../description/index.ts';
import type { LanguageMap, Prefixes } from '../../rdf/index.ts';
import type { Publication } from '../../publication/index.ts';

/** Of very many the most used ones are known. */
const MAX_TERMS = 1000;

export interface QueryVocabulary {
  readonly prefixes: Prefixes;
  readonly classes: readonly VocabularyTerm[];
  readonly properties: readonly VocabularyTerm[];
}

export interface VocabularyTerm extends TermCount {
  readonly labels: LanguageMap;
}

/** By falling use. */
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
