/** What is requested of a reader, and what it gives. */
import type { RdfFormat } from './formats.ts';
import type { Quad } from './terms.ts';

export interface ReadOptions {
  readonly format: RdfFormat;
  /** Against which relative IRIs resolve. */
  readonly baseIri: string;
  /** Put before every blank node label, so that two documents never share a blank node. */
  readonly blankNodeScope: string;
}

/** What a document holds: its quads, and the prefixes it declares (name to IRI). */
export interface RdfDocument {
  readonly quads: readonly Quad[];
  readonly prefixes: ReadonlyMap<string, string>;
}
