/** The drawing without WebGL: a still picture, made anew at each change. */
import type { Drawing, DrawingState } from './drawing.ts';
import type { GraphModel } from '../state/graph-model.ts';
import type { Palette } from '../state/palette.ts';
import { toSvg } from './svg-file.ts';

const REST_MS = 100;

export class StillDrawing implements Drawing {
  readonly isLive = false;
  readonly shape = 1.5;
  readonly #model: GraphModel;
  readonly #image = document.createElement('img');
  #isWaiting = false;
  #address = '';
  #palette: Palette;

  constructor(container: HTMLElement, model: GraphModel, { palette }: DrawingState) {
    this.#palette = palette;
    this.#model = model;
    this.#image.className = 'explore-still';
    // The group around it is named already, and the tables say what it shows.
    this.#image.alt = '';
    container.append(this.#image);
  }

  update({ palette }: DrawingState): void {
    this.#palette = palette;
    this.moved();
  }

  /** While a layout runs, one picture for many steps. */
  moved(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => {
      this.#isWaiting = false;
      URL.revokeObjectURL(this.#address);
      const { text } = toSvg(this.#model.graph, { palette: this.#palette, title: '', side: 800 });
      this.#address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
      this.#image.src = this.#address;
    }, REST_MS);
  }

  fit(): void {}

  zoom(): void {}
}
