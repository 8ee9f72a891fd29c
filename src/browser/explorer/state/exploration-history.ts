/** The pictures before this one and, after an undo, the ones after it. */
import type { Picture } from './exploration-state.ts';

const MAX_KEPT = 200;

export class ExplorationHistory {
  #past: Picture[] = [];
  #future: Picture[] = [];

  /** A picture that another one takes the place of. */
  push(before: Picture): void {
    this.#past = [...this.#past.slice(1 - MAX_KEPT), before];
    this.#future = [];
  }

  undo(now: Picture): Picture | undefined {
    const before = this.#past.pop();
    if (before) this.#future.push(now);
    return before;
  }

  redo(now: Picture): Picture | undefined {
    const after = this.#future.pop();
    if (after) this.#past.push(now);
    return after;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }
}
