/** SHACL shapes as data for display. https://www.w3.org/TR/shacl/ */
import { type TaggedText } from '../../store/index.ts';
import type { LanguageMap, Term } from '../../rdf/index.ts';

/** https://www.w3.org/TR/shacl/#property-paths */
export type ShapePath =
  | { readonly kind: 'property'; readonly iri: string }
  | { readonly kind: 'inverse' | 'zeroOrMore' | 'oneOrMore' | 'zeroOrOne'; readonly of: ShapePath }
  | { readonly kind: 'sequence' | 'alternative'; readonly parts: readonly ShapePath[] }
  | { readonly kind: 'unknown' };

export interface ShapeTarget {
  readonly kind: 'class' | 'node' | 'subjectsOf' | 'objectsOf' | 'other';
  /** For `node`, possibly a literal. */
  readonly term: Term;
}

/** A constraint whose value is the IRI of a class, a datatype, a node kind or another property. */
export interface IriConstraint {
  readonly kind:
    | 'class'
    | 'datatype'
    | 'nodeKind'
    | 'equals'
    | 'disjoint'
    | 'lessThan'
    | 'lessThanOrEquals';
  readonly iri: string;
}

export interface NumberConstraint {
  readonly kind: 'minCount' | 'maxCount' | 'minLength' | 'maxLength';
  readonly value: number;
}

export interface ValueConstraint {
  readonly kind: 'minInclusive' | 'minExclusive' | 'maxInclusive' | 'maxExclusive' | 'hasValue';
  readonly value: Term;
}

export interface ShapesConstraint {
  readonly kind: 'and' | 'or' | 'xone';
  readonly shapes: readonly Shape[];
}

export interface QualifiedConstraint {
  readonly kind: 'qualified';
  readonly shape: Shape;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export type Constraint =
  | IriConstraint
  | NumberConstraint
  | ValueConstraint
  | ShapesConstraint
  | QualifiedConstraint
  | { readonly kind: 'pattern'; readonly pattern: string; readonly flags: string | undefined }
  | { readonly kind: 'languageIn'; readonly languages: readonly string[] }
  | { readonly kind: 'uniqueLang' }
  | { readonly kind: 'in'; readonly values: readonly Term[] }
  | { readonly kind: 'not' | 'node' | 'property'; readonly shape: Shape }
  | { readonly kind: 'closed'; readonly ignored: readonly string[] }
  /** A SPARQL constraint; its message describes it. */
  | { readonly kind: 'sparql'; readonly messages: readonly TaggedText[] }
  /** An unsupported constraint. */
  | { readonly kind: 'unknown'; readonly iri: string };

export type Severity = 'violation' | 'warning' | 'info' | 'other';

export interface Shape {
  /** Undefined for a blank node. */
  readonly iri: string | undefined;
  readonly labels: LanguageMap;
  readonly messages: readonly TaggedText[];
  readonly severity: Severity;
  readonly isActive: boolean;
  readonly targets: readonly ShapeTarget[];
  /** The path of a property shape; undefined for a node shape. */
  readonly path: ShapePath | undefined;
  readonly constraints: readonly Constraint[];
  /** Whether its constraints are omitted, because it is nested in itself or too deep. */
  readonly isCut: boolean;
}

export interface Shapes {
  /** The shapes with targets. */
  readonly targeted: readonly Shape[];
  /** The named shapes without targets that others refer to. */
  readonly parts: readonly Shape[];
  /** The number of shapes that are omitted. */
  readonly omitted: number;
}
