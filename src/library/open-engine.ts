/** An engine over any data: a folder, files, or quads of another library. */
import { stat } from 'node:fs/promises';
import type { Quad } from '@rdfjs/types';
import { readFolder } from '../folder/index.ts';
import { buildPublication } from '../publication/index.ts';
import { withWellKnown } from '../rdf/index.ts';
import { pooledEngine } from '../sparql/index.ts';
import { type EngineOptions, engineSettings } from './engine-options.ts';
import { type QueryEngine, queryEngine } from './query-engine.ts';
import { storeOfFiles, storeOfQuads } from './source-store.ts';

/** A folder or file by its path, several files, or quads: an RDF/JS dataset, an N3 store, an array, a stream. */
export type EngineSource = string | readonly string[] | Iterable<Quad> | AsyncIterable<Quad>;

/** An engine that owns its threads. */
export interface OpenEngine extends QueryEngine, AsyncDisposable {
  /** Terminates the threads; running queries fail. */
  close(): Promise<void>;
}

/**
 * Indexes a source and answers queries over it in worker threads, within limits. The threads start with the first query
 * that needs one and do not prevent the process from exiting. A folder is read as `openPublication` reads it, rules
 * included; for files and quads the default graph is a graph of its own. Later changes of the source are not seen.
 * @throws {GraphpressError} with one line that states what is wrong, where, and what to do.
 * @example
 * await using engine = await openEngine(dataset, { timeoutMs: 5000 });
 * for await (const row of await engine.queryBindings('SELECT ?s { ?s ?p ?o }')) console.log(row.get('s'));
 */
export async function openEngine(
  source: EngineSource,
  options: EngineOptions = {},
): Promise<OpenEngine> {
  const settings = engineSettings(options);
  const { base } = options;
  if (typeof source === 'string' && !(await isFile(source))) {
    const folder = await buildPublication(await readFolder(source), { base, engine: settings });
    return closable(
      queryEngine(() => folder.engine),
      folder.close,
    );
  }
  const paths = pathsIn(source);
  const store = paths
    ? await storeOfFiles(paths, base)
    : await storeOfQuads(source as Iterable<Quad>);
  const engine = pooledEngine(store, {
    ...settings,
    baseIri: base ?? 'urn:x-graphpress:base/',
    prefixes: withWellKnown(new Map()),
    isLazy: true,
  });
  return closable(
    queryEngine(() => engine),
    () => engine.close(),
  );
}

const closable = (engine: QueryEngine, close: () => Promise<void>): OpenEngine => ({
  ...engine,
  close,
  [Symbol.asyncDispose]: close,
});

const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() ?? false;

function pathsIn(source: EngineSource): readonly string[] | undefined {
  if (typeof source === 'string') return [source];
  return Array.isArray(source) && typeof source[0] === 'string' ? (source as string[]) : undefined;
}
