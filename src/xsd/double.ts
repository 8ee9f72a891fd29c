/** xsd:double and xsd:float. https://www.w3.org/TR/xmlschema11-2/#double */

const FORM = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/;

/** Undefined for a text that is not a double. */
export function parseDouble(text: string): number | undefined {
  if (!FORM.test(text)) return undefined;
  return text === 'NaN' ? Number.NaN : Number(text.replace('INF', 'Infinity'));
}

/** The canonical form: "1.0E0", "INF". */
export function printDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  if (Object.is(value, -0)) return '-0.0E0';
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

/** The shortest canonical form that parses to the same float. */
export function printFloat(value: number): string {
  if (!Number.isFinite(value)) return printDouble(value);
  for (let digits = 1; digits < 10; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return printDouble(short);
  }
  return printDouble(value);
}

/** The string value: without an exponent for moderate magnitudes. https://www.w3.org/TR/xpath-functions/#casting-to-string */
export function doubleToText(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const size = Math.abs(value);
  if (size >= 1e-6 && size < 1e6) return String(value);
  return printDouble(value);
}
