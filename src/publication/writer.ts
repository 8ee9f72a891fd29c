/** What may be done to a publication that can be written. https://www.w3.org/TR/sparql11-update/, https://www.w3.org/TR/sparql11-http-rdf-update/ */
import type { GraphName, Triple, UpdateOptions } from '../sparql/index.ts';

/** What a write made of a graph. */
export type GraphChange = 'created' | 'changed';

/** Writes happen one after the other; each is done as a whole or not at all. */
export interface Writer {
  /** Token that a request must send to write; undefined if no token is needed. */
  readonly token: string | undefined;
  /** Whether there is such a graph, be it empty. */
  has(graph: GraphName): boolean;
  /** @throws {GraphpressError} for an update that cannot be read or done; then nothing has changed. */
  update(
    text: string,
    options: Pick<UpdateOptions, 'using' | 'endpoint' | 'signal'>,
  ): Promise<void>;
  /** Put before the labels of blank nodes of a document, so that none is one of the store. */
  newBlankNodeScope(): string;
  replaceGraph(graph: GraphName, triples: readonly Triple[]): Promise<GraphChange>;
  addToGraph(graph: GraphName, triples: readonly Triple[]): Promise<GraphChange>;
  /** @returns whether it was there. */
  dropGraph(graph: GraphName): Promise<boolean>;
}
