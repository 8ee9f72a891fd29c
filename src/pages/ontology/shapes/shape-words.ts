/** What a language needs to say what shapes ask. One file for each language; `say-shape.ts` puts them together. */
import type { ShapePath, ShapeTarget, ValueConstraint } from '../../../description/index.ts';
import type { Term } from '../../../rdf/index.ts';
import type { Phrase } from './phrase.ts';

/**
 * How a predicate is said: as what must be ("must have"), bare after such a word ("have"), or as what is so in one
 * of several ways ("has").
 */
export type GrammaticalMood = 'must' | 'bare' | 'is';

export interface Cardinality {
  readonly min: number;
  /** Undefined is any number. */
  readonly max: number | undefined;
}

export interface ShapeWords {
  /** What a shape is about, as the subject of the sentences that follow: "every claim, and whatever has a status". */
  readonly lead: (targets: readonly ShapeTarget[]) => Phrase;
  readonly path: (path: ShapePath) => Phrase;
  readonly list: (phrases: readonly Phrase[], word: 'and' | 'or') => Phrase;

  /** What each value is: in the mood, of one thing. */
  readonly isOfClass: (iri: string, mood: GrammaticalMood) => Phrase;
  readonly hasDatatype: (iri: string, mood: GrammaticalMood) => Phrase;
  readonly hasNodeKind: (localName: string, mood: GrammaticalMood) => Phrase;
  readonly isOneOf: (values: readonly Term[], mood: GrammaticalMood) => Phrase;
  readonly isValue: (value: Term, mood: GrammaticalMood) => Phrase;
  readonly matches: (pattern: string, flags: string | undefined, mood: GrammaticalMood) => Phrase;
  readonly isInLanguages: (languages: readonly string[], mood: GrammaticalMood) => Phrase;
  readonly hasLength: (bound: 'min' | 'max', characters: number, mood: GrammaticalMood) => Phrase;
  readonly isBounded: (kind: ValueConstraint['kind'], value: Term, mood: GrammaticalMood) => Phrase;
  readonly isLessThan: (iri: string, orEquals: boolean, mood: GrammaticalMood) => Phrase;
  readonly conforms: (name: Phrase, mood: GrammaticalMood) => Phrase;
  readonly alternatives: (
    kind: 'and' | 'or' | 'xone',
    alternatives: readonly Phrase[],
    mood: GrammaticalMood,
  ) => Phrase;
  /** Several things that are each so simple that they stand in one line. */
  readonly isExactlyOneOf: (
    kind: 'or' | 'xone',
    alternatives: readonly Phrase[],
    mood: GrammaticalMood,
  ) => Phrase;
  /** @param inner what must not be so, as what is so. */
  readonly not: (inner: Phrase, mood: GrammaticalMood) => Phrase;
  /** @param inner something that stands in one line, bare. */
  readonly isNot: (inner: Phrase, mood: GrammaticalMood) => Phrase;
  readonly conformsNot: (name: Phrase, mood: GrammaticalMood) => Phrase;
  readonly closed: (ignored: readonly string[], mood: GrammaticalMood) => Phrase;

  /** A property with its values. @param values what is said of each: bare, or as what is so; undefined where nothing is. */
  readonly has: (
    path: Phrase,
    cardinality: Cardinality,
    values: readonly Phrase[] | undefined,
    mood: GrammaticalMood,
  ) => Phrase;
  readonly hasQualified: (
    path: Phrase,
    cardinality: Cardinality,
    inner: Phrase,
    mood: GrammaticalMood,
  ) => Phrase;
  readonly hasValue: (path: Phrase, value: Term, mood: GrammaticalMood) => Phrase;
  readonly hasSameValues: (path: Phrase, other: string, mood: GrammaticalMood) => Phrase;
  readonly hasOtherValues: (path: Phrase, other: string, mood: GrammaticalMood) => Phrase;
  readonly hasUniqueLanguages: (path: Phrase, mood: GrammaticalMood) => Phrase;
  /** The same, after what was said of the values. */
  readonly inUniqueLanguages: (phrases: Phrase) => Phrase;
  /** A constraint in SPARQL. */
  readonly sparql: (message: string | undefined, mood: GrammaticalMood) => Phrase;
  readonly unknown: (name: string) => Phrase;
  /** That the shape asks nothing. */
  readonly nothing: (mood: GrammaticalMood) => Phrase;
}
