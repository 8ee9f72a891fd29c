/** Labels, descriptions and counts by resource; the ontology and the shapes; full-text search. */
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
export { type Kind, kindOf, KINDS } from './kinds.ts';
export { isSearchQuick, openSearch } from './search/open-search.ts';
export { type Segment, segmentsOf, type Snippet } from './search/snippet.ts';
export { SEARCHED_CHARACTERS } from './search/resource-texts.ts';
export type { Substitution } from './search/match-words.ts';
export { type Found, type Hit, Search } from './search/search.ts';
export { MAX_RESOURCES } from './search/search-index.ts';
export { TypeReader } from './search/type-reader.ts';
export type {
  ClassExpression,
  ClassFacts,
  ClassLink,
  CodeList,
  CodeListEntry,
  Ontology,
  OntologyDocument,
  OntologyTerm,
  PropertyFacts,
  Usage,
} from './ontology/ontology.ts';
export { readOntology } from './ontology/read-ontology.ts';
export { readShapes } from './shapes/read-shapes.ts';
export type {
  Constraint,
  IriConstraint,
  QualifiedConstraint,
  Severity,
  Shape,
  ShapePath,
  Shapes,
  ShapesConstraint,
  ShapeTarget,
  ValueConstraint,
} from './shapes/shape.ts';
export type { TaggedText } from '../store/index.ts';
