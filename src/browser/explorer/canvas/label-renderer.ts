/**
 * The names in the drawing, painted on a canvas above it: with a halo, so that lines do not cross them, and only where
 * there is room. The browser's own text, so that every script is written as its readers write it.
 */
import type { ModelGraph } from '../state/graph-model.ts';
import type { Palette } from '../state/palette.ts';

/** Of very many nodes the best linked ones are tried. */
const MAX_TRIED = 1500;
const MAX_PAINTED = 90;
const MAX_LETTERS = 34;
const MAX_EDGE_NAMES = 40;
const CELL = 80;
/** Where along a line its name is tried. */
const ALONG = [0.5, 0.6, 0.4, 0.7] as const;

export interface LabelScene {
  readonly graph: ModelGraph;
  readonly palette: Palette;
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
  readonly width: number;
  readonly height: number;
  /** From the graph's coordinates to those of the canvas. */
  readonly toView: (place: { readonly x: number; readonly y: number }) => {
    readonly x: number;
    readonly y: number;
  };
  /** Radius of a node on the canvas, by its size. */
  readonly scale: (size: number) => number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export class LabelPainter {
  #order: readonly string[] = [];
  readonly #widths = new Map<string, number>();

  /** To be told when the nodes have changed: which names come first. */
  rank(graph: ModelGraph): void {
    this.#order = graph
      .mapNodes((node, { degree, fixed }) => ({ node, degree: degree + (fixed ? 1000 : 0) }))
      .toSorted((a, b) => b.degree - a.degree || (a.node < b.node ? -1 : 1))
      .slice(0, MAX_TRIED)
      .map(({ node }) => node);
  }

  paint(context: CanvasRenderingContext2D, scene: LabelScene): void {
    const { graph, selected, hovered, palette } = scene;
    const room = new Room();
    const first = [hovered, selected].filter((node) => node !== undefined && graph.hasNode(node));
    const near = first.flatMap((node) => graph.neighbors(node).slice(0, MAX_EDGE_NAMES));
    const tried = [...new Set([...(first as string[]), ...near, ...this.#order])];
    context.lineJoin = 'round';
    context.textBaseline = 'middle';
    if (graph.order <= 400)
      graph.forEachNode((node) => {
        const { x, y, radius } = placeIn(scene, node);
        room.take({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
      });
    let painted = 0;
    for (const node of tried) {
      if (painted >= MAX_PAINTED) break;
      if (!graph.hasNode(node)) continue;
      if (this.#paintName(context, scene, { node, room, isForced: first.includes(node) }))
        painted += 1;
    }
    const named = first[0];
    if (named !== undefined) this.#paintEdgeNames(context, scene, { node: named, room });
    for (const node of tried.filter((one) => graph.hasNode(one)))
      if (graph.getNodeAttribute(node, 'fixed')) paintPin(context, scene, node);
    if (selected !== undefined && graph.hasNode(selected)) {
      const { x, y, radius } = placeIn(scene, selected);
      ring(context, { x, y, radius: radius + 4 }, palette.ink);
    }
  }

  #paintName(
    context: CanvasRenderingContext2D,
    scene: LabelScene,
    {
      node,
      room,
      isForced,
    }: { readonly node: string; readonly room: Room; readonly isForced: boolean },
  ): boolean {
    const { palette, width, height } = scene;
    const { x, y, radius } = placeIn(scene, node);
    if (x < -40 || y < -20 || x > width + 40 || y > height + 20) return false;
    const text = shortName(scene.graph.getNodeAttribute(node, 'label'));
    const font = `${isForced ? '600 13px' : '12px'} ${palette.sans}`;
    const textWidth = this.#widthOf(context, text, font);
    const places = placesAround({ x, y, radius }, textWidth, width);
    const free = places.find((box) => room.isFree(box) && box.left > 2 && box.right < width - 2);
    const place = free ?? (isForced ? places[0] : undefined);
    if (!place) return false;
    room.take(place);
    context.font = font;
    context.textAlign = 'center';
    haloed(context, palette, {
      text,
      x: (place.left + place.right) / 2,
      y: (place.top + place.bottom) / 2,
      color: palette.ink,
    });
    return true;
  }

  /** Along the lines of one node; several between the same two stand together. */
  #paintEdgeNames(
    context: CanvasRenderingContext2D,
    scene: LabelScene,
    { node, room }: { readonly node: string; readonly room: Room },
  ): void {
    const { graph, palette } = scene;
    const names = new Map<string, Set<string>>();
    for (const edge of graph.edges(node).slice(0, MAX_EDGE_NAMES * 2)) {
      const other = graph.opposite(node, edge);
      const label = graph.getEdgeAttribute(edge, 'label');
      names.set(other, (names.get(other) ?? new Set()).add(label));
    }
    const from = placeIn(scene, node);
    const font = `11px ${palette.sans}`;
    for (const [other, labels] of [...names].slice(0, MAX_EDGE_NAMES)) {
      const to = placeIn(scene, other);
      const text = shortName([...labels].join(' · '));
      const textWidth = this.#widthOf(context, text, font);
      const length = Math.hypot(to.x - from.x, to.y - from.y) - from.radius - to.radius;
      if (length < textWidth + 16) continue;
      const angle = Math.atan2(to.y - from.y, to.x - from.x);
      const upright = Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle;
      const halfWidth = (textWidth * Math.abs(Math.cos(angle))) / 2 + 7;
      const halfHeight = (textWidth * Math.abs(Math.sin(angle))) / 2 + 7;
      const spot = ALONG.map((part) => ({
        x: from.x + (to.x - from.x) * part,
        y: from.y + (to.y - from.y) * part,
      })).find(({ x, y }) => room.isFree(boxAround(x, y, { halfWidth, halfHeight })));
      if (!spot) continue;
      const { x, y } = spot;
      room.take(boxAround(x, y, { halfWidth, halfHeight }));
      context.save();
      context.translate(x, y);
      context.rotate(upright);
      context.font = font;
      context.textAlign = 'center';
      haloed(context, palette, { text, x: 0, y: 0, color: palette.inkSoft });
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

function placeIn({ graph, toView, scale }: LabelScene, node: string) {
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

/** Below, above, to the right, to the left; below and above within the canvas. */
function placesAround(
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

interface Writing {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly color: string;
}

function haloed(
  context: CanvasRenderingContext2D,
  { surface }: Palette,
  { text, x, y, color }: Writing,
): void {
  context.strokeStyle = surface;
  context.lineWidth = 4;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}

function ring(
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

/** A needle in the upper right, for what stays where it is. */
function paintPin(context: CanvasRenderingContext2D, scene: LabelScene, node: string): void {
  const { x, y, radius } = placeIn(scene, node);
  const [left, top] = [x + radius * 0.7, y - radius * 0.7];
  context.beginPath();
  context.arc(left, top, 4, 0, 2 * Math.PI);
  context.fillStyle = scene.palette.ink;
  context.strokeStyle = scene.palette.surface;
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
}

/** The beginning of a long name, whole in the panel. Line ends do not belong in a drawing. */
export function shortName(name: string): string {
  const letters = Array.from(name.replaceAll(/\s+/g, ' '));
  if (letters.length <= MAX_LETTERS) return letters.join('');
  return `${letters.slice(0, MAX_LETTERS - 1).join('')}…`;
}

/** Which places of the canvas are taken, by cells. */
class Room {
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

  take(box: Box): void {
    for (const cell of cellsOf(box)) {
      const taken = this.#cells.get(cell);
      if (taken) taken.push(box);
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
