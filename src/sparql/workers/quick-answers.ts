/**
 * Answers that are found in less time than it takes to ask another thread: point queries and counts. Whatever turns
 * out to need more is left, and goes to the pool like the rest.
 */
import type { Prefixes } from '../../rdf/index.ts';
import type { Store } from '../../store/index.ts';
import type { Expression } from '../algebra/algebra.ts';
import { type PreparedQuery, startAnswer } from '../answer.ts';
import type { QueryRequest } from '../engine.ts';
import { type Limits, TooMuchWork } from '../exec/context/context.ts';
import { childrenOf, type Condition, type Plan } from '../plan/plan.ts';
import { LruMap } from '../../lru-map.ts';
import { type Chunks, isSynchronous, writeAnswer } from '../write-answer.ts';
import { startPreparing } from './prepared-queries.ts';

export interface QuickAnswersOptions {
  readonly baseIri: string;
  readonly prefixes: Prefixes;
}

/** The whole answer; undefined where it is none for this thread. @throws {GraphpressError} */
export type QuickAnswers = (request: QueryRequest, format: string) => Uint8Array | undefined;

/** Steps of work, each about a solution: a millisecond or two. */
const MAX_STEPS = 20_000;
/** Solutions that a plan may expect, in all its parts. */
const MAX_EXPECTED = 10_000;
/** Queries that were too much once. */
const MAX_REMEMBERED = 1000;
/** Longer texts take long to read and to plan. */
const MAX_TEXT = 2000;
/** What the answer may hold on the way. */
const MAX_BYTES = 16 * 1024 * 1024;
/** Functions whose time depends on more than the length of what they are given, or that make it grow. */
const UNBOUNDED: ReadonlySet<string> = new Set(['regex', 'replace', 'concat', 'encode_for_uri']);
/** Aggregates that hold all they are given. */
const GROWING: ReadonlySet<string> = new Set(['group_concat']);

export function startQuickAnswers(
  store: Store,
  { baseIri, prefixes }: QuickAnswersOptions,
): QuickAnswers {
  const prepare = startPreparing(store, baseIri);
  const tooMuch = new LruMap<string, true>(MAX_REMEMBERED);
  const limits: Limits = {
    timeoutMs: Infinity,
    deadlineMs: Infinity,
    maxBytes: MAX_BYTES,
    isCancelled: () => false,
    maxSteps: MAX_STEPS,
  };
  return ({ query, bindings, dataset }, format) => {
    const { text, form } = query;
    const isNarrowed = dataset && dataset.defaultGraphs.length + dataset.namedGraphs.length > 0;
    // Graphs that a query chooses are merged first.
    if (text.length > MAX_TEXT || query.usesService || query.namesDataset || isNarrowed) return;
    if (!isSynchronous(form, format) || tooMuch.get(text)) return;
    const prepared = prepare(text, bindings && { bindings });
    const bytes = isQuick(prepared)
      ? wholeOf(() => writeAnswer(startAnswer(prepared, { baseIri, limits }), format, prefixes))
      : undefined;
    if (!bytes) tooMuch.set(text, true);
    return bytes;
  };
}

/** The one chunk of a short answer. */
function wholeOf(write: () => Chunks): Uint8Array | undefined {
  try {
    const chunks = (write() as Iterable<Uint8Array>)[Symbol.iterator]();
    const first = chunks.next();
    return first.done !== true && chunks.next().done === true ? first.value : undefined;
  } catch (error) {
    if (error instanceof TooMuchWork) return undefined;
    throw error;
  }
}

const judged = new WeakMap<PreparedQuery, boolean>();

function isQuick(prepared: PreparedQuery): boolean {
  let verdict = judged.get(prepared);
  if (verdict === undefined) {
    verdict = expectsLittle(prepared.plan);
    judged.set(prepared, verdict);
  }
  return verdict;
}

function expectsLittle(plan: Plan): boolean {
  let expected = 0;
  const visit = (node: Plan): boolean => {
    expected += node.estimate;
    return (
      expected <= MAX_EXPECTED &&
      conditionsOf(node).every(({ expression }) => isBounded(expression)) &&
      !(node.kind === 'group' && node.aggregates.some(({ name }) => GROWING.has(name))) &&
      childrenOf(node).every(visit)
    );
  };
  return visit(plan);
}

function conditionsOf(plan: Plan): readonly Condition[] {
  switch (plan.kind) {
    case 'filter':
    case 'extend':
      return [plan.condition];
    case 'leftLateral':
    case 'leftHashJoin':
      return plan.condition ? [plan.condition] : [];
    case 'group':
      return plan.aggregates.flatMap(({ condition }) => condition ?? []);
    case 'orderBy':
      return plan.keys.map(({ condition }) => condition);
    default:
      return [];
  }
}

function isBounded(expression: Expression): boolean {
  switch (expression.kind) {
    case 'call':
      return !UNBOUNDED.has(expression.operator) && expression.args.every(isBounded);
    case 'named':
      return expression.args.every(isBounded);
    case 'variable':
    case 'constant':
    case 'exists':
      return true;
  }
}
