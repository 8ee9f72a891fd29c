/** Lays the graph out, by the layout of the moment. */
import { prefersReducedMotion } from './reduced-motion.ts';
import type { Drawing } from './drawing.ts';
import { type ForceRun, runForces } from './force-layout.ts';
import type { GraphModel } from '../state/graph-model.ts';
import { circlePlaces, radialPlaces } from './layouts.ts';
import type { LayoutName } from '../state/exploration-state.ts';

export class LayoutRunner {
  readonly #model: GraphModel;
  readonly #drawing: Drawing;
  #forces: ForceRun | undefined;

  constructor(model: GraphModel, drawing: Drawing) {
    this.#model = model;
    this.#drawing = drawing;
  }

  /** @param onRest is told when the nodes have come to rest, if no other layout began meanwhile. */
  run(layout: LayoutName, centre: string | undefined, onRest: () => void): void {
    this.#forces?.stop();
    this.#forces = undefined;
    const { graph } = this.#model;
    switch (layout) {
      case 'circle':
        this.#model.place(circlePlaces(graph));
        return;
      case 'radial':
        this.#model.place(radialPlaces(graph, centre));
        return;
      case 'force':
        this.#runForces(onRest);
    }
  }

  #runForces(onRest: () => void): void {
    const run = runForces(this.#model.graph, () => {
      if (!prefersReducedMotion()) this.#drawing.moved();
    });
    this.#forces = run;
    void run.done.then(() => {
      if (this.#forces !== run) return;
      this.#model.widen(this.#drawing.shape);
      onRest();
    });
  }
}
