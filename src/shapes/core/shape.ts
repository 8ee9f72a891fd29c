/** Shapes, ready to be evaluated. https://www.w3.org/TR/shacl/#shapes */
import type { LanguageMap, Term } from '../../rdf/index.ts';
import type { PathExpression } from '../../sparql/index.ts';
import type { TermId } from '../../store/index.ts';
import type { DataGraph } from './data-graph.ts';
import type { TermGraph } from './term-graph.ts';

/** What a constraint finds wrong with one focus node. */
export interface Violation {
  /** The value that violates the constraint: an id of the store, or a term. */
  readonly value?: TermId | Term | undefined;
  /** The path of the result where it is not the path of the shape. */
  readonly path?: Term | undefined;
  /** Explains the result where the shape has no message of its own. */
  readonly message: string;
  /** Messages of the constraint, by language. */
  readonly messages?: LanguageMap | undefined;
}

/** Evaluates other shapes within a constraint. */
export interface ShapeEvaluation {
  conforms(shape: Shape, node: TermId): boolean;
}

/** Checks the value nodes of one focus node. */
export type Check = (
  focus: TermId,
  values: readonly TermId[],
  evaluation: ShapeEvaluation,
) => Iterable<Violation>;

export interface Constraint {
  /** IRI of the constraint component. */
  readonly component: Term;
  /** The sh:sparql constraint, for results. */
  readonly source?: Term | undefined;
  readonly check: Check;
}

export interface Shape {
  readonly node: Term;
  /** Undefined for a node shape. */
  readonly path: { readonly node: Term; readonly expression: PathExpression } | undefined;
  readonly severity: Term;
  readonly messages: LanguageMap;
  readonly isDeactivated: boolean;
  readonly constraints: readonly Constraint[];
  /** The property shapes of sh:property, evaluated at each value node. */
  readonly properties: readonly Shape[];
}

/** A part of a shapes graph that is malformed or cannot be evaluated. Its message states what is wrong. */
export class ShapeError extends Error {}

/** A shape, or a part of one, that was not evaluated. */
export interface ShapeProblem {
  readonly shape: Term;
  readonly message: string;
}

/** A row of the table of constraint components. */
export interface ComponentRow {
  /** Local name of the component in the namespace of SHACL. */
  readonly component: string;
  /** Local name of the mandatory parameter; each of its values is a constraint. */
  readonly parameter: string;
  /** Whether the parameter may have only one value. */
  readonly isSingle?: boolean;
  /** @throws {ShapeError} for a malformed value. */
  readonly compile: (use: ParameterUse) => Check | undefined;
}

/** A value of a parameter at a shape, and what a row needs to compile it. */
export interface ParameterUse {
  readonly shape: Term;
  readonly value: Term;
  readonly isProperty: boolean;
  readonly graph: TermGraph;
  readonly data: DataGraph;
  /** The shape of a node; it may still be being read. @throws {ShapeError} */
  readonly shapeAt: (node: Term) => Shape;
}
