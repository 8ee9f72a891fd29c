/** Earlier states of a publication, from the history of its folder. Nothing is read before the first request. */
import { GraphpressError } from '../../errors.ts';
import { type Commit, type Folder, type History, MAX_STATE_BYTES } from '../../folder/index.ts';
import type { Quad } from '../../rdf/index.ts';
import { loadQuads } from '../build/load-quads.ts';
import {
  indexVersions,
  type KnownFiles,
  type Version,
  type VersionIndex,
} from './version-index.ts';

/** Built states that are cached. */
const MAX_BUILT = 4;
/** Length of the queue of builds; more are refused as `busy`. */
const MAX_WAITING = 4;

export interface Versions<P> {
  /** Whether there are earlier states at all. Without git there are none, nor for a folder too big to read again. */
  areThere(): Promise<boolean>;
  index(): Promise<VersionIndex>;
  /** The versions that speak of one of these IRIs, oldest first. */
  having(iris: readonly string[]): Promise<readonly Version[]>;
  /** The statements of its files, without shapes and without what rules derive. @throws {GraphpressError} when it cannot be read. */
  statementsAt(version: Version): Promise<readonly Quad[]>;
  /** The state at a commit; undefined where there is none that could be published. @throws {GraphpressError} busy */
  publicationAt(hash: string): Promise<P | undefined>;
  /** Closes the publications that were built. */
  close(): Promise<void>;
}

export interface VersionsOptions<P> {
  readonly base: string;
  readonly declaredBase: string;
  readonly build: (folder: Folder) => Promise<P>;
  /** Called when a publication leaves the cache; requests may still use it. */
  readonly retire: (publication: P) => void;
  readonly close: (publication: P) => Promise<void>;
}

/** A state that has no past: an earlier version, or a folder outside version control. */
export const noVersions = <P>(): Versions<P> => ({
  areThere: async () => false,
  index: async () => NO_INDEX,
  having: async () => [],
  statementsAt: async () => [],
  publicationAt: async () => undefined,
  close: async () => {},
});

const NO_INDEX: VersionIndex = { versions: [], isWhole: true, having: () => [] };

export function openVersions<P>(folder: Folder, options: VersionsOptions<P>): Versions<P> {
  const { history } = folder;
  return history === undefined || isBig(folder)
    ? noVersions()
    : new HistoryVersions(history, options);
}

/** Files of lines that are not held in memory are big, and so is what passes the limit for earlier states. */
const isBig = ({ files }: Folder): boolean =>
  files.some(({ chunks }) => chunks !== undefined) ||
  files.reduce((sum, { text }) => sum + text.length, 0) > MAX_STATE_BYTES;

class HistoryVersions<P> implements Versions<P> {
  readonly #history: History;
  readonly #options: VersionsOptions<P>;
  readonly #files: KnownFiles = new Map();
  #index: { readonly head: string; readonly index: Promise<VersionIndex> } | undefined;
  /** The last one that was read: clients request its pages one after the other. */
  #read: { readonly hash: string; readonly statements: Promise<readonly Quad[]> } | undefined;
  /** By commit, the most recently used last. */
  readonly #built = new Map<string, Promise<P | undefined>>();
  readonly #broken = new Set<string>();
  #building: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(history: History, options: VersionsOptions<P>) {
    this.#history = history;
    this.#options = options;
  }

  async areThere(): Promise<boolean> {
    return (await this.#history.commits()).length > 0;
  }

  async index(): Promise<VersionIndex> {
    const head = (await this.#history.commits()).at(-1)?.hash;
    if (head === undefined) return NO_INDEX;
    if (this.#index?.head !== head) {
      const { base, declaredBase } = this.#options;
      const index = indexVersions(this.#history, { base, declaredBase, known: this.#files });
      this.#index = { head, index };
      index.catch(() => {
        this.#index = undefined;
      });
    }
    return this.#index.index;
  }

  async having(iris: readonly string[]): Promise<readonly Version[]> {
    const { versions, having } = await this.index();
    const numbers = new Set(iris.flatMap((iri) => having(iri)));
    return versions.filter(
      ({ commit }, number) => numbers.has(number) && !this.#broken.has(commit.hash),
    );
  }

  async statementsAt({ commit }: Version): Promise<readonly Quad[]> {
    if (this.#read?.hash !== commit.hash) {
      const statements = this.#readStatements(commit);
      this.#read = { hash: commit.hash, statements };
      statements.catch(() => {
        this.#read = undefined;
      });
    }
    return this.#read.statements;
  }

  async #readStatements(commit: Commit): Promise<readonly Quad[]> {
    const folder = await this.#history.folderAt(commit);
    const { quads, shapesGraphs } = await loadQuads(folder, this.#options.base, () => {});
    return quads.filter(({ graph }) => !shapesGraphs.has(graph.value));
  }

  async publicationAt(hash: string): Promise<P | undefined> {
    const commit = (await this.#history.commits()).find((one) => one.hash === hash);
    if (!commit || this.#broken.has(hash)) return undefined;
    let built = this.#built.get(hash);
    this.#built.delete(hash);
    built ??= this.#build(hash, () => this.#history.folderAt(commit));
    this.#built.set(hash, built);
    built.catch(() => this.#built.delete(hash));
    for (const [oldest, evicted] of this.#built) {
      if (this.#built.size <= MAX_BUILT) break;
      this.#built.delete(oldest);
      void evicted.then(
        (publication) => publication && this.#options.retire(publication),
        () => {},
      );
    }
    return built;
  }

  async close(): Promise<void> {
    const built = [...this.#built.values()];
    this.#built.clear();
    for (const result of await Promise.allSettled(built))
      if (result.status === 'fulfilled' && result.value !== undefined)
        await this.#options.close(result.value);
  }

  /** One at a time: a build occupies the main thread. */
  async #build(hash: string, read: () => Promise<Folder>): Promise<P | undefined> {
    if (this.#waiting >= MAX_WAITING)
      throw new GraphpressError('busy', 'too many earlier versions are being read: try again soon');
    this.#waiting += 1;
    const build = this.#building.then(async () => this.#options.build(await read()));
    this.#building = build.catch(() => {});
    try {
      return await build;
    } catch (error) {
      if (!(error instanceof GraphpressError)) throw error;
      this.#broken.add(hash);
      return undefined;
    } finally {
      this.#waiting -= 1;
    }
  }
}
