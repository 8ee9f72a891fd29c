/** The namespaces and prefixes of the code, in one table, so that a prefix denotes the same IRI everywhere. */
import { type NamedNode, terms } from './terms.ts';

/** Well-known prefixes; a publication declares its own in its files. */
export const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  schema: 'https://schema.org/',
  void: 'http://rdfs.org/ns/void#',
  dcat: 'http://www.w3.org/ns/dcat#',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  sd: 'http://www.w3.org/ns/sparql-service-description#',
  sh: 'http://www.w3.org/ns/shacl#',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  tree: 'https://w3id.org/tree#',
  ldes: 'https://w3id.org/ldes#',
  as: 'https://www.w3.org/ns/activitystreams#',
} as const;

type Vocabulary = (localName: string) => NamedNode;

const vocabulary =
  (namespace: string): Vocabulary =>
  (localName) =>
    terms.namedNode(namespace + localName);

export const rdf: Vocabulary = vocabulary(NAMESPACES.rdf);
export const rdfs: Vocabulary = vocabulary(NAMESPACES.rdfs);
export const xsd: Vocabulary = vocabulary(NAMESPACES.xsd);
export const owl: Vocabulary = vocabulary(NAMESPACES.owl);
export const skos: Vocabulary = vocabulary(NAMESPACES.skos);
export const dct: Vocabulary = vocabulary(NAMESPACES.dct);
export const foaf: Vocabulary = vocabulary(NAMESPACES.foaf);
export const schema: Vocabulary = vocabulary(NAMESPACES.schema);
export const voidVocabulary: Vocabulary = vocabulary(NAMESPACES.void);
export const dcat: Vocabulary = vocabulary(NAMESPACES.dcat);
export const prov: Vocabulary = vocabulary(NAMESPACES.prov);
export const oa: Vocabulary = vocabulary(NAMESPACES.oa);
export const sd: Vocabulary = vocabulary(NAMESPACES.sd);
export const sh: Vocabulary = vocabulary(NAMESPACES.sh);
export const hydra: Vocabulary = vocabulary(NAMESPACES.hydra);
export const tree: Vocabulary = vocabulary(NAMESPACES.tree);
export const ldes: Vocabulary = vocabulary(NAMESPACES.ldes);
export const activity: Vocabulary = vocabulary(NAMESPACES.as);
