/** Text inside XML. https://www.w3.org/TR/xml/#charsets */
import { GraphpressError } from '../errors.ts';

/** Characters that no XML 1.0 document may hold, escaped or not. */
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/**
 * Text that may stand in an element or in an attribute.
 * @throws {GraphpressError} `not-xml` for a character that XML cannot hold: better none than another value.
 */
export function escapeXml(text: string): string {
  if (NOT_XML.test(text))
    throw new GraphpressError(
      'not-xml',
      'a value holds a control character, which XML cannot hold: ask for a format that is not XML',
    );
  return text.replace(/[&<>"\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
