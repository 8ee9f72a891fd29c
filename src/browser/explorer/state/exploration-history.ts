/** The undo and redo stacks of exploration states. */
import type { ExplorationState } from './exploration-state.ts';

const MAX_ENTRIES = 200;

export class ExplorationHistory {
  #past: ExplorationState[] = [];
  #future: ExplorationState[] = [];

  /** Stores the state before a change. */
  push(before: ExplorationState): void {
    this.#past = [...this.#past.slice(1 - MAX_ENTRIES), before];
    this.#future = [];
  }

  undo(now: ExplorationState): ExplorationState | undefined {
    const before = this.#past.pop();
    if (before) this.#future.push(now);
    return before;
  }

  redo(now: ExplorationState): ExplorationState | undefined {
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
