/** What shows the graph: sigma where there is WebGL, else a still picture. */
import type { Palette } from '../state/palette.ts';

export interface DrawingState {
  readonly selected: string | undefined;
  readonly palette: Palette;
}

export interface Drawing {
  /** Whether it can be moved and zoomed. */
  readonly isLive: boolean;
  /** How much wider it is than high. */
  readonly shape: number;
  /** After the graph, its places or the selection changed. */
  update(state: DrawingState): void;
  /** After nothing but the places changed. */
  moved(): void;
  /** All in view. */
  fit(): void;
  /** @param factor above 1 goes nearer. */
  zoom(factor: number): void;
}

export interface DrawingEvents {
  readonly onSelect: (node: string | undefined) => void;
  /** A node was put somewhere by hand. */
  readonly onDrop: (node: string) => void;
}
