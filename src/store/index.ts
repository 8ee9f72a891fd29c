/** One immutable dataset: terms as ids in their order, sorted columns, exact counts. */
export { type Dataset, DEFAULT_GRAPH, type IdQuad, type QuadPattern } from './dataset.ts';
export { matchQuads, type TermPattern } from './match.ts';
export { LineSink, type LineSinkOptions } from './build/line-sink.ts';
export { mergeStores } from './build/merge-stores.ts';
export { mergeIndexes } from './orders/merge-indexes.ts';
export { NAMELESS_GRAPH } from './nameless-graph.ts';
export { lowerBound, Order, type OrderName } from './orders/order.ts';
export {
  basicOrder,
  countsBySecond,
  firstTerms,
  type IdInterval,
  type IdTriple,
  type PatternRange,
  patternRange,
  POSITIONS_OF_ORDER,
  rangeOfPrefix,
  triplesIn,
  type TriplePattern,
  type TriplePosition,
} from './orders/pattern-range.ts';
export { readSectionFile, type SectionFile, writeSectionFile } from './snapshot/section-file.ts';
export { writeInThread } from './snapshot/write-in-thread.ts';
export { fromSections, type StoreSections, toSections } from './snapshot/store-sections.ts';
export { Store, type StoreColumns } from './store.ts';
export {
  buildDataset,
  buildStore,
  StoreBuilder,
  type StoreOptions,
} from './build/store-builder.ts';
export { type IdBounds, StoreDictionary } from './dictionary/store-dictionary.ts';
export { type TermDictionary, type TermId, UNBOUND } from './dictionary/term-dictionary.ts';
export { TripleIndex } from './orders/triple-index.ts';
export { GraphReader, type TaggedText } from './graph-reader.ts';
