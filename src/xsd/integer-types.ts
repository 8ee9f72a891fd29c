/** The integer datatypes and their value ranges. https://www.w3.org/TR/xmlschema11-2/#integer */

export interface IntegerBounds {
  readonly low: bigint | undefined;
  readonly high: bigint | undefined;
}

const bounds = (low: bigint | undefined, high: bigint | undefined): IntegerBounds => ({
  low,
  high,
});
const signed = (bits: bigint) => bounds(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n);
const unsigned = (bits: bigint) => bounds(0n, 2n ** bits - 1n);

const BOUNDS: ReadonlyMap<string, IntegerBounds> = new Map([
  ['integer', bounds(undefined, undefined)],
  ['nonPositiveInteger', bounds(undefined, 0n)],
  ['negativeInteger', bounds(undefined, -1n)],
  ['nonNegativeInteger', bounds(0n, undefined)],
  ['positiveInteger', bounds(1n, undefined)],
  ['long', signed(64n)],
  ['int', signed(32n)],
  ['short', signed(16n)],
  ['byte', signed(8n)],
  ['unsignedLong', unsigned(64n)],
  ['unsignedInt', unsigned(32n)],
  ['unsignedShort', unsigned(16n)],
  ['unsignedByte', unsigned(8n)],
]);

/** The bounds of the integer type of that local name; undefined for any other type. */
export const integerBounds = (name: string): IntegerBounds | undefined => BOUNDS.get(name);
