/** For machines that collect: what the endpoint, the dataset and its catalogue say of themselves. */
export { CATALOG_PATH } from './catalog-path.ts';
export { describeCatalog } from './catalog.ts';
export type { DumpFacts } from './catalog-distributions.ts';
export { countDataset } from './dataset-counts.ts';
export {
  DUMP_FORMS,
  dumpAt,
  type DumpForm,
  type DumpSyntax,
  dumpPath,
  DUMPS_PATH,
  latestDumpPath,
} from './dump-forms.ts';
export { dumpLines } from './dump-lines.ts';
export { dumpTrig, dumpTurtle } from './dump-turtle.ts';
export { type HarvestSubject, lastChange, type Place } from './harvest-subject.ts';
export { linksetsOf } from './linksets.ts';
export { writeLlms } from './llms.ts';
export { lodCloudEntry } from './lod-cloud.ts';
export { writeRobots } from './robots.ts';
export { schemaDataset } from './schema-dataset.ts';
export { describeService } from './service-description.ts';
export { MAX_URLS, writeSitemap, writeSitemapIndex } from './sitemap.ts';
export { describeVoid, VOID_GRAPH_PATH, VOID_PATH } from './void-graph.ts';
export { withHarvestPrefixes } from './vocabularies.ts';
export { descriptionsIn } from './descriptions-in.ts';
export {
  describeFragment,
  type FragmentPattern,
  type FragmentPlace,
  readFragment,
  unskolemized,
} from './fragments.ts';
export { describeStream, describeStreamPage, type StreamMember } from './ldes.ts';
export { type TypedLink, writeLinkset, writeLinksetJson } from './linkset.ts';
export { landingLinks, LINKSET_PATH, linksOfDataset, type Metadata } from './signposting.ts';
