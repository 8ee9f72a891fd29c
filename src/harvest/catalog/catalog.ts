/**
 * The catalogue: one dataset, the endpoint, the dumps. DCAT 3 in the profile DCAT-AP 3.0.1.
 * https://www.w3.org/TR/vocab-dcat-3/ https://semiceu.github.io/DCAT-AP/releases/3.0.1/
 */
import { dcat, dct, foaf, type Quad, rdf, type Term, terms } from '../../rdf/index.ts';
import { addDataset } from './catalog-dataset.ts';
import { CATALOG_PATH } from './catalog-path.ts';
import {
  type DumpFacts,
  addDistributions,
  addSparqlDistribution,
} from './catalog-distributions.ts';
import { PUBLIC, addTaxonomies } from '../eu-codes.ts';
import {
  datasetIri,
  type HarvestSubject,
  lastChange,
  type SiteUrl,
  statedOf,
  textsOf,
} from '../harvest-subject.ts';
import { GraphBuilder } from '../graph-builder.ts';
import { SPARQL_PROTOCOL } from '../vocabularies.ts';

/** @param dumps size and checksum of each dump. */
export function describeCatalog(
  subject: HarvestSubject,
  siteUrl: SiteUrl,
  dumps: readonly DumpFacts[],
): Quad[] {
  const builder = new GraphBuilder();
  const catalog = terms.namedNode(subject.base + CATALOG_PATH);
  const self = datasetIri(subject);
  const service = terms.namedNode(`${catalog.value}#sparql`);
  const stated = (property: Term) => statedOf(subject, self, property);
  builder.add(catalog, rdf('type'), dcat('Catalog'));
  builder.add(catalog, dct('title'), ...textsOf(subject.about.titles));
  builder.add(catalog, dct('description'), ...descriptionsOf(subject));
  for (const name of ['publisher', 'license', 'language', 'spatial', 'issued'])
    builder.add(catalog, dct(name), ...stated(dct(name)));
  builder.add(catalog, dct('modified'), lastChange(subject));
  const home = terms.namedNode(siteUrl);
  builder.add(catalog, foaf('homepage'), home);
  builder.add(home, rdf('type'), foaf('Document'));
  builder.add(catalog, dcat('dataset'), self);
  builder.add(catalog, dcat('service'), service);
  addTaxonomies(builder, subject, catalog);
  addDataset(builder, subject, home);
  builder.add(self, dct('description'), ...descriptionsOf(subject));
  const contact = builder.quads.find(
    ({ subject: of, predicate }) => of.equals(self) && predicate.equals(dcat('contactPoint')),
  )?.object;
  builder.add(catalog, dcat('contactPoint'), contact);
  addService(builder, subject, { service, siteUrl });
  builder.add(service, dcat('contactPoint'), contact);
  addSparqlDistribution(builder, subject, { service, siteUrl });
  addDistributions(builder, subject, { siteUrl, dumps });
  return builder.quads;
}

/** The description, which is required: from the data, else from the counts. */
export function descriptionsOf({ about, dataset }: HarvestSubject): Term[] {
  const stated = textsOf(about.descriptions);
  if (stated.length > 0) return stated;
  const figures = `${dataset.defaultIndex.size} statements in ${dataset.graphs.length} named graphs, as linked data with a SPARQL endpoint and dumps.`;
  return [terms.literal(figures, 'en')];
}

function addService(
  builder: GraphBuilder,
  subject: HarvestSubject,
  { service, siteUrl }: { readonly service: Term; readonly siteUrl: SiteUrl },
): void {
  const self = datasetIri(subject);
  const endpoint = terms.namedNode(`${siteUrl}sparql`);
  builder.add(service, rdf('type'), dcat('DataService'));
  for (const title of textsOf(subject.about.titles))
    builder.add(
      service,
      dct('title'),
      title.termType === 'Literal' && title.language !== ''
        ? terms.literal(`SPARQL: ${title.value}`, title.language)
        : terms.literal(`SPARQL: ${title.value}`),
    );
  builder.add(service, dcat('endpointURL'), endpoint);
  // A request without a query returns the service description.
  builder.add(service, dcat('endpointDescription'), endpoint);
  builder.add(service, dcat('servesDataset'), self);
  builder.add(service, dct('conformsTo'), SPARQL_PROTOCOL);
  builder.add(SPARQL_PROTOCOL, rdf('type'), dct('Standard'));
  builder.add(service, dct('accessRights'), PUBLIC);
  for (const property of [dct('publisher'), dct('license'), dcat('theme'), dcat('keyword')])
    builder.add(service, property, ...statedOf(subject, self, property));
}
