/** The phrases for constraints of shapes. One file for each language; `verbalize-shape.ts` combines them. */
import type { ShapePath, ShapeTarget, ValueConstraint } from '../../../description/index.ts';
import type { Term } from '../../../rdf/index.ts';
import type { Phrase } from './phrase.ts';

/**
 * The form of a predicate: required ("must have"), bare after another verb ("have"), or indicative in an alternative
 * ("has").
 */
export type GrammaticalMood = 'must' | 'bare' | 'is';

export interface Cardinality {
  readonly min: number;
  /** Undefined: unbounded. */
  readonly max: number | undefined;
}

export interface ShapeWords {
  /** The targets of a shape, as the subject of the sentences that follow: "every claim, and whatever has a status". */
  readonly lead: (targets: readonly ShapeTarget[]) => Phrase;
  readonly path: (path: ShapePath) => Phrase;
  readonly list: (phrases: readonly Phrase[], word: 'and' | 'or') => Phrase;

  /** Predicates about one value. */
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
  /** Alternatives that are simple enough for one line. */
  readonly isExactlyOneOf: (
    kind: 'or' | 'xone',
    alternatives: readonly Phrase[],
    mood: GrammaticalMood,
  ) => Phrase;
  /** @param inner the negated predicate, in the mood "is". */
  readonly not: (inner: Phrase, mood: GrammaticalMood) => Phrase;
  /** @param inner the negated predicate, bare, short enough for one line. */
  readonly isNot: (inner: Phrase, mood: GrammaticalMood) => Phrase;
  readonly conformsNot: (name: Phrase, mood: GrammaticalMood) => Phrase;
  readonly closed: (ignored: readonly string[], mood: GrammaticalMood) => Phrase;

  /**
   * A property with its values. @param values predicates about each value: bare or in the mood "is"; undefined
   * without constraints.
   */
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
  /** The same, appended to a phrase about the values. */
  readonly inUniqueLanguages: (phrases: Phrase) => Phrase;
  /** A constraint in SPARQL. */
  readonly sparql: (message: string | undefined, mood: GrammaticalMood) => Phrase;
  readonly unknown: (name: string) => Phrase;
  /** The shape has no constraints. */
  readonly nothing: (mood: GrammaticalMood) => Phrase;
}
