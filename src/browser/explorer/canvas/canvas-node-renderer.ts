/**
 * Thousands of nodes, painted by the processor. At rest each is a stamp on a canvas above the lines; while the drawing
 * moves, a few dots in a field of pixels, which takes a thousandth of a second. A machine without a graphics card does
 * that many times faster than WebGL, and others fast enough.
 */
import type { ModelGraph } from '../state/graph-model.ts';
import type { Palette } from '../state/palette.ts';

export interface CrowdScene {
  readonly graph: ModelGraph;
  readonly palette: Palette;
  readonly selected: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly toView: (place: { readonly x: number; readonly y: number }) => {
    readonly x: number;
    readonly y: number;
  };
  readonly scale: (size: number) => number;
}

/** From the graph's coordinates to those of the canvas, which is never turned. */
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

/** However near one goes. */
const MAX_RADIUS = 40;

export class CrowdPainter {
  readonly #stamps = new Map<string, HTMLCanvasElement>();
  #field: ImageData | undefined;

  /** While it moves. The canvas is wholly painted over. */
  paintMoving(context: CanvasRenderingContext2D, scene: CrowdScene): void {
    const { width, height } = context.canvas;
    if (width === 0 || height === 0) return;
    if (this.#field?.width !== width || this.#field.height !== height)
      this.#field = new ImageData(width, height);
    const pixels = new Uint32Array(this.#field.data.buffer);
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
    context.putImageData(this.#field, 0, 0);
  }

  /** At rest. */
  paint(context: CanvasRenderingContext2D, scene: CrowdScene): void {
    const frame = frameOf(scene);
    paintLines(context, scene, frame);
    const { graph, width, height, scale } = scene;
    const zoom = scale(1);
    graph.forEachNode((_, { x, y, size, color }) => {
      const [left, top] = [frame.left + x * frame.across, frame.top + y * frame.down];
      if (left < -20 || top < -20 || left > width + 20 || top > height + 20) return;
      const radius = Math.min(MAX_RADIUS, Math.max(1, Math.round(size * zoom * 2) / 2));
      context.drawImage(
        this.#stampOf(color, radius),
        left - radius - 1,
        top - radius - 1,
        2 * radius + 2,
        2 * radius + 2,
      );
    });
  }

  /** One for each colour and size, twice as fine as the page. */
  #stampOf(color: string, radius: number): HTMLCanvasElement {
    const key = `${color} ${radius}`;
    let stamp = this.#stamps.get(key);
    if (!stamp) {
      stamp = document.createElement('canvas');
      stamp.width = stamp.height = Math.ceil(4 * radius + 4);
      const context = stamp.getContext('2d', { willReadFrequently: true });
      if (context) {
        context.fillStyle = color;
        context.arc(stamp.width / 2, stamp.width / 2, 2 * radius, 0, 2 * Math.PI);
        context.fill();
      }
      if (this.#stamps.size > 2000) this.#stamps.clear();
      this.#stamps.set(key, stamp);
    }
    return stamp;
  }
}

/** A colour as a pixel: of "#rrggbb" the bytes from the last to the first, and opaque. */
function pixelOf(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  return (0xff000000 | ((value & 0xff) << 16) | (value & 0xff00) | (value >>> 16)) >>> 0;
}

function paintLines(
  context: CanvasRenderingContext2D,
  { graph, palette, selected }: CrowdScene,
  { left, top, across, down }: Frame,
): void {
  const [all, own] = [new Path2D(), new Path2D()];
  const places = new Map(
    graph.mapNodes((node, { x, y }) => [node, [left + x * across, top + y * down]] as const),
  );
  graph.forEachEdge((_, __, source, target) => {
    const [from, to] = [places.get(source), places.get(target)];
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

function frameOf({ toView }: CrowdScene): Frame {
  const origin = toView({ x: 0, y: 0 });
  // From far away, so that nothing is lost in rounding.
  const far = toView({ x: 1000, y: 1000 });
  return {
    left: origin.x,
    top: origin.y,
    across: (far.x - origin.x) / 1000,
    down: (far.y - origin.y) / 1000,
  };
}
