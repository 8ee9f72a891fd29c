/** A query with SERVICE: other endpoints are called first, then it is evaluated like any other. */
import type { ConcreteTerm } from '../rdf/index.ts';
import type { Store } from '../store/index.ts';
import type { Operation, TranslatedQuery } from './algebra/algebra.ts';
import { type Answer, type AnswerOptions, answerQuery } from './answer.ts';
import { QueryLimitError } from './errors/query-limit-error.ts';
import { resolveServices } from './service/resolve-services.ts';
import type { ServiceClient } from './service/service-client.ts';
import type { ServiceRow } from './service/service-rows.ts';
import { ServiceError } from './service/service-error.ts';

export interface Federation {
  readonly client: ServiceClient;
  /** Whether the IRI is that of this endpoint, which is evaluated without a request. */
  readonly isOwn: (endpoint: string) => boolean;
  readonly translate: (text: string) => TranslatedQuery;
}

/** The endpoint of the publication, by its IRI and by the URL of the request. */
export const isOwnEndpoint =
  (baseIri: string, requestedAt: string | undefined) =>
  (endpoint: string): boolean =>
    endpoint === requestedAt || endpoint === `${baseIri}sparql`;

/** How often the endpoint may call itself within one query. */
const MAX_DEPTH = 8;
/** Interval between two checks for cancellation. */
const POLL_MS = 100;

/** @throws {GraphpressError} */
export async function answerFederated(
  store: Store,
  query: TranslatedQuery,
  options: AnswerOptions,
  federation: Federation,
): Promise<Answer> {
  const { limits } = options;
  const wait = new AbortController();
  const check = setInterval(() => {
    if (limits.isCancelled()) wait.abort(new DOMException('the query was cancelled', 'AbortError'));
    else if (performance.now() > limits.deadlineMs)
      wait.abort(new QueryLimitError('time', limits.timeoutMs));
  }, POLL_MS);
  try {
    const resolved = await resolveAll(query, { store, options, federation, depth: 0, wait });
    return answerQuery(store, resolved, options);
  } finally {
    clearInterval(check);
  }
}

interface Resolving {
  readonly store: Store;
  readonly options: AnswerOptions;
  readonly federation: Federation;
  readonly depth: number;
  readonly wait: AbortController;
}

async function resolveAll(query: TranslatedQuery, resolving: Resolving): Promise<TranslatedQuery> {
  const { store, options, federation, depth, wait } = resolving;
  const { bindings, ...alone } = options;
  const given: Operation = {
    kind: 'values',
    variables: [...(bindings?.keys() ?? [])],
    rows: [[...(bindings?.values() ?? [])]],
  };
  const operation = await resolveServices(query.algebra.operation, given, {
    solve: (part, variables, limit) => {
      const projected: Operation = { kind: 'project', input: part, variables };
      const distinct: Operation = { kind: 'distinct', input: projected };
      const input: Operation = { kind: 'slice', input: distinct, offset: 0, limit };
      const algebra = { form: 'select', operation: input, variables } as const;
      return rowsOf(answerQuery(store, { ...query, algebra }, alone)) as ConcreteTerm[][];
    },
    select: async (endpoint, text) => {
      if (!federation.isOwn(endpoint)) return federation.client.select(endpoint, text, wait.signal);
      if (depth >= MAX_DEPTH)
        throw new ServiceError(
          'service-failed',
          `SERVICE <${endpoint}> asks itself more than ${MAX_DEPTH} times`,
          endpoint,
        );
      const { dataset: _, ...withoutDataset } = alone;
      const inner = { ...resolving, options: withoutDataset, depth: depth + 1 };
      const resolved = await resolveAll(federation.translate(text), inner);
      return recordsOf(answerQuery(store, resolved, withoutDataset));
    },
  });
  return { ...query, algebra: { ...query.algebra, operation } };
}

function rowsOf({ result, terms }: Answer): (ConcreteTerm | undefined)[][] {
  if (result.kind !== 'solutions') throw new Error('only solutions have rows');
  const rows: (ConcreteTerm | undefined)[][] = [];
  for (const { columns, length } of result.batches)
    for (let row = 0; row < length; row += 1)
      rows.push(
        columns.map((column) => {
          const id = column[row] as number;
          return id === 0 ? undefined : terms.termOf(id);
        }),
      );
  return rows;
}

function recordsOf(answer: Answer): ServiceRow[] {
  if (answer.result.kind !== 'solutions') throw new Error('only solutions have rows');
  const { variables } = answer.result;
  return rowsOf(answer).map((row) =>
    Object.fromEntries(
      row.flatMap((term, column) => (term ? [[variables[column] as string, term]] : [])),
    ),
  );
}
