/** The namespaces this code names, and the prefixes it writes. One table: a prefix stands for the same IRI everywhere. */
import { type NamedNode, terms } from './terms.ts';

/** Well-known prefixes; a publication's own come from its files. */
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

export const rdf = vocabulary(NAMESPACES.rdf);
export const rdfs = vocabulary(NAMESPACES.rdfs);
export const xsd = vocabulary(NAMESPACES.xsd);
export const owl = vocabulary(NAMESPACES.owl);
export const skos = vocabulary(NAMESPACES.skos);
export const dct = vocabulary(NAMESPACES.dct);
export const foaf = vocabulary(NAMESPACES.foaf);
export const schema = vocabulary(NAMESPACES.schema);
export const voidVocabulary = vocabulary(NAMESPACES.void);
export const dcat = vocabulary(NAMESPACES.dcat);
export const prov = vocabulary(NAMESPACES.prov);
export const oa = vocabulary(NAMESPACES.oa);
export const sd = vocabulary(NAMESPACES.sd);
export const sh = vocabulary(NAMESPACES.sh);
export const hydra = vocabulary(NAMESPACES.hydra);
export const tree = vocabulary(NAMESPACES.tree);
export const ldes = vocabulary(NAMESPACES.ldes);
export const activity = vocabulary(NAMESPACES.as);
