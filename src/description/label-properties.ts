/** Which properties name a thing, the best first. */
import { dct, foaf, type NamedNode, rdfs, schema, skos } from '../rdf/index.ts';

export const LABEL_PROPERTIES: readonly NamedNode[] = [
  skos('prefLabel'),
  rdfs('label'),
  dct('title'),
  schema('name'),
  foaf('name'),
  schema('headline'),
];
