/** The dictionary of a store out of interned terms: sorted, with values and a table of hashes. */
import { hashBytes, seedOf } from '../memory/hash-bytes.ts';
import { release, scratchUint32 } from '../memory/scratch.ts';
import { emptyBytes, emptyFloat64, emptyUint32 } from '../memory/shared-columns.ts';
import { sortTerms } from './sort-terms.ts';
import type { DictionaryColumns } from './store-dictionary.ts';
import { LITERAL, type TermInterner, TRIPLE_TERM } from './term-interner.ts';

export interface BuiltDictionary {
  readonly columns: DictionaryColumns;
  /** Final id by provisional id. */
  readonly finalIds: Uint32Array;
}

/** Bytes a dictionary can hold: offsets have 32 bits. */
const MAX_BYTES = 2 ** 32 - 1;

export function buildDictionary(terms: TermInterner): BuiltDictionary {
  const { sequence, starts, numbers, equalsBefore } = sortTerms(terms);
  const byteLength = terms.offsets[terms.length] as number;
  requireLength(byteLength);
  const finalIds = scratchUint32(terms.length);
  for (let place = 0; place < sequence.length; place += 1)
    finalIds[sequence[place] as number] = place + 1;

  const bytes = emptyBytes(byteLength);
  const offsets = emptyUint32(terms.length + 2);
  const firstLiteral = starts[2] as number;
  const endOfLiterals = starts[8] as number;
  const types = emptyTypes(terms.literalTypes.types.length, endOfLiterals - firstLiteral);
  const slots = emptyUint32(slotsFor(terms.length));
  let at = 0;
  for (let place = 0; place < sequence.length; place += 1) {
    const id = sequence[place] as number;
    offsets[place + 1] = at;
    const end = at + writeText(terms, id, { bytes, at, finalIds });
    const type = terms.types[id] as number;
    const kind = terms.kinds[id] as number;
    if (kind === LITERAL) types[place - firstLiteral] = type;
    insertSlot(slots, hashBytes(bytes, at, end, seedOf(kind, type)), place + 1);
    at = end;
  }
  offsets[terms.length + 1] = at;

  release(sequence);
  const values = emptyFloat64(numbers.length);
  values.set(numbers);
  const ranks = emptyUint32(equalsBefore.length);
  for (let index = 0; index < ranks.length; index += 1)
    ranks[index] =
      equalsBefore[index] === 1 ? (ranks[index - 1] as number) : firstLiteral + index + 1;
  return {
    columns: {
      bytes,
      offsets,
      starts: starts.map((start) => start + 1),
      literalTypes: terms.literalTypes.types,
      types,
      numbers: values,
      ranks,
      slots,
    },
    finalIds,
  };
}

/** @throws {RangeError} for more bytes than a dictionary can hold. */
export function requireLength(byteLength: number): void {
  if (byteLength > MAX_BYTES) throw new RangeError('the texts of all terms are longer than 4 GiB');
}

/** @returns how many bytes were written. */
function writeText(
  terms: TermInterner,
  id: number,
  { bytes, at, finalIds }: { bytes: Uint8Array; at: number; finalIds: Uint32Array },
): number {
  const { arena, kinds, offsets } = terms;
  if (kinds[id] === TRIPLE_TERM) {
    const parts = terms.partsOf(id).map((part) => finalIds[part] as number);
    bytes.set(new Uint8Array(parts.buffer), at);
    return 12;
  }
  const from = offsets[id] as number;
  const length = (offsets[id + 1] as number) - from;
  if (length > 48) bytes.set(arena.subarray(from, from + length), at);
  else
    for (let index = 0; index < length; index += 1)
      bytes[at + index] = arena[from + index] as number;
  return length;
}

/** A column for numbers of literal types below `count`. */
export function emptyTypes(count: number, length: number): DictionaryColumns['types'] {
  if (count <= 256) return emptyBytes(length);
  if (count <= 65_536) return new Uint16Array(new SharedArrayBuffer(length * 2));
  return emptyUint32(length);
}

/** A power of two that leaves a third of the slots empty or more. */
export function slotsFor(count: number): number {
  let slots = 8;
  while (slots * 2 < count * 3) slots *= 2;
  return slots;
}

export function insertSlot(slots: Uint32Array, hash: number, id: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = id;
}
