/** The properties that hold a label, by descending priority. */
import { dct, foaf, type NamedNode, rdfs, schema, skos } from '../rdf/index.ts';

export const LABEL_PROPERTIES: readonly NamedNode[] = [
  skos('prefLabel'),
  rdfs('label'),
  dct('title'),
  schema('name'),
  foaf('name'),
  schema('headline'),
];
