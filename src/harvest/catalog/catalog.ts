/**
 * The catalogue: one dataset, the endpoint, the dumps. DCAT 3 in the profile DCAT-AP 3.0.1.
 * https://www.w3.org/TR/vocab-dcat-3/ https://semiceu.github.io/DCAT-AP/releases/3.0.1/
 */
import { dcat, dct, foaf, type Quad, rdf, type Term, terms } from '../../rdf/index.ts';
import { sayDataset } from './catalog-dataset.ts';
import { CATALOG_PATH } from './catalog-path.ts';
import {
  type DumpFacts,
  sayDistributions,
  saySparqlDistribution,
} from './catalog-distributions.ts';
import { PUBLIC, sayTaxonomies } from '../eu-codes.ts';
import {
  datasetIri,
  type HarvestSubject,
  lastChange,
  type Place,
  statedOf,
  textsOf,
} from '../harvest-subject.ts';
import { TripleList } from '../triple-list.ts';
import { SPARQL_PROTOCOL } from '../vocabularies.ts';

/** @param dumps size and checksum of each dump. */
export function describeCatalog(
  subject: HarvestSubject,
  place: Place,
  dumps: readonly DumpFacts[],
): Quad[] {
  const list = new TripleList();
  const catalog = terms.namedNode(subject.base + CATALOG_PATH);
  const self = datasetIri(subject);
  const service = terms.namedNode(`${catalog.value}#sparql`);
  const stated = (property: Term) => statedOf(subject, self, property);
  list.say(catalog, rdf('type'), dcat('Catalog'));
  list.say(catalog, dct('title'), ...textsOf(subject.about.titles));
  list.say(catalog, dct('description'), ...descriptionsOf(subject));
  for (const name of ['publisher', 'license', 'language', 'spatial', 'issued'])
    list.say(catalog, dct(name), ...stated(dct(name)));
  list.say(catalog, dct('modified'), lastChange(subject));
  const home = terms.namedNode(place);
  list.say(catalog, foaf('homepage'), home);
  list.say(home, rdf('type'), foaf('Document'));
  list.say(catalog, dcat('dataset'), self);
  list.say(catalog, dcat('service'), service);
  sayTaxonomies(list, subject, catalog);
  sayDataset(list, subject, home);
  list.say(self, dct('description'), ...descriptionsOf(subject));
  const contact = list.quads.find(
    ({ subject: of, predicate }) => of.equals(self) && predicate.equals(dcat('contactPoint')),
  )?.object;
  list.say(catalog, dcat('contactPoint'), contact);
  sayService(list, subject, { service, place });
  list.say(service, dcat('contactPoint'), contact);
  saySparqlDistribution(list, subject, { service, place });
  sayDistributions(list, subject, { place, dumps });
  return list.quads;
}

/** A catalogue has to have one; what the data does not say, the figures do. */
export function descriptionsOf({ about, dataset }: HarvestSubject): Term[] {
  const stated = textsOf(about.descriptions);
  if (stated.length > 0) return stated;
  const figures = `${dataset.defaultIndex.size} statements in ${dataset.graphs.length} named graphs, as linked data with a SPARQL endpoint and dumps.`;
  return [terms.literal(figures, 'en')];
}

function sayService(
  list: TripleList,
  subject: HarvestSubject,
  { service, place }: { readonly service: Term; readonly place: Place },
): void {
  const self = datasetIri(subject);
  const endpoint = terms.namedNode(`${place}sparql`);
  list.say(service, rdf('type'), dcat('DataService'));
  for (const title of textsOf(subject.about.titles))
    list.say(
      service,
      dct('title'),
      title.termType === 'Literal' && title.language !== ''
        ? terms.literal(`SPARQL: ${title.value}`, title.language)
        : terms.literal(`SPARQL: ${title.value}`),
    );
  list.say(service, dcat('endpointURL'), endpoint);
  // Asked without a query, the endpoint describes itself.
  list.say(service, dcat('endpointDescription'), endpoint);
  list.say(service, dcat('servesDataset'), self);
  list.say(service, dct('conformsTo'), SPARQL_PROTOCOL);
  list.say(SPARQL_PROTOCOL, rdf('type'), dct('Standard'));
  list.say(service, dct('accessRights'), PUBLIC);
  for (const property of [dct('publisher'), dct('license'), dcat('theme'), dcat('keyword')])
    list.say(service, property, ...statedOf(subject, self, property));
}
