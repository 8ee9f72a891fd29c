/** Descriptions of the endpoint, the dataset and the catalogue for harvesters. */
export { CATALOG_PATH } from './catalog/catalog-path.ts';
export { describeCatalog } from './catalog/catalog.ts';
export type { DumpFacts } from './catalog/catalog-distributions.ts';
export { countDataset } from './void/dataset-counts.ts';
export {
  DUMP_FORMS,
  dumpAt,
  type DumpForm,
  dumpPath,
  DUMPS_PATH,
  latestDumpPath,
} from './dump-forms.ts';
export type { DumpSyntax } from './dumps/dump-syntaxes.ts';
export { type HarvestSubject, lastChange, type SiteUrl } from './harvest-subject.ts';
export { linksetsOf } from './void/linksets.ts';
export { writeLlms } from './crawlers/llms.ts';
export { lodCloudEntry } from './crawlers/lod-cloud.ts';
export { writeRobots } from './crawlers/robots.ts';
export { schemaDataset } from './catalog/schema-dataset.ts';
export { describeService } from './void/service-description.ts';
export { MAX_URLS, writeSitemap, writeSitemapIndex } from './crawlers/sitemap.ts';
export { describeVoid, VOID_GRAPH_PATH, VOID_PATH } from './void/void-graph.ts';
export { withHarvestPrefixes } from './vocabularies.ts';
export { groupBySubject } from './streams/group-by-subject.ts';
export {
  describeFragment,
  type FragmentPattern,
  type FragmentPosition,
  readFragment,
  unskolemized,
} from './streams/fragments.ts';
export { describeStream, describeStreamPage, type StreamMember } from './streams/ldes.ts';
export { type TypedLink, writeLinkset, writeLinksetJson } from './links/linkset.ts';
export { landingLinks, LINKSET_PATH, linksOfDataset, type Metadata } from './links/signposting.ts';
