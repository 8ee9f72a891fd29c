/**
 * A picture in the address of the page, after "#": `s` is what was done, `at` is where the nodes stand. Bounded, so
 * that every program that handles addresses takes it.
 */
import { EMPTY_PICTURE, LAYOUTS, MAX_STEPS, type Picture, type Step } from './exploration-state.ts';

/** Characters after "#". */
const MAX_LENGTH = 8000;
/** Of more nodes than this the places are not kept. */
const MAX_PLACES = 1000;
/** Characters that are read; more is nothing that we have written. */
const MAX_READ = 20_000;

export type Place = readonly [x: number, y: number];

export interface Remembered {
  readonly picture: Picture;
  /** In the order of the nodes of the scene. */
  readonly places: readonly Place[];
}

/** The picture without what no address holds; `isWhole` says whether anything is missing. */
export async function toAddress(
  { picture, places }: Remembered,
  base: string,
): Promise<{ readonly hash: string; readonly isWhole: boolean }> {
  const at = places.length > 0 && places.length <= MAX_PLACES ? `&at=${writePlaces(places)}` : '';
  for (let count = picture.steps.length; ; count = Math.floor(count / 2)) {
    const steps = picture.steps.slice(0, count);
    const isWhole = count === picture.steps.length;
    const hash = `s=${await pack(toJson({ ...picture, steps }, base))}`;
    if (isWhole && hash.length + at.length <= MAX_LENGTH) return { hash: hash + at, isWhole };
    if (hash.length <= MAX_LENGTH || count === 0) return { hash, isWhole };
  }
}

/** Undefined for an address that holds none, or nothing that we have written. */
export async function fromAddress(hash: string, base: string): Promise<Remembered | undefined> {
  if (hash.length > MAX_READ) return undefined;
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const packed = parameters.get('s');
  if (packed === null) return undefined;
  try {
    const picture = readPicture(JSON.parse(await unpack(packed)), base);
    return { picture, places: readPlaces(parameters.get('at') ?? '') };
  } catch {
    return undefined;
  }
}

/** Each IRI stands once, by the number of its place in a list. */
function toJson(picture: Picture, base: string): string {
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
  const steps = picture.steps.map((step) => {
    switch (step.kind) {
      case 'add':
        return ['a', numberOf(step.node)];
      case 'expand': {
        const { node, predicate, direction, pages } = step;
        return [direction === 'out' ? 'o' : 'i', numberOf(node), numberOf(predicate), pages];
      }
      case 'connect':
        return ['c'];
      case 'whole':
        return ['w'];
      case 'query':
        return ['q', step.query];
    }
  });
  const pinned = Object.entries(picture.pinned).map(([iri, [x, y]]) => [
    numberOf(iri),
    Math.round(x * 100) / 100,
    Math.round(y * 100) / 100,
  ]);
  const rest = {
    h: picture.hidden,
    g: picture.hiddenGraphs.map((iri) => numberOf(iri)),
    p: pinned,
    l: LAYOUTS.indexOf(picture.layout),
    z: picture.selected === undefined ? -1 : numberOf(picture.selected),
  };
  return JSON.stringify({ i: iris, s: steps, ...rest });
}

/** @throws {TypeError} for what no picture is. */
function readPicture(json: unknown, base: string): Picture {
  const { i, s, h, g, p, l, z } = json as Record<string, unknown>;
  const iris = listOf(i).map((iri) => textOf(iri).replace(/^~/, () => base));
  const iriAt = (number: unknown): string => textOf(iris[number as number]);
  const steps = listOf(s)
    .slice(0, MAX_STEPS)
    .map((step): Step => {
      const [word, first, second, pages] = listOf(step);
      switch (word) {
        case 'a':
          return { kind: 'add', node: iriAt(first) };
        case 'o':
        case 'i':
          return {
            kind: 'expand',
            node: iriAt(first),
            predicate: iriAt(second),
            direction: word === 'o' ? 'out' : 'in',
            pages: Math.min(100, Math.max(1, Math.trunc(numberOf(pages)))),
          };
        case 'c':
          return { kind: 'connect' };
        case 'w':
          return { kind: 'whole' };
        case 'q':
          return { kind: 'query', query: textOf(first) };
        default:
          throw new TypeError('no step');
      }
    });
  const pinned = listOf(p).map((entry): [string, Place] => {
    const [number, x, y] = listOf(entry);
    return [iriAt(number), [numberOf(x), numberOf(y)]];
  });
  return {
    ...EMPTY_PICTURE,
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

/** The box around all, then two digits for each coordinate within it. */
function writePlaces(places: readonly Place[]): string {
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const size = Math.max(Math.max(...xs) - left, Math.max(...ys) - top) || 1;
  const digits = (value: number) => {
    const step = Math.round(value * STEPS);
    return `${DIGITS[Math.floor(step / 64)]}${DIGITS[step % 64]}`;
  };
  const box = [left, top, size].map((value) => value.toFixed(2)).join('_');
  return `${box}~${places.map(([x, y]) => digits((x - left) / size) + digits((y - top) / size)).join('')}`;
}

function readPlaces(text: string): Place[] {
  const [box = '', digits = ''] = text.split('~', 2);
  const [left = Number.NaN, top = Number.NaN, size = Number.NaN] = box.split('_').map(Number);
  if (![left, top, size].every((value) => Number.isFinite(value))) return [];
  const valueAt = (at: number) =>
    (DIGITS.indexOf(digits[at] ?? 'A') * 64 + DIGITS.indexOf(digits[at + 1] ?? 'A')) / STEPS;
  return Array.from({ length: Math.floor(digits.length / 4) }, (_, index): Place => [
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
