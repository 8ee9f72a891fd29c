/**
 * SPARQL by Comunica, over a dataset of ours: an oracle of our own engine.
 * The light build is all of SPARQL without a network: nothing a query says can make this program fetch anything.
 */
import { Readable } from 'node:stream';
import type { Bindings, ResultStream } from '@rdfjs/types';
import type { QueryEngine } from '@comunica/query-sparql-rdfjs-lite';
import { GraphpressError } from '../../../src/errors.ts';
import { type Quad, type Term, terms } from '../../../src/rdf/index.ts';
import type {
  Engine,
  ParsedQuery,
  QueryRequest,
  QueryResult,
  Solution,
} from '../../../src/sparql/index.ts';
import { type Dataset, matchQuads, type TermPattern } from '../../../src/store/index.ts';
import { selectGraphs } from '../graph-selection.ts';
import { separateDataset } from './separate-dataset.ts';

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
export function comunicaEngine(
  dataset: Dataset,
  { baseIri }: ComunicaEngineOptions,
): Pick<Engine, 'query'> {
  const source = toSource(dataset);
  return {
    async query(request: QueryRequest): Promise<QueryResult> {
      refuse(request);
      request.signal?.throwIfAborted();
      const comunica = await loadComunica();
      const asked = await separateDataset(request.query, request.dataset, baseIri).catch(rethrow);
      const sources = [asked.graphs ? toSource(selectGraphs(dataset, asked.graphs)) : source];
      const result = await comunica
        .query(
          asked.query as never,
          { sources, baseIRI: baseIri, ...(await bound(request)) } as never,
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
          const stream = (await result.execute().catch(rethrow)) as unknown as Abandonable<Quad>;
          return { kind: 'quads', quads: legalOnly(untilAborted(stream, request.signal)) };
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

type BindingsStream = Abandonable<Bindings> & ResultStream<Bindings>;

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
    `the query cannot be answered: ${reasonOf(error as Error)}`,
    {},
    {
      cause: error,
    },
  );
}

function reasonOf({ message }: Error): string {
  const unknownFunction = /was able to evaluate function (\S+)/.exec(message)?.[1];
  if (unknownFunction !== undefined) return `the function <${unknownFunction}> is not known here`;
  // The lines below the first tell of the engine's inside.
  return message.split('\n', 1)[0] ?? message;
}

async function* toSolutions(
  stream: BindingsStream,
  names: readonly string[],
  signal: AbortSignal | undefined,
): AsyncIterable<Solution> {
  for await (const bindings of untilAborted(stream, signal))
    yield names.map((name) => bindings.get(name) as Term | undefined);
}

/** A template can make what is no RDF triple; such are left out. https://www.w3.org/TR/sparql11-query/#construct */
async function* legalOnly(quads: AsyncIterable<Quad>): AsyncIterable<Quad> {
  for await (const quad of quads)
    if (
      ['NamedNode', 'BlankNode'].includes(quad.subject.termType) &&
      quad.predicate.termType === 'NamedNode'
    )
      yield quad;
}

/** Streams of Comunica can be given up, also while they look for their next item. */
type Abandonable<T> = AsyncIterable<T> & { destroy(reason?: unknown): void };

async function* untilAborted<T>(
  stream: Abandonable<T>,
  signal: AbortSignal | undefined,
): AsyncIterable<T> {
  const stop = () => stream.destroy(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    signal?.throwIfAborted();
    for await (const item of stream) {
      yield item;
      signal?.throwIfAborted();
    }
    signal?.throwIfAborted();
  } catch (error) {
    signal?.throwIfAborted();
    rethrow(error);
  } finally {
    signal?.removeEventListener('abort', stop);
    stream.destroy();
  }
}

/** `SELECT *` has no order of its own; people expect that of the query. */
function inOrderOfMention(names: string[], { text, selectsAll }: ParsedQuery): string[] {
  if (!selectsAll) return names;
  const mentions = Iterator.from(text.matchAll(/[?$]([\p{L}\p{M}\p{N}_\u00B7\u203F\u2040]+)/gu));
  const places = [...new Set(mentions.map(([, name]) => name ?? ''))];
  const order = new Map(places.map((name, place) => [name, place]));
  const place = (name: string) => order.get(name) ?? Infinity;
  return names.toSorted((a, b) => place(a) - place(b) || 0);
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
