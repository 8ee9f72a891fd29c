/** Dots that push each other away while lines pull them together; always the same for the same network. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface ForceBox {
  readonly width: number;
  readonly height: number;
  /** Kept free on all sides. */
  readonly margin: number;
}

const ROUNDS = 260;
/** Turns of the spiral on which they start: no two in line. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Units between the middles of two dots at least. */
const APART = 18;

/** Where each of the dots goes; the edges are pairs of their numbers. Meant for some sixty dots. */
export function forceLayout(
  count: number,
  edges: readonly (readonly [number, number])[],
  box: ForceBox,
): readonly Spot[] {
  const xs = Float64Array.from(
    { length: count },
    (_, at) => Math.sqrt(at + 0.5) * Math.cos(at * GOLDEN),
  );
  const ys = Float64Array.from(
    { length: count },
    (_, at) => Math.sqrt(at + 0.5) * Math.sin(at * GOLDEN),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const heat = 0.6 * (1 - round / ROUNDS) ** 1.5 + 0.01;
    step(xs, ys, { edges, heat });
  }
  return apart(fit(xs, ys, box), box);
}

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
  const push = (at: number, x: number, y: number) => {
    pushX[at] = (pushX[at] ?? 0) + x;
    pushY[at] = (pushY[at] ?? 0) + y;
  };
  const between = (a: number, b: number) =>
    [(xs[a] ?? 0) - (xs[b] ?? 0), (ys[a] ?? 0) - (ys[b] ?? 0)] as const;
  for (let a = 0; a < count; a++) {
    // All are drawn to the middle, so that parts without a line between them stay together.
    push(a, -0.12 * (xs[a] ?? 0), -0.12 * (ys[a] ?? 0));
    for (let b = a + 1; b < count; b++) {
      const [x, y] = between(a, b);
      const strength = 1 / Math.max(0.05, x * x + y * y);
      push(a, x * strength, y * strength);
      push(b, -x * strength, -y * strength);
    }
  }
  for (const [a, b] of edges) {
    const [x, y] = between(a, b);
    const strength = Math.hypot(x, y) * 0.6;
    push(a, -x * strength, -y * strength);
    push(b, x * strength, y * strength);
  }
  for (let at = 0; at < count; at++) {
    const [x, y] = [pushX[at] ?? 0, pushY[at] ?? 0];
    const length = Math.hypot(x, y) || 1;
    const way = Math.min(length, heat) / length;
    xs[at] = (xs[at] ?? 0) + x * way;
    ys[at] = (ys[at] ?? 0) + y * way;
  }
}

/** Stretched to the box in either direction. */
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

/** Those that came to lie on each other are moved until they do not, within the box. */
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
