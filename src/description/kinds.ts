/**
 * Coarse kinds of resources: persons, places, events. Pages, networks and maps show the kind by a colour and a word.
 * A class has a kind by its own IRI, or else by its superclasses.
 */

export const KINDS = [
  'person',
  'place',
  'statement',
  'event',
  'organisation',
  'work',
  'concept',
  'other',
  'none',
] as const;
/** `other`: has a class, but none of a listed kind. `none`: has no class. */
export type Kind = (typeof KINDS)[number];

const schemaOrg = (...names: string[]) =>
  names.flatMap((name) => [`https://schema.org/${name}`, `http://schema.org/${name}`]);
const within = (namespace: string, ...names: string[]) => names.map((name) => namespace + name);

const FOAF = 'http://xmlns.com/foaf/0.1/';
const ORG = 'http://www.w3.org/ns/org#';
const PROV = 'http://www.w3.org/ns/prov#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const OWL = 'http://www.w3.org/2002/07/owl#';
const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const DCT = 'http://purl.org/dc/terms/';

/** By descending priority: of several kinds the first one applies. A country that is also an agent is a place. */
const CLASSES: Readonly<Record<Exclude<Kind, 'other' | 'none'>, readonly string[]>> = {
  person: [...schemaOrg('Person'), ...within(FOAF, 'Person'), ...within(PROV, 'Person')],
  place: [
    ...schemaOrg('Place', 'AdministrativeArea', 'Country', 'City', 'State'),
    ...within(DCT, 'Location'),
    ...within(PROV, 'Location'),
    'http://www.w3.org/2003/01/geo/wgs84_pos#SpatialThing',
    'http://www.w3.org/2003/01/geo/wgs84_pos#Point',
    'http://www.opengis.net/ont/geosparql#Feature',
    'http://www.geonames.org/ontology#Feature',
  ],
  statement: [
    ...within(RDF, 'Statement'),
    ...schemaOrg('Claim', 'Observation'),
    'http://purl.org/linked-data/cube#Observation',
    'http://www.w3.org/ns/oa#Annotation',
  ],
  event: [
    ...schemaOrg('Event', 'EventSeries', 'Action'),
    ...within(PROV, 'Activity'),
    ...within(DCT, 'PeriodOfTime'),
    'http://purl.org/NET/c4dm/event.owl#Event',
    'http://www.w3.org/2006/time#TemporalEntity',
  ],
  organisation: [
    ...within(ORG, 'Organization', 'FormalOrganization', 'OrganizationalUnit', 'Post', 'Role'),
    ...within(FOAF, 'Organization', 'Group', 'Agent'),
    ...within(PROV, 'Organization', 'Agent'),
    ...schemaOrg('Organization', 'GovernmentOrganization', 'EducationalOrganization'),
  ],
  work: [
    ...schemaOrg('CreativeWork', 'NewsArticle', 'Article', 'Book', 'Dataset', 'WebPage'),
    ...within(FOAF, 'Document'),
    ...within(DCT, 'BibliographicResource'),
    'http://purl.org/ontology/bibo/Document',
    'http://www.w3.org/ns/dcat#Dataset',
    'http://rdfs.org/ns/void#Dataset',
    ...within(OWL, 'Ontology'),
  ],
  concept: [
    ...within(SKOS, 'Concept', 'ConceptScheme', 'Collection'),
    ...within(RDFS, 'Class', 'Datatype'),
    ...within(RDF, 'Property'),
    ...within(OWL, 'Class', 'ObjectProperty', 'DatatypeProperty', 'AnnotationProperty'),
    ...schemaOrg('DefinedTerm', 'StatisticalVariable'),
  ],
};

const KIND_OF_CLASS: ReadonlyMap<string, Kind> = new Map(
  Object.entries(CLASSES).flatMap(([kind, classes]) =>
    classes.map((iri): [string, Kind] => [iri, kind as Kind]),
  ),
);

const rank = (kind: Kind) => KINDS.indexOf(kind);

/** The kind of a resource with these classes. `superclassesOf` gives the direct superclasses, by rdfs:subClassOf. */
export function kindOf(
  types: Iterable<string>,
  superclassesOf: (iri: string) => Iterable<string>,
): Kind {
  const seen = new Set(types);
  let best: Kind = seen.size > 0 ? 'other' : 'none';
  // A set also iterates over what is added meanwhile; each class is visited once, so that a cycle ends.
  for (const iri of seen) {
    const kind = KIND_OF_CLASS.get(iri);
    if (kind === undefined) for (const superclass of superclassesOf(iri)) seen.add(superclass);
    else if (rank(kind) < rank(best)) best = kind;
  }
  return best;
}
