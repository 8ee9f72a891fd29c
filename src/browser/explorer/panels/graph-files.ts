/** Exports the graph in view with positions and colours: GEXF 1.3 and GraphML. https://gexf.net/schema.html */
import type { ModelGraph } from '../state/graph-model.ts';
import type { Shown } from '../state/scene.ts';
import { xml } from '../state/xml-text.ts';

/** In the schema, positions and colours are in the GEXF namespace; programs recognize them by the prefix `viz`. */
export function toGexf(graph: ModelGraph, { nodes, edges }: Shown, title: string): string {
  const items = [...nodes.values()].map((node) => {
    const { x, y, size, color } = graph.getNodeAttributes(node.iri);
    const [r, g, b] = channels(color);
    const type = node.type ? attvalue('type', node.type.iri) : '';
    return `<node id="${xml(node.iri)}" label="${xml(node.label)}"><attvalues>${attvalue('kind', node.kind)}${type}</attvalues><viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${x.toFixed(2)}" y="${y.toFixed(2)}"/><viz:size value="${size.toFixed(2)}"/></node>`;
  });
  const lines = [...edges.values()].map(
    ({ source, target, label, predicate, graphs }, index) =>
      `<edge id="e${index}" source="${xml(source)}" target="${xml(target)}" label="${xml(label)}" kind="${xml(label)}"><attvalues>${attvalue('predicate', predicate)}${graphs.length > 0 ? attvalue('graphs', graphs.join(' ')) : ''}</attvalues></edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3" version="1.3">
<meta>
<creator>Graphpress</creator>
<description>${xml(title)}</description>
</meta>
<graph defaultedgetype="directed" idtype="string" mode="static">
<attributes class="node" mode="static">
<attribute id="kind" title="kind" type="string"/>
<attribute id="type" title="type" type="string"/>
</attributes>
<attributes class="edge" mode="static">
<attribute id="predicate" title="predicate" type="string"/>
<attribute id="graphs" title="graphs" type="string"/>
</attributes>
<nodes count="${items.length}">
${items.join('\n')}
</nodes>
<edges count="${lines.length}">
${lines.join('\n')}
</edges>
</graph>
</gexf>
`;
}

export function toGraphml(graph: ModelGraph, { nodes, edges }: Shown, title: string): string {
  const items = [...nodes.values()].map((node) => {
    const { x, y } = graph.getNodeAttributes(node.iri);
    const type = node.type ? data('type', node.type.iri) : '';
    return `<node id="${xml(node.iri)}">${data('label', node.label)}${data('kind', node.kind)}${type}${data('x', x.toFixed(2))}${data('y', y.toFixed(2))}</node>`;
  });
  const lines = [...edges.values()].map(
    ({ source, target, label, predicate, graphs }, index) =>
      `<edge id="e${index}" source="${xml(source)}" target="${xml(target)}">${data('edge-label', label)}${data('predicate', predicate)}${graphs.length > 0 ? data('graphs', graphs.join(' ')) : ''}</edge>`,
  );
  const key = (id: string, of: string, { name = id, type = 'string' } = {}) =>
    `<key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${key('title', 'graph')}
${key('label', 'node')}
${key('kind', 'node')}
${key('type', 'node')}
${key('x', 'node', { type: 'double' })}
${key('y', 'node', { type: 'double' })}
${key('edge-label', 'edge', { name: 'label' })}
${key('predicate', 'edge')}
${key('graphs', 'edge')}
<graph edgedefault="directed">
${data('title', title)}
${items.join('\n')}
${lines.join('\n')}
</graph>
</graphml>
`;
}

const attvalue = (attribute: string, value: string) =>
  `<attvalue for="${attribute}" value="${xml(value)}"/>`;

const data = (key: string, text: string) => `<data key="${key}">${xml(text)}</data>`;

const channels = (color: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
