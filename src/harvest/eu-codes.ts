/** What DCAT-AP wants to be said of the things a catalogue names: their classes, and names for codes. */
import { dct, type NamedNode, NAMESPACES, rdf, skos, type Term, terms } from '../rdf/index.ts';
import { datasetIri, type HarvestSubject, statedOf } from './harvest-subject.ts';
import type { TripleList } from './triple-list.ts';
import { euAuthority } from './vocabularies.ts';

export const PUBLIC: NamedNode = euAuthority('access-right/PUBLIC');
export const AVAILABLE: NamedNode = euAuthority('planned-availability/AVAILABLE');

/** A code of some list, which has to have a name where it is used. */
export function sayConcept(list: TripleList, subject: HarvestSubject, concept: Term): void {
  list.say(concept, rdf('type'), skos('Concept'));
  list.say(concept, skos('prefLabel'), ...namesOf(subject, concept));
}

/** Names that the data has for a thing, or else the end of its IRI. */
export function namesOf(subject: HarvestSubject, thing: Term): Term[] {
  const stated = [skos('prefLabel'), dct('title'), FOAF_NAME].map((property) =>
    statedOf(subject, thing, property).filter(({ termType }) => termType === 'Literal'),
  );
  const best = stated.find((names) => names.length > 0);
  return best ?? [terms.literal(lastPartOf(thing.value))];
}

export const FOAF_NAME: NamedNode = terms.namedNode(`${NAMESPACES.foaf}name`);

const lastPartOf = (iri: string) => iri.split(/[/#]/).findLast((part) => part !== '') ?? iri;

/** The list from which a theme is taken: what it says itself, or else the IRI above its own. */
export function sayTaxonomies(list: TripleList, subject: HarvestSubject, catalog: Term): void {
  for (const theme of statedOf(subject, datasetIri(subject), dcatTheme)) {
    if (theme.termType !== 'NamedNode') continue;
    const [stated] = statedOf(subject, theme, skos('inScheme'));
    const scheme = stated ?? terms.namedNode(theme.value.replace(/[/#][^/#]*$/, ''));
    list.say(catalog, terms.namedNode(`${NAMESPACES.dcat}themeTaxonomy`), scheme);
    list.say(scheme, rdf('type'), skos('ConceptScheme'));
    list.say(scheme, dct('title'), ...namesOf(subject, scheme));
    list.say(theme, skos('inScheme'), scheme);
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

export function sayLicence(list: TripleList, subject: HarvestSubject, licence: Term): void {
  list.say(licence, rdf('type'), dct('LicenseDocument'));
  const parts = /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\//.exec(licence.value);
  for (const part of parts?.[1]?.split('-') ?? []) {
    const name = LICENCE_TYPES[part];
    if (name === undefined) continue;
    const type = terms.namedNode(`http://purl.org/adms/licencetype/${name}`);
    list.say(licence, dct('type'), type);
    sayConcept(list, subject, type);
  }
}
