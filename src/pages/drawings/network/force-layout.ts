/** A force-directed layout: dots repel each other, lines attract them. Deterministic. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface ForceBox {
  readonly width: number;
  readonly height: number;
  /** Free space on all sides. */
  readonly margin: number;
}

const ROUNDS = 200;
/** Angle between consecutive dots on the initial spiral: the golden angle, so that no two are in line. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Minimum distance of the centres of two dots, in units. */
const APART = 18;

/**
 * Positions of dots in a box of any size; edges are pairs of indexes. Quadratic in the number of dots: for about
 * sixty.
 */
export function forceLayout(
  count: number,
  edges: readonly (readonly [number, number])[],
): (box: ForceBox) => readonly Spot[] {
  const start = (turn: (angle: number) => number) =>
    Float64Array.from({ length: count }, (_, at) => Math.sqrt(at + 0.5) * turn(at * GOLDEN));
  const [xs, ys] = [start(Math.cos), start(Math.sin)];
  for (let round = 0; round < ROUNDS; round++)
    step(xs, ys, { edges, heat: 0.6 * (1 - round / ROUNDS) ** 1.5 + 0.01 });
  return (box) => apart(fit(xs, ys, box), box);
}

/** One iteration. Plain loops for speed: this is most of the work of a drawing. */
function step(
  xs: Float64Array,
  ys: Float64Array,
  {
    edges,
    heat,
  }: { readonly edges: readonly (readonly [number, number])[]; readonly heat: number },
): void {
  const count = xs.length;
  const pushX = new Float64Array(count);
  const pushY = new Float64Array(count);
  for (let a = 0; a < count; a++) {
    const ax = xs[a] ?? 0;
    const ay = ys[a] ?? 0;
    // All dots are attracted to the centre, so that unconnected parts stay together.
    let sumX = -0.12 * ax;
    let sumY = -0.12 * ay;
    for (let b = 0; b < count; b++) {
      if (a === b) continue;
      const x = ax - (xs[b] ?? 0);
      const y = ay - (ys[b] ?? 0);
      const strength = 1 / Math.max(0.05, x * x + y * y);
      sumX += x * strength;
      sumY += y * strength;
    }
    pushX[a] = sumX;
    pushY[a] = sumY;
  }
  for (const [a, b] of edges) {
    const x = (xs[a] ?? 0) - (xs[b] ?? 0);
    const y = (ys[a] ?? 0) - (ys[b] ?? 0);
    const strength = Math.sqrt(x * x + y * y) * 0.6;
    pushX[a] = (pushX[a] ?? 0) - x * strength;
    pushY[a] = (pushY[a] ?? 0) - y * strength;
    pushX[b] = (pushX[b] ?? 0) + x * strength;
    pushY[b] = (pushY[b] ?? 0) + y * strength;
  }
  for (let at = 0; at < count; at++) {
    const x = pushX[at] ?? 0;
    const y = pushY[at] ?? 0;
    const length = Math.sqrt(x * x + y * y) || 1;
    const way = Math.min(length, heat) / length;
    xs[at] = (xs[at] ?? 0) + x * way;
    ys[at] = (ys[at] ?? 0) + y * way;
  }
}

/** Scales the layout to the box in both directions. */
function fit(xs: Float64Array, ys: Float64Array, { width, height, margin }: ForceBox): Spot[] {
  const along = (values: Float64Array, size: number) => {
    const least = values.reduce((a, b) => Math.min(a, b), Infinity);
    const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
    const room = size - 2 * margin;
    return (value: number) =>
      most - least < 1e-6 ? size / 2 : margin + ((value - least) / (most - least)) * room;
  };
  const [x, y] = [along(xs, width), along(ys, height)];
  return Array.from(xs, (value, at) => ({ x: x(value), y: y(ys[at] ?? 0) }));
}

/** Moves overlapping dots apart, within the box. */
function apart(spots: readonly Spot[], { width, height, margin }: ForceBox): readonly Spot[] {
  const moved = spots.map((spot) => ({ ...spot }));
  const within = (value: number, size: number) => Math.min(size - margin, Math.max(margin, value));
  for (let round = 0; round < 40; round++)
    for (const [at, a] of moved.entries())
      for (const b of moved.slice(at + 1)) {
        const [x, y] = [b.x - a.x || 0.01, b.y - a.y];
        const distance = Math.hypot(x, y);
        if (distance >= APART) continue;
        const way = (APART - distance) / 2 / distance;
        a.x = within(a.x - x * way, width);
        a.y = within(a.y - y * way, height);
        b.x = within(b.x + x * way, width);
        b.y = within(b.y + y * way, height);
      }
  return moved;
}
