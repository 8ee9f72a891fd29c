/** DOT, for Graphviz. https://graphviz.org/doc/info/lang.html */
import { limitsWithoutControls, withoutControls } from './control-characters.ts';
import type { Network } from '../network.ts';

/** Graphviz reads no longer quotes than 16 KiB, but joins several with "+". */
const SEGMENT = /[^]{1,2000}/gu;

/** In quotes only a quote must be escaped; a backslash would else escape what follows it. Line breaks are preserved. */
const quote = (text: string) =>
  (withoutControls(text).match(SEGMENT) ?? [''])
    .map((segment) => `"${segment.replaceAll(/["\\]/g, (char) => `\\${char}`)}"`)
    .join(' + ');

/** In a label Graphviz reads "&lt;" as "<". https://graphviz.org/doc/char.html */
const quoteLabel = (text: string) => quote(text.replaceAll(/&(?=#?\w+;)/g, '&amp;'));

/** Limits are written as comments, one line each. */
export function* writeDot(network: Network): Generator<string, void> {
  const { title, columns, nodes, edges } = network;
  const names = new Map(columns.map(({ property, name }) => [property, quote(name)]));
  for (const sentence of limitsWithoutControls(network))
    yield `// ${withoutControls(sentence).replaceAll(/\s+/g, ' ')}\n`;
  yield `digraph ${quote(title)} {\n`;
  for (const { id, label, type, attributes } of nodes) {
    yield `${quote(id)} [label=${quoteLabel(label)}`;
    if (type !== undefined) yield `, type=${quote(type)}`;
    for (const [property, value] of attributes)
      yield `, ${names.get(property)}=${quote(String(value))}`;
    yield '];\n';
  }
  for (const { source, target, label, predicate } of edges)
    yield `${quote(source)} -> ${quote(target)} [label=${quoteLabel(label)}, predicate=${quote(predicate)}];\n`;
  yield '}\n';
}
