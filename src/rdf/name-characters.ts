/** The characters of names, on which Turtle and XML agree. */

/**
 * With which a name may begin, as the inside of a character class; digits and "-" may follow. It is not the same as
 * \p{L}: "µ" and "ª" are letters, but no name holds them. https://www.w3.org/TR/turtle/#grammar-production-PN_CHARS_BASE
 * https://www.w3.org/TR/xml/#NT-NameStartChar
 */
export const NAME_START: string = String.raw`A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
