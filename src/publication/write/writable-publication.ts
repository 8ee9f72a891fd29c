/**
 * A publication that can be written, in memory and for as long as the process lives: each write makes the next
 * version, an immutable value that replaces the previous one. The folder is never written.
 *
 * Its default graph is a graph of its own, as SPARQL Update has it, and starts with what the published default graph
 * holds.
 */
import { randomBytes } from 'node:crypto';
import { describeDataset, type Descriptions } from '../../description/index.ts';
import { GraphpressError } from '../../errors.ts';
import { Memo } from '../../memo.ts';
import { VOID_GRAPH_PATH } from '../../harvest/index.ts';
import { type Quad, terms } from '../../rdf/index.ts';
import {
  applyUpdate,
  type GraphName,
  GraphStore,
  type LimitedEngine,
  parseUpdate,
  type Triple,
  type UpdateOperation,
  type UpdateOptions,
} from '../../sparql/index.ts';
import { matchQuads, type Store } from '../../store/index.ts';
import type { Publication } from '../publication.ts';
import { noVersions } from '../history/versions.ts';
import type { GraphChange, Writer } from '../writer.ts';

export interface WritableOptions {
  /** The engine that answers queries over one version; it is retired when the next one comes. */
  readonly engineOf: (dataset: Store) => LimitedEngine;
  /** How WHERE is answered, and by what LOAD fetches. */
  readonly update: Pick<UpdateOptions, 'load'> & {
    readonly engine: Omit<UpdateOptions['engine'], 'baseIri' | 'prefixes'>;
  };
  readonly token?: string | undefined;
}

/** @returns the current publication, which each write replaces. */
export function openWritable(published: Publication, options: WritableOptions): () => Publication {
  const writable = new WritablePublication(published, options);
  return () => writable.current;
}

class WritablePublication implements Writer {
  readonly token: string | undefined;
  readonly #published: Publication;
  readonly #options: WritableOptions;
  /** Versions of two runs are never the same. */
  readonly #run = randomBytes(6).toString('hex');
  #store: GraphStore;
  #version: Version;
  #versions = 0;
  #blankNodes = 0;
  /** The write that is being done. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(published: Publication, options: WritableOptions) {
    this.token = options.token;
    this.#published = published;
    this.#options = options;
    this.#store = copyOf(published, this.#nextVersion());
    this.#version = this.#publish();
  }

  get current(): Publication {
    return this.#version.publication;
  }

  has(graph: GraphName): boolean {
    return this.#store.has(graph);
  }

  async update(
    text: string,
    options: Pick<UpdateOptions, 'using' | 'endpoint' | 'signal'>,
  ): Promise<void> {
    const { base, prefixes } = this.#published;
    const operations = parseUpdate(text, `${base}sparql`);
    if (options.using && options.using.defaultGraphs.length + options.using.namedGraphs.length > 0)
      refuseTwoDatasets(operations);
    await this.#write((draft) =>
      applyUpdate(draft, operations, {
        ...options,
        load: this.#options.update.load,
        engine: { ...this.#options.update.engine, baseIri: base, prefixes },
        newBlankNode: () => terms.blankNode(this.#newLabel()),
      }),
    );
  }

  newBlankNodeScope(): string {
    return `${this.#newLabel()}.`;
  }

  replaceGraph(graph: GraphName, triples: readonly Triple[]): Promise<GraphChange> {
    return this.#write((draft) => {
      const change = draft.has(graph) ? 'changed' : 'created';
      draft.clear(graph);
      draft.addAll(graph, triples);
      return change;
    });
  }

  addToGraph(graph: GraphName, triples: readonly Triple[]): Promise<GraphChange> {
    return this.#write((draft) => {
      const change = draft.has(graph) ? 'changed' : 'created';
      draft.addAll(graph, triples);
      return change;
    });
  }

  dropGraph(graph: GraphName): Promise<boolean> {
    return this.#write((draft) => {
      const wasThere = draft.has(graph);
      draft.drop(graph);
      return wasThere;
    });
  }

  /** One write after the other. A draft that fails is forgotten. */
  #write<Result>(change: (draft: GraphStore) => Promise<Result> | Result): Promise<Result> {
    const written = this.#writing.then(async () => {
      const draft = this.#store.draft(this.#nextVersion());
      const result = await change(draft);
      this.#store = draft;
      this.#version.retire();
      this.#version = this.#publish();
      return result;
    });
    this.#writing = written.catch(() => {});
    return written;
  }

  #publish(): Version {
    return new Version(this.#published, this.#store, {
      writer: this,
      engineOf: this.#options.engineOf,
    });
  }

  #nextVersion(): string {
    this.#versions += 1;
    return `${this.#published.version}-${this.#run}-${this.#versions}`;
  }

  #newLabel(): string {
    this.#blankNodes += 1;
    return `written${this.#blankNodes}`;
  }
}

/** One state as a publication. It is indexed at the first read, so that a series of writes is indexed once. */
class Version {
  readonly publication: Publication;
  #engine: LimitedEngine | undefined;
  #descriptions: Descriptions | undefined;
  #isRetired = false;

  constructor(
    published: Publication,
    store: GraphStore,
    { writer, engineOf }: { readonly writer: Writer } & Pick<WritableOptions, 'engineOf'>,
  ) {
    const engine = () => {
      this.#engine ??= engineOf(store.toStore());
      // A request that began with this version may need the engine late.
      if (this.#isRetired) this.#engine.retire();
      return this.#engine;
    };
    const descriptions = () => (this.#descriptions ??= describeDataset(store.toStore()));
    this.publication = Object.freeze({
      ...published,
      version: store.version,
      writer,
      memo: new Memo(),
      // What was committed is no earlier state of what was written since.
      versions: noVersions<Publication>(),
      // Times are told to the second, and a second may see many writes.
      modified: async () => undefined,
      get dataset() {
        return store.toStore();
      },
      get engine() {
        return engine();
      },
      get descriptions() {
        return descriptions();
      },
      close: async () => {
        await Promise.all([this.#engine?.close(), published.close()]);
      },
    });
  }

  retire(): void {
    this.#isRetired = true;
    this.#engine?.retire();
  }
}

/** All but the counts that were true of the published state. */
function copyOf({ base, dataset }: Publication, version: string): GraphStore {
  const counts = base + VOID_GRAPH_PATH;
  const store = GraphStore.empty(version);
  const add = ({ subject, predicate, object, graph }: Quad) =>
    store.add({ subject, predicate, object }, graph);
  for (const quad of matchQuads(dataset, { graph: terms.defaultGraph() })) add(quad);
  for (const quad of matchQuads(dataset, {})) if (quad.graph.value !== counts) add(quad);
  return store;
}

/** https://www.w3.org/TR/sparql11-protocol/#update-dataset */
function refuseTwoDatasets(operations: readonly UpdateOperation[]): void {
  if (operations.some((operation) => operation.kind === 'modify' && operation.namesDataset))
    throw new GraphpressError(
      'two-datasets',
      'the update names its graphs by USING or WITH, and the request by using-graph-uri or using-named-graph-uri: use one of them',
    );
}
