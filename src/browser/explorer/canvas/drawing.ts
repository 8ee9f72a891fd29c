/** The interface of a drawing of the graph: interactive with WebGL, else a static image. */
import type { Palette } from '../state/palette.ts';

export interface DrawingState {
  readonly selected: string | undefined;
  readonly palette: Palette;
}

export interface Drawing {
  /** Whether it supports panning and zooming. */
  readonly isInteractive: boolean;
  /** Width divided by height. */
  readonly aspectRatio: number;
  /** Draws again after a change of the graph, positions or selection. */
  update(state: DrawingState): void;
  /** Draws again after a change of positions only. */
  updatePositions(): void;
  /** Fits the graph into the view. */
  fit(): void;
  /** @param factor above 1 zooms in. */
  zoom(factor: number): void;
}

export interface DrawingEvents {
  readonly onSelect: (node: string | undefined) => void;
  /** Called when the reader has dragged a node. */
  readonly onDrop: (node: string) => void;
}
