/** Cytoscape JSON, for Cytoscape and cytoscape.js. https://js.cytoscape.org/#notation/elements-json */
import type { Network } from '../network.ts';
import { attributeObjects, jsonItems } from './node-attributes.ts';

/** `name`, `shared_name` and `interaction` are what Cytoscape itself looks for. */
export function* writeCyjs(network: Network): Generator<string, void> {
  const { title, limits, nodes, edges } = network;
  const toAttributes = attributeObjects(network);
  const data = JSON.stringify({ name: title, limits });
  yield `{"format_version":"1.0","generated_by":"Graphpress","target_cytoscapejs_version":"~3.0",\n"data":${data},\n"elements":{"nodes":[`;
  yield* jsonItems(nodes, (node) => ({
    data: { id: node.id, name: node.label, ...toAttributes(node) },
  }));
  yield '],\n"edges":[';
  yield* jsonItems(edges, ({ id, source, target, label, predicate }) => ({
    data: { id, source, target, interaction: label, label, predicate },
  }));
  yield ']}}\n';
}
