/** The passes over the algebra before it is planned: each a pure function that preserves its solutions. */
import type { Operation } from '../algebra/algebra.ts';
import { flattenJoins } from './flatten-joins.ts';
import { hoistFilters } from './hoist-filters.ts';
import { scopeExists } from './scope-exists.ts';
import { splitFilters } from './split-filters.ts';

const PASSES: readonly ((operation: Operation) => Operation)[] = [
  splitFilters,
  hoistFilters,
  scopeExists,
  flattenJoins,
];

export const rewrite = (operation: Operation): Operation =>
  PASSES.reduce((rewritten, pass) => pass(rewritten), operation);
