/** How big a network may be: the limits of drawing tools, and of a server. */

export const DEFAULT_NODES = 5000;
export const MAX_NODES = 50_000;
const DEFAULT_EDGES = 20_000;
const DEFAULT_VALUES = 250_000;

export interface SizeLimits {
  readonly nodes: number;
  readonly edges: number;
  /** Literals. */
  readonly values: number;
}

/** The other limits grow in proportion to the requested number of nodes. */
export const sizeLimits = (nodes: number): SizeLimits => ({
  nodes,
  edges: Math.max(DEFAULT_EDGES, (nodes / DEFAULT_NODES) * DEFAULT_EDGES),
  values: Math.max(DEFAULT_VALUES, (nodes / DEFAULT_NODES) * DEFAULT_VALUES),
});

/** "5,000" */
export const inWords = (count: number): string => count.toLocaleString('en-US');

/** How to get what a notice reports as missing. */
export const moreIsPossible = (limit: number): string =>
  limit < MAX_NODES ? ` A limit of up to ${inWords(MAX_NODES)} nodes shows more.` : '';
