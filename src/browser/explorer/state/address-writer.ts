/** Keeps the address of the page in step with the exploration. */
import { type Place, toAddress } from './address.ts';
import type { Picture } from './exploration-state.ts';

export class AddressWriter {
  readonly #base: string;
  readonly #onWritten: (url: URL) => void;
  #writes = 0;

  /** @param onWritten receives each new address. */
  constructor(base: string, onWritten: (url: URL) => void) {
    this.#base = base;
    this.#onWritten = onWritten;
  }

  /** @returns whether the address holds the whole exploration. */
  async write(picture: Picture, places: readonly Place[]): Promise<boolean> {
    const number = (this.#writes += 1);
    const { hash, isWhole } = await toAddress({ picture, places }, this.#base);
    // A later write has begun in the meantime.
    if (number !== this.#writes) return isWhole;
    const url = new URL(location.href);
    const [first] = picture.steps;
    url.searchParams.delete('query');
    if (first?.kind === 'add') url.searchParams.set('resource', first.node);
    else url.searchParams.delete('resource');
    url.hash = hash;
    history.replaceState(null, '', url);
    this.#onWritten(url);
    return isWhole;
  }
}
