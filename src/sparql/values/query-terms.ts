/** The terms of one query: those of the store, and those that the query makes, whose ids lie above the store's. */
import { type ConcreteTerm, termKey, terms as makeTerms, xsd } from '../../rdf/index.ts';
import type { StoreDictionary, TermId } from '../../store/index.ts';
import { fromValue, parseTyped, toValue, type Value } from './value.ts';

/** Entries of the cache of decoded values; a power of two. */
const CACHE_SIZE = 8192;

/** Longest text that is cached decoded. */
const MAX_CACHED_LENGTH = 4096;

/** Values of stored terms that were decoded lately, by any query: the store does not change. */
interface ValueCache {
  readonly ids: Uint32Array;
  readonly values: Value[];
}

const caches = new WeakMap<StoreDictionary, ValueCache>();

function cacheOf(dictionary: StoreDictionary): ValueCache {
  let cache = caches.get(dictionary);
  if (!cache) {
    cache = { ids: new Uint32Array(CACHE_SIZE), values: [] };
    caches.set(dictionary, cache);
  }
  return cache;
}

/** Integers whose ids are cached. */
const MAX_INTEGERS = 10_000;

/** About what one made term costs beside its text. */
const BYTES_PER_TERM = 120;

export class QueryTerms {
  readonly dictionary: StoreDictionary;
  readonly #onHold: (bytes: number) => void;
  readonly #made: ConcreteTerm[] = [];
  readonly #values: (Value | undefined)[] = [];
  readonly #ids = new Map<string, TermId>();
  readonly #integers = new Map<number, TermId>();
  readonly #cache: ValueCache;

  /** @param onHold called with the number of bytes that are allocated. */
  constructor(dictionary: StoreDictionary, onHold: (bytes: number) => void = () => {}) {
    this.dictionary = dictionary;
    this.#onHold = onHold;
    this.#cache = cacheOf(dictionary);
  }

  /** Terms that the store does not hold, in the sequence of their ids. */
  get made(): readonly ConcreteTerm[] {
    return this.#made;
  }

  /** Whether the store holds the term, so that its id is in the order of terms. */
  isStored(id: number): boolean {
    return id <= this.dictionary.size;
  }

  /** The id of a term, which is new where neither the store nor this query has it. */
  intern(term: ConcreteTerm): TermId {
    const stored = this.dictionary.idOf(term);
    if (stored !== undefined) return stored;
    const key = termKey(term);
    const existing = this.#ids.get(key);
    if (existing !== undefined) return existing;
    this.#made.push(term);
    const id = (this.dictionary.size + this.#made.length) as TermId;
    this.#ids.set(key, id);
    this.#onHold(BYTES_PER_TERM + key.length * 2);
    return id;
  }

  idOf(value: Value): TermId {
    const isPlainInteger =
      value.kind === 'number' &&
      value.type === 'integer' &&
      !value.exact &&
      value.lexical === undefined &&
      value.datatype === undefined;
    return isPlainInteger ? this.internInteger(value.number) : this.intern(fromValue(value));
  }

  termOf(id: number): ConcreteTerm {
    const { size } = this.dictionary;
    if (id <= size) return this.dictionary.termOf(id as TermId);
    const term = this.#made[id - size - 1];
    if (!term) throw new RangeError(`no term has the id ${id}`);
    return term;
  }

  /** The id of an integer; counts repeat, so that their ids are cached. */
  internInteger(value: number): TermId {
    let id = this.#integers.get(value);
    if (id === undefined) {
      id = this.intern(makeTerms.literal(String(value), xsd('integer')));
      if (this.#integers.size < MAX_INTEGERS) this.#integers.set(value, id);
    }
    return id;
  }

  valueOf(id: number): Value {
    const { size } = this.dictionary;
    if (id > size) {
      const place = id - size - 1;
      this.#values[place] ??= toValue(this.termOf(id));
      return this.#values[place];
    }
    const { ids, values } = this.#cache;
    const place = id & (CACHE_SIZE - 1);
    if (ids[place] === id) return values[place] as Value;
    const value = this.#storedValue(id as TermId);
    // Many long texts would take memory that no query accounts for.
    if ('text' in value && value.text.length > MAX_CACHED_LENGTH) return value;
    ids[place] = id;
    values[place] = value;
    return value;
  }

  /** The value of a term of the store, read from its columns. */
  #storedValue(id: TermId): Value {
    const { dictionary } = this;
    const { blankNodes, iris, tripleTerms } = dictionary.ranges;
    if (id >= tripleTerms[0]) return toValue(dictionary.termOf(id));
    const text = dictionary.textOf(id);
    if (id < blankNodes[1]) return { kind: 'blank', text };
    if (id < iris[1]) return { kind: 'iri', text };
    const type = dictionary.literalTypes[dictionary.typeOf(id)];
    if (!type) return toValue(dictionary.termOf(id));
    const { datatype, direction, language } = type;
    if (language !== '') return { kind: 'tagged', text, language, direction };
    return parseTyped(text, datatype);
  }
}
