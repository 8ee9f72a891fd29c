/** Full-text search of resources. */
import type { SearchResult } from 'minisearch';
import { expandName, type Prefixes, splitIri, terms } from '../../rdf/index.ts';
import type { Store, TermId } from '../../store/index.ts';
import { foldText } from './fold-text.ts';
import { type Matches, type MatchOptions, matchWords, type Reading } from './match-words.ts';
import { nearTerms } from './near-terms.ts';
import { type Passage, passageOf } from './passage.ts';
import { type QueryWord, queryWordsOf } from './query-words.ts';
import { TextReader } from './resource-texts.ts';
import type { Field, SearchIndex } from './search-index.ts';
import { TypeReader } from './type-reader.ts';

export interface Hit {
  readonly iri: string;
  readonly id: TermId;
  /** Terms of the index that were found in it. */
  readonly terms: readonly string[];
}

export interface Found {
  /** All of them, the best first. */
  readonly hits: readonly Hit[];
  readonly fit: Matches['fit'];
  readonly readings: readonly Reading[];
  /** Whether there were more words than are looked for. */
  readonly isCut: boolean;
}

/** So many of the best are put in order by how much of a name the query is. */
const RANKED = 200;
/** A mistyped address has few good guesses. */
const MAX_GUESSES = 5;
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

  /** @param addresses other IRIs that the whole query may stand for. */
  find(query: string, addresses: readonly string[] = []): Found {
    const named = this.#named([query, expandName(query, this.#prefixes), ...addresses]);
    const nothing = { fit: 'all', readings: [], isCut: false } as const;
    // A whole IRI is a query for that resource.
    if (named.length > 0 && /^<?\w+:\/\//.test(query.trim())) return { ...nothing, hits: named };
    const { words, isCut } = queryWordsOf(query);
    if (words.length === 0) return { ...nothing, hits: named };
    const { results, fit, readings } = this.#match(words);
    const seen = new Set(named.map(({ id }) => id));
    const hits = this.#ranked(results, query)
      .filter(({ id }) => !seen.has(id as TermId))
      .map((result) => this.#hit(result));
    return { hits: [...named, ...hits], fit, readings, isCut };
  }

  /** Resources similar to the last part of an address, those of the same folder first. */
  guess(part: string, folder: string): Hit[] {
    const { words } = queryWordsOf(part.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));
    if (words.length === 0) return [];
    const { results, fit } = this.#match(words, { fields: NAMES, isGuess: true });
    // Of several words one alone would fit too much.
    const isLikely = ({ queryTerms }: SearchResult) =>
      fit !== 'some' || queryTerms.length * 2 > words.length;
    // In the same folder, and about as long: one may have been typed for the other.
    const nearness = ({ iri }: Hit) =>
      Number(folder !== '' && iri.includes(`/${folder}/`)) +
      Number(Math.abs(splitIri(iri).localName.length - part.length) < 3);
    return this.#ranked(results.filter(isLikely), part)
      .slice(0, RANKED)
      .map((result) => this.#hit(result))
      .toSorted((a, b) => nearness(b) - nearness(a))
      .slice(0, MAX_GUESSES);
  }

  /** Words of the index like those of a query that found nothing. */
  near(query: string): string[] {
    const { words } = queryWordsOf(query);
    return nearTerms(
      this.index.words,
      words.flatMap((word) => word.terms),
    );
  }

  /** Everything of a class, in the order of the IRIs. */
  hitsOfType(type: string): Hit[] {
    return Array.from(this.types.membersOf(type), (id) => this.#hit({ id, terms: [] }));
  }

  /** What to show of a text, so that one sees why the resource was found. */
  passage(hit: Hit, wanted: readonly string[]): Passage | undefined {
    return passageOf(this.#reader.textsOf(hit.id), hit.terms, wanted);
  }

  #match(words: readonly QueryWord[], options: Omit<MatchOptions, 'worth'> = {}): Matches {
    const links = this.#store.defaultIndex.order('ops');
    // What much points to is what more people mean.
    const worth = (id: number) => 1 + Math.log10(1 + links.upper(id) - links.lower(id)) / 2;
    return matchWords(this.index.words, words, { ...options, worth });
  }

  /** Those that are called exactly as was typed come first; a name that begins so, or has it inside, counts for more. */
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

  /** How much of a name of the resource was typed. */
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

  /** Those of the IRIs of which something is said. */
  #named(iris: readonly string[]): Hit[] {
    const subjects = this.#store.defaultIndex.order('spo');
    return [...new Set(iris.map((iri) => iri.trim().replace(/^<(.*)>$/s, '$1')))].flatMap((iri) => {
      const id = this.#store.dictionary.idOf(terms.namedNode(iri));
      const isThere = id !== undefined && subjects.lower(id) < subjects.upper(id);
      return isThere ? [{ id, iri, terms: [] }] : [];
    });
  }
}
