/** Writes the exploration into the URL of the page. */
import { type Position, formatAddress } from './address.ts';
import type { ExplorationState } from './exploration-state.ts';

export class AddressWriter {
  readonly #base: string;
  readonly #onWritten: (url: URL) => void;
  #writes = 0;

  /** @param onWritten receives each new URL. */
  constructor(base: string, onWritten: (url: URL) => void) {
    this.#base = base;
    this.#onWritten = onWritten;
  }

  /** @returns whether the URL contains the complete exploration. */
  async write(exploration: ExplorationState, positions: readonly Position[]): Promise<boolean> {
    const number = (this.#writes += 1);
    const { hash, isComplete } = await formatAddress({ exploration, positions }, this.#base);
    // A later write has started in the meantime.
    if (number !== this.#writes) return isComplete;
    const url = new URL(location.href);
    const [first] = exploration.steps;
    url.searchParams.delete('query');
    if (first?.kind === 'add') url.searchParams.set('resource', first.node);
    else url.searchParams.delete('resource');
    url.hash = hash;
    history.replaceState(null, '', url);
    this.#onWritten(url);
    return isComplete;
  }
}
