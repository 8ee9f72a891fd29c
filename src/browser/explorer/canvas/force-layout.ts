/** The force-directed layout: a few iterations in each frame, so that the page stays responsive. */
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { ModelGraph } from '../state/graph-model.ts';

/** The package is CommonJS: the default import of a bundler is the function itself. */
const forces = forceAtlas2 as unknown as typeof forceAtlas2.default;

/** Time for the layout in each frame of about 33 ms, in milliseconds. */
const SLICE_MS = 16;
/** Maximum duration of the layout for a graph of any size, in milliseconds. */
const MAX_MS = 6000;

export interface ForceRun {
  readonly stop: () => void;
  /** Resolves when the layout has ended or was stopped. */
  readonly done: Promise<void>;
}

/** @param onStep called after the iterations of each frame. */
export function runForces(graph: ModelGraph, onStep: () => void): ForceRun {
  const { order } = graph;
  const iterations = order < 100 ? 400 : order < 1000 ? 200 : 80;
  const settings = {
    ...forces.inferSettings(order),
    adjustSizes: order < 500,
    barnesHutOptimize: order > 300,
    // The labels at the nodes need space.
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

/** A hidden page has no animation frames: a timer is used instead. */
const nextFrame = () =>
  new Promise<void>((resolve) => {
    if (document.hidden) setTimeout(resolve, 0);
    else requestAnimationFrame(() => resolve());
  });
