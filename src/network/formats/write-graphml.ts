/**
 * GraphML, for yEd, igraph, networkx, Tulip and Cytoscape. http://graphml.graphdrawing.org/specification.html
 * The ids of nodes are IRIs, which the schema does not allow (NMTOKEN) but every tool accepts.
 */
import { limitsWithoutControls } from './control-characters.ts';
import type { ColumnKind, Network, NetworkNode } from '../network.ts';
import { xml } from './xml-text.ts';

const TYPES: Readonly<Record<ColumnKind, string>> = {
  text: 'string',
  integer: 'long',
  double: 'double',
  boolean: 'boolean',
};

export function* writeGraphml(network: Network): Generator<string, void> {
  const { title, columns, nodes, edges } = network;
  const keys = new Map(columns.map(({ property }, index) => [property, `n${index}`]));
  const limits = limitsWithoutControls(network);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="title" for="graph" attr.name="title" attr.type="string"/>
<key id="limits" for="graph" attr.name="limits" attr.type="string"/>
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="type" for="node" attr.name="type" attr.type="string"/>
`;
  for (const { property, name, kind } of columns)
    yield `<key id="${keys.get(property)}" for="node" attr.name="${xml(name)}" attr.type="${TYPES[kind]}"><desc>${xml(property)}</desc></key>\n`;
  yield `<key id="edge-label" for="edge" attr.name="label" attr.type="string"/>
<key id="predicate" for="edge" attr.name="predicate" attr.type="string"/>
<graph edgedefault="directed">
${data('title', title)}
`;
  if (limits.length > 0) yield `${data('limits', limits.join('\n'))}\n`;
  for (const node of nodes) yield* writeNode(node, keys);
  for (const { id, source, target, predicate, label } of edges)
    yield `<edge id="${id}" source="${xml(source)}" target="${xml(target)}">${data('edge-label', label)}${data('predicate', predicate)}</edge>\n`;
  yield '</graph>\n</graphml>\n';
}

function* writeNode(
  { id, label, type, attributes }: NetworkNode,
  keys: ReadonlyMap<string, string>,
): Generator<string, void> {
  yield `<node id="${xml(id)}">${data('label', label)}`;
  if (type !== undefined) yield data('type', type);
  for (const [property, value] of attributes)
    yield data(keys.get(property) ?? property, String(value));
  yield '</node>\n';
}

const data = (key: string, text: string) => `<data key="${key}">${xml(text)}</data>`;
