/** The layout by forces, a few steps for each frame, so that the page stays at hand. */
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { ModelGraph } from '../state/graph-model.ts';

/** The package is CommonJS: what a bundler takes for its default is the function itself. */
const forces = forceAtlas2 as unknown as typeof forceAtlas2.default;

/** Of a frame of 33 ms the layout takes this much. */
const SLICE_MS = 16;
/** However big the graph is, it comes to rest after this time. */
const MAX_MS = 6000;

export interface ForceRun {
  readonly stop: () => void;
  /** Resolves when the nodes have come to rest, or the run was stopped. */
  readonly done: Promise<void>;
}

/** @param onStep is told after each frame's share. */
export function runForces(graph: ModelGraph, onStep: () => void): ForceRun {
  const { order } = graph;
  const iterations = order < 100 ? 400 : order < 1000 ? 200 : 80;
  const settings = {
    ...forces.inferSettings(order),
    adjustSizes: order < 500,
    barnesHutOptimize: order > 300,
    // The graph is drawn with names at its nodes, which want room.
    scalingRatio: order < 500 ? 60 : 10,
    gravity: order < 500 ? 0.6 : 1,
    strongGravityMode: false,
    slowDown: 2 + Math.log(order + 1),
  };
  let isStopped = false;
  const done = (async () => {
    if (order < 2) return;
    const end = performance.now() + MAX_MS;
    for (let count = 0; count < iterations && performance.now() < end;) {
      const until = performance.now() + SLICE_MS;
      while (count < iterations && performance.now() < until) {
        const steps = order < 300 ? 10 : 1;
        forces.assign(graph, { iterations: steps, settings });
        count += steps;
      }
      onStep();
      await nextFrame();
      if (isStopped) return;
    }
  })();
  return { stop: () => (isStopped = true), done };
}

/** A hidden page draws no frames, and is not to wait for one. */
const nextFrame = () =>
  new Promise<void>((resolve) => {
    if (document.hidden) setTimeout(resolve, 0);
    else requestAnimationFrame(() => resolve());
  });
