/** Networks: nodes and edges for the tools that draw and measure them, and their formats. */
export { type DatasetNetworkOptions, networkOfDataset } from './dataset-network.ts';
export type { NetworkContext } from './finish-network.ts';
export { NETWORK_FORMATS, type NetworkFormat } from './formats.ts';
export type { Network } from './network.ts';
export { readLimit, readSelection, type Selection } from './selection.ts';
export { DEFAULT_NODES, MAX_NODES } from './size-limits.ts';
export { networkOfTriples, type TriplesNetworkOptions } from './triples-network.ts';
export { writeNetwork } from './write-network.ts';
