/** Runs the selected layout. */
import { prefersReducedMotion } from './reduced-motion.ts';
import type { Drawing } from './drawing.ts';
import { type ForceRun, runForces } from './force-layout.ts';
import type { GraphModel } from '../state/graph-model.ts';
import { circlePositions, radialPositions } from './layouts.ts';
import type { LayoutName } from '../state/exploration-state.ts';

export class LayoutRunner {
  readonly #model: GraphModel;
  readonly #drawing: Drawing;
  #forces: ForceRun | undefined;

  constructor(model: GraphModel, drawing: Drawing) {
    this.#model = model;
    this.#drawing = drawing;
  }

  /** @param onRest called when the force layout has ended, unless another layout has started. */
  run(layout: LayoutName, centre: string | undefined, onSettled: () => void): void {
    this.#forces?.stop();
    this.#forces = undefined;
    const { graph } = this.#model;
    switch (layout) {
      case 'circle':
        this.#model.setPositions(circlePositions(graph));
        return;
      case 'radial':
        this.#model.setPositions(radialPositions(graph, centre));
        return;
      case 'force':
        this.#runForces(onSettled);
    }
  }

  #runForces(onSettled: () => void): void {
    const run = runForces(this.#model.graph, () => {
      if (!prefersReducedMotion()) this.#drawing.updatePositions();
    });
    this.#forces = run;
    void run.done.then(() => {
      if (this.#forces !== run) return;
      this.#model.widen(this.#drawing.aspectRatio);
      onSettled();
    });
  }
}
