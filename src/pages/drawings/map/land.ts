/**
 * The outlines of land by Natural Earth, read when the first map is drawn. A ring continues across the date line,
 * beyond 180 degrees, so that it has no seam.
 */
import { readFile } from 'node:fs/promises';
import { feature } from 'topojson-client';

/** The scale of the coastlines: fine for a part of the world, coarse for all of it. */
export type Detail = '50m' | '110m';

export type Point = readonly [x: number, y: number];

export interface Ring {
  /** Longitude and latitude in degrees; the first one is not repeated. */
  readonly points: readonly Point[];
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

const cached = new Map<Detail, Promise<readonly Ring[]>>();

/** The outlines of all land, holes and islands alike. */
export function landRings(detail: Detail): Promise<readonly Ring[]> {
  const found = cached.get(detail);
  if (found) return found;
  const read = readRings(detail);
  cached.set(detail, read);
  // A failure is not cached: the next map tries again.
  read.catch(() => cached.delete(detail));
  return read;
}

type Topology = Parameters<typeof feature>[0];

async function readRings(detail: Detail): Promise<readonly Ring[]> {
  const file = new URL(import.meta.resolve(`world-atlas/land-${detail}.json`));
  const topology = JSON.parse(await readFile(file, 'utf8')) as Topology;
  const collection = feature(topology, 'land') as unknown as {
    readonly features: readonly {
      readonly geometry: { readonly coordinates: readonly (readonly (readonly Point[])[])[] };
    }[];
  };
  return collection.features.flatMap(({ geometry }) =>
    geometry.coordinates.flatMap((polygon) => polygon.map(toRing)),
  );
}

function toRing(closed: readonly Point[]): Ring {
  const points: Point[] = [];
  let turn = 0;
  let last: number | undefined;
  for (const [longitude, latitude] of closed) {
    if (last !== undefined && longitude - last > 180) turn -= 360;
    if (last !== undefined && longitude - last < -180) turn += 360;
    last = longitude;
    points.push([longitude + turn, latitude]);
  }
  const [first, end] = [points[0], points.at(-1)];
  // Around a pole: the ring ends where it began, one turn later, and the land reaches to the pole.
  if (first && end && Math.abs(end[0] - first[0]) > 180) {
    const pole = first[1] < 0 ? -90 : 90;
    points.push([end[0], pole], [first[0], pole]);
  } else points.pop();
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  return {
    points,
    west: least(longitudes),
    east: -least(longitudes.map((longitude) => -longitude)),
    south: least(latitudes),
    north: -least(latitudes.map((latitude) => -latitude)),
  };
}

/** Math.min takes no ten thousand arguments everywhere. */
const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b), Infinity);
