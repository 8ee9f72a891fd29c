/** The part of the world that a map shows, and the projection from degrees to units of the drawing. */
import type { Point } from './land.ts';

interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

export interface MapView {
  readonly width: number;
  readonly height: number;
  /** In degrees; the east may exceed 180. */
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  /** Without normalising the longitude: for coasts, which are shifted beforehand. */
  readonly project: (longitude: number, latitude: number) => Point;
  /** With the longitude normalised to the view. */
  readonly positionOf: (position: Position) => Point;
}

/** Minimum width of a map in degrees of a great circle, so that places can be recognised by their surroundings. */
const LEAST_WIDTH = 12;
/** Minimum and maximum ratio of height to width. */
const FLATTEST = 0.5;
const STEEPEST = 0.66;
/** Margin at each edge, as a share of the larger side. */
const MARGIN = 0.12;

export const isPosition = ({ latitude, longitude }: Position): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 360;

/** A view of at least one position, fitted to all of them. */
export function fitView(positions: readonly Position[], width: number): MapView {
  const { west, span } = narrowest(positions.map(({ longitude }) => longitude));
  const latitudes = positions.map(({ latitude }) => latitude);
  const south = latitudes.reduce((a, b) => Math.min(a, b), 90);
  const north = latitudes.reduce((a, b) => Math.max(a, b), -90);
  const middle = (south + north) / 2;
  // Equirectangular, true to scale at the middle latitude.
  const shrink = Math.max(0.2, Math.cos((middle * Math.PI) / 180));

  const margin = MARGIN * Math.max(span * shrink, north - south) + 0.5;
  const required = {
    across: Math.max(LEAST_WIDTH, span * shrink + 2 * margin),
    down: north - south + 2 * margin,
  };
  const across = Math.min(360 * shrink, Math.max(required.across, required.down / STEEPEST));
  const down = Math.min(
    180,
    Math.max(across * FLATTEST, Math.min(across * STEEPEST, required.down)),
  );
  const centre = {
    longitude: west + span / 2,
    latitude: Math.max(-90 + down / 2, Math.min(90 - down / 2, middle)),
  };
  const scale = width / across;
  const height = Math.round(down * scale);

  const project = (longitude: number, latitude: number): Point => [
    width / 2 + (longitude - centre.longitude) * shrink * scale,
    height / 2 - (latitude - centre.latitude) * scale,
  ];
  return {
    width,
    height,
    west: centre.longitude - across / shrink / 2,
    east: centre.longitude + across / shrink / 2,
    south: centre.latitude - down / 2,
    north: centre.latitude + down / 2,
    project,
    positionOf: ({ longitude, latitude }) =>
      project(centre.longitude + wrapped(longitude - centre.longitude + 180) - 180, latitude),
  };
}

/** From 0 up to 360. */
const wrapped = (longitude: number): number => ((longitude % 360) + 360) % 360;

/** The narrowest range that contains all longitudes: the complement of the widest gap between two of them. */
function narrowest(longitudes: readonly number[]): { west: number; span: number } {
  const sorted = longitudes.map(wrapped).toSorted((a, b) => a - b);
  let west = sorted[0] ?? 0;
  let widest = west + 360 - (sorted.at(-1) ?? 0);
  for (let at = 1; at < sorted.length; at++) {
    const [before = 0, after = 0] = [sorted[at - 1], sorted[at]];
    if (after - before > widest) {
      widest = after - before;
      west = after;
    }
  }
  return { west, span: 360 - widest };
}

const STEPS = [1, 2, 5, 10, 15, 30];

/** The lines of longitude and latitude, as the data of a path. */
export function graticule(view: MapView): string {
  const { west, east, south, north, width, height, project } = view;
  const step = STEPS.find((degrees) => (east - west) / degrees <= 9) ?? 45;
  const path: string[] = [];
  for (let longitude = Math.ceil(west / step) * step; longitude < east; longitude += step)
    path.push(`M${Math.round(project(longitude, 0)[0])} 0V${height}`);
  for (let latitude = Math.ceil(south / step) * step; latitude < north; latitude += step)
    path.push(`M0 ${Math.round(project(0, latitude)[1])}H${width}`);
  return path.join('');
}
