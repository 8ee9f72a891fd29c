/** Characters that a format cannot hold, replaced by U+FFFD; the limits of the network report it. */
import type { Network } from '../network.ts';
import { inWords } from '../size-limits.ts';

/** Control characters, non-characters and halves of characters: no XML 1.0 document holds them, escaped or not. https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** U+FFFD in the place of each. */
export const withoutControls = (text: string): string => text.replace(FORBIDDEN, '\uFFFD');

/** The limits of a network, and how many of its texts the format had to change. */
export function limitsWithoutControls(network: Network): readonly string[] {
  const changed = textsOf(network).reduce(
    (count, text) => count + (text.search(FORBIDDEN) < 0 ? 0 : 1),
    0,
  );
  if (changed === 0) return network.limits;
  const sentence = `${inWords(changed)} texts hold control characters, which this format cannot hold: each is shown as U+FFFD; JSON and CSV have them as they are.`;
  return [...network.limits, sentence];
}

function* textsOf({ title, columns, nodes, edges }: Network): Generator<string, void> {
  yield title;
  for (const { name } of columns) yield name;
  for (const { id, label, type, attributes } of nodes) {
    yield id;
    yield label;
    if (type !== undefined) yield type;
    for (const value of attributes.values()) if (typeof value === 'string') yield value;
  }
  for (const { predicate, label } of edges) {
    yield predicate;
    yield label;
  }
}
