/** Bytes and patterns of N-Triples and N-Quads. https://www.w3.org/TR/n-triples/#n-triples-grammar */

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const HASH = 0x23;
const CLOSE = 0x29;
const MINUS = 0x2d;
export const DOT = 0x2e;
export const COLON = 0x3a;
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const AT = 0x40;
export const LETTER_V = 0x56;
export const BACKSLASH = 0x5c;
export const CARET = 0x5e;
export const UNDERSCORE = 0x5f;

/** Bytes that must be escaped in an IRI. https://www.w3.org/TR/n-triples/#grammar-production-IRIREF */
export const NOT_IN_IRI: Uint8Array = new Uint8Array(256);
for (let byte = 0; byte <= 0x20; byte += 1) NOT_IN_IRI[byte] = 1;
for (const char of '<"{}|^`') NOT_IN_IRI[char.charCodeAt(0)] = 1;

/** Without the colon, which RDF 1.2 removed. https://www.w3.org/TR/rdf12-n-triples/#grammar-production-PN_CHARS_U */
const PN_CHARS_U =
  'A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const PN_CHARS = `${PN_CHARS_U}0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040-`;
/** https://www.w3.org/TR/n-triples/#grammar-production-BLANK_NODE_LABEL */
export const BLANK_NODE_LABEL: RegExp = new RegExp(
  `^[${PN_CHARS_U}0-9](?:[.${PN_CHARS}]*[${PN_CHARS}])?$`,
  'u',
);
export const ABSOLUTE_IRI: RegExp = /^[A-Za-z][A-Za-z0-9+.-]*:/;
export const LANGUAGE: RegExp = /^([A-Za-z]+(?:-[A-Za-z0-9]+)*)(?:--(ltr|rtl))?$/;
export const ESCAPE: RegExp = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf"'\\])|.?)/gs;
export const ECHARS: Readonly<Record<string, string>> = {
  t: '\t',
  b: '\b',
  n: '\n',
  r: '\r',
  f: '\f',
};

/** https://www.rfc-editor.org/rfc/rfc3986#section-3.1 */
export function startsWithScheme(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte === COLON) return at > from;
    if (IN_SCHEME[byte] === 0 || (at === from && !isLetter(byte))) return false;
  }
  return false;
}

const isLetter = (byte: number): boolean =>
  (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

const IN_SCHEME = new Uint8Array(256);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.')
  IN_SCHEME[char.charCodeAt(0)] = 1;

/** Whether a label has only letters and digits, as most do. */
export function isPlainLabel(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (!isLetter(byte) && !(byte >= 48 && byte <= 57)) return false;
  }
  return to > from;
}

/** Whether a label ends before this byte: white space, the start of another term, or the end of the input. */
export const isBoundary = (byte: number | undefined): boolean =>
  byte === undefined ||
  byte <= SPACE ||
  byte === LESS ||
  byte === QUOTE ||
  byte === HASH ||
  byte === CLOSE;

export const isTagByte = (byte: number | undefined): boolean =>
  byte !== undefined &&
  (byte === MINUS ||
    (byte >= 48 && byte <= 57) ||
    (byte >= 65 && byte <= 90) ||
    (byte >= 97 && byte <= 122));
