/** Escapes text for XML. https://www.w3.org/TR/xml/#charsets */
import { GraphpressError } from '../errors.ts';

/** Characters that XML 1.0 does not allow, even escaped. */
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/**
 * The text, escaped for elements and attributes.
 * @throws {GraphpressError} `not-xml` for a character that XML does not allow: replacing it would change the value.
 */
export function escapeXml(text: string): string {
  if (NOT_XML.test(text))
    throw new GraphpressError(
      'not-xml',
      'a value holds a control character, which XML cannot hold: ask for a format that is not XML',
    );
  return text.replace(/[&<>"\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
