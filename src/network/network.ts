/** A network: nodes and edges for the tools that draw and measure them. All formats are written from it. */

/** What an attribute holds; `text` wherever anything else would change a value. */
export type ColumnKind = 'text' | 'integer' | 'double' | 'boolean';
export type AttributeValue = string | number | boolean;

/** One attribute of nodes: a property whose values are literals. */
export interface AttributeColumn {
  /** IRI of the property. */
  readonly property: string;
  /** Prefixed name, or the IRI where no prefix covers it: the same in every language, and never one of our own words. */
  readonly name: string;
  readonly kind: ColumnKind;
}

export interface NetworkNode {
  /** An IRI, or "_:" and the label of a blank node. */
  readonly id: string;
  readonly label: string;
  /** IRI of a class: of several, the one with the fewest instances in the dataset. */
  readonly type: string | undefined;
  /** By IRI of the property. */
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}

export interface NetworkEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** IRI of the property. */
  readonly predicate: string;
  readonly label: string;
}

export interface Network {
  readonly title: string;
  readonly columns: readonly AttributeColumn[];
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** What was left out, as sentences; empty for a complete network. Every format contains them. */
  readonly limits: readonly string[];
}
