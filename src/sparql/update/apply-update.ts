/** Executes the operations of an update in order. https://www.w3.org/TR/sparql11-update/#updateLanguage */
import { GraphpressError } from '../../errors.ts';
import { type BlankNode, type Quad, type Term } from '../../rdf/index.ts';
import { embeddedEngine, type EmbeddedEngineOptions } from '../embedded-engine.ts';
import { fillTemplates } from './fill-templates.ts';
import { type GraphStore, graphTerm } from './graph-store.ts';
import { QueryLimitError } from '../errors/query-limit-error.ts';
import type { DocumentLoader } from './load-document.ts';
import type { GraphName, UpdateOperation } from './operations.ts';
import { UpdateError } from './update-error.ts';

export interface UpdateOptions {
  /** Options of the engine that evaluates WHERE. */
  readonly engine: EmbeddedEngineOptions;
  /** The protocol's dataset for WHERE. https://www.w3.org/TR/sparql11-protocol/#update-dataset */
  readonly using?: {
    readonly defaultGraphs: readonly string[];
    readonly namedGraphs: readonly string[];
  };
  /** The URL of the endpoint that received the update. */
  readonly endpoint?: string;
  readonly signal?: AbortSignal;
  /** Fetches for LOAD. */
  readonly load: DocumentLoader;
  /** Creates a blank node that the store does not contain. */
  readonly newBlankNode: () => BlankNode;
}

/** Changes `store`, a draft that has to be discarded where this throws. @throws {GraphpressError} */
export async function applyUpdate(
  store: GraphStore,
  operations: readonly UpdateOperation[],
  options: UpdateOptions,
): Promise<void> {
  for (const operation of operations) await apply(store, operation, options);
}

async function apply(
  store: GraphStore,
  operation: UpdateOperation,
  options: UpdateOptions,
): Promise<void> {
  switch (operation.kind) {
    case 'modify':
      return modify(store, operation, options);
    case 'load':
      return load(store, operation, options);
    case 'clear':
    case 'drop':
      return empty(store, operation);
    case 'create':
      if (operation.graph !== undefined && store.has(operation.graph)) {
        if (operation.isSilent) return;
        const { graph } = operation;
        throw new UpdateError('graph-exists', `graph <${graph}> already exists`, graph);
      }
      return store.create(graphTerm(operation.graph));
    case 'add':
    case 'copy':
    case 'move':
      return transfer(store, operation);
  }
}

/** Estimated memory of a quad to be inserted or deleted. */
const BYTES_PER_QUAD = 200;

/** Collects all quads before it changes any. https://www.w3.org/TR/sparql11-update/#deleteInsert */
async function modify(
  store: GraphStore,
  operation: UpdateOperation & { kind: 'modify' },
  options: UpdateOptions,
): Promise<void> {
  const { maxBytes = Infinity } = options.engine;
  const deletes: Quad[] = [];
  const inserts: Quad[] = [];
  let solutions = 0;
  for await (const valueOf of solutionsOf(store, operation, options)) {
    solutions += 1;
    if (solutions % YIELD_AFTER_SOLUTIONS === 0) await yieldToEventLoop();
    const labels = new Map<string, Term>();
    const blankNode = (label: string) => {
      const fresh = labels.get(label) ?? options.newBlankNode();
      labels.set(label, fresh);
      return fresh;
    };
    for (const quad of fillTemplates(operation.deletes, { valueOf, blankNode })) deletes.push(quad);
    for (const quad of fillTemplates(operation.inserts, { valueOf, blankNode })) inserts.push(quad);
    if ((deletes.length + inserts.length) * BYTES_PER_QUAD > maxBytes)
      throw new QueryLimitError('memory', maxBytes);
  }
  for (const quad of deletes) store.remove(quad, quad.graph);
  for (const quad of inserts) store.add(quad, quad.graph);
}

/** Solutions after which other requests, and the abort of this one, are handled. */
const YIELD_AFTER_SOLUTIONS = 1000;

const yieldToEventLoop = () => new Promise((resolve) => setImmediate(resolve));

type Values = (variable: string) => Term | undefined;

async function* solutionsOf(
  store: GraphStore,
  { where, with: withGraph }: UpdateOperation & { kind: 'modify' },
  options: UpdateOptions,
): AsyncGenerator<Values> {
  if (!where) {
    yield () => undefined;
    return;
  }
  const { using, endpoint, signal, newBlankNode } = options;
  const snapshot = store.toStore();
  const hasUsing = using && using.defaultGraphs.length + using.namedGraphs.length > 0;
  // WITH replaces the default graph alone: https://www.w3.org/TR/sparql11-update/#deleteInsert
  const dataset =
    withGraph === undefined
      ? hasUsing && using
      : { defaultGraphs: [withGraph], namedGraphs: store.names() };
  const result = await embeddedEngine(snapshot, options.engine).query({
    query: where,
    ...(dataset && { dataset }),
    ...(endpoint !== undefined && { endpoint }),
    ...(signal && { signal }),
  });
  if (result.kind !== 'solutions') throw new Error('WHERE gave no solutions');
  const columns = new Map(result.variables.map((name, column) => [name, column]));
  // Blank nodes of BNODE() are numbered per query: they get labels that the store does not contain.
  const renamed = new Map<string, Term>();
  const inStore = (term: Term | undefined): Term | undefined => {
    if (term?.termType !== 'BlankNode' || snapshot.dictionary.idOf(term) !== undefined) return term;
    const fresh = renamed.get(term.value) ?? newBlankNode();
    renamed.set(term.value, fresh);
    return fresh;
  };
  for await (const solution of result.solutions)
    yield (variable) => inStore(solution[columns.get(variable) ?? -1]);
}

/** https://www.w3.org/TR/sparql11-update/#load */
async function load(
  store: GraphStore,
  { source, graph, isSilent }: UpdateOperation & { kind: 'load' },
  { load: fetchDocument, newBlankNode, signal }: UpdateOptions,
): Promise<void> {
  try {
    const scope = `${newBlankNode().value}.`;
    store.addAll(graph, await fetchDocument(source, { blankNodeScope: scope, signal }));
  } catch (error) {
    if (!isSilent || !(error instanceof GraphpressError)) throw error;
  }
}

function empty(
  store: GraphStore,
  { kind, graphs, isSilent }: UpdateOperation & { kind: 'clear' | 'drop' },
): void {
  if (graphs.kind === 'one') {
    if (!exists(store, graphs.graph, isSilent)) return;
    if (kind === 'clear') store.clear(graphs.graph);
    else store.drop(graphs.graph);
    return;
  }
  if (kind === 'clear') store.clearNamed();
  else store.dropNamed();
  if (graphs.kind === 'all') store.clear(undefined);
}

/** https://www.w3.org/TR/sparql11-update/#copy */
function transfer(
  store: GraphStore,
  { kind, from, to, isSilent }: UpdateOperation & { kind: 'add' | 'copy' | 'move' },
): void {
  if (!exists(store, from, isSilent) || from === to) return;
  const triples = store.triplesOf(from);
  if (kind !== 'add') store.clear(to);
  store.addAll(to, triples);
  if (kind === 'move') store.drop(from);
}

/** @throws {UpdateError} for a missing graph without SILENT. */
function exists(store: GraphStore, graph: GraphName, isSilent: boolean): boolean {
  if (store.has(graph)) return true;
  if (isSilent || graph === undefined) return false;
  throw new UpdateError(
    'no-such-graph',
    `graph <${graph}> does not exist: name another one, or use SILENT`,
    graph,
  );
}
