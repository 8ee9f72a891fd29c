/**
 * The labels of the drawing, painted on a canvas above it, with a halo for contrast with lines and without overlaps.
 * Canvas text supports all scripts and directions.
 */
import type { ModelGraph } from '../state/graph-model.ts';
import type { Palette } from '../state/palette.ts';

/** Maximum number of nodes considered for a label, by descending degree. */
const MAX_CANDIDATES = 1500;
const MAX_PAINTED = 90;
const MAX_CHARACTERS = 34;
const MAX_EDGE_LABELS = 40;
const CELL = 80;
/** Candidate boxes of an edge label, as fractions of the edge. */
const LABEL_FRACTIONS = [0.5, 0.6, 0.4, 0.7] as const;

export interface LabelScene {
  readonly graph: ModelGraph;
  readonly palette: Palette;
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
  readonly width: number;
  readonly height: number;
  /** From graph coordinates to canvas coordinates. */
  readonly toView: (point: { readonly x: number; readonly y: number }) => {
    readonly x: number;
    readonly y: number;
  };
  /** Radius of a node on the canvas for a size. */
  readonly scale: (size: number) => number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export class LabelRenderer {
  #order: readonly string[] = [];
  readonly #widths = new Map<string, number>();

  /** Sorts the nodes by priority of their labels. To be called after the nodes change. */
  rank(graph: ModelGraph): void {
    this.#order = graph
      .mapNodes((node, { degree, fixed }) => ({ node, degree: degree + (fixed ? 1000 : 0) }))
      .toSorted((a, b) => b.degree - a.degree || (a.node < b.node ? -1 : 1))
      .slice(0, MAX_CANDIDATES)
      .map(({ node }) => node);
  }

  paint(context: CanvasRenderingContext2D, scene: LabelScene): void {
    const { graph, selected, hovered, palette } = scene;
    const occupied = new OccupiedAreas();
    const first = [hovered, selected].filter((node) => node !== undefined && graph.hasNode(node));
    const neighbours = first.flatMap((node) => graph.neighbors(node).slice(0, MAX_EDGE_LABELS));
    const candidates = [...new Set([...(first as string[]), ...neighbours, ...this.#order])];
    context.lineJoin = 'round';
    context.textBaseline = 'middle';
    if (graph.order <= 400)
      graph.forEachNode((node) => {
        const { x, y, radius } = viewCircleOf(scene, node);
        occupied.occupy({
          left: x - radius,
          top: y - radius,
          right: x + radius,
          bottom: y + radius,
        });
      });
    let painted = 0;
    for (const node of candidates) {
      if (painted >= MAX_PAINTED) break;
      if (!graph.hasNode(node)) continue;
      if (this.#paintLabel(context, scene, { node, occupied, isForced: first.includes(node) }))
        painted += 1;
    }
    const active = first[0];
    if (active !== undefined) this.#paintEdgeLabels(context, scene, { node: active, occupied });
    for (const node of candidates.filter((one) => graph.hasNode(one)))
      if (graph.getNodeAttribute(node, 'fixed')) paintPin(context, scene, node);
    if (selected !== undefined && graph.hasNode(selected)) {
      const { x, y, radius } = viewCircleOf(scene, selected);
      drawRing(context, { x, y, radius: radius + 4 }, palette.ink);
    }
  }

  #paintLabel(
    context: CanvasRenderingContext2D,
    scene: LabelScene,
    {
      node,
      occupied,
      isForced,
    }: { readonly node: string; readonly occupied: OccupiedAreas; readonly isForced: boolean },
  ): boolean {
    const { palette, width, height } = scene;
    const { x, y, radius } = viewCircleOf(scene, node);
    if (x < -40 || y < -20 || x > width + 40 || y > height + 20) return false;
    const text = shortLabel(scene.graph.getNodeAttribute(node, 'label'));
    const font = `${isForced ? '600 13px' : '12px'} ${palette.sans}`;
    const textWidth = this.#widthOf(context, text, font);
    const boxes = candidateBoxes({ x, y, radius }, textWidth, width);
    const free = boxes.find((box) => occupied.isFree(box) && box.left > 2 && box.right < width - 2);
    const target = free ?? (isForced ? boxes[0] : undefined);
    if (!target) return false;
    occupied.occupy(target);
    context.font = font;
    context.textAlign = 'center';
    drawHaloedText(context, palette, {
      text,
      x: (target.left + target.right) / 2,
      y: (target.top + target.bottom) / 2,
      color: palette.ink,
    });
    return true;
  }

  /** Labels of the edges of one node. Labels of parallel edges are joined. */
  #paintEdgeLabels(
    context: CanvasRenderingContext2D,
    scene: LabelScene,
    { node, occupied }: { readonly node: string; readonly occupied: OccupiedAreas },
  ): void {
    const { graph, palette } = scene;
    const labelsByNode = new Map<string, Set<string>>();
    for (const edge of graph.edges(node).slice(0, MAX_EDGE_LABELS * 2)) {
      const other = graph.opposite(node, edge);
      const label = graph.getEdgeAttribute(edge, 'label');
      labelsByNode.set(other, (labelsByNode.get(other) ?? new Set()).add(label));
    }
    const from = viewCircleOf(scene, node);
    const font = `11px ${palette.sans}`;
    for (const [other, labels] of [...labelsByNode].slice(0, MAX_EDGE_LABELS)) {
      const to = viewCircleOf(scene, other);
      const text = shortLabel([...labels].join(' · '));
      const textWidth = this.#widthOf(context, text, font);
      const length = Math.hypot(to.x - from.x, to.y - from.y) - from.radius - to.radius;
      if (length < textWidth + 16) continue;
      const angle = Math.atan2(to.y - from.y, to.x - from.x);
      const upright = Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle;
      const halfWidth = (textWidth * Math.abs(Math.cos(angle))) / 2 + 7;
      const halfHeight = (textWidth * Math.abs(Math.sin(angle))) / 2 + 7;
      const centre = LABEL_FRACTIONS.map((fraction) => ({
        x: from.x + (to.x - from.x) * fraction,
        y: from.y + (to.y - from.y) * fraction,
      })).find(({ x, y }) => occupied.isFree(boxAround(x, y, { halfWidth, halfHeight })));
      if (!centre) continue;
      const { x, y } = centre;
      occupied.occupy(boxAround(x, y, { halfWidth, halfHeight }));
      context.save();
      context.translate(x, y);
      context.rotate(upright);
      context.font = font;
      context.textAlign = 'center';
      drawHaloedText(context, palette, { text, x: 0, y: 0, color: palette.inkSoft });
      context.restore();
    }
  }

  #widthOf(context: CanvasRenderingContext2D, text: string, font: string): number {
    const key = `${font} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      if (this.#widths.size > 20_000) this.#widths.clear();
      this.#widths.set(key, width);
    }
    return width;
  }
}

function viewCircleOf({ graph, toView, scale }: LabelScene, node: string) {
  const { x, y, size } = graph.getNodeAttributes(node);
  return { ...toView({ x, y }), radius: scale(size) };
}

function boxAround(
  x: number,
  y: number,
  { halfWidth, halfHeight }: { readonly halfWidth: number; readonly halfHeight: number },
): Box {
  return {
    left: x - halfWidth,
    top: y - halfHeight,
    right: x + halfWidth,
    bottom: y + halfHeight,
  };
}

/** Candidate boxes: below, above, right, left. The boxes below and above are moved into the canvas. */
function candidateBoxes(
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  textWidth: number,
  width: number,
): Box[] {
  const across = textWidth + 6;
  const away = radius + 3;
  const box = (left: number, top: number): Box => ({
    left,
    top,
    right: left + across,
    bottom: top + 16,
  });
  const isInside = x > 0 && x < width;
  const centred = x - across / 2;
  const within = isInside ? Math.max(3, Math.min(centred, width - across - 3)) : centred;
  return [
    box(within, y + away),
    box(within, y - away - 16),
    box(x + away, y - 8),
    box(x - away - across, y - 8),
  ];
}

interface LabelText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly color: string;
}

function drawHaloedText(
  context: CanvasRenderingContext2D,
  { surface }: Palette,
  { text, x, y, color }: LabelText,
): void {
  context.strokeStyle = surface;
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}

function drawRing(
  context: CanvasRenderingContext2D,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  color: string,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.stroke();
}

/** The mark of a pinned node, at its upper right. */
function paintPin(context: CanvasRenderingContext2D, scene: LabelScene, node: string): void {
  const { x, y, radius } = viewCircleOf(scene, node);
  const [left, top] = [x + radius * 0.7, y - radius * 0.7];
  context.beginPath();
  context.arc(left, top, 4, 0, 2 * Math.PI);
  context.fillStyle = scene.palette.ink;
  context.strokeStyle = scene.palette.surface;
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}

/** A label for the drawing: on one line and truncated. The panel shows the full label. */
export function shortLabel(name: string): string {
  const characters = Array.from(name.replaceAll(/\s+/g, ' '));
  if (characters.length <= MAX_CHARACTERS) return characters.join('');
  return `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…`;
}

/** The occupied areas of the canvas, in a grid of cells for fast overlap tests. */
class OccupiedAreas {
  readonly #cells = new Map<string, Box[]>();

  isFree(box: Box): boolean {
    return cellsOf(box).every((cell) =>
      (this.#cells.get(cell) ?? []).every(
        (other) =>
          other.right <= box.left ||
          other.left >= box.right ||
          other.bottom <= box.top ||
          other.top >= box.bottom,
      ),
    );
  }

  occupy(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes) boxes.push(box);
      else this.#cells.set(cell, [box]);
    }
  }
}

function cellsOf({ left, top, right, bottom }: Box): string[] {
  const cells: string[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1)
      cells.push(`${x} ${y}`);
  return cells;
}
