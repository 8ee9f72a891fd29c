/**
 * SPARQL by Comunica, over a dataset of ours. Loaded at the first query, since that takes half a second.
 * The light build is all of SPARQL without a network: nothing a query says can make this program fetch anything.
 */
import { Readable } from 'node:stream';
import type { Bindings, ResultStream } from '@rdfjs/types';
import type { QueryEngine } from '@comunica/query-sparql-rdfjs-lite';
import { GraphpressError } from '../errors.ts';
import { type Quad, type Term, terms } from '../rdf/index.ts';
import { type Dataset, matchQuads, type TermPattern } from '../store/index.ts';
import type { Engine, QueryRequest, QueryResult, Solution } from './engine.ts';
import type { ParsedQuery } from './parse.ts';
import { withDataset } from './protocol-dataset.ts';

export interface ComunicaEngineOptions {
  /** Against which relative IRIs in queries resolve. */
  readonly baseIri: string;
}

let loading: Promise<QueryEngine> | undefined;

/** Loads Comunica ahead of the first query. Safe to call at any time. */
export function loadComunica(): Promise<QueryEngine> {
  loading ??= import('@comunica/query-sparql-rdfjs-lite').then(
    ({ QueryEngine }) => new QueryEngine(),
  );
  return loading;
}

/** An engine that answers queries over `dataset`. Updates and SERVICE are refused. */
export function comunicaEngine(dataset: Dataset, { baseIri }: ComunicaEngineOptions): Engine {
  const source = toSource(dataset);
  return {
    async query(request: QueryRequest): Promise<QueryResult> {
      refuse(request);
      const comunica = await loadComunica();
      const text = await withDataset(request.query, request.dataset, baseIri);
      const result = await comunica
        .query(
          text as never,
          { sources: [source], baseIRI: baseIri, ...(await bound(request)) } as never,
        )
        .catch(rethrow);
      switch (result.resultType) {
        case 'bindings': {
          const { variables } = await result.metadata();
          const names = inOrderOfMention(
            variables.map(({ value }) => value),
            request.query,
          );
          const stream = (await result.execute().catch(rethrow)) as unknown as BindingsStream;
          return {
            kind: 'solutions',
            variables: names,
            solutions: toSolutions(stream, names, request.signal),
          };
        }
        case 'boolean':
          return { kind: 'boolean', value: await result.execute().catch(rethrow) };
        case 'quads': {
          const stream = (await result.execute().catch(rethrow)) as unknown as AsyncIterable<Quad>;
          return { kind: 'quads', quads: untilAborted(stream, request.signal) };
        }
        case 'void':
          throw new Error('an update passed the refusal');
      }
    },
  };
}

/** Initial bindings as Comunica takes them. */
async function bound({ bindings }: QueryRequest): Promise<object> {
  if (!bindings || bindings.size === 0) return {};
  const { BindingsFactory } = await import('@comunica/utils-bindings-factory');
  const entries = Array.from(bindings, ([name, term]) => [terms.variable(name), term] as const);
  return { initialBindings: new BindingsFactory(terms as never).bindings(entries as never) };
}

type BindingsStream = AsyncIterable<Bindings> & ResultStream<Bindings>;

function refuse({ query }: QueryRequest): void {
  if (query.form === 'update')
    throw new GraphpressError(
      'read-only',
      'this endpoint is read-only: it takes queries, not updates',
    );
  if (query.usesService)
    throw new GraphpressError(
      'service-refused',
      'SERVICE is not available here: ask each endpoint by itself and join the answers',
    );
}

/** An error of evaluation belongs to whoever wrote the query. */
function rethrow(error: unknown): never {
  throw new GraphpressError(
    'query-evaluation',
    `the query cannot be answered: ${(error as Error).message}`,
    {},
    {
      cause: error,
    },
  );
}

async function* toSolutions(
  stream: BindingsStream,
  names: readonly string[],
  signal: AbortSignal | undefined,
): AsyncIterable<Solution> {
  for await (const bindings of untilAborted(stream, signal))
    yield names.map((name) => bindings.get(name) as Term | undefined);
}

async function* untilAborted<T>(
  stream: AsyncIterable<T>,
  signal: AbortSignal | undefined,
): AsyncIterable<T> {
  for await (const item of stream) {
    signal?.throwIfAborted();
    yield item;
  }
}

/** `SELECT *` has no order of its own; people expect that of the query. */
function inOrderOfMention(names: string[], { text, selectsAll }: ParsedQuery): string[] {
  const place = (name: string) =>
    text.search(new RegExp(String.raw`[?$]${name}(?![\p{L}\p{N}_])`, 'u'));
  return selectsAll ? names.toSorted((a, b) => place(a) - place(b)) : names;
}

/** Our dataset as Comunica wants it: https://rdf.js.org/stream-spec/#source-interface, with exact counts. */
function toSource(dataset: Dataset): object {
  const pattern = (s?: Term, p?: Term, o?: Term, g?: Term): TermPattern => ({
    subject: s,
    predicate: p,
    object: o,
    graph: g,
  });
  return {
    match: (s?: Term, p?: Term, o?: Term, g?: Term) =>
      Readable.from(matchQuads(dataset, pattern(s, p, o, g))),
    countQuads: (s?: Term, p?: Term, o?: Term, g?: Term) => {
      let count = 0;
      for (const _ of matchQuads(dataset, pattern(s, p, o, g))) count += 1;
      return count;
    },
  };
}
