/** Terms while data is read: bytes in an arena, provisional ids from 0 in the sequence of their coming. */
import type { ConcreteTerm, Literal } from '../../rdf/index.ts';
import { hashBytes, seedOf } from '../memory/hash-bytes.ts';
import { LiteralTypes, typeOfLiteral } from './literal-types.ts';
import {
  release,
  scratchBytes,
  scratchFloat64,
  scratchUint32,
  wholeBlock,
} from '../memory/scratch.ts';

export const BLANK_NODE = 0;
export const IRI = 1;
export const LITERAL = 2;
export const TRIPLE_TERM = 3;

const encoder = new TextEncoder();

/** Terms that are remembered as lately interned; a power of two. */
const RECENT = 1024;

export class TermInterner {
  readonly literalTypes: LiteralTypes = new LiteralTypes();
  /** The texts, one after another. */
  arena: Uint8Array = new Uint8Array(1 << 16);
  /** Text `id` is arena[offsets[id], offsets[id + 1]). */
  offsets: Float64Array = new Float64Array(1 << 10);
  kinds: Uint8Array = new Uint8Array(1 << 10);
  types: Uint32Array = new Uint32Array(1 << 10);
  #hashes: Uint32Array = new Uint32Array(1 << 10);
  /** By hash: one more than an id; 0 where there is none. */
  #slots: Uint32Array = new Uint32Array(1 << 11);
  #length = 0;
  /** One more than the id of a term that was interned lately, by some of its bytes. */
  readonly #recent = new Uint32Array(RECENT);

  get length(): number {
    return this.#length;
  }

  /** @param type number of the literal's type; 0 for other kinds. */
  internBytes(
    bytes: Uint8Array,
    range: { from: number; to: number },
    kind: number,
    type: number,
  ): number {
    return this.internRange(bytes, range.from, range.to, kind, type);
  }

  // A path of millions of calls, which an object for each would slow down.
  // oxlint-disable-next-line max-params
  internRange(bytes: Uint8Array, from: number, to: number, kind: number, type: number): number {
    // Terms come again soon, most of all properties; their last bytes tell them apart well enough.
    const place =
      (Math.imul(to - from, 31) +
        Math.imul(bytes[to - 1] as number, 7) +
        Math.imul(bytes[to - 2] as number, 61) +
        Math.imul(bytes[to - 4] as number, 131) +
        kind) &
      (RECENT - 1);
    const recent = (this.#recent[place] as number) - 1;
    if (
      recent >= 0 &&
      this.kinds[recent] === kind &&
      this.types[recent] === type &&
      this.#equals(recent, bytes, from, to)
    )
      return recent;
    const id = this.#internByHash(bytes, from, to, kind, type);
    this.#recent[place] = id + 1;
    return id;
  }

  // oxlint-disable-next-line max-params
  #internByHash(bytes: Uint8Array, from: number, to: number, kind: number, type: number): number {
    const hash = hashBytes(bytes, from, to, seedOf(kind, type));
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = (this.#slots[slot] as number) - 1;
      if (id === -1) break;
      if (
        this.#hashes[id] === hash &&
        this.kinds[id] === kind &&
        this.types[id] === type &&
        this.#equals(id, bytes, from, to)
      )
        return id;
      slot = (slot + 1) & mask;
    }
    const id = this.#append(bytes, from, to);
    this.#hashes[id] = hash;
    this.kinds[id] = kind;
    this.types[id] = type;
    this.#slots[slot] = id + 1;
    if (this.#length * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  internText(text: string, kind: number, type = 0): number {
    const bytes = encoder.encode(text);
    return this.internRange(bytes, 0, bytes.length, kind, type);
  }

  /** @throws {Error} for a variable or the default graph, which are no terms of a dataset. */
  intern(term: ConcreteTerm): number {
    switch (term.termType) {
      case 'NamedNode':
        return this.internText(term.value, IRI);
      case 'BlankNode':
        return this.internText(term.value, BLANK_NODE);
      case 'Literal':
        return this.internText(term.value, LITERAL, this.#typeOf(term));
      case 'Quad':
        return this.internTriple(
          this.intern(term.subject as ConcreteTerm),
          this.intern(term.predicate as ConcreteTerm),
          this.intern(term.object as ConcreteTerm),
        );
      case 'DefaultGraph':
        throw new Error('a quad of this dataset stands in a named graph');
    }
  }

  /** A triple term, whose text is the ids of its parts. */
  internTriple(subject: number, predicate: number, object: number): number {
    const ids = Uint32Array.of(subject, predicate, object);
    return this.internRange(new Uint8Array(ids.buffer), 0, 12, TRIPLE_TERM, 0);
  }

  /** The ids of the parts of a triple term. */
  partsOf(id: number): Uint32Array {
    const from = this.offsets[id] as number;
    return new Uint32Array(this.arena.slice(from, from + 12).buffer);
  }

  textOf(id: number): string {
    const from = this.offsets[id] as number;
    const to = this.offsets[id + 1] as number;
    return Buffer.from(this.arena.buffer, from, to - from).toString('utf8');
  }

  /** Lets the table of hashes go, once nothing more is interned. */
  seal(): void {
    release(this.#slots, this.#hashes);
  }

  /** Lets everything go, once the dictionary is built. */
  release(): void {
    release(this.arena, this.offsets, this.kinds, this.types);
  }

  #typeOf(literal: Literal): number {
    return this.literalTypes.intern(typeOfLiteral(literal));
  }

  #equals(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.offsets[id] as number;
    if ((this.offsets[id + 1] as number) - start !== to - from) return false;
    const { arena } = this;
    // From the end: IRIs differ there.
    for (let at = to - 1, own = start + to - from - 1; at >= from; at -= 1, own -= 1)
      if (bytes[at] !== arena[own]) return false;
    return true;
  }

  #append(bytes: Uint8Array, from: number, to: number): number {
    const id = this.#length;
    const start = this.offsets[id] as number;
    const end = start + to - from;
    if (end > this.arena.length)
      this.arena = widen(this.arena, scratchBytes, Math.max(end, this.arena.length * 2));
    if (to - from > 64) this.arena.set(bytes.subarray(from, to), start);
    else
      for (let at = from, own = start; at < to; at += 1, own += 1)
        this.arena[own] = bytes[at] as number;
    this.#length += 1;
    if (this.#length + 1 >= this.offsets.length) {
      const capacity = wholeBlock(this.offsets.length * 2, 8);
      this.offsets = widen(this.offsets, scratchFloat64, capacity);
      this.kinds = widen(this.kinds, scratchBytes, capacity);
      this.types = widen(this.types, scratchUint32, capacity);
      this.#hashes = widen(this.#hashes, scratchUint32, capacity);
    }
    this.offsets[this.#length] = end;
    return id;
  }

  #rehash(): void {
    const slots = scratchUint32(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.#length; id += 1) {
      let slot = (this.#hashes[id] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    release(this.#slots);
    this.#slots = slots;
  }
}

function widen<T extends Uint8Array | Uint32Array | Float64Array>(
  from: T,
  make: (length: number) => T,
  length: number,
): T {
  const to = make(length);
  to.set(from as never);
  release(from);
  return to;
}
