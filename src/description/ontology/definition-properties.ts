/** The properties that hold the definition of a term, by descending priority. */
import { dct, type NamedNode, rdfs, schema, skos } from '../../rdf/index.ts';

export const DEFINITION_PROPERTIES: readonly NamedNode[] = [
  skos('definition'),
  rdfs('comment'),
  dct('description'),
  schema('description'),
];
