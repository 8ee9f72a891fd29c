/** Networks: nodes and edges for the tools that draw and measure them, and their formats. */
export { type DatasetNetworkOptions, networkOfDataset } from './dataset-network.ts';
export { exploreLinks, exploreDataset, MAX_EXPLORED } from './explore/explore-links.ts';
export { exploreNeighbours, MAX_PAGE, type NeighbourPage } from './explore/explore-neighbours.ts';
export { exploreNode } from './explore/explore-node.ts';
export { exploreStart } from './explore/explore-start.ts';
export type {
  Direction,
  EdgeView,
  GraphPart,
  LinkCount,
  LiteralView,
  Named,
  NodeDetails,
  NodeSummary,
} from './explore/explored.ts';
export type { ExploreContext } from './explore/graph-names.ts';
export type { NetworkContext } from './finish-network.ts';
export { NETWORK_FORMATS, type NetworkFormat } from './formats/formats.ts';
export type { Network } from './network.ts';
export { readLimit, readSelection, type Selection } from './selection.ts';
export { DEFAULT_NODES, MAX_NODES } from './size-limits.ts';
export { networkOfTriples, type TriplesNetworkOptions } from './triples-network.ts';
export { writeNetwork } from './formats/write-network.ts';
