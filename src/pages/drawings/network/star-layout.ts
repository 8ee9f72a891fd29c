/**
 * The layout of a star: one dot in the centre, its neighbours on two arcs, grouped by how they are linked with it.
 * The name of the link is written once above each group and not at each line.
 */
import type { TextInLanguage } from '../../../rdf/index.ts';
import { type Bundle, bundleName } from './bundles.ts';
import { LINE_HEIGHT, wrap } from '../text-width.ts';

interface Named {
  readonly id: string;
  readonly label: TextInLanguage;
}

export interface Neighbour<D extends Named = Named> {
  readonly dot: D;
  /** Undefined if the neighbour is not linked with the centre directly. */
  readonly bundle: Bundle | undefined;
}

/** Neighbours that are linked with the centre by the same predicates. */
export interface Sector<D extends Named = Named> {
  readonly caption: TextInLanguage;
  readonly neighbours: readonly Neighbour<D>[];
  /** The number of neighbours that are omitted. */
  readonly left: number;
}

/** Sorted by predicate, then by name; if there are too many, each sector is shortened. */
export function toSectors<D extends Named>(
  neighbours: readonly Neighbour<D>[],
  { centre, most, language }: { centre: string; most: number; language: string },
): readonly Sector<D>[] {
  const { compare } = new Intl.Collator(language);
  const sectors = new Map<string, { caption: TextInLanguage; neighbours: Neighbour<D>[] }>();
  for (const neighbour of neighbours) {
    const { bundle } = neighbour;
    const links = bundle?.lines.map(({ source, label }) => [source === centre, label.text]) ?? [];
    const key = JSON.stringify(links.map((link) => link.join()).toSorted());
    const sector = sectors.get(key);
    if (sector) sector.neighbours.push(neighbour);
    else
      sectors.set(key, {
        caption: bundle ? bundleName(bundle) : { text: '', language: '' },
        neighbours: [neighbour],
      });
  }
  const ordered = [...sectors.values()].toSorted(
    (a, b) =>
      Number(a.caption.text === '') - Number(b.caption.text === '') ||
      compare(a.caption.text, b.caption.text),
  );
  const shares = share(
    ordered.map((sector) => sector.neighbours.length),
    most,
  );
  return ordered.flatMap(({ caption, neighbours: all }, at) => {
    const shown = shares[at] ?? 0;
    if (shown === 0) return [];
    const sorted = all.toSorted((a, b) => compare(a.dot.label.text, b.dot.label.text));
    return [{ caption, neighbours: sorted.slice(0, shown), left: all.length - shown }];
  });
}

/** Distributes `most` among the sectors, one for each in turn. */
function share(sizes: readonly number[], most: number): readonly number[] {
  const shares = sizes.map(() => 0);
  let left = most;
  for (let isGiving = true; isGiving && left > 0;) {
    isGiving = false;
    for (const [at, size] of sizes.entries()) {
      const given = shares[at] ?? 0;
      if (given >= size || left === 0) continue;
      shares[at] = given + 1;
      left--;
      isGiving = true;
    }
  }
  return shares;
}

export interface PlacedText {
  readonly lines: readonly string[];
  readonly language: string;
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

export interface PlacedNeighbour<D extends Named = Named> extends Neighbour<D> {
  readonly x: number;
  readonly y: number;
  readonly name: PlacedText;
}

export interface Star<D extends Named = Named> {
  readonly width: number;
  readonly height: number;
  readonly centre: { readonly x: number; readonly y: number };
  readonly neighbours: readonly PlacedNeighbour<D>[];
  readonly captions: readonly PlacedText[];
}

/** Distance from the centre of a dot to its name. */
const BESIDE = 11;
const EDGE = 2;
/** Space above a caption. */
const CAPTION_GAP = 6;
const ROW_HEIGHT = 24;
const LEAST_HEIGHT = 136;
/** Minimum height of the arc's circle, so that short arcs are not too curved. */
const LEAST_ARC = 260;

interface Row<D extends Named> {
  readonly neighbour: Neighbour<D> | undefined;
  readonly caption: TextInLanguage | undefined;
  readonly lines: readonly string[];
  readonly height: number;
}

export function layOutStar<D extends Named>(sectors: readonly Sector<D>[], width: number): Star<D> {
  const radius = width * (width < 400 ? 0.155 : 0.18);
  const room = width / 2 - radius - BESIDE - EDGE;
  const sides = halve(sectors).map((side) => side.flatMap((sector) => rowsOf(sector, room)));
  const heights = sides.map((rows) => rows.reduce((sum, { height }) => sum + height, 0));
  const height = Math.max(LEAST_HEIGHT, ...heights);
  const centre = { x: width / 2, y: height / 2 };
  const neighbours: PlacedNeighbour<D>[] = [];
  const captions: PlacedText[] = [];
  sides.forEach((rows, side) => {
    const direction = side === 0 ? -1 : 1;
    const anchor = side === 0 ? 'end' : 'start';
    let top = centre.y - (heights[side] ?? 0) / 2;
    for (const [at, { neighbour, caption, lines, height: rowHeight }] of rows.entries()) {
      // A caption is aligned with the first neighbour below it.
      const below = caption ? rowHeight + (rows[at + 1]?.height ?? 0) / 2 : rowHeight / 2;
      const middle = top + below;
      const x =
        centre.x +
        direction * radius * bulge((middle - centre.y) / (Math.max(height, LEAST_ARC) / 2));
      const textStart = { x: x + direction * BESIDE, anchor } as const;
      if (caption)
        captions.push({
          ...textStart,
          lines,
          language: caption.language,
          y: top + CAPTION_GAP + 11,
        });
      if (neighbour) {
        const y = middle + 4 - ((lines.length - 1) * LINE_HEIGHT) / 2;
        const name = { ...textStart, lines, language: neighbour.dot.label.language, y };
        neighbours.push({ ...neighbour, x, y: middle, name });
      }
      top += rowHeight;
    }
  });
  return { width, height, centre, neighbours, captions };
}

/** The horizontal extent of the arc, largest in the middle. */
const bulge = (height: number): number => 0.7 + 0.3 * Math.sqrt(Math.max(0, 1 - height ** 2));

/** The first half to the left and the rest to the right; the sector in the middle may be on both sides. */
function halve<D extends Named>(sectors: readonly Sector<D>[]): readonly (readonly Sector<D>[])[] {
  const total = sectors.reduce((sum, { neighbours }) => sum + neighbours.length, 0);
  let room = Math.floor(total / 2);
  const left: Sector<D>[] = [];
  const right: Sector<D>[] = [];
  for (const sector of sectors) {
    const { neighbours } = sector;
    // Small sectors are not split.
    const cut =
      neighbours.length <= 3
        ? neighbours.length / 2 < room + 0.5
          ? neighbours.length
          : 0
        : Math.min(room, neighbours.length);
    if (cut > 0)
      left.push({
        ...sector,
        neighbours: neighbours.slice(0, cut),
        left: cut === neighbours.length ? sector.left : 0,
      });
    if (cut < neighbours.length) right.push({ ...sector, neighbours: neighbours.slice(cut) });
    room = cut === neighbours.length ? Math.max(0, room - cut) : 0;
  }
  return [left, right];
}

function rowsOf<D extends Named>({ caption, neighbours, left }: Sector<D>, room: number): Row<D>[] {
  const more = left > 0 ? ` +${left}` : '';
  const rows: Row<D>[] = neighbours.map((neighbour) => {
    const lines = wrap(neighbour.dot.label.text, room, 2);
    return {
      neighbour,
      caption: undefined,
      lines,
      height: Math.max(ROW_HEIGHT, lines.length * LINE_HEIGHT + 6),
    };
  });
  if (caption.text === '') return rows;
  const [first = '', ...others] = wrap(caption.text, room - more.length * 8, 2);
  const lines = [first, ...others];
  lines.push(`${lines.pop() ?? ''}${more}`);
  return [
    {
      neighbour: undefined,
      caption,
      lines,
      height: lines.length * LINE_HEIGHT + CAPTION_GAP,
    },
    ...rows,
  ];
}
