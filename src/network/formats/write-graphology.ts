/** Graphology's serialised form, for sigma.js and other libraries for browsers. https://graphology.github.io/serialization.html */
import type { Network } from '../network.ts';
import { attributeObjects, jsonItems } from './node-attributes.ts';

export function* writeGraphology(network: Network): Generator<string, void> {
  const { title, limits, nodes, edges } = network;
  const toAttributes = attributeObjects(network);
  const options = { type: 'directed', multi: true, allowSelfLoops: true };
  yield `{"attributes":${JSON.stringify({ name: title, limits })},\n"options":${JSON.stringify(options)},\n"nodes":[`;
  yield* jsonItems(nodes, (node) => ({ key: node.id, attributes: toAttributes(node) }));
  yield '],\n"edges":[';
  yield* jsonItems(edges, ({ id, source, target, label, predicate }) => ({
    key: id,
    source,
    target,
    attributes: { label, predicate },
  }));
  yield ']}\n';
}
