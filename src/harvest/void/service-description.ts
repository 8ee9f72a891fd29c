/** The service description of the endpoint. https://www.w3.org/TR/sparql11-service-description/ */
import { rdf, rdfs, type Quad, sd, terms, voidVocabulary, xsd } from '../../rdf/index.ts';
import { datasetIri, type HarvestSubject, type SiteUrl } from '../harvest-subject.ts';
import { GraphBuilder } from '../graph-builder.ts';
import { summariseVoid, VOID_PATH } from './void-graph.ts';

/** IRIs of formats by the W3C. https://www.w3.org/ns/formats/ */
const FORMATS = [
  'SPARQL_Results_JSON',
  'SPARQL_Results_XML',
  'SPARQL_Results_CSV',
  'SPARQL_Results_TSV',
  'Turtle',
  'JSON-LD',
  'RDF_XML',
  'N-Triples',
  'N-Quads',
  'TriG',
];

/** FROM fetches nothing: only graphs of the dataset are available. */
const FEATURES = ['UnionDefaultGraph', 'BasicFederatedQuery'];

/** A writable endpoint has a default graph that is not the union. */
const WRITABLE_FEATURES = ['BasicFederatedQuery'];
/** The formats that LOAD reads. */
const INPUT_FORMATS = ['Turtle', 'JSON-LD', 'RDF_XML', 'N-Triples'];

const formatIri = (name: string) => terms.namedNode(`http://www.w3.org/ns/formats/${name}`);

export interface ServiceAddress {
  /** The requested URL, without its query. */
  readonly endpoint: string;
  readonly siteUrl: SiteUrl;
  /** Whether it accepts updates. */
  readonly isWritable?: boolean;
}

/**
 * Contains the summary of VoID; the partitions are at the well-known address, since clients request this document
 * before each query.
 */
export function describeService(
  subject: HarvestSubject,
  { endpoint, siteUrl, isWritable = false }: ServiceAddress,
): Quad[] {
  const { dataset } = subject;
  const builder = new GraphBuilder();
  const [service, described, defaultGraph] = [
    builder.blankNode(),
    builder.blankNode(),
    builder.blankNode(),
  ];
  builder.add(service, rdf('type'), sd('Service'));
  builder.add(service, sd('endpoint'), terms.namedNode(endpoint));
  builder.add(service, sd('supportedLanguage'), sd('SPARQL11Query'));
  if (isWritable) builder.add(service, sd('supportedLanguage'), sd('SPARQL11Update'));
  const features = isWritable ? WRITABLE_FEATURES : FEATURES;
  for (const feature of features) builder.add(service, sd('feature'), sd(feature));
  for (const name of FORMATS) builder.add(service, sd('resultFormat'), formatIri(name));
  for (const name of isWritable ? INPUT_FORMATS : [])
    builder.add(service, sd('inputFormat'), formatIri(name));
  builder.add(service, rdfs('seeAlso'), terms.namedNode(siteUrl + VOID_PATH));
  builder.add(service, sd('defaultDataset'), described);
  builder.add(described, rdf('type'), sd('Dataset'));
  builder.add(described, rdfs('seeAlso'), datasetIri(subject));
  builder.add(described, sd('defaultGraph'), defaultGraph);
  builder.add(defaultGraph, rdf('type'), sd('Graph'));
  for (const graph of dataset.graphs) {
    const [named, itself] = [builder.blankNode(), builder.blankNode()];
    builder.add(described, sd('namedGraph'), named);
    builder.add(named, rdf('type'), sd('NamedGraph'));
    builder.add(named, sd('name'), dataset.dictionary.termOf(graph));
    builder.add(named, sd('graph'), itself);
    // Not typed sd:Graph: some harvesters sum void:triples over all resources of that type.
    builder.add(itself, voidVocabulary('triples'), count(dataset.count({ graph })));
  }
  builder.addAll(
    summariseVoid(subject, siteUrl).filter(({ predicate }) => !isEndpoint(predicate.value)),
  );
  builder.add(datasetIri(subject), voidVocabulary('sparqlEndpoint'), terms.namedNode(endpoint));
  return builder.quads;
}

const isEndpoint = (predicate: string) => predicate === voidVocabulary('sparqlEndpoint').value;
const count = (value: number) => terms.literal(String(value), xsd('integer'));
