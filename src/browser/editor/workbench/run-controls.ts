/** The controls during a run: a clock, a progress bar and a stop button. */
import { button, element } from '../element.ts';
import type { PageData } from '../page-data.ts';

/** Time between two updates of the clock, in milliseconds. */
const TICK_MS = 100;

export class RunControls {
  readonly stop: HTMLElement;
  readonly clock: HTMLElement = element('span', { class: 'clock', 'aria-hidden': 'true' });
  readonly bar: HTMLElement = element('div', {
    class: 'progress',
    hidden: true,
    'aria-hidden': 'true',
  });
  readonly #form: HTMLFormElement;
  #begunMs = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor({ words }: PageData, form: HTMLFormElement, onStop: () => void) {
    this.#form = form;
    this.stop = button(words.stop, onStop, { class: 'stop', hidden: true });
  }

  begin(): void {
    this.#begunMs = performance.now();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      this.clock.textContent = `${this.#seconds().toFixed(1)} s`;
    }, TICK_MS);
    this.#setBusy(true);
  }

  /** @returns the seconds since `begin`. */
  end(): number {
    clearInterval(this.#timer);
    this.#setBusy(false);
    return this.#seconds();
  }

  #seconds(): number {
    return (performance.now() - this.#begunMs) / 1000;
  }

  #setBusy(isBusy: boolean): void {
    const hadFocus = document.activeElement === this.stop;
    this.stop.hidden = !isBusy;
    this.bar.hidden = !isBusy;
    this.clock.textContent = '';
    if (hadFocus && !isBusy)
      this.#form.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  }
}
