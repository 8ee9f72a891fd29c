/** The base of a publication: declared in its data, requested by an option, or inferred from the IRIs of most subjects. */
import { GraphpressError } from '../../errors.ts';
import type { BaseMoves, Quad } from '../../rdf/index.ts';
import { voidVocabulary } from '../../rdf/index.ts';

/** Against which everything is read before the base is known. The name can never exist: RFC 2606. */
export const PLACEHOLDER_BASE = 'https://base.invalid/';

/** For data without a single web address. Reserved by RFC 2606, so it promises nothing. */
const LAST_RESORT = 'https://kg.example/';

export interface BaseDecision {
  readonly base: string;
  /** How to move what was read to that base. */
  readonly moves: BaseMoves;
  /** What was assumed, as a sentence; undefined where nothing was. */
  readonly assumption: string | undefined;
}

/** @param requested `--base`, which moves the whole publication. */
export function decideBase(quads: readonly Quad[], requested: string | undefined): BaseDecision {
  const declared = declaredBase(quads);
  const guess = declared === undefined ? guessBase(quads) : undefined;
  const original = declared ?? guess?.base;
  const base = requested === undefined ? (original ?? LAST_RESORT) : requireBase(requested);
  const moves = new Map([[PLACEHOLDER_BASE, base]]);
  if (original !== undefined && original !== base) moves.set(original, base);
  return {
    base,
    moves,
    assumption: requested === undefined ? assumptionOf(declared, guess) : undefined,
  };
}

/** The void:uriSpace of the dataset's own description, up to its last slash. https://www.w3.org/TR/void/#pattern */
function declaredBase(quads: readonly Quad[]): string | undefined {
  const uriSpace = voidVocabulary('uriSpace');
  const found = quads.find((quad) => quad.predicate.equals(uriSpace));
  const declared = found?.object.value;
  return declared === undefined ? undefined : requireBase(declared.replace(/[^/]*$/, ''), declared);
}

interface Guess {
  readonly base: string;
  readonly subjects: number;
  readonly of: number;
}

/** The origin of most subjects. */
function guessBase(quads: readonly Quad[]): Guess | undefined {
  const subjects = new Set(quads.map((quad) => quad.subject.value));
  const counts = new Map<string, number>();
  for (const iri of subjects) {
    const origin = /^https?:\/\/[^/?#]+/.exec(iri)?.[0];
    if (origin === undefined || PLACEHOLDER_BASE.startsWith(origin)) continue;
    counts.set(origin, (counts.get(origin) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best && { base: `${best[0]}/`, subjects: best[1], of: subjects.size };
}

function assumptionOf(declared: string | undefined, guess: Guess | undefined): string | undefined {
  if (declared !== undefined) return undefined;
  const remedy = 'give void:uriSpace in data/dataset.ttl, or --base';
  return guess
    ? `took ${guess.base} as the base, the home of ${guess.subjects} of ${guess.of} subjects (${remedy} for another)`
    : `took ${LAST_RESORT} as the base, since no subject has a web address (${remedy} for another)`;
}

/** An http(s) IRI that ends in a slash. What lacks the slash is refused: cut to one, it would be another base. */
function requireBase(base: string, given = base): string {
  if (!/^https?:\/\/[^/?#\s<>"{}|\\^`]+\/(?:[^?#\s<>"{}|\\^`]*\/)?$/.test(base))
    throw new GraphpressError(
      'base-iri',
      `"${given}" is no base: give an http or https IRI that ends in a slash, like https://data.example.org/`,
    );
  return base;
}
