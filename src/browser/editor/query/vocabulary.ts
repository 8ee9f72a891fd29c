/** The classes, properties and prefixes of the dataset, and the functions that its endpoint evaluates. */
import type { PageData } from '../page-data.ts';
import { compactIri } from '../short-iri.ts';

export interface VocabularyTerm {
  readonly kind: 'class' | 'property';
  readonly iri: string;
  /** A prefixed name such as "edu:Claim", or the IRI in angle brackets if no prefix matches. */
  readonly written: string;
  readonly count: number;
  /** By language tag in lower case. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A function of SPARQL with help in the languages of the interface. */
export interface FunctionHelp {
  readonly name: string;
  /** Names of the arguments, separated by commas. */
  readonly takes: string;
  readonly en: string;
  readonly zh: string;
}

export interface Vocabulary {
  readonly prefixes: Readonly<Record<string, string>>;
  /** In descending order of use. */
  readonly terms: readonly VocabularyTerm[];
  readonly functions: readonly FunctionHelp[];
}

type Served = Pick<Vocabulary, 'prefixes' | 'functions'> &
  Readonly<
    Record<'classes' | 'properties', readonly Pick<VocabularyTerm, 'iri' | 'count' | 'labels'>[]>
  >;

/** Loads the vocabulary. If the request fails, the editor completes only keywords, variables and prefixes. */
export async function loadVocabulary({
  root,
  prefixes,
}: Pick<PageData, 'root' | 'prefixes'>): Promise<Vocabulary> {
  try {
    const response = await fetch(`${root}sparql-vocabulary.json`);
    if (!response.ok) return { prefixes, terms: [], functions: [] };
    const served = (await response.json()) as Served;
    const termsOf = (kind: VocabularyTerm['kind'], list: Served['classes']) =>
      list.map((term) => ({
        ...term,
        kind,
        written: compactIri(term.iri, served.prefixes) ?? `<${term.iri}>`,
      }));
    return {
      prefixes: served.prefixes,
      functions: served.functions,
      terms: [
        ...termsOf('class', served.classes),
        ...termsOf('property', served.properties),
      ].toSorted((a, b) => b.count - a.count),
    };
  } catch {
    return { prefixes, terms: [], functions: [] };
  }
}

/** The label in a language, else the first label. */
export function labelOf({ labels }: VocabularyTerm, language: string): string | undefined {
  const primary = (tag: string) => tag.split('-')[0]?.toLowerCase();
  const found = Object.entries(labels).find(([tag]) => primary(tag) === primary(language));
  return found?.[1] ?? Object.values(labels)[0];
}
