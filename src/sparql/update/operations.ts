/** The operations of SPARQL 1.1 Update as data. https://www.w3.org/TR/sparql11-update/ */
import type { Term } from '../../rdf/index.ts';
import type { ParsedQuery } from '../syntax/parse.ts';

/** A graph of the graph store by its IRI; the default graph has none. */
export type GraphName = string | undefined;

/** A quad that may have variables, and blank nodes that are created anew for each solution. */
export interface QuadTemplate {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}

/** The graphs of CLEAR and DROP. */
export type GraphSelection =
  | { readonly kind: 'one'; readonly graph: GraphName }
  | { readonly kind: 'named' }
  | { readonly kind: 'all' };

export type UpdateOperation =
  /** DELETE and INSERT, with data or with templates. https://www.w3.org/TR/sparql11-update/#deleteInsert */
  | {
      readonly kind: 'modify';
      readonly deletes: readonly QuadTemplate[];
      readonly inserts: readonly QuadTemplate[];
      /** Undefined for INSERT DATA and DELETE DATA. */
      readonly where: ParsedQuery | undefined;
      /** The graph of WITH, unless USING overrides it. */
      readonly with: GraphName;
      /** Whether USING or WITH names the dataset: the protocol must not do so then. */
      readonly namesDataset: boolean;
    }
  | {
      readonly kind: 'load';
      readonly source: string;
      readonly graph: GraphName;
      readonly isSilent: boolean;
    }
  | {
      readonly kind: 'clear' | 'drop';
      readonly graphs: GraphSelection;
      readonly isSilent: boolean;
    }
  | { readonly kind: 'create'; readonly graph: GraphName; readonly isSilent: boolean }
  | {
      readonly kind: 'add' | 'copy' | 'move';
      readonly from: GraphName;
      readonly to: GraphName;
      readonly isSilent: boolean;
    };
