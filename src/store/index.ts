/** One immutable dataset: terms as ids in their order, sorted columns, exact counts. */
export { type Dataset, DEFAULT_GRAPH, type IdQuad, type QuadPattern } from './dataset.ts';
export { matchQuads, type TermPattern } from './match.ts';
export { LineSink, type LineSinkOptions } from './line-sink.ts';
export { mergeIndexes } from './merge-indexes.ts';
export { NAMELESS_GRAPH } from './nameless-graph.ts';
export { lowerBound, Order, type OrderName } from './order.ts';
export { type IdTriple, type Run, runOf, secondsOf, triplesOf, type TriplePattern } from './run.ts';
export { fromSections, type StoreSections, toSections } from './store-sections.ts';
export { Store, type StoreColumns } from './store.ts';
export { buildDataset, buildStore, StoreBuilder, type StoreOptions } from './store-builder.ts';
export { type IdBounds, StoreDictionary } from './store-dictionary.ts';
export { type TermDictionary, type TermId, UNBOUND } from './term-dictionary.ts';
export { TripleIndex } from './triple-index.ts';
