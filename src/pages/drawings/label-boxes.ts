/** The occupied boxes of a drawing, so that no label overlaps another label, a dot or the edge. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

export class LabelBoxes {
  readonly #edge: Box;
  readonly #taken: Box[] = [];

  constructor(edge: Box) {
    this.#edge = edge;
  }

  /** Marks the box as occupied, even if it overlaps others. */
  block(box: Box): void {
    this.#taken.push(box);
  }

  isFree(box: Box): boolean {
    return isWithin(box, this.#edge) && !this.#taken.some((other) => overlap(box, other));
  }

  /** Occupies and returns the first of the boxes that is free. */
  take<B extends Box>(candidates: Iterable<B>): B | undefined {
    for (const box of candidates)
      if (this.isFree(box)) {
        this.#taken.push(box);
        return box;
      }
    return undefined;
  }
}
