/**
 * The fast path in the main thread, for queries that take less time than a message to a worker: point queries and
 * counts. A query that exceeds its step budget is sent to the pool like all others.
 */
import type { Prefixes } from '../../rdf/index.ts';
import type { Store } from '../../store/index.ts';
import { type PreparedQuery, startAnswer } from '../answer.ts';
import type { QueryRequest } from '../engine.ts';
import { type Limits, StepBudgetExceeded } from '../exec/context/query-budget.ts';
import { everyFunction } from '../expression/function-registry.ts';
import { AGGREGATES } from '../expression/functions/aggregate-facts.ts';
import { childrenOf, conditionsOf, type Plan } from '../plan/plan.ts';
import { LruMap } from '../../lru-map.ts';
import { type Chunks, isSynchronous, writeAnswer } from '../write-answer.ts';
import { createPreparedQueryCache } from './prepared-queries.ts';

export interface InlineAnswererOptions {
  readonly baseIri: string;
  readonly prefixes: Prefixes;
}

/** The complete result; undefined for a query that a worker has to evaluate. @throws {GraphpressError} */
export type InlineAnswerer = (request: QueryRequest, format: string) => Uint8Array | undefined;

/** Step budget, about one step a solution: one or two milliseconds. */
const MAX_STEPS = 20_000;
/** Sum of the estimates of all operators up to which a plan counts as cheap. */
const MAX_ESTIMATE = 10_000;
/** Number of texts cached as too expensive. */
const MAX_CACHED = 1000;
/** Length in characters: longer texts take too long to parse and to plan. */
const MAX_TEXT = 2000;
/** Memory of one inline query. */
const MAX_BYTES = 16 * 1024 * 1024;

export function createInlineAnswerer(
  store: Store,
  { baseIri, prefixes }: InlineAnswererOptions,
): InlineAnswerer {
  const prepare = createPreparedQueryCache(store, baseIri);
  const tooExpensive = new LruMap<string, true>(MAX_CACHED);
  const judged = new WeakMap<PreparedQuery, boolean>();
  const isCheap = (prepared: PreparedQuery): boolean => {
    const verdict = judged.get(prepared) ?? isCheapPlan(prepared.plan);
    judged.set(prepared, verdict);
    return verdict;
  };
  const limits: Limits = {
    timeoutMs: Infinity,
    deadlineMs: Infinity,
    maxBytes: MAX_BYTES,
    isCancelled: () => false,
    maxSteps: MAX_STEPS,
  };
  return ({ query, bindings, dataset }, format) => {
    const { text, form } = query;
    const hasDataset = dataset && dataset.defaultGraphs.length + dataset.namedGraphs.length > 0;
    // Selected graphs have to be merged first.
    if (text.length > MAX_TEXT || query.usesService || query.namesDataset || hasDataset) return;
    if (!isSynchronous(form, format) || tooExpensive.get(text)) return;
    const prepared = prepare(text, bindings && { bindings });
    const bytes = isCheap(prepared)
      ? completeResult(() =>
          writeAnswer(startAnswer(prepared, { baseIri, limits }), format, prefixes),
        )
      : undefined;
    if (!bytes) tooExpensive.set(text, true);
    return bytes;
  };
}

/** The result if it is one chunk; undefined for a longer one and where the step budget was exceeded. */
function completeResult(write: () => Chunks): Uint8Array | undefined {
  try {
    const chunks = (write() as Iterable<Uint8Array>)[Symbol.iterator]();
    const first = chunks.next();
    return first.done !== true && chunks.next().done === true ? first.value : undefined;
  } catch (error) {
    if (error instanceof StepBudgetExceeded) return undefined;
    throw error;
  }
}

/** Whether the estimates of all operators are small and no expression has unbounded cost. */
function isCheapPlan(plan: Plan): boolean {
  let total = 0;
  const visit = (node: Plan): boolean => {
    total += node.estimate;
    return (
      total <= MAX_ESTIMATE &&
      conditionsOf(node).every(({ expression }) => everyFunction(expression, hasBoundedCost)) &&
      (node.kind !== 'group' ||
        node.aggregates.every(({ name }) => hasBoundedCost(AGGREGATES[name]))) &&
      childrenOf(node).every(visit)
    );
  };
  return visit(plan);
}

const hasBoundedCost = ({ cost }: { readonly cost: 'bounded' | 'unbounded' }): boolean =>
  cost === 'bounded';
