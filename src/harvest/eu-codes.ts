/** Statements that DCAT-AP requires about resources in a catalogue: their classes, and labels of codes. */
import { dct, type NamedNode, NAMESPACES, rdf, skos, type Term, terms } from '../rdf/index.ts';
import { datasetIri, type HarvestSubject, statedOf } from './harvest-subject.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { euAuthority } from './vocabularies.ts';

export const PUBLIC: NamedNode = euAuthority('access-right/PUBLIC');
export const AVAILABLE: NamedNode = euAuthority('planned-availability/AVAILABLE');

/** Adds a code with its label, which is required in the catalogue. */
export function addConcept(builder: GraphBuilder, subject: HarvestSubject, concept: Term): void {
  builder.add(concept, rdf('type'), skos('Concept'));
  builder.add(concept, skos('prefLabel'), ...namesOf(subject, concept));
}

/** The names of a resource in the data, or else the last part of its IRI. */
export function namesOf(subject: HarvestSubject, thing: Term): Term[] {
  const stated = [skos('prefLabel'), dct('title'), FOAF_NAME].map((property) =>
    statedOf(subject, thing, property).filter(({ termType }) => termType === 'Literal'),
  );
  const best = stated.find((names) => names.length > 0);
  return best ?? [terms.literal(lastPartOf(thing.value))];
}

export const FOAF_NAME: NamedNode = terms.namedNode(`${NAMESPACES.foaf}name`);

const lastPartOf = (iri: string) => iri.split(/[/#]/).findLast((part) => part !== '') ?? iri;

/** Adds the concept scheme of each theme: as stated, or else the parent of its IRI. */
export function addTaxonomies(builder: GraphBuilder, subject: HarvestSubject, catalog: Term): void {
  for (const theme of statedOf(subject, datasetIri(subject), dcatTheme)) {
    if (theme.termType !== 'NamedNode') continue;
    const [stated] = statedOf(subject, theme, skos('inScheme'));
    const scheme = stated ?? terms.namedNode(theme.value.replace(/[/#][^/#]*$/, ''));
    builder.add(catalog, terms.namedNode(`${NAMESPACES.dcat}themeTaxonomy`), scheme);
    builder.add(scheme, rdf('type'), skos('ConceptScheme'));
    builder.add(scheme, dct('title'), ...namesOf(subject, scheme));
    builder.add(theme, skos('inScheme'), scheme);
  }
}

const dcatTheme = terms.namedNode(`${NAMESPACES.dcat}theme`);

/** Kinds of licence, by the parts of the name of a Creative Commons one. https://www.w3.org/TR/vocab-adms/ */
const LICENCE_TYPES: Readonly<Record<string, string>> = {
  by: 'Attribution',
  sa: 'ViralEffect-ShareAlike',
  nc: 'NonCommercialUseOnly',
  nd: 'NoDerivativeWork',
  zero: 'PublicDomain',
  mark: 'PublicDomain',
};

export function addLicence(builder: GraphBuilder, subject: HarvestSubject, licence: Term): void {
  builder.add(licence, rdf('type'), dct('LicenseDocument'));
  const parts = /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\//.exec(licence.value);
  for (const part of parts?.[1]?.split('-') ?? []) {
    const name = LICENCE_TYPES[part];
    if (name === undefined) continue;
    const type = terms.namedNode(`http://purl.org/adms/licencetype/${name}`);
    builder.add(licence, dct('type'), type);
    addConcept(builder, subject, type);
  }
}
