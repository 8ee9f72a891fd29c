/** The land in a view of the map as the data of one path, clipped at the edges and simplified. */
import { landRings, type Point, type Ring } from './land.ts';
import type { MapView } from './map-view.ts';

/** The path is drawn at this scale, so that integer coordinates are precise enough. */
export const COAST_SCALE = 2;
/** Units beyond the edge at which coasts are clipped, so that no outline is visible along the edge. */
const OVER_THE_EDGE = 6;
/** Maximum length of the path, in characters; coasts are simplified until they fit. */
const LONGEST_PATH = 7000;
/** Tolerances of the simplification, in units of the path. */
const TOLERANCES = [0.9, 1.4, 2, 3, 4.5, 7, 10];
/** Degrees of longitude from which the coarse coasts are used. */
const WORLD = 110;

/** Empty if the view has no land. */
export async function coastPath(view: MapView): Promise<string> {
  const rings = await landRings(view.east - view.west > WORLD ? '110m' : '50m');
  const visible = rings.flatMap((ring) =>
    turnsInto(view, ring).flatMap((turn) => cut(ring, turn, view)),
  );
  let path = '';
  for (const tolerance of TOLERANCES) {
    path = visible.map((points) => toPath(simplify(points, tolerance), tolerance)).join('');
    if (path.length <= LONGEST_PATH) break;
  }
  return path;
}

/** The multiples of 360 degrees that shift the ring into the view; a view of the world may show it twice. */
function turnsInto(view: MapView, ring: Ring): number[] {
  if (ring.south > view.north || ring.north < view.south) return [];
  const turns: number[] = [];
  const last = Math.floor((view.east - ring.west) / 360);
  for (let turn = Math.ceil((view.west - ring.east) / 360); turn <= last; turn++)
    turns.push(turn * 360);
  return turns;
}

/** The part of the ring that is in the view, in units of the path. */
function cut(ring: Ring, turn: number, view: MapView): Point[][] {
  const projected = ring.points.map(([longitude, latitude]): Point => {
    const [x, y] = view.project(longitude + turn, latitude);
    return [x * COAST_SCALE, y * COAST_SCALE];
  });
  const points = clip(projected, {
    left: -OVER_THE_EDGE,
    top: -OVER_THE_EDGE,
    right: view.width * COAST_SCALE + OVER_THE_EDGE,
    bottom: view.height * COAST_SCALE + OVER_THE_EDGE,
  });
  return points.length < 3 ? [] : [points];
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Sutherland and Hodgman: clips at one edge after the other. */
function clip(ring: readonly Point[], { left, top, right, bottom }: Edges): Point[] {
  let points: Point[] = [...ring];
  for (const [axis, limit, side] of [
    [0, left, 1],
    [0, right, -1],
    [1, top, 1],
    [1, bottom, -1],
  ] as const) {
    const clipped: Point[] = [];
    points.forEach((point, at) => {
      const before = points.at(at - 1) ?? point;
      const isIn = (point[axis] - limit) * side >= 0;
      if (isIn !== (before[axis] - limit) * side >= 0) {
        const share = (limit - before[axis]) / (point[axis] - before[axis]);
        clipped.push([
          before[0] + share * (point[0] - before[0]),
          before[1] + share * (point[1] - before[1]),
        ]);
      }
      if (isIn) clipped.push(point);
    });
    points = clipped;
  }
  return points;
}

/** Douglas and Peucker: retains the point furthest from the straight line, if it is further than the tolerance. */
function simplify(ring: readonly Point[], tolerance: number): Point[] {
  const points = [...ring, ring[0] ?? [0, 0]] as const;
  const isRetained = new Uint8Array(points.length);
  // A closed ring has no line from its first point to its last, so it is halved at the furthest point.
  const far = furthest(points, 0, points.length - 1).at;
  const stretches: [number, number][] = [
    [0, far],
    [far, points.length - 1],
  ];
  isRetained[0] = isRetained[far] = 1;
  for (let next = stretches.pop(); next; next = stretches.pop()) {
    const [from, to] = next;
    const { at, distance } = furthest(points, from, to);
    if (distance <= tolerance) continue;
    isRetained[at] = 1;
    stretches.push([from, at], [at, to]);
  }
  return points.filter((_, at) => isRetained[at] === 1);
}

function furthest(points: readonly Point[], from: number, to: number) {
  const [[x1, y1], [x2, y2]] = [points[from] ?? [0, 0], points[to] ?? [0, 0]];
  const length = Math.hypot(x2 - x1, y2 - y1);
  let at = from;
  let distance = 0;
  for (let candidate = from + 1; candidate < to; candidate++) {
    const [x, y] = points[candidate] ?? [0, 0];
    const away =
      length === 0
        ? Math.hypot(x - x1, y - y1)
        : Math.abs((y2 - y1) * x - (x2 - x1) * y + x2 * y1 - y2 * x1) / length;
    if (away > distance) {
      distance = away;
      at = candidate;
    }
  }
  return { at, distance };
}

/** Steps as integers. Islands too small to be visible are omitted. */
function toPath(points: readonly Point[], tolerance: number): string {
  const rounded = points.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const [first = [0, 0], ...rest] = rounded;
  if (extent(rounded) < (2 * tolerance) ** 2) return '';
  let path = `M${first[0]} ${first[1]}l`;
  let last: Point = first;
  let steps = 0;
  for (const point of rest) {
    const [dx, dy] = [point[0] - last[0], point[1] - last[1]];
    if (dx === 0 && dy === 0) continue;
    path += `${dx < 0 || steps === 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
    last = point;
    steps++;
  }
  return steps < 2 ? '' : `${path}z`;
}

function extent(points: readonly Point[]): number {
  const size = (axis: 0 | 1) => {
    const values = points.map((point) => point[axis]);
    return (
      values.reduce((a, b) => Math.max(a, b), -Infinity) -
      values.reduce((a, b) => Math.min(a, b), Infinity)
    );
  };
  return size(0) * size(1);
}
