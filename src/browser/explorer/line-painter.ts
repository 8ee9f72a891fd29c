/**
 * The lines of a big graph, painted on a canvas below its nodes when the drawing comes to rest. By WebGL they would be
 * drawn anew for each frame, which a machine without a graphics card cannot.
 */
import type { ModelGraph } from './graph-model.ts';
import type { Palette } from './palette.ts';

export interface LineScene {
  readonly graph: ModelGraph;
  readonly palette: Palette;
  readonly selected: string | undefined;
  readonly toView: (place: { readonly x: number; readonly y: number }) => {
    readonly x: number;
    readonly y: number;
  };
}

export function paintLines(context: CanvasRenderingContext2D, scene: LineScene): void {
  const { graph, palette, selected, toView } = scene;
  const [all, own] = [new Path2D(), new Path2D()];
  const places = new Map(graph.mapNodes((node, { x, y }) => [node, toView({ x, y })] as const));
  graph.forEachEdge((_, __, source, target) => {
    const [from, to] = [places.get(source), places.get(target)];
    if (!from || !to) return;
    const path = source === selected || target === selected ? own : all;
    path.moveTo(from.x, from.y);
    path.lineTo(to.x, to.y);
  });
  context.lineWidth = 0.6;
  context.strokeStyle = selected === undefined ? palette.lineStrong : palette.line;
  context.stroke(all);
  context.lineWidth = 1.4;
  context.strokeStyle = palette.inkSoft;
  context.stroke(own);
}
