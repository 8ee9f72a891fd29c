/** The ontologies that the data declares (owl:Ontology), and the terms that each of them defines. */
import { dct, owl, rdf, rdfs, schema } from '../../rdf/index.ts';
import { type TermId, type GraphReader } from '../../store/index.ts';
import { LABEL_PROPERTIES } from '../label-properties.ts';
import { DEFINITION_PROPERTIES } from './definition-properties.ts';
import type { OntologyDocument } from './ontology.ts';

const MAX_DOCUMENTS = 50;

export function readDocuments(reader: GraphReader): OntologyDocument[] {
  return reader
    .subjects(rdf('type'), owl('Ontology'))
    .filter((id) => reader.isIri(id))
    .slice(0, MAX_DOCUMENTS)
    .map((id) => {
      const first = (...properties: Parameters<typeof reader.object>[1][]) =>
        properties.map((property) => reader.object(id, property)?.value).find(Boolean);
      return {
        iri: reader.store.dictionary.textOf(id),
        labels: reader.textByLanguage(id, LABEL_PROPERTIES),
        descriptions: reader.textByLanguage(id, DEFINITION_PROPERTIES),
        version: first(owl('versionInfo'), schema('version')),
        license: first(dct('license'), schema('license')),
        created: first(dct('created'), dct('issued')),
        modified: first(dct('modified')),
      };
    });
}

/** The ontologies of this data to which a term belongs: by rdfs:isDefinedBy, or by its IRI. */
export function definersOf(
  reader: GraphReader,
  id: TermId,
  documents: readonly OntologyDocument[],
): string[] {
  const iri = reader.store.dictionary.textOf(id);
  const declared = new Set(reader.iris(id, rdfs('isDefinedBy')));
  return documents.map((one) => one.iri).filter((one) => declared.has(one) || isBelow(iri, one));
}

/** Whether the IRI of a term is the document's IRI followed by a local name. */
function isBelow(iri: string, document: string): boolean {
  if (!iri.startsWith(document) || iri === document) return false;
  return /[#/]$/.test(document) || /^[#/]/.test(iri.slice(document.length));
}
