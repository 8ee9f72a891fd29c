/** The classes, properties and prefixes of the dataset, and the functions that its endpoint evaluates. */
import type { PageData } from '../page-data.ts';
import { compactIri } from '../short-iri.ts';

export interface VocabularyTerm {
  readonly kind: 'class' | 'property';
  readonly iri: string;
  /** "edu:Claim", or the IRI in angle brackets where no prefix covers it. */
  readonly written: string;
  readonly count: number;
  /** By language, in lower case. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A function of SPARQL with help in the languages of the interface. */
export interface FunctionHelp {
  readonly name: string;
  /** Names of the arguments, with commas between them. */
  readonly takes: string;
  readonly en: string;
  readonly zh: string;
}

export interface Vocabulary {
  readonly prefixes: Readonly<Record<string, string>>;
  /** By falling use. */
  readonly terms: readonly VocabularyTerm[];
  readonly functions: readonly FunctionHelp[];
}

type Served = Pick<Vocabulary, 'prefixes' | 'functions'> &
  Readonly<
    Record<'classes' | 'properties', readonly Pick<VocabularyTerm, 'iri' | 'count' | 'labels'>[]>
  >;

/** Without it the editor completes keywords, variables and prefixes alone. */
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

/** The label for a reader of that language, or the first there is. */
export function labelOf({ labels }: VocabularyTerm, language: string): string | undefined {
  const primary = (tag: string) => tag.split('-')[0]?.toLowerCase();
  const found = Object.entries(labels).find(([tag]) => primary(tag) === primary(language));
  return found?.[1] ?? Object.values(labels)[0];
}
