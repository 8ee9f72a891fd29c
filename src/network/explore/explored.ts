/** The JSON responses of the explorer: nodes, and parts of a graph. */
import type { Kind } from '../../description/index.ts';

/** A resource with its label and the language of the label. */
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

/** The number of links of a node by one predicate; the links are not read. */
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
  /** Named graphs that contain it. */
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
  /** Named graphs that contain it. */
  readonly graphs: readonly string[];
}

export interface GraphPart {
  readonly nodes: readonly NodeSummary[];
  readonly edges: readonly EdgeView[];
  /** The graphs named by the edges. */
  readonly graphs: readonly Named[];
  /** How many there are in all: neighbours by that predicate, or nodes of the dataset. */
  readonly total: number;
  /** False where edges had to be left out. */
  readonly isWhole: boolean;
}
