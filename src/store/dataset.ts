/**
 * The seam between data and everything that reads it: an RDF dataset whose default graph is the union of some of
 * its named graphs. https://www.w3.org/TR/sparql11-query/#rdfDataset
 */
import type { TermDictionary, TermId } from './dictionary/term-dictionary.ts';

/** In place of a graph's id: the default graph, the union in which a triple counts once. */
export const DEFAULT_GRAPH = -1;

/** Which quads are meant: each place holds a term id, or undefined for any. */
export interface QuadPattern {
  readonly subject?: TermId | undefined;
  readonly predicate?: TermId | undefined;
  readonly object?: TermId | undefined;
  /** A named graph, the default graph, or undefined for each named graph in turn. */
  readonly graph?: TermId | typeof DEFAULT_GRAPH | undefined;
}

/** A quad as ids; in the default graph `graph` is the named graph in which the triple was found first. */
export interface IdQuad {
  readonly subject: TermId;
  readonly predicate: TermId;
  readonly object: TermId;
  readonly graph: TermId;
}

/** An immutable RDF dataset. */
export interface Dataset {
  /** Names the state of the data: equal versions hold equal quads. */
  readonly version: string;
  readonly dictionary: TermDictionary;
  /** All named graphs. */
  readonly graphs: readonly TermId[];
  /** Those of them whose union is the default graph. */
  readonly defaultGraphs: ReadonlySet<TermId>;
  /** How many quads match, exactly. */
  count(pattern: QuadPattern): number;
  /** The quads that match, in an order that is the same each time. */
  scan(pattern: QuadPattern): Iterable<IdQuad>;
}
