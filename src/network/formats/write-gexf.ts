/** GEXF 1.3, the format of Gephi. https://gexf.net/schema.html */
import { limitsWithoutControls } from './control-characters.ts';
import type { ColumnKind, Network, NetworkNode } from '../network.ts';
import { xml } from './xml-text.ts';

const TYPES: Readonly<Record<ColumnKind, string>> = {
  text: 'string',
  integer: 'long',
  double: 'double',
  boolean: 'boolean',
};

/** The id of an attribute is the IRI of its property, its title the short name. */
export function* writeGexf(network: Network): Generator<string, void> {
  const { title, columns, nodes, edges } = network;
  const description = [title, ...limitsWithoutControls(network)].join('\n');
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta>
<creator>Graphpress</creator>
<description>${xml(description)}</description>
</meta>
<graph defaultedgetype="directed" idtype="string" mode="static">
<attributes class="node" mode="static">
<attribute id="type" title="type" type="string"/>
`;
  for (const { property, name, kind } of columns)
    yield `<attribute id="${xml(property)}" title="${xml(name)}" type="${TYPES[kind]}"/>\n`;
  yield `</attributes>
<attributes class="edge" mode="static">
<attribute id="predicate" title="predicate" type="string"/>
</attributes>
<nodes count="${nodes.length}">
`;
  for (const node of nodes) yield* writeNode(node);
  yield `</nodes>\n<edges count="${edges.length}">\n`;
  // Tools take edges between the same two nodes for one, unless they are of different kinds.
  for (const { id, source, target, predicate, label } of edges)
    yield `<edge id="${id}" source="${xml(source)}" target="${xml(target)}" label="${xml(label)}" kind="${xml(label)}"><attvalues>${attvalue('predicate', predicate)}</attvalues></edge>\n`;
  yield '</edges>\n</graph>\n</gexf>\n';
}

function* writeNode({ id, label, type, attributes }: NetworkNode): Generator<string, void> {
  yield `<node id="${xml(id)}" label="${xml(label)}">`;
  if (type !== undefined || attributes.size > 0) {
    yield '<attvalues>';
    if (type !== undefined) yield attvalue('type', type);
    for (const [property, value] of attributes) yield attvalue(property, String(value));
    yield '</attvalues>';
  }
  yield '</node>\n';
}

const attvalue = (attribute: string, value: string) =>
  `<attvalue for="${xml(attribute)}" value="${xml(value)}"/>`;
