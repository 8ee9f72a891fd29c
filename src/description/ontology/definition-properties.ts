/** Which properties say what a term means, the best first. */
import { dct, rdfs, schema, skos } from '../../rdf/index.ts';

export const DEFINITION_PROPERTIES = [
  skos('definition'),
  rdfs('comment'),
  dct('description'),
  schema('description'),
] as const;
