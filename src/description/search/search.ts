/** Full-text search of resources. */
import type { SearchResult } from 'minisearch';
import { expandName, type Prefixes, splitIri, terms } from '../../rdf/index.ts';
import type { Store, TermId } from '../../store/index.ts';
import { foldText } from './fold-text.ts';
import { type Matches, type MatchOptions, matchWords, type Substitution } from './match-words.ts';
import { type QueryWord, queryWordsOf } from './query-words.ts';
import { TextReader } from './resource-texts.ts';
import type { Field, SearchIndex } from './search-index.ts';
import { type Snippet, snippetOf } from './snippet.ts';
import { termCorrections } from './term-corrections.ts';
import { TypeReader } from './type-reader.ts';

export interface Hit {
  readonly iri: string;
  readonly id: TermId;
  /** The terms of the index that match. */
  readonly terms: readonly string[];
}

export interface Found {
  /** All results, by descending score. */
  readonly hits: readonly Hit[];
  readonly fit: Matches['fit'];
  readonly substitutions: readonly Substitution[];
  /** Whether words beyond the limit were ignored. */
  readonly isCut: boolean;
}

/** Number of top results that are reranked by similarity of the query with their names. */
const RANKED = 200;
/** Suggestions for an address without a resource. */
const MAX_SUGGESTIONS = 5;
/** Similarity of a name that equals the query; 2: it starts with the query; 1: it contains the query. */
const EXACT = 3;
const nameSimilarityOf = (name: string, requested: string): number => {
  if (name === requested) return EXACT;
  return name.startsWith(requested) ? 2 : name.includes(requested) ? 1 : 0;
};

const NAMES: readonly Field[] = ['label', 'alternative', 'name'];

export class Search {
  readonly index: SearchIndex;
  readonly #store: Store;
  readonly #prefixes: Prefixes;
  readonly types: TypeReader;
  readonly #reader: TextReader;

  constructor(store: Store, prefixes: Prefixes, index: SearchIndex) {
    this.#store = store;
    this.#prefixes = prefixes;
    this.index = index;
    this.#reader = new TextReader(store);
    this.types = new TypeReader(store);
  }

  /** @param addresses further IRIs that the complete query may denote. */
  find(query: string, addresses: readonly string[] = []): Found {
    const named = this.#named([query, expandName(query, this.#prefixes), ...addresses]);
    const nothing = { fit: 'all', substitutions: [], isCut: false } as const;
    // A query that is an IRI matches that resource only.
    if (named.length > 0 && /^<?\w+:\/\//.test(query.trim())) return { ...nothing, hits: named };
    const { words, isCut } = queryWordsOf(query);
    if (words.length === 0) return { ...nothing, hits: named };
    const { results, fit, substitutions } = this.#match(words);
    const seen = new Set(named.map(({ id }) => id));
    const hits = this.#ranked(results, query)
      .filter(({ id }) => !seen.has(id as TermId))
      .map((result) => this.#hit(result));
    return { hits: [...named, ...hits], fit, substitutions, isCut };
  }

  /** Resources whose names are similar to the last segment of a path, those of the same folder first. */
  suggest(part: string, folder: string): Hit[] {
    const { words } = queryWordsOf(part.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));
    if (words.length === 0) return [];
    const { results, fit } = this.#match(words, { fields: NAMES, isSuggestion: true });
    // One of several words would match too many resources.
    const isLikely = ({ queryTerms }: SearchResult) =>
      fit !== 'some' || queryTerms.length * 2 > words.length;
    // One point for the same folder, one for a similar length.
    const similarity = ({ iri }: Hit) =>
      Number(folder !== '' && iri.includes(`/${folder}/`)) +
      Number(Math.abs(splitIri(iri).localName.length - part.length) < 3);
    return this.#ranked(results.filter(isLikely), part)
      .slice(0, RANKED)
      .map((result) => this.#hit(result))
      .toSorted((a, b) => similarity(b) - similarity(a))
      .slice(0, MAX_SUGGESTIONS);
  }

  /** Terms of the index similar to the words of a query without results. */
  corrections(query: string): string[] {
    const { words } = queryWordsOf(query);
    return termCorrections(
      this.index.words,
      words.flatMap((word) => word.terms),
    );
  }

  /** All instances of a class, sorted by IRI. */
  hitsOfType(type: string): Hit[] {
    return Array.from(this.types.membersOf(type), (id) => this.#hit({ id, terms: [] }));
  }

  /** The snippet of a result. @param languages language ranges by descending preference. */
  snippet(hit: Hit, languages: readonly string[]): Snippet | undefined {
    return snippetOf(this.#reader.textsOf(hit.id), hit.terms, languages);
  }

  #match(words: readonly QueryWord[], options: Omit<MatchOptions, 'boost'> = {}): Matches {
    const links = this.#store.defaultIndex.order('ops');
    // Resources with many incoming links are more relevant.
    const boost = (id: number) => 1 + Math.log10(1 + links.upper(id) - links.lower(id)) / 2;
    return matchWords(this.index.words, words, { ...options, boost });
  }

  /** Reranks the top results: exact names first; a name that starts with the query or contains it raises the score. */
  #ranked(results: readonly SearchResult[], query: string): SearchResult[] {
    const requested = foldText(query);
    const best = results
      .slice(0, RANKED)
      .map((result) => {
        const similarity = this.#nameSimilarity(result.id as TermId, requested);
        return { result, similarity, score: result.score * (1 + similarity / 4) };
      })
      .toSorted(
        (a, b) =>
          Number(b.similarity === EXACT) - Number(a.similarity === EXACT) || b.score - a.score,
      )
      .map(({ result }) => result);
    return [...best, ...results.slice(RANKED)];
  }

  /** Similarity of the query with the best matching name of the resource. */
  #nameSimilarity(id: TermId, requested: string): number {
    const { labels, alternatives } = this.#reader.textsOf(id);
    const { localName } = splitIri(this.#store.dictionary.textOf(id));
    if (foldText(localName) === requested) return EXACT;
    const names = [...labels, ...alternatives].map(({ text }) => foldText(text));
    return Math.max(0, ...names.map((name) => nameSimilarityOf(name, requested)));
  }

  #hit({ id, terms: found }: Pick<SearchResult, 'id' | 'terms'>): Hit {
    return { id: id as TermId, iri: this.#store.dictionary.textOf(id as TermId), terms: found };
  }

  /** The IRIs among these that are a subject. */
  #named(iris: readonly string[]): Hit[] {
    const subjects = this.#store.defaultIndex.order('spo');
    return [...new Set(iris.map((iri) => iri.trim().replace(/^<(.*)>$/s, '$1')))].flatMap((iri) => {
      const id = this.#store.dictionary.idOf(terms.namedNode(iri));
      const isSubject = id !== undefined && subjects.lower(id) < subjects.upper(id);
      return isSubject ? [{ id, iri, terms: [] }] : [];
    });
  }
}
