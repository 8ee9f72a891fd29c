/** What an explorer is told of a graph, a piece at a time. Plain data, as it goes over the wire. */
import type { Kind } from '../../description/index.ts';

/** What to call something, and in which language that is. */
export interface Named {
  /** An IRI, or "_:" and the label of a blank node. */
  readonly iri: string;
  readonly label: string;
  /** Tag of the label's language; empty where it has none. */
  readonly lang: string;
}

export interface NodeSummary extends Named {
  readonly kind: Kind;
  /** Of several classes the one with the fewest instances. */
  readonly type?: Named;
}

export type Direction = 'out' | 'in';

/** The links of a node by one predicate, none of them read. */
export interface LinkCount extends Named {
  readonly direction: Direction;
  readonly count: number;
}

export interface LiteralView {
  readonly predicate: Named;
  readonly value: string;
  readonly lang: string;
  /** Prefixed name or IRI of the datatype; empty for plain text. */
  readonly datatype: string;
  /** Named graphs that say so. */
  readonly graphs: readonly string[];
}

export interface NodeDetails extends NodeSummary {
  /** All classes. */
  readonly types: readonly Named[];
  readonly description?: { readonly text: string; readonly lang: string };
  readonly literals: readonly LiteralView[];
  /** How many literals there are, of which `literals` may be the first. */
  readonly literalCount: number;
  readonly predicates: readonly LinkCount[];
  /** How many more predicates there are than these. */
  readonly morePredicates: number;
  /** The graphs named above. */
  readonly graphs: readonly Named[];
}

export interface EdgeView {
  readonly source: string;
  readonly target: string;
  readonly predicate: string;
  readonly label: string;
  readonly lang: string;
  /** Named graphs that say so. */
  readonly graphs: readonly string[];
}

export interface GraphPiece {
  readonly nodes: readonly NodeSummary[];
  readonly edges: readonly EdgeView[];
  /** The graphs named by the edges. */
  readonly graphs: readonly Named[];
  /** How many there are in all: neighbours by that predicate, or nodes of the whole. */
  readonly total: number;
  /** False where edges had to be left out. */
  readonly isWhole: boolean;
}
