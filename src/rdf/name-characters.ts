/** The characters of names that Turtle and XML have in common. */

/**
 * Start characters of a name, as the content of a character class; digits and "-" may follow. Not the same as \p{L}:
 * "µ" and "ª" are letters, but not allowed in names. https://www.w3.org/TR/turtle/#grammar-production-PN_CHARS_BASE
 * https://www.w3.org/TR/xml/#NT-NameStartChar
 */
export const NAME_START: string = String.raw`A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
