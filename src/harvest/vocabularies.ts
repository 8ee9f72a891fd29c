/** Vocabularies and prefixes that only descriptions for harvesters need. */
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

/** Codes of the European Union, which DCAT-AP asks for. https://op.europa.eu/en/web/eu-vocabularies */
export const euAuthority = (path: string): NamedNode =>
  terms.namedNode(`http://publications.europa.eu/resource/authority/${path}`);

/** A media type as the registry names it. https://www.iana.org/assignments/media-types/ */
export const mediaTypeIri = (mediaType: string): NamedNode =>
  terms.namedNode(`https://www.iana.org/assignments/media-types/${mediaType}`);

/** The protocol that a SPARQL endpoint speaks. */
export const SPARQL_PROTOCOL: NamedNode = terms.namedNode(
  'https://www.w3.org/TR/sparql11-protocol/',
);

/** A publication's prefixes, and ours where it does not use the name itself. */
export const withHarvestPrefixes = (own: Prefixes): Prefixes =>
  new Map([...Object.entries(NAMESPACES).filter(([name]) => !own.has(name)), ...own]);
