/** What the dataset says, by resource: labels, descriptions, counts. */
export { describeDataset } from './dataset-descriptions.ts';
export type {
  DatasetStatistics,
  Description,
  Descriptions,
  IncomingProperty,
  PropertyStatements,
  Statement,
  TermCount,
} from './description.ts';
export { LABEL_PROPERTIES } from './label-properties.ts';
export { type Kind, KINDS } from './kinds.ts';
