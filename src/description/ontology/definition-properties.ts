/** Which properties say what a term means, the best first. */
import { dct, type NamedNode, rdfs, schema, skos } from '../../rdf/index.ts';

export const DEFINITION_PROPERTIES: readonly NamedNode[] = [
  skos('definition'),
  rdfs('comment'),
  dct('description'),
  schema('description'),
];
