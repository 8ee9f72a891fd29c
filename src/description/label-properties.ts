/** Which properties name a thing, the best first. */
import { dct, foaf, rdfs, schema, skos } from '../rdf/index.ts';

export const LABEL_PROPERTIES = [
  skos('prefLabel'),
  rdfs('label'),
  dct('title'),
  schema('name'),
  foaf('name'),
  schema('headline'),
] as const;
