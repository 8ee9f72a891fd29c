/** Exact decimals: xsd:decimal, and integers beyond 2^53. https://www.w3.org/TR/xmlschema11-2/#decimal */

/** unscaled / 10^scale */
export interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

const FORM = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Undefined for a text that is not a decimal. */
export function parseDecimal(text: string): Decimal | undefined {
  const [, sign = '', integer = '', fraction = ''] = FORM.exec(text) ?? [];
  if (integer === '' && fraction === '') return undefined;
  const unscaled = BigInt(`${integer}${fraction}`);
  return { unscaled: sign === '-' ? -unscaled : unscaled, scale: fraction.length };
}

/** The canonical form, without trailing zeros: "2", "-0.5". */
export function printDecimal(decimal: Decimal): string {
  const { unscaled, scale } = strip(decimal);
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const sign = unscaled < 0n ? '-' : '';
  if (scale === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function strip({ unscaled, scale }: Decimal): Decimal {
  if (scale === 0 || unscaled % 10n !== 0n) return { unscaled, scale };
  // Counting zeros in the decimal text is faster than repeated division.
  const zeros = trailingZeros(unscaled.toString());
  const removed = unscaled === 0n ? scale : Math.min(zeros, scale);
  return { unscaled: unscaled / power(removed), scale: scale - removed };
}

function trailingZeros(digits: string): number {
  let at = digits.length;
  while (at > 0 && digits[at - 1] === '0') at -= 1;
  return digits.length - at;
}

/** Estimate of the number of digits, at most a fifth too high. */
export const digitsOf = ({ unscaled, scale }: Decimal): number =>
  Math.max(unscaled.toString(16).length * 1.21, scale);

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

/** Both numbers with the same scale. */
function align(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.unscaled * power(scale - a.scale), b.unscaled * power(scale - b.scale), scale];
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const [left, right, scale] = align(a, b);
  return { unscaled: left + right, scale };
}

export const negateDecimal = ({ unscaled, scale }: Decimal): Decimal => ({
  unscaled: -unscaled,
  scale,
});

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal =>
  strip({ unscaled: a.unscaled * b.unscaled, scale: a.scale + b.scale });

/** Digits after the decimal point of a non-terminating quotient. https://www.w3.org/TR/xpath-functions/#func-numeric-divide */
const QUOTIENT_SCALE = 18;

/** Undefined for a division by zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.unscaled === 0n) return undefined;
  const scale = Math.max(QUOTIENT_SCALE, a.scale, b.scale);
  const unscaled = (a.unscaled * power(scale + b.scale - a.scale)) / b.unscaled;
  return strip({ unscaled, scale });
}

export function compareDecimal(a: Decimal, b: Decimal): number {
  const [left, right] = align(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

export type Rounding = 'round' | 'ceil' | 'floor';

/** Rounds to an integer; halves are rounded up. https://www.w3.org/TR/xpath-functions/#func-round */
export function roundDecimal({ unscaled, scale }: Decimal, rounding: Rounding): Decimal {
  const unit = power(scale);
  const twice = rounding === 'round';
  const shifted = twice
    ? 2n * unscaled + unit
    : rounding === 'ceil'
      ? unscaled + unit - 1n
      : unscaled;
  return { unscaled: floorDivide(shifted, twice ? 2n * unit : unit), scale: 0 };
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** The nearest double. */
export const decimalToNumber = (decimal: Decimal): number => Number(printDecimal(decimal));

/** The value of a finite double: exact for an integer, otherwise that of its shortest decimal notation. */
export function decimalOfNumber(value: number): Decimal {
  if (Number.isInteger(value)) return { unscaled: BigInt(value), scale: 0 };
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const { unscaled, scale } = parseDecimal(mantissa) as Decimal;
  const shift = Number(exponent) - scale;
  return shift >= 0 ? { unscaled: unscaled * power(shift), scale: 0 } : { unscaled, scale: -shift };
}
