/** The layout of the diagram: boxes in columns, with lines from their rows to other boxes. */
import type { Diagram, DiagramClass, DiagramRow } from './diagram.ts';
import { type LayerItem, layersOf } from './layer-order.ts';
import type { LayeredEdge } from './layered-edge.ts';

export const BOX_WIDTH = 176;
export const ROW_HEIGHT = 20;
export const HEAD_HEIGHT = 34;
/** Below the last row. */
const FOOT = 6;
const COLUMN_GAP = 62;
const BOX_GAP = 16;
/** The height reserved for a line that crosses a column. */
const CROSSING_HEIGHT = 10;
const MARGIN = 12;
const RELAXATIONS = 24;
/** The width of the curve of a line between boxes of one column. */
const SWING = 44;

export interface PlacedBox {
  readonly of: DiagramClass;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface PlacedLine {
  readonly kind: 'property' | 'above';
  /** The data of a path element. */
  readonly path: string;
  /** The position of the arrowhead, and whether it points to the right. */
  readonly x: number;
  readonly y: number;
  readonly isRightward: boolean;
  readonly from: string;
  readonly to: string;
  readonly row: DiagramRow | undefined;
}

export interface DiagramLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly PlacedLine[];
}

interface Line extends LayeredEdge {
  readonly kind: PlacedLine['kind'];
  readonly row: DiagramRow | undefined;
}

export function layoutOf({ classes }: Diagram): DiagramLayout {
  const byIri = new Map(classes.map((one) => [one.iri, one]));
  const lines = classes.flatMap((one): Line[] => [
    ...one.rows.flatMap((row) =>
      row.targets.map((to) => ({ kind: 'property' as const, from: one.iri, to, row })),
    ),
    // Subclasses are placed after their superclasses.
    ...one.above.map((to) => ({ kind: 'above' as const, from: to, to: one.iri, row: undefined })),
  ]);
  const joined = new Set(lines.flatMap(({ from, to }) => [from, to]));
  const { columns, paths } = layersOf(
    classes.map(({ iri }) => iri).filter((iri) => joined.has(iri)),
    lines,
    (iri) => heightOfBox(byIri.get(iri)) + BOX_GAP,
  );
  const heightOf = ({ node }: LayerItem) =>
    node === undefined ? CROSSING_HEIGHT : heightOfBox(byIri.get(node));
  const middles = placeColumns(columns, heightOf);
  const boxes = new Map<string, PlacedBox>();
  const columnOf = new Map<LayerItem, number>();
  for (const [index, column] of columns.entries())
    for (const item of column) {
      columnOf.set(item, index);
      const of = item.node === undefined ? undefined : byIri.get(item.node);
      if (of === undefined) continue;
      const height = heightOfBox(of);
      const y = round((middles.get(item) ?? 0) - height / 2);
      boxes.set(of.iri, { of, x: MARGIN + index * (BOX_WIDTH + COLUMN_GAP), y, height });
    }
  const placed = [...boxes.values()];
  const lone = placeLone(
    classes.filter(({ iri }) => !joined.has(iri)),
    {
      perRow: Math.max(4, columns.length),
      top: Math.max(MARGIN, ...placed.map(({ y, height }) => y + height + BOX_GAP * 2)),
    },
  );
  const all = [...placed, ...lone];
  const lastX = Math.max(...placed.map(({ x }) => x));
  const isLast = (box: PlacedBox | undefined) => box?.x === lastX;
  return {
    width:
      Math.max(0, ...all.map(({ x }) => x + BOX_WIDTH)) +
      // Space for lines that curve beyond the last column.
      (lines.some(({ from, to }) => isLast(boxes.get(from)) && isLast(boxes.get(to)))
        ? SWING
        : MARGIN),
    height: Math.ceil(
      Math.max(...all.map(({ y, height }) => y + height), ...middles.values(), 0) + MARGIN,
    ),
    boxes: all,
    lines: lines.map((line) =>
      placeLine(line, { boxes, middles, columnOf, passed: paths.get(line) ?? [] }),
    ),
  };
}

const heightOfBox = (one: DiagramClass | undefined): number => {
  const rows = (one?.rows.length ?? 0) + ((one?.omittedRows ?? 0) > 0 ? 1 : 0);
  return HEAD_HEIGHT + rows * ROW_HEIGHT + (rows > 0 ? FOOT : 0);
};

/** Classes without links are in rows below the others. */
function placeLone(
  classes: readonly DiagramClass[],
  { perRow, top }: { readonly perRow: number; readonly top: number },
): PlacedBox[] {
  return classes.map((of, index) => ({
    of,
    x: MARGIN + (index % perRow) * (BOX_WIDTH + COLUMN_GAP),
    y: top + Math.floor(index / perRow) * (HEAD_HEIGHT + BOX_GAP),
    height: HEAD_HEIGHT,
  }));
}

/** The middle of each item: close to the mean of its neighbours, without overlaps. */
function placeColumns(
  columns: readonly (readonly LayerItem[])[],
  heightOf: (item: LayerItem) => number,
): ReadonlyMap<LayerItem, number> {
  const middles = new Map<LayerItem, number>();
  const distance = (a: LayerItem, b: LayerItem) =>
    (heightOf(a) + heightOf(b)) / 2 +
    (a.node === undefined && b.node === undefined ? CROSSING_HEIGHT / 2 : BOX_GAP);
  for (const column of columns) {
    let y = 0;
    for (const [index, item] of column.entries()) {
      const previous = column[index - 1];
      y = previous ? y + distance(previous, item) : heightOf(item) / 2;
      middles.set(item, y);
    }
  }
  for (let round = 0; round < RELAXATIONS; round += 1) {
    const isForward = round % 2 === 0;
    for (const column of isForward ? columns : columns.toReversed()) {
      const preferred = column.map((item) => {
        const neighbours = isForward ? item.before : item.after;
        const others = neighbours.length > 0 ? neighbours : [...item.before, ...item.after];
        if (others.length === 0) return middles.get(item) ?? 0;
        return others.reduce((sum, other) => sum + (middles.get(other) ?? 0), 0) / others.length;
      });
      for (const [index, y] of spread(column, preferred, distance).entries())
        middles.set(column[index] as LayerItem, y);
    }
  }
  const top = Math.min(
    ...columns.flatMap((column) =>
      column.map((item) => (middles.get(item) ?? 0) - heightOf(item) / 2),
    ),
  );
  const shift = MARGIN - (Number.isFinite(top) ? top : 0);
  return new Map([...middles].map(([item, y]) => [item, y + shift]));
}

/**
 * Positions as close as possible to the preferred ones, in the given order and with the given distances: items that
 * would overlap are moved as one block, to the mean of their preferred positions.
 */
function spread(
  column: readonly LayerItem[],
  preferred: readonly number[],
  distance: (a: LayerItem, b: LayerItem) => number,
): number[] {
  interface Block {
    readonly from: number;
    sum: number;
    count: number;
  }
  const offsets: number[] = [];
  for (const [index, item] of column.entries()) {
    const previous = column[index - 1];
    offsets.push(previous ? (offsets[index - 1] ?? 0) + distance(previous, item) : 0);
  }
  const blocks: Block[] = [];
  const at = ({ sum, count }: Block) => sum / count;
  for (const [index, y] of preferred.entries()) {
    let block: Block = { from: index, sum: y - (offsets[index] ?? 0), count: 1 };
    for (;;) {
      const previous = blocks.at(-1);
      if (!previous || at(previous) <= at(block)) break;
      blocks.pop();
      block = {
        from: previous.from,
        sum: previous.sum + block.sum,
        count: previous.count + block.count,
      };
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) =>
    Array.from(
      { length: block.count },
      (_, index) => at(block) + (offsets[block.from + index] ?? 0),
    ),
  );
}

interface LayoutPositions {
  readonly boxes: ReadonlyMap<string, PlacedBox>;
  readonly middles: ReadonlyMap<LayerItem, number>;
  readonly columnOf: ReadonlyMap<LayerItem, number>;
  readonly passed: readonly LayerItem[];
}

/** From the row of a property to the head of a box; between a subclass and its superclass from head to head. */
function placeLine(line: Line, { boxes, middles, columnOf, passed }: LayoutPositions): PlacedLine {
  const from = boxes.get(line.from) as PlacedBox;
  const to = boxes.get(line.to) as PlacedBox;
  const rowIndex = line.row ? from.of.rows.indexOf(line.row) : -1;
  const startY =
    rowIndex < 0 ? from.y + HEAD_HEIGHT / 2 : from.y + HEAD_HEIGHT + (rowIndex + 0.5) * ROW_HEIGHT;
  const endY = to.y + HEAD_HEIGHT / 2;
  const isSameColumn = from.x === to.x;
  const isRightward = from.x < to.x;
  const startX = isRightward || isSameColumn ? from.x + BOX_WIDTH : from.x;
  const endX = isRightward ? to.x : to.x + BOX_WIDTH;
  const stops = passed
    .filter(({ node }) => node === undefined)
    .flatMap((item) => {
      const left = MARGIN + (columnOf.get(item) ?? 0) * (BOX_WIDTH + COLUMN_GAP);
      const y = middles.get(item) ?? 0;
      const ends = [
        [left, y],
        [left + BOX_WIDTH, y],
      ] as const;
      return isRightward ? ends : ends.toReversed();
    });
  const points = [[startX, startY], ...stops, [endX, endY]] as const;
  const path = points
    .map(([x, y], index) => {
      const previous = points[index - 1];
      if (!previous) return `M${round(x)} ${round(y)}`;
      const [px, py] = previous;
      if (py === y && !isSameColumn) return `L${round(x)} ${round(y)}`;
      const middle = isSameColumn ? px + SWING : (px + x) / 2;
      return `C${round(middle)} ${round(py)} ${round(middle)} ${round(y)} ${round(x)} ${round(y)}`;
    })
    .join('');
  // A subclass points to its superclass, at which the line begins.
  const isAbove = line.kind === 'above';
  return {
    kind: line.kind,
    path,
    x: isAbove ? startX : endX,
    y: isAbove ? startY : endY,
    isRightward: isAbove ? !isRightward && !isSameColumn : isRightward,
    from: isAbove ? line.to : line.from,
    to: isAbove ? line.from : line.to,
    row: line.row,
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
