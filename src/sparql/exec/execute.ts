/** Executes a plan: batches are made as they are pulled. */
import type { Plan } from '../plan/plan.ts';
import type { Batch } from './batch/batch.ts';
import type { Environment } from './context/environment.ts';
import { countGraphs, countMatching, countRuns } from './operators/count.ts';
import { distinct } from './operators/distinct.ts';
import { group } from './operators/group.ts';
import { hashJoin, leftHashJoin, minus } from './join/hash-join.ts';
import { indexJoin } from './join/index-join.ts';
import { lateral, leftLateral } from './join/lateral.ts';
import { orderBy } from './operators/order-by.ts';
import { path } from './operators/path.ts';
import {
  extend,
  filter,
  graphs,
  graphScope,
  outerRows,
  project,
  slice,
  union,
  values,
} from './operators/row-operators.ts';
import { scan } from './operators/scan.ts';

/** The solutions of a plan. Their columns are in the order of its variables. */
export function* execute(plan: Plan, environment: Environment): Generator<Batch> {
  for (const batch of open(plan, environment)) {
    environment.count(plan, batch.length);
    yield batch;
  }
}

function open(plan: Plan, environment: Environment): Iterable<Batch> {
  switch (plan.kind) {
    case 'unit':
      return [{ length: 1, columns: [] }];
    case 'empty':
      return [];
    case 'outerRows':
      return outerRows(plan, environment);
    case 'scan':
      return scan(plan, environment);
    case 'indexJoin':
      return indexJoin(plan, environment);
    case 'graphs':
      return graphs(plan, environment);
    case 'hashJoin':
      return hashJoin(plan, environment);
    case 'lateral':
      return lateral(plan, environment);
    case 'leftLateral':
      return leftLateral(plan, environment);
    case 'leftHashJoin':
      return leftHashJoin(plan, environment);
    case 'minus':
      return minus(plan, environment);
    case 'filter':
      return filter(plan, environment);
    case 'extend':
      return extend(plan, environment);
    case 'union':
      return union(plan, environment);
    case 'values':
      return values(plan);
    case 'path':
      return path(plan, environment);
    case 'graphScope':
      return graphScope(plan, environment);
    case 'group':
      return group(plan, environment);
    case 'count':
      return countMatching(plan, environment);
    case 'countRuns':
      return countRuns(plan, environment);
    case 'countGraphs':
      return countGraphs(plan, environment);
    case 'distinct':
      return distinct(plan, environment);
    case 'orderBy':
      return orderBy(plan, environment);
    case 'slice':
      return slice(plan, environment);
    case 'project':
      return project(plan, environment);
  }
}
