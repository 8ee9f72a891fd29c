/** Runs a plan: batches are made as they are asked for. */
import type { Plan } from '../plan/plan.ts';
import type { Batch } from './batch/batch.ts';
import type { ExecContext } from './context/context.ts';
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
  project,
  seed,
  slice,
  union,
  values,
} from './operators/row-operators.ts';
import { scan } from './operators/scan.ts';

/** The solutions of a plan. Their columns are in the order of its variables. */
export function* execute(plan: Plan, context: ExecContext): Generator<Batch> {
  for (const batch of open(plan, context)) {
    context.count(plan, batch.length);
    yield batch;
  }
}

function open(plan: Plan, context: ExecContext): Iterable<Batch> {
  switch (plan.kind) {
    case 'unit':
      return [{ length: 1, columns: [] }];
    case 'empty':
      return [];
    case 'seed':
      return seed(plan, context);
    case 'scan':
      return scan(plan, context);
    case 'indexJoin':
      return indexJoin(plan, context);
    case 'graphs':
      return graphs(plan, context);
    case 'hashJoin':
      return hashJoin(plan, context);
    case 'lateral':
      return lateral(plan, context);
    case 'leftLateral':
      return leftLateral(plan, context);
    case 'leftHashJoin':
      return leftHashJoin(plan, context);
    case 'minus':
      return minus(plan, context);
    case 'filter':
      return filter(plan, context);
    case 'extend':
      return extend(plan, context);
    case 'union':
      return union(plan, context);
    case 'values':
      return values(plan);
    case 'path':
      return path(plan, context);
    case 'graphScope':
      return graphScope(plan, context);
    case 'group':
      return group(plan, context);
    case 'count':
      return countMatching(plan, context);
    case 'countRuns':
      return countRuns(plan, context);
    case 'countGraphs':
      return countGraphs(plan, context);
    case 'distinct':
      return distinct(plan, context);
    case 'orderBy':
      return orderBy(plan, context);
    case 'slice':
      return slice(plan, context);
    case 'project':
      return project(plan, context);
  }
}
