/** Values of XML Schema datatypes: parsing, printing, comparison and arithmetic. Independent of RDF. */
export {
  addDecimals,
  compareDecimal,
  type Decimal,
  decimalOfNumber,
  digitsOf,
  decimalToNumber,
  divideDecimals,
  multiplyDecimals,
  negateDecimal,
  parseDecimal,
  printDecimal,
  roundDecimal,
  type Rounding,
} from './decimal.ts';
export { type DateTime, type DateTimeKind, parseDateTime, zoneDuration } from './date-time.ts';
export { doubleToText, parseDouble, printDouble, printFloat } from './double.ts';
export { integerBounds } from './integer-types.ts';
