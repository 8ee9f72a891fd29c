/** Options and result of the RDF readers. */
import type { RdfFormat } from './formats.ts';
import type { Quad } from './terms.ts';

export interface ReadOptions {
  readonly format: RdfFormat;
  /** The base for relative IRIs. */
  readonly baseIri: string;
  /** Prefix of all blank node labels, so that two documents never share a blank node. */
  readonly blankNodeScope: string;
}

/** The quads of a document, and the prefixes that it declares (name to IRI). */
export interface RdfDocument {
  readonly quads: readonly Quad[];
  readonly prefixes: ReadonlyMap<string, string>;
}
