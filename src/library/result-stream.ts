/** Results as RDF/JS streams that can also be iterated. https://rdf.js.org/stream-spec/#stream-interface */
import { Readable } from 'node:stream';
import type { ResultStream as RdfJsStream } from '@rdfjs/types';

/**
 * Items as they are found: an RDF/JS stream (`data`, `end` and `error` events, `read()`) and an async iterable. Leaving
 * the loop or calling `destroy` ends the query.
 */
export interface ResultStream<Item> extends RdfJsStream<Item>, AsyncIterable<Item> {
  /** Reads all items into an array. */
  toArray(): Promise<Item[]>;
  /** Ends the query. */
  destroy(error?: Error): unknown;
}

export const streamOf = <Item>(items: AsyncIterable<Item>): ResultStream<Item> =>
  Readable.from(items) as unknown as ResultStream<Item>;
