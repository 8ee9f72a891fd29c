/** One immutable dataset: terms as ids, patterns, exact counts. */
export { type Dataset, DEFAULT_GRAPH, type IdQuad, type QuadPattern } from './dataset.ts';
export { type GraphNames, selectGraphs } from './graph-selection.ts';
export { matchQuads, type TermPattern } from './match.ts';
export { buildDataset, type PlainDatasetOptions } from './plain-dataset.ts';
export { MapDictionary, type TermDictionary, type TermId, UNBOUND } from './term-dictionary.ts';
