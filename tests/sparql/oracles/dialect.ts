/** What of SPARQL an oracle is asked: each has its own gaps, the reasons of which are among the decided cases (decided-patterns.ts, decided-values.ts). */
import type { Spellings } from './arbitrary-data.ts';

export interface Dialect {
  readonly spellings: Spellings;
  /** Whether what COUNT counts may be an error. */
  readonly countsErrors: boolean;
  /** Whether a member that is an error makes other aggregates errors. */
  readonly sumsErrors: boolean;
  /** Whether a path whose alternatives both connect two nodes connects them twice. */
  readonly countsAlternatives: boolean;
  /** Whether alternatives are repeated. */
  readonly repeatsAlternatives: boolean;
  /** Whether ENCODE_FOR_URI escapes whole IRIs. */
  readonly escapesIris: boolean;
  /** Whether a term that the graph does not hold is at zero steps from itself. */
  readonly hasStrangePathEnds: boolean;
  readonly hasPaths: boolean;
  readonly hasNegatedSets: boolean;
  /** Whether GRAPH ?g holds more than patterns: groups and subqueries that do not see ?g, and what asks for no triple. */
  readonly nestsInGraphs: boolean;
  readonly hasValues: boolean;
  /** Whether an ill-typed number is false. */
  readonly hasIllTypedConditions: boolean;
  /** Whether EXISTS in an inner group knows nothing of the outer one. */
  readonly hasExistsInGroups: boolean;
  /** Whether EXISTS holds paths. */
  readonly hasPathsInExists: boolean;
  /** Whether strings are cut from position 0 on. */
  readonly cutsFromZero: boolean;
  /** Whether numbers are multiplied. */
  readonly hasProducts: boolean;
  /** Whether an aggregate of a pattern without solutions is one row. */
  readonly groupsNothing: boolean;
  /** Whether a triple of two graphs of FROM counts once. */
  readonly mergesGraphs: boolean;
  /** Whether nothing is in nothing. */
  readonly hasEmptyLists: boolean;
  /** Whether a path may lead from a variable to itself. */
  readonly hasLoops: boolean;
  /** Whether a term that has no order is not even at most itself. */
  readonly ordersOnlyValues: boolean;
  /** Whether literals of different kinds are known to be different. */
  readonly tellsKindsApart: boolean;
  /** Whether a variable may be unbound on one side of a join. */
  readonly joinsUnbound: boolean;
}

/** All that our engine takes. */
export const WHOLE: Dialect = {
  spellings: 'any',
  countsErrors: true,
  sumsErrors: true,
  countsAlternatives: true,
  repeatsAlternatives: true,
  escapesIris: true,
  hasStrangePathEnds: true,
  hasPaths: true,
  hasNegatedSets: true,
  nestsInGraphs: true,
  hasValues: true,
  hasIllTypedConditions: true,
  hasExistsInGroups: true,
  hasPathsInExists: true,
  cutsFromZero: true,
  hasProducts: true,
  groupsNothing: true,
  mergesGraphs: true,
  hasEmptyLists: true,
  hasLoops: true,
  ordersOnlyValues: true,
  tellsKindsApart: true,
  joinsUnbound: true,
};

const COMUNICA: Dialect = {
  ...WHOLE,
  hasIllTypedConditions: false,
  groupsNothing: false,
  sumsErrors: false,
  countsErrors: false,
  repeatsAlternatives: false,
  escapesIris: false,
  hasNegatedSets: false,
  hasStrangePathEnds: false,
  nestsInGraphs: false,
  hasLoops: false,
  tellsKindsApart: false,
  joinsUnbound: false,
};

const OXIGRAPH: Dialect = {
  ...WHOLE,
  // It keeps numbers and truth values, not their lexical forms.
  spellings: 'canonical',
  countsErrors: false,
  countsAlternatives: false,
  hasStrangePathEnds: false,
  hasLoops: false,
  nestsInGraphs: false,
  hasIllTypedConditions: false,
  hasExistsInGroups: false,
  hasPathsInExists: false,
  cutsFromZero: false,
  hasProducts: false,
  groupsNothing: false,
  mergesGraphs: false,
  hasEmptyLists: false,
  ordersOnlyValues: false,
};

/** Its paths lose solutions in GRAPH, MINUS, OPTIONAL and aggregates: only plain ones are compared. */
export const COMUNICA_DIALECTS: readonly Dialect[] = [{ ...COMUNICA, hasPaths: false }];

export const OXIGRAPH_DIALECTS: readonly Dialect[] = [OXIGRAPH];
