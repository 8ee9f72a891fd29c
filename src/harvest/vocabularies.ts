/** Vocabularies and prefixes that are used by descriptions for harvesters only. */
import { type NamedNode, type Prefixes, terms } from '../rdf/index.ts';

const NAMESPACES = {
  adms: 'http://www.w3.org/ns/adms#',
  dcatap: 'http://data.europa.eu/r5r/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
} as const;

type Vocabulary = (localName: string) => NamedNode;

const vocabulary =
  (namespace: string): Vocabulary =>
  (localName) =>
    terms.namedNode(namespace + localName);

export const dcatap: Vocabulary = vocabulary(NAMESPACES.dcatap);
export const spdx: Vocabulary = vocabulary(NAMESPACES.spdx);
export const vcard: Vocabulary = vocabulary(NAMESPACES.vcard);

/** Codes of the European Union, which DCAT-AP requires. https://op.europa.eu/en/web/eu-vocabularies */
export const euAuthority = (path: string): NamedNode =>
  terms.namedNode(`http://publications.europa.eu/resource/authority/${path}`);

/** The IRI of a media type in its registry. https://www.iana.org/assignments/media-types/ */
export const mediaTypeIri = (mediaType: string): NamedNode =>
  terms.namedNode(`https://www.iana.org/assignments/media-types/${mediaType}`);

/** The IRI of the SPARQL protocol. */
export const SPARQL_PROTOCOL: NamedNode = terms.namedNode(
  'https://www.w3.org/TR/sparql11-protocol/',
);

/** The prefixes of a publication, and those of harvesting whose names it does not use. */
export const withHarvestPrefixes = (own: Prefixes): Prefixes =>
  new Map([...Object.entries(NAMESPACES).filter(([name]) => !own.has(name)), ...own]);
