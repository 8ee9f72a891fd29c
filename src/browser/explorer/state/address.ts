/**
 * The exploration in the fragment of the URL: `s` is the exploration state, `at` the positions of the nodes. Its length
 * is bounded, so that all programs accept the URL.
 */
import {
  EMPTY_EXPLORATION,
  LAYOUTS,
  MAX_STEPS,
  type ExplorationState,
  type Step,
} from './exploration-state.ts';

/** Maximum length of the fragment in characters. */
const MAX_LENGTH = 8000;
/** Maximum number of positions. With more nodes no positions are written. */
const MAX_POSITIONS = 1000;
/** Maximum length of a fragment that is read, in characters. */
const MAX_READ = 20_000;

export type Position = readonly [x: number, y: number];

export interface ExplorerAddress {
  readonly exploration: ExplorationState;
  /** In the order of the nodes of the scene. */
  readonly positions: readonly Position[];
}

/**
 * The fragment of the URL. If it would be too long, positions are omitted first, then the last steps.
 * `isComplete` is false if steps are omitted.
 */
export async function formatAddress(
  { exploration, positions }: ExplorerAddress,
  base: string,
): Promise<{ readonly hash: string; readonly isComplete: boolean }> {
  const at =
    positions.length > 0 && positions.length <= MAX_POSITIONS
      ? `&at=${writePositions(positions)}`
      : '';
  for (let count = exploration.steps.length; ; count = Math.floor(count / 2)) {
    const steps = exploration.steps.slice(0, count);
    const isComplete = count === exploration.steps.length;
    const hash = `s=${await pack(toJson({ ...exploration, steps }, base))}`;
    if (isComplete && hash.length + at.length <= MAX_LENGTH) return { hash: hash + at, isComplete };
    if (hash.length <= MAX_LENGTH || count === 0) return { hash, isComplete };
  }
}

/** Undefined for a fragment without an exploration or in another format. */
export async function parseAddress(
  hash: string,
  base: string,
): Promise<ExplorerAddress | undefined> {
  if (hash.length > MAX_READ) return undefined;
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const packed = parameters.get('s');
  if (packed === null) return undefined;
  try {
    const exploration = readExploration(JSON.parse(await unpack(packed)), base);
    return { exploration, positions: readPositions(parameters.get('at') ?? '') };
  } catch {
    return undefined;
  }
}

/** Serializes the exploration. Each IRI is written once in a list and referenced by its index. */
function toJson(exploration: ExplorationState, base: string): string {
  const iris: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (iri: string): number => {
    let number = numbers.get(iri);
    if (number === undefined) {
      number = iris.push(iri.startsWith(base) ? `~${iri.slice(base.length)}` : iri) - 1;
      numbers.set(iri, number);
    }
    return number;
  };
  const steps = exploration.steps.map((step) => {
    switch (step.kind) {
      case 'add':
        return ['a', numberOf(step.node)];
      case 'expand': {
        const { node, predicate, direction, pages } = step;
        return [direction === 'out' ? 'o' : 'i', numberOf(node), numberOf(predicate), pages];
      }
      case 'connect':
        return ['c'];
      case 'dataset':
        return ['w'];
      case 'query':
        return ['q', step.query];
    }
  });
  const pinned = Object.entries(exploration.pinned).map(([iri, [x, y]]) => [
    numberOf(iri),
    Math.round(x * 100) / 100,
    Math.round(y * 100) / 100,
  ]);
  const rest = {
    h: exploration.hidden,
    g: exploration.hiddenGraphs.map((iri) => numberOf(iri)),
    p: pinned,
    l: LAYOUTS.indexOf(exploration.layout),
    z: exploration.selected === undefined ? -1 : numberOf(exploration.selected),
  };
  return JSON.stringify({ i: iris, s: steps, ...rest });
}

/** @throws {TypeError} for an invalid exploration. */
function readExploration(json: unknown, base: string): ExplorationState {
  const { i, s, h, g, p, l, z } = json as Record<string, unknown>;
  const iris = listOf(i).map((iri) => textOf(iri).replace(/^~/, () => base));
  const iriAt = (number: unknown): string => textOf(iris[number as number]);
  const steps = listOf(s)
    .slice(0, MAX_STEPS)
    .map((step): Step => {
      const [code, first, second, pages] = listOf(step);
      switch (code) {
        case 'a':
          return { kind: 'add', node: iriAt(first) };
        case 'o':
        case 'i':
          return {
            kind: 'expand',
            node: iriAt(first),
            predicate: iriAt(second),
            direction: code === 'o' ? 'out' : 'in',
            pages: Math.min(100, Math.max(1, Math.trunc(numberOf(pages)))),
          };
        case 'c':
          return { kind: 'connect' };
        case 'w':
          return { kind: 'dataset' };
        case 'q':
          return { kind: 'query', query: textOf(first) };
        default:
          throw new TypeError('no step');
      }
    });
  const pinned = listOf(p).map((entry): [string, Position] => {
    const [number, x, y] = listOf(entry);
    return [iriAt(number), [numberOf(x), numberOf(y)]];
  });
  return {
    ...EMPTY_EXPLORATION,
    steps,
    hidden: listOf(h).map((one) => textOf(one)),
    hiddenGraphs: listOf(g).map((one) => iriAt(one)),
    pinned: Object.fromEntries(pinned),
    layout: LAYOUTS[numberOf(l)] ?? 'force',
    selected: z === -1 ? undefined : iriAt(z),
  };
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  throw new TypeError('no list');
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError('no text');
}

function numberOf(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError('no number');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const STEPS = DIGITS.length ** 2 - 1;

/** The bounding box, then two base64 digits for each coordinate relative to it. */
function writePositions(positions: readonly Position[]): string {
  const xs = positions.map(([x]) => x);
  const ys = positions.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const size = Math.max(Math.max(...xs) - left, Math.max(...ys) - top) || 1;
  const digits = (value: number) => {
    const step = Math.round(value * STEPS);
    return `${DIGITS[Math.floor(step / 64)]}${DIGITS[step % 64]}`;
  };
  const box = [left, top, size].map((value) => value.toFixed(2)).join('_');
  return `${box}~${positions.map(([x, y]) => digits((x - left) / size) + digits((y - top) / size)).join('')}`;
}

function readPositions(text: string): Position[] {
  const [box = '', digits = ''] = text.split('~', 2);
  const [left = Number.NaN, top = Number.NaN, size = Number.NaN] = box.split('_').map(Number);
  if (![left, top, size].every((value) => Number.isFinite(value))) return [];
  const valueAt = (at: number) =>
    (DIGITS.indexOf(digits[at] ?? 'A') * 64 + DIGITS.indexOf(digits[at + 1] ?? 'A')) / STEPS;
  return Array.from({ length: Math.floor(digits.length / 4) }, (_, index): Position => [
    left + valueAt(index * 4) * size,
    top + valueAt(index * 4 + 2) * size,
  ]);
}

async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

async function unpack(packed: string): Promise<string> {
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}
