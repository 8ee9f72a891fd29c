/** The graph in view as a self-contained SVG image: for SVG and PNG files, and for the drawing without WebGL. */
import type { ModelGraph } from '../state/graph-model.ts';
import { shortLabel } from './label-renderer.ts';
import type { Palette } from '../state/palette.ts';
import { xml } from '../state/xml-text.ts';

const MARGIN = 70;
/** Maximum number of node labels. In a larger image the nodes of highest degree have labels. */
const MAX_LABELS = 250;
/** An image with more edges has no edge labels. */
const MAX_EDGE_LABELS = 60;

export interface SvgImage {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

export interface SvgOptions {
  readonly palette: Palette;
  readonly title: string;
  /** The longer side of the area between the margins, in pixels. */
  readonly side?: number;
}

export function toSvg(graph: ModelGraph, { palette, title, side = 1100 }: SvgOptions): SvgImage {
  const { toX, toY, width, height } = frameOf(graph, side);
  const at = (node: string) => {
    const { x, y, size } = graph.getNodeAttributes(node);
    return { x: toX(x), y: toY(y), size };
  };
  const round = (value: number) => value.toFixed(1);
  const lines = graph.mapEdges((_, { color }, source, target) => {
    const [a, b] = [at(source), at(target)];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    // The line ends at the border of the node, so that the arrow is visible.
    const [x2, y2] = [
      b.x - ((b.x - a.x) / length) * (b.size + 5),
      b.y - ((b.y - a.y) / length) * (b.size + 5),
    ];
    return `<line x1="${round(a.x)}" y1="${round(a.y)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${color}" marker-end="url(#arrow)"/>`;
  });
  const nodes = graph.mapNodes((node, { color, label }) => {
    const { x, y, size } = at(node);
    return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(size)}" fill="${color}" stroke="${palette.surface}" stroke-width="1.5"><title>${xml(label)}</title></circle>`;
  });
  const labelled = graph
    .nodes()
    .toSorted((a, b) => graph.degree(b) - graph.degree(a))
    .slice(0, MAX_LABELS);
  const labels = labelled.map((node) => {
    const { x, y, size } = at(node);
    return `<text x="${round(x)}" y="${round(y + size + 13)}">${xml(shortLabel(graph.getNodeAttribute(node, 'label')))}</text>`;
  });
  const edgeLabels =
    graph.size > MAX_EDGE_LABELS
      ? []
      : graph.mapEdges((_, { label }, source, target) => {
          const [a, b] = [at(source), at(target)];
          return `<text class="link" x="${round((a.x + b.x) / 2)}" y="${round((a.y + b.y) / 2)}">${xml(shortLabel(label))}</text>`;
        });
  const style = `text{font:12px ${palette.sans};text-anchor:middle;fill:${palette.ink};stroke:${palette.surface};stroke-width:3px;paint-order:stroke;stroke-linejoin:round}.link{font-size:10px;fill:${palette.inkSoft}}`;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${xml(title)}</title>
<style>${xml(style)}</style>
<defs><marker id="arrow" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L6 3L0 6z" fill="${palette.lineStrong}"/></marker></defs>
<rect width="${width}" height="${height}" fill="${palette.surface}"/>
${[...lines, ...edgeLabels, ...nodes, ...labels].join('\n')}
</svg>
`;
  return { text, width, height };
}

/** The transform from graph coordinates, whose y axis points up, to image coordinates. */
function frameOf(graph: ModelGraph, side: number) {
  const box = { left: 0, right: 1, bottom: 0, top: 1 };
  let isFirst = true;
  graph.forEachNode((_, { x, y }) => {
    box.left = isFirst ? x : Math.min(box.left, x);
    box.right = isFirst ? x : Math.max(box.right, x);
    box.bottom = isFirst ? y : Math.min(box.bottom, y);
    box.top = isFirst ? y : Math.max(box.top, y);
    isFirst = false;
  });
  const [across, up] = [box.right - box.left, box.top - box.bottom];
  const scale = side / (Math.max(across, up) || side);
  return {
    toX: (x: number) => MARGIN + (x - box.left) * scale,
    toY: (y: number) => MARGIN + (box.top - y) * scale,
    width: Math.ceil(across * scale + 2 * MARGIN),
    height: Math.ceil(up * scale + 2 * MARGIN),
  };
}
