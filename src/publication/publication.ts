/** A publication: a value made from one state of a folder, immutable, swapped as a whole. */
import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { type Folder, type SourceFile, SourceFileError } from '../folder/index.ts';
import { GraphpressError } from '../errors.ts';
import { describeDataset, type Descriptions } from '../description/index.ts';
import { Memo } from '../memo.ts';
import { type AnswerTable, readExpectedAnswer, type SavedQuery } from '../queries/index.ts';
import {
  type BaseMoves,
  type Prefixes,
  rebaseIri,
  rebaseQueryText,
  terms,
  withWellKnown,
} from '../rdf/index.ts';
import {
  DEFAULT_LIMITS,
  embeddedEngine,
  type LimitedEngine,
  pooledEngine,
  type PooledEngineOptions,
} from '../sparql/index.ts';
import { buildStore, mergeStores, type Store, StoreBuilder } from '../store/index.ts';
import { VERSION } from '../version.ts';
import { type About, readAbout } from './build/about.ts';
import { PLACEHOLDER_BASE } from './build/base-iri.ts';
import { derive } from './build/derive.ts';
import { loadBigFile } from './build/load-big-file.ts';
import { loadQuads } from './build/load-quads.ts';
import { readQueryFile } from './build/read-query-file.ts';
import {
  writeSnapshot,
  type StoredState,
  type LoadedFacts,
  readSnapshot,
} from './build/snapshot.ts';
import { openVersions, type Versions } from './history/versions.ts';
import { withVoidGraph } from './build/void-graph.ts';
import type { Writer } from './writer.ts';

export interface Publication {
  /** Names the state of the folder and the base; part of every ETag. */
  readonly version: string;
  /** Ends in a slash. */
  readonly base: string;
  readonly about: About;
  readonly prefixes: Prefixes;
  readonly dataset: Store;
  /** Values derived from this state. */
  readonly memo: Memo;
  readonly shapesGraphs: ReadonlySet<string>;
  /** Answers requests, within limits and in threads of its own. */
  readonly engine: LimitedEngine;
  readonly descriptions: Descriptions;
  readonly queries: readonly SavedQuery[];
  /** Expected answers by the name of the query. */
  readonly expected: ReadonlyMap<string, AnswerTable>;
  /** What was assumed or left out, as sentences for the maintainer of the folder. */
  readonly notices: readonly string[];
  /** The states it was in before. */
  readonly versions: Versions<Publication>;
  /** When its files last changed: as committed, or as the file system has it. */
  readonly modified: () => Promise<Date | undefined>;
  /** Resolves when the snapshot for the next start is written; with a reason if it could not be. */
  readonly snapshotWritten: Promise<string | undefined>;
  /** Changes what is served; undefined where the publication is the folder and nothing else. */
  readonly writer?: Writer;
  /** Terminates the threads of this state and of its earlier versions. */
  readonly close: () => Promise<void>;
}

/** Number of threads and limits of queries; see `PooledEngineOptions` for the defaults. */
export type EngineSettings = Pick<
  PooledEngineOptions,
  'workers' | 'timeoutMs' | 'maxBytes' | 'serviceAllow'
>;

export interface PublicationOptions {
  /** Moves the whole publication to this base. */
  readonly base?: string | undefined;
  readonly engine?: EngineSettings;
  /** Receives a line for each step of long work. */
  readonly onProgress?: (step: string) => void;
}

/** Reads, derives and indexes everything. @throws {GraphpressError} at the first thing that cannot be published. */
export async function buildPublication(
  folder: Folder,
  { base: requestedBase, engine: settings = {}, onProgress = () => {} }: PublicationOptions = {},
): Promise<Publication> {
  const snapshot = readSnapshot(folder, requestedBase);
  const notices: string[] = [];
  if (snapshot && 'reason' in snapshot)
    notices.push(`the snapshot was not used: ${snapshot.reason}`);
  const { store: authored, facts } =
    snapshot && 'store' in snapshot
      ? snapshot
      : await buildFrom(folder, { base: requestedBase, engine: settings, onProgress });
  const isFromSnapshot = snapshot !== undefined && 'store' in snapshot;
  const writing = isFromSnapshot
    ? undefined
    : writeSnapshot(folder, requestedBase, { store: authored, facts });
  const { base, moves, shapesGraphs } = facts;
  const version = versionAt(folder, base);
  const about = readAbout(authored, basename(resolve(folder.path)));
  const dataset = withVoidGraph(authored, { base, version, about });
  const ofRole = (role: SourceFile['role']) => folder.files.filter((file) => file.role === role);
  const queries = ofRole('query').map((file) =>
    readQueryFile({ ...file, text: rebaseQueryText(file.text, moves) }),
  );
  requireUniqueNames(queries);

  const prefixes = withWellKnown(facts.prefixes);
  const engine = pooledEngine(dataset, { ...settings, baseIri: base, prefixes, isLazy: true });
  const versions = openVersions<Publication>(folder, {
    base,
    declaredBase: declaredBaseOf(facts),
    build: (earlier) => buildPublication(earlier, { base, engine: settings }),
    retire: ({ engine: retired }) => retired.retire(),
    close: (earlier) => earlier.close(),
  });
  return Object.freeze({
    version,
    base,
    about,
    prefixes,
    dataset,
    memo: new Memo(),
    shapesGraphs,
    engine,
    descriptions: describeDataset(dataset),
    queries,
    expected: readExpected(ofRole('expected'), moves),
    notices: [
      ...(facts.assumption === undefined ? [] : [facts.assumption]),
      ...folder.ignored,
      ...notices,
    ],
    versions,
    modified: async () => (await folder.history?.committedAt()) ?? folder.modified,
    snapshotWritten: Promise.resolve(writing),
    close: async () => {
      await Promise.all([engine.close(), versions.close()]);
    },
  });
}

/** Reads, derives and indexes what no snapshot holds. */
async function buildFrom(
  folder: Folder,
  { base: requestedBase, engine: settings = {}, onProgress = () => {} }: PublicationOptions,
): Promise<StoredState> {
  const loaded = await loadQuads(folder, requestedBase, (path) => onProgress(`reading ${path}`));
  const { base, moves, shapesGraphs } = loaded;
  const authored = new StoreBuilder({
    version: folder.version,
    isInDefaultGraph: (iri) => !shapesGraphs.has(iri),
  });
  for (const quad of loaded.quads) authored.add(quad);
  for (const file of loaded.bigFiles) await loadBigFile(authored, file, moves);
  onProgress('indexing');
  const store = authored.build();
  const rules = folder.files.filter(({ role }) => role === 'rule');
  if (rules.length === 0) return { store, facts: loaded };
  onProgress(`deriving by ${rules.length} rules`);
  const graph = terms.namedNode(`${base}graph/derived`);
  const engine = embeddedEngine(store, {
    baseIri: base,
    timeoutMs: settings.timeoutMs ?? DEFAULT_LIMITS.timeoutMs,
    maxBytes: settings.maxBytes ?? DEFAULT_LIMITS.maxBytes,
  });
  const derived = await derive(rules, { engine, moves, graph });
  const { version } = folder;
  return { store: mergeStores(store, buildStore(derived, { version })), facts: loaded };
}

/** The base that the data declares: the published base, unless another one was requested. */
const declaredBaseOf = ({ base, moves }: LoadedFacts): string =>
  [...moves.keys()].find((from) => from !== PLACEHOLDER_BASE) ?? base;

/** The same folder at another base, or published by another version of the program, is another publication. */
function versionAt(folder: Folder, base: string): string {
  return createHash('sha256')
    .update(`${folder.version} ${base} ${VERSION}`)
    .digest('hex')
    .slice(0, 16);
}

function readExpected(
  files: readonly SourceFile[],
  moves: BaseMoves,
): ReadonlyMap<string, AnswerTable> {
  const read = ({ path, text }: SourceFile): [string, AnswerTable] => {
    try {
      // CSV does not mark IRIs: a value that starts with the old base is taken for one.
      const table = readExpectedAnswer(text).map((row) =>
        row.map((value) => rebaseIri(value, moves)),
      );
      return [basename(path, '.csv'), table];
    } catch (error) {
      if (!(error instanceof GraphpressError)) throw error;
      throw new SourceFileError(path, undefined, error.message, { cause: error });
    }
  };
  return new Map(files.map(read));
}

function requireUniqueNames(queries: readonly SavedQuery[]): void {
  const paths = new Map<string, string>();
  for (const { name, path } of queries) {
    const other = paths.get(name);
    if (other !== undefined)
      throw new SourceFileError(
        path,
        undefined,
        `has the same name as ${other}: rename one of them`,
      );
    paths.set(name, path);
  }
}
