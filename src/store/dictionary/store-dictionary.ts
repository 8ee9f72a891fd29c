/**
 * The terms of a store: ids from 1 in the order of terms, so that comparing two ids is comparing two terms.
 * Texts lie in shared bytes; every worker reads the same ones.
 */
import { type ConcreteTerm, type Literal, type Term, terms } from '../../rdf/index.ts';
import { hashBytes, seedOf } from '../memory/hash-bytes.ts';
import { type LiteralType, LiteralTypes, typeOfLiteral } from './literal-types.ts';
import { RANGE_NAMES, type RangeName } from './sort-terms.ts';
import type { TermDictionary, TermId } from './term-dictionary.ts';
import { BLANK_NODE, IRI, LITERAL, TRIPLE_TERM } from './term-interner.ts';

/** Ids from `start` (inclusive) to `end` (exclusive). */
export type IdBounds = readonly [start: number, end: number];
export type TermRanges = Readonly<Record<RangeName, IdBounds>>;

/** What a dictionary is made of; shared between threads as it is. */
export interface DictionaryColumns {
  readonly bytes: Uint8Array;
  /** Text of id i: bytes[offsets[i], offsets[i + 1]). */
  readonly offsets: Uint32Array;
  /** First id of each range, and the id after the last. */
  readonly starts: readonly number[];
  readonly literalTypes: readonly LiteralType[];
  /** Type of each literal, from the first one. */
  readonly types: Uint8Array | Uint16Array | Uint32Array;
  /** Values of the numbers, from the first one. */
  readonly numbers: Float64Array;
  /** Lowest id of equal value, from the first number to the last date. */
  readonly ranks: Uint32Array;
  /** Ids by hash; 0 is an empty slot. */
  readonly slots: Uint32Array;
}

const encoder = new TextEncoder();

/** Longer texts are not looked through before they are decoded. */
const LONG = 128;

export class StoreDictionary implements TermDictionary {
  readonly size: number;
  readonly ranges: TermRanges;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  readonly literalTypes: readonly LiteralType[];
  readonly columns: DictionaryColumns;
  readonly #buffer: Buffer;
  readonly #typeTable: LiteralTypes;
  readonly #types: DictionaryColumns['types'];
  readonly #numbers: Float64Array;
  readonly #ranks: Uint32Array;
  readonly #slots: Uint32Array;
  readonly #firstLiteral: number;
  readonly #firstNumber: number;
  readonly #endOfNumbers: number;
  readonly #endOfRanks: number;

  constructor(columns: DictionaryColumns) {
    this.columns = columns;
    const { bytes, offsets, starts, literalTypes } = columns;
    this.bytes = bytes;
    this.offsets = offsets;
    this.literalTypes = literalTypes;
    this.size = (starts.at(-1) ?? 1) - 1;
    this.ranges = Object.fromEntries(
      RANGE_NAMES.map((name, place) => [
        name,
        [starts[place] as number, starts[place + 1] as number],
      ]),
    ) as unknown as TermRanges;
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#typeTable = new LiteralTypes(literalTypes);
    this.#types = columns.types;
    this.#numbers = columns.numbers;
    this.#ranks = columns.ranks;
    this.#slots = columns.slots;
    [this.#firstLiteral] = this.ranges.numbers;
    [this.#firstNumber, this.#endOfNumbers] = this.ranges.numbers;
    [, this.#endOfRanks] = this.ranges.dates;
  }

  /** Number of a literal's type in `literalTypes`. */
  typeOf(id: TermId): number {
    return this.#types[id - this.#firstLiteral] as number;
  }

  literalTypeNumber(type: LiteralType): number | undefined {
    return this.#typeTable.numberOf(type);
  }

  /** The lowest id of those with the same value: equal numbers, instants or booleans in other spellings. */
  rankOf(id: TermId): number {
    return id >= this.#firstNumber && id < this.#endOfRanks
      ? (this.#ranks[id - this.#firstNumber] as number)
      : id;
  }

  /** The value of a number as a double; NaN for all other terms. */
  numberOf(id: TermId): number {
    return id >= this.#firstNumber && id < this.#endOfNumbers
      ? (this.#numbers[id - this.#firstNumber] as number)
      : Number.NaN;
  }

  /** Lexical form, IRI or label. */
  textOf(id: TermId): string {
    const from = this.offsets[id] as number;
    const to = this.offsets[id + 1] as number;
    // Most texts are short and plain; then one character is one byte.
    if (to - from < LONG) {
      let at = from;
      while (at < to && (this.bytes[at] as number) < 0x80) at += 1;
      if (at === to) return this.#buffer.toString('latin1', from, to);
    }
    return this.#buffer.toString('utf8', from, to);
  }

  /** The ids of subject, predicate and object of a triple term. */
  partsOf(id: TermId): Uint32Array {
    const from = this.offsets[id] as number;
    return new Uint32Array(this.bytes.slice(from, from + 12).buffer);
  }

  /** The bytes of the text in UTF-8. */
  bytesOf(id: TermId): Buffer {
    return this.#buffer.subarray(this.offsets[id], this.offsets[id + 1]);
  }

  /** Position of the term's range in `RANGE_NAMES`. */
  rangeOf(id: TermId): number {
    const { starts } = this.columns;
    let range = 0;
    while (id >= (starts[range + 1] as number)) range += 1;
    return range;
  }

  termOf(id: TermId): ConcreteTerm {
    const { iris, blankNodes, tripleTerms } = this.ranges;
    if (!(id > 0 && id <= this.size)) throw new RangeError(`no term has the id ${id}`);
    if (id < blankNodes[1]) return terms.blankNode(this.textOf(id));
    if (id < iris[1]) return terms.namedNode(this.textOf(id));
    if (id >= tripleTerms[0]) {
      const [subject, predicate, object] = Array.from(this.partsOf(id), (part) =>
        this.termOf(part as TermId),
      );
      return terms.quad(subject as never, predicate as never, object as never) as ConcreteTerm;
    }
    return makeLiteral(this.textOf(id), this.literalTypes[this.typeOf(id)] as LiteralType);
  }

  idOf(term: Term): TermId | undefined {
    switch (term.termType) {
      case 'NamedNode':
        return this.#find(term.value, IRI, 0);
      case 'BlankNode':
        return this.#find(term.value, BLANK_NODE, 0);
      case 'Literal': {
        const type = this.#typeTable.numberOf(typeOfLiteral(term as Literal));
        return type === undefined ? undefined : this.#find(term.value, LITERAL, type);
      }
      case 'Quad': {
        const parts = [term.subject, term.predicate, term.object].map((part) => this.idOf(part));
        if (parts.includes(undefined)) return undefined;
        const ids = Uint32Array.from(parts as number[]);
        return this.findBytes(new Uint8Array(ids.buffer), TRIPLE_TERM, 0);
      }
      case 'DefaultGraph':
      case 'Variable':
        return undefined;
    }
  }

  /** The first id of a range of texts that is not below `text` by code points; the end where there is none. */
  lowerBoundText([start, end]: IdBounds, text: string): number {
    const sought = encoder.encode(text);
    let low = start;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const own = this.#buffer.subarray(this.offsets[middle], this.offsets[middle + 1]);
      if (Buffer.compare(own, sought) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The ids of a range whose texts hold `text`, in rising order. Reads the bytes of the whole range once. */
  idsHolding([start, end]: IdBounds, text: string): number[] {
    const sought = Buffer.from(text);
    const last = this.offsets[end] as number;
    const found: number[] = [];
    let id = start;
    let from = this.offsets[start] as number;
    for (;;) {
      const at = this.#buffer.indexOf(sought, from);
      if (at < 0 || at + sought.length > last) return found;
      id = this.#idAt(at, id, end);
      const next = this.offsets[id + 1] as number;
      // What begins in one text and ends in the next stands in neither.
      const isWithin = at + sought.length <= next;
      if (isWithin) found.push(id);
      from = isWithin ? next : at + 1;
    }
  }

  /** The id in [low, high) whose text holds the byte at a position. */
  #idAt(position: number, low: number, high: number): number {
    let [first, after] = [low, high];
    while (after - first > 1) {
      const middle = (first + after) >>> 1;
      if ((this.offsets[middle] as number) <= position) first = middle;
      else after = middle;
    }
    return first;
  }

  #find(text: string, kind: number, type: number): TermId | undefined {
    return this.findBytes(encoder.encode(text), kind, type);
  }

  /** The id of a term by its text, its kind and, for literals, the number of its type (0 for others). */
  findBytes(bytes: Uint8Array, kind: number, type: number): TermId | undefined {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashBytes(bytes, 0, bytes.length, seedOf(kind, type)) & mask;
    for (;;) {
      const id = slots[slot] as number;
      if (id === 0) return undefined;
      if (this.#isTerm(id, bytes, kind, type)) return id as TermId;
      slot = (slot + 1) & mask;
    }
  }

  #isTerm(id: number, bytes: Uint8Array, kind: number, type: number): boolean {
    const from = this.offsets[id] as number;
    if ((this.offsets[id + 1] as number) - from !== bytes.length) return false;
    if (this.kindOf(id) !== kind) return false;
    if (kind === LITERAL && this.typeOf(id as TermId) !== type) return false;
    for (let at = 0; at < bytes.length; at += 1)
      if (this.bytes[from + at] !== bytes[at]) return false;
    return true;
  }

  /** The kind of term, as `TermInterner` numbers them. */
  kindOf(id: number): number {
    if (id < this.ranges.blankNodes[1]) return BLANK_NODE;
    if (id < this.#firstLiteral) return IRI;
    return id < this.ranges.tripleTerms[0] ? LITERAL : TRIPLE_TERM;
  }
}

function makeLiteral(text: string, { datatype, language, direction }: LiteralType): Literal {
  if (language !== '')
    return terms.literal(text, (direction === '' ? language : { language, direction }) as string);
  return terms.literal(text, terms.namedNode(datatype));
}
