/**
 * SPARQL algebra as plain data, with the graph of each pattern decided.
 * https://www.w3.org/TR/sparql11-query/#sparqlAlgebra
 */
import type { Term } from '../../rdf/index.ts';

/** In which graph a pattern is matched. https://www.w3.org/TR/sparql11-query/#sparqlDataset */
export type GraphRef =
  | { readonly kind: 'default' }
  | { readonly kind: 'named'; readonly term: Term }
  /** Each named graph, which the variable then names. */
  | { readonly kind: 'variable'; readonly name: string }
  /** The graph of the enclosing `graph` operation of that scope. */
  | { readonly kind: 'scope'; readonly scope: number };

/** A place of a pattern: a variable (termType Variable) or a term. */
export type PatternTerm = Term;

export interface TriplePattern {
  readonly subject: PatternTerm;
  readonly predicate: PatternTerm;
  readonly object: PatternTerm;
  readonly graph: GraphRef;
}

/** https://www.w3.org/TR/sparql11-query/#sparqlPropertyPaths */
export type PathExpression =
  | { readonly kind: 'link'; readonly iri: string }
  | { readonly kind: 'inverse'; readonly path: PathExpression }
  | { readonly kind: 'sequence'; readonly paths: readonly PathExpression[] }
  | { readonly kind: 'alternative'; readonly paths: readonly PathExpression[] }
  | { readonly kind: 'negated'; readonly iris: readonly string[] }
  | { readonly kind: 'zeroOrOne'; readonly path: PathExpression }
  | { readonly kind: 'zeroOrMore'; readonly path: PathExpression }
  | { readonly kind: 'oneOrMore'; readonly path: PathExpression };

export type Expression =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'constant'; readonly term: Term }
  /** An operator or built-in function by the parser's name for it: "=", "strlen". */
  | { readonly kind: 'call'; readonly operator: string; readonly args: readonly Expression[] }
  /** A function by its IRI: casts. */
  | { readonly kind: 'named'; readonly iri: string; readonly args: readonly Expression[] }
  | { readonly kind: 'exists'; readonly isNegated: boolean; readonly input: Operation };

export type AggregateName = 'count' | 'sum' | 'min' | 'max' | 'avg' | 'group_concat' | 'sample';

/** https://www.w3.org/TR/sparql11-query/#aggregateAlgebra */
export interface AggregateCall {
  readonly name: AggregateName;
  readonly variable: string;
  readonly isDistinct: boolean;
  /** Undefined for COUNT(*). */
  readonly expression: Expression | undefined;
  readonly separator: string;
}

export interface OrderKey {
  readonly expression: Expression;
  readonly isDescending: boolean;
}

export type Operation =
  | { readonly kind: 'bgp'; readonly patterns: readonly TriplePattern[] }
  | {
      readonly kind: 'path';
      readonly subject: PatternTerm;
      readonly path: PathExpression;
      readonly object: PatternTerm;
      readonly graph: GraphRef;
    }
  | { readonly kind: 'join'; readonly inputs: readonly Operation[] }
  | {
      readonly kind: 'leftJoin';
      readonly left: Operation;
      readonly right: Operation;
      readonly condition: Expression | undefined;
    }
  | { readonly kind: 'union'; readonly inputs: readonly Operation[] }
  | { readonly kind: 'minus'; readonly left: Operation; readonly right: Operation }
  | { readonly kind: 'filter'; readonly input: Operation; readonly condition: Expression }
  | {
      readonly kind: 'extend';
      readonly input: Operation;
      readonly variable: string;
      readonly expression: Expression;
    }
  /** `input` once per named graph; its patterns of this scope look into that graph. */
  | {
      readonly kind: 'graph';
      readonly input: Operation;
      readonly variable: string;
      readonly scope: number;
    }
  | {
      readonly kind: 'values';
      readonly variables: readonly string[];
      readonly rows: readonly (readonly (Term | undefined)[])[];
    }
  | {
      readonly kind: 'group';
      readonly input: Operation;
      readonly by: readonly string[];
      readonly aggregates: readonly AggregateCall[];
    }
  | { readonly kind: 'project'; readonly input: Operation; readonly variables: readonly string[] }
  | { readonly kind: 'distinct'; readonly input: Operation }
  | { readonly kind: 'orderBy'; readonly input: Operation; readonly keys: readonly OrderKey[] }
  | {
      readonly kind: 'slice';
      readonly input: Operation;
      readonly offset: number;
      readonly limit: number;
    }
  /** Solutions that another endpoint gave, or will give. https://www.w3.org/TR/sparql11-federated-query/ */
  | {
      readonly kind: 'service';
      readonly name: PatternTerm;
      readonly isSilent: boolean;
      /** The pattern as the parser has it, to be written as a query again. */
      readonly pattern: unknown;
      readonly variables: readonly string[];
      /** Those of them that each solution of the pattern binds. */
      readonly boundVariables: readonly string[];
    };

/** What a query gives: https://www.w3.org/TR/sparql11-query/#QueryForms */
export type QueryAlgebra =
  | {
      readonly form: 'select';
      readonly operation: Operation;
      readonly variables: readonly string[];
    }
  | { readonly form: 'ask'; readonly operation: Operation }
  | {
      readonly form: 'construct';
      readonly operation: Operation;
      /** Blank nodes in it are new ones for each solution. */
      readonly template: readonly Omit<TriplePattern, 'graph'>[];
    }
  | { readonly form: 'describe'; readonly operation: Operation; readonly terms: readonly Term[] };

/** A query with the dataset it names itself. */
export interface TranslatedQuery {
  /** The base that it declares itself; relative IRIs made by IRI() resolve against it. */
  readonly baseIri: string | undefined;
  readonly algebra: QueryAlgebra;
  /** FROM and FROM NAMED; undefined where the query has neither. */
  readonly dataset:
    | { readonly defaultGraphs: readonly string[]; readonly namedGraphs: readonly string[] }
    | undefined;
}
