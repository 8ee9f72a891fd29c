/** The drawing without WebGL: a static SVG image, rendered again after each change. */
import type { Drawing, DrawingState } from './drawing.ts';
import type { GraphModel } from '../state/graph-model.ts';
import type { Palette } from '../state/palette.ts';
import { toSvg } from './svg-file.ts';

const REDRAW_DELAY_MS = 100;

export class StaticDrawing implements Drawing {
  readonly isInteractive = false;
  readonly aspectRatio = 1.5;
  readonly #model: GraphModel;
  readonly #image = document.createElement('img');
  #isScheduled = false;
  #imageUrl = '';
  #palette: Palette;

  constructor(container: HTMLElement, model: GraphModel, { palette }: DrawingState) {
    this.#palette = palette;
    this.#model = model;
    this.#image.className = 'explore-still';
    // Decorative: its group has a label, and the tables list its content.
    this.#image.alt = '';
    container.append(this.#image);
  }

  update({ palette }: DrawingState): void {
    this.#palette = palette;
    this.updatePositions();
  }

  /** While a layout runs, several steps are combined into one image. */
  updatePositions(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setTimeout(() => {
      this.#isScheduled = false;
      URL.revokeObjectURL(this.#imageUrl);
      const { text } = toSvg(this.#model.graph, { palette: this.#palette, title: '', side: 800 });
      this.#imageUrl = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
      this.#image.src = this.#imageUrl;
    }, REDRAW_DELAY_MS);
  }

  fit(): void {}

  zoom(): void {}
}
