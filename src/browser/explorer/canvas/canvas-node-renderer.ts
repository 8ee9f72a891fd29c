/**
 * Paints thousands of nodes on a 2D canvas. At rest each node is a cached bitmap above the edges. While the drawing
 * moves, nodes are written into a pixel buffer, which takes about a millisecond. Without a GPU this is many times
 * faster than WebGL, and with a GPU it is fast enough.
 */
import type { ModelGraph } from '../state/graph-model.ts';
import type { Palette } from '../state/palette.ts';

export interface DenseScene {
  readonly graph: ModelGraph;
  readonly palette: Palette;
  readonly selected: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly toView: (point: { readonly x: number; readonly y: number }) => {
    readonly x: number;
    readonly y: number;
  };
  readonly scale: (size: number) => number;
}

/** The transform from graph coordinates to canvas coordinates: scale and translation, no rotation. */
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

/** Maximum radius of a node in pixels, at any zoom. */
const MAX_RADIUS = 40;

export class CanvasNodeRenderer {
  readonly #bitmaps = new Map<string, HTMLCanvasElement>();
  #buffer: ImageData | undefined;

  /** Paints while the drawing moves. It overwrites all pixels. */
  paintMoving(context: CanvasRenderingContext2D, scene: DenseScene): void {
    const { width, height } = context.canvas;
    if (width === 0 || height === 0) return;
    if (this.#buffer?.width !== width || this.#buffer.height !== height)
      this.#buffer = new ImageData(width, height);
    const pixels = new Uint32Array(this.#buffer.data.buffer);
    pixels.fill(0);
    const ratio = width / scene.width;
    const { left, top, across, down } = frameOf(scene);
    const zoom = scene.scale(1) * ratio;
    scene.graph.forEachNode((_, { x, y, size, color }) => {
      const centre = Math.round((left + x * across) * ratio);
      const middle = Math.round((top + y * down) * ratio);
      const radius = Math.min(MAX_RADIUS, Math.max(1, Math.round(size * zoom)));
      if (centre < -radius || centre > width + radius) return;
      const pixel = pixelOf(color);
      const first = Math.max(0, middle - radius);
      const last = Math.min(height - 1, middle + radius);
      for (let row = first; row <= last; row += 1) {
        const half = Math.round(Math.sqrt(radius ** 2 - (row - middle) ** 2));
        const from = Math.max(0, centre - half);
        const to = Math.min(width, centre + half + 1);
        if (to > from) pixels.fill(pixel, row * width + from, row * width + to);
      }
    });
    context.putImageData(this.#buffer, 0, 0);
  }

  /** Paints nodes and edges at rest. */
  paint(context: CanvasRenderingContext2D, scene: DenseScene): void {
    const frame = frameOf(scene);
    paintEdges(context, scene, frame);
    const { graph, width, height, scale } = scene;
    const zoom = scale(1);
    graph.forEachNode((_, { x, y, size, color }) => {
      const [left, top] = [frame.left + x * frame.across, frame.top + y * frame.down];
      if (left < -20 || top < -20 || left > width + 20 || top > height + 20) return;
      const radius = Math.min(MAX_RADIUS, Math.max(1, Math.round(size * zoom * 2) / 2));
      context.drawImage(
        this.#bitmapOf(color, radius),
        left - radius - 1,
        top - radius - 1,
        2 * radius + 2,
        2 * radius + 2,
      );
    });
  }

  /** The cached bitmap for a colour and size, at twice the resolution. */
  #bitmapOf(color: string, radius: number): HTMLCanvasElement {
    const key = `${color} ${radius}`;
    let bitmap = this.#bitmaps.get(key);
    if (!bitmap) {
      bitmap = document.createElement('canvas');
      bitmap.width = bitmap.height = Math.ceil(4 * radius + 4);
      const context = bitmap.getContext('2d', { willReadFrequently: true });
      if (context) {
        context.fillStyle = color;
        context.arc(bitmap.width / 2, bitmap.width / 2, 2 * radius, 0, 2 * Math.PI);
        context.fill();
      }
      if (this.#bitmaps.size > 2000) this.#bitmaps.clear();
      this.#bitmaps.set(key, bitmap);
    }
    return bitmap;
  }
}

/** The pixel value of a "#rrggbb" colour: the bytes in reverse order, opaque. */
function pixelOf(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  return (0xff000000 | ((value & 0xff) << 16) | (value & 0xff00) | (value >>> 16)) >>> 0;
}

function paintEdges(
  context: CanvasRenderingContext2D,
  { graph, palette, selected }: DenseScene,
  { left, top, across, down }: Frame,
): void {
  const [all, own] = [new Path2D(), new Path2D()];
  const positions = new Map(
    graph.mapNodes((node, { x, y }) => [node, [left + x * across, top + y * down]] as const),
  );
  graph.forEachEdge((_, __, source, target) => {
    const [from, to] = [positions.get(source), positions.get(target)];
    if (!from || !to) return;
    const path = source === selected || target === selected ? own : all;
    path.moveTo(from[0] as number, from[1] as number);
    path.lineTo(to[0] as number, to[1] as number);
  });
  context.lineWidth = 0.6;
  context.strokeStyle = selected === undefined ? palette.lineStrong : palette.line;
  context.stroke(all);
  context.lineWidth = 1.4;
  context.strokeStyle = palette.inkSoft;
  context.stroke(own);
}

function frameOf({ toView }: DenseScene): Frame {
  const origin = toView({ x: 0, y: 0 });
  // A distant point reduces the rounding error.
  const far = toView({ x: 1000, y: 1000 });
  return {
    left: origin.x,
    top: origin.y,
    across: (far.x - origin.x) / 1000,
    down: (far.y - origin.y) / 1000,
  };
}
