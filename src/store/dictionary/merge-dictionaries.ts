/** Two sorted dictionaries merged into one, without decoding or sorting the terms of the first. */
import { hashBytes, seedOf } from '../memory/hash-bytes.ts';
import { emptyBytes, emptyFloat64, emptyUint32 } from '../memory/shared-columns.ts';
import { emptyTypes, insertSlot, requireLength, slotsFor } from './build-dictionary.ts';
import { compareTerms, haveEqualValues, type TermAt } from './compare-terms.ts';
import { gallop } from '../memory/gallop.ts';
import { LiteralTypes } from './literal-types.ts';
import { type DictionaryColumns, StoreDictionary } from './store-dictionary.ts';
import type { TermId } from './term-dictionary.ts';
import { LITERAL, TRIPLE_TERM } from './term-interner.ts';

export interface MergedDictionary {
  readonly columns: DictionaryColumns;
  /** New ids by the ids of each dictionary, both rising; 0 at 0, and one more than the last id at the end. */
  readonly ids: readonly [ofFirst: Uint32Array, ofSecond: Uint32Array];
}

/** The dictionaries, and where each new term is from. */
interface Merge {
  readonly first: StoreDictionary;
  readonly second: StoreDictionary;
  readonly ids: MergedDictionary['ids'];
  /** Id in the first dictionary by new id; 0 for a term that only the second has. */
  readonly ofFirst: Uint32Array;
  /** Id in the second dictionary by new id; 0 for a term that the first has. */
  readonly ofSecond: Uint32Array;
  /** Number of terms. */
  readonly size: number;
}

/** Costs a copy of the first dictionary and a binary search in it for each term of the second, the smaller one. */
export function mergeDictionaries(
  first: StoreDictionary,
  second: StoreDictionary,
): MergedDictionary {
  const merge = mergeIds(first, second);
  const { ids } = merge;
  const starts = first.columns.starts.map((start, range) =>
    Math.min(ids[0][start] as number, ids[1][second.columns.starts[range] as number] as number),
  );
  const columns = { ...copyTexts(merge), starts, ...mergeLiterals(merge, starts) };
  return { columns: { ...columns, slots: hashTable(merge, columns) }, ids };
}

function mergeIds(first: StoreDictionary, second: StoreDictionary): Merge {
  const ids = [new Uint32Array(first.size + 2), new Uint32Array(second.size + 2)] as const;
  const ofFirst = new Uint32Array(first.size + second.size + 1);
  const ofSecond = new Uint32Array(first.size + second.size + 1);
  let size = 0;
  let next = 1;
  const takeFirstUntil = (end: number) => {
    for (; next < end; next += 1) {
      size += 1;
      ofFirst[size] = next;
      ids[0][next] = size;
    }
  };
  const types = second.literalTypes.map((type) => first.literalTypeNumber(type));
  for (let id = 1; id <= second.size; id += 1) {
    const shared = findShared(second, id as TermId, { first, types });
    if (shared === undefined) {
      takeFirstUntil(lowerBoundTerm(first, next, { dictionary: second, id: id as TermId }));
      size += 1;
      ofSecond[size] = id;
    } else takeFirstUntil(shared + 1);
    ids[1][id] = size;
  }
  takeFirstUntil(first.size + 1);
  ids[0][first.size + 1] = size + 1;
  ids[1][second.size + 1] = size + 1;
  return { first, second, ids, ofFirst, ofSecond, size };
}

/** The id in the first dictionary of a term of the second. */
function findShared(
  second: StoreDictionary,
  id: TermId,
  { first, types }: { first: StoreDictionary; types: readonly (number | undefined)[] },
): TermId | undefined {
  const kind = second.kindOf(id);
  // The bytes of a triple term are ids, which differ between dictionaries.
  if (kind === TRIPLE_TERM) return first.idOf(second.termOf(id));
  const type = kind === LITERAL ? types[second.typeOf(id)] : 0;
  return type === undefined ? undefined : first.findBytes(second.bytesOf(id), kind, type);
}

/** The first id from `from` on whose term is above `term`, which the dictionary does not have. */
function lowerBoundTerm(dictionary: StoreDictionary, from: number, term: TermAt): number {
  const isBelow = (id: number) => compareTerms({ dictionary, id: id as TermId }, term) < 0;
  return gallop(from, dictionary.size + 1, isBelow);
}

function copyTexts(merge: Merge): Pick<DictionaryColumns, 'bytes' | 'offsets'> {
  const { first, second, ofFirst, ofSecond, size } = merge;
  const lengthOf = (dictionary: StoreDictionary, id: number) =>
    (dictionary.offsets[id + 1] as number) - (dictionary.offsets[id] as number);
  let byteLength = first.offsets[first.size + 1] as number;
  for (let id = 1; id <= size; id += 1)
    if (ofFirst[id] === 0) byteLength += lengthOf(second, ofSecond[id] as number);
  requireLength(byteLength);
  const bytes = emptyBytes(byteLength);
  const offsets = emptyUint32(size + 2);
  let at = 0;
  for (let id = 1; id <= size;) {
    const isOfFirst = ofFirst[id] !== 0;
    const [dictionary, own] = isOfFirst ? [first, ofFirst] : [second, ofSecond];
    const from = dictionary.offsets[own[id] as number] as number;
    let end = id;
    // Consecutive terms of one dictionary are copied at once.
    do {
      offsets[end] = at + (dictionary.offsets[own[end] as number] as number) - from;
      end += 1;
    } while (end <= size && own[end] === (own[end - 1] as number) + 1);
    const to = dictionary.offsets[(own[end - 1] as number) + 1] as number;
    bytes.set(dictionary.bytes.subarray(from, to), at);
    at += to - from;
    id = end;
  }
  offsets[size + 1] = at;
  renumberTripleTerms(merge, { bytes, offsets });
  return { bytes, offsets };
}

/** The text of a triple term is the ids of its parts. */
function renumberTripleTerms(
  { first, second, ids, ofFirst, ofSecond, size }: Merge,
  { bytes, offsets }: Pick<DictionaryColumns, 'bytes' | 'offsets'>,
): void {
  for (let id = size; id > 0; id -= 1) {
    const [dictionary, own, newIds] =
      ofFirst[id] === 0
        ? [second, ofSecond[id] as number, ids[1]]
        : [first, ofFirst[id] as number, ids[0]];
    // Triple terms are the last range.
    if (dictionary.kindOf(own) !== TRIPLE_TERM) return;
    const parts = dictionary.partsOf(own as TermId).map((part) => newIds[part] as number);
    bytes.set(new Uint8Array(parts.buffer), offsets[id]);
  }
}

function mergeLiterals(
  { first, second, ofFirst, ofSecond }: Merge,
  starts: readonly number[],
): Pick<DictionaryColumns, 'literalTypes' | 'types' | 'numbers' | 'ranks'> {
  const table = new LiteralTypes(first.literalTypes);
  const typeNumbers = second.literalTypes.map((type) => table.intern(type));
  const [firstLiteral, endOfNumbers] = starts.slice(2) as [number, number];
  const [endOfRanks, , endOfLiterals] = starts.slice(6) as [number, number, number];
  const types = emptyTypes(table.types.length, endOfLiterals - firstLiteral);
  const numbers = emptyFloat64(endOfNumbers - firstLiteral);
  const ranks = emptyUint32(endOfRanks - firstLiteral);
  const termAt = (id: number) =>
    ofFirst[id] === 0
      ? { dictionary: second, id: ofSecond[id] as TermId }
      : { dictionary: first, id: ofFirst[id] as TermId };
  for (let id = firstLiteral; id < endOfLiterals; id += 1) {
    const index = id - firstLiteral;
    const own = ofFirst[id] as TermId;
    types[index] =
      own === 0
        ? (typeNumbers[second.typeOf(ofSecond[id] as TermId)] as number)
        : first.typeOf(own);
    if (id >= endOfRanks) continue;
    if (id < endOfNumbers)
      numbers[index] = own === 0 ? second.numberOf(ofSecond[id] as TermId) : first.numberOf(own);
    // Two terms that were neighbours in the first dictionary have been compared before.
    const areNeighbours = own > 1 && ofFirst[id - 1] === own - 1;
    const isEqual =
      index > 0 &&
      (areNeighbours
        ? first.rankOf(own) === first.rankOf((own - 1) as TermId)
        : haveEqualValues(termAt(id - 1), termAt(id)));
    ranks[index] = isEqual ? (ranks[index - 1] as number) : id;
  }
  return { literalTypes: table.types, types, numbers, ranks };
}

/** Ids by hash: the table of the first dictionary with its ids renumbered, where it still has the right size. */
function hashTable(
  { first, ids, ofFirst, size }: Merge,
  columns: Omit<DictionaryColumns, 'slots'>,
): Uint32Array {
  const slots = emptyUint32(slotsFor(size));
  const old = first.columns.slots;
  const [tripleTerms, end] = first.ranges.tripleTerms;
  // The hash of a triple term depends on the ids of its parts.
  const isReused = old.length === slots.length && tripleTerms === end;
  if (isReused)
    for (let slot = 0; slot < old.length; slot += 1)
      slots[slot] = ids[0][old[slot] as number] as number;
  const { bytes, offsets, starts, types } = columns;
  const dictionary = new StoreDictionary({ ...columns, slots });
  for (let id = 1; id <= size; id += 1) {
    if (isReused && ofFirst[id] !== 0) continue;
    const kind = dictionary.kindOf(id);
    const type = kind === LITERAL ? (types[id - (starts[2] as number)] as number) : 0;
    const seed = seedOf(kind, type);
    insertSlot(slots, hashBytes(bytes, offsets[id] as number, offsets[id + 1] as number, seed), id);
  }
  return slots;
}
