/** What the endpoint says of itself. https://www.w3.org/TR/sparql11-service-description/ */
import { rdf, rdfs, type Quad, sd, terms, voidVocabulary, xsd } from '../../rdf/index.ts';
import { datasetIri, type HarvestSubject, type Place } from '../harvest-subject.ts';
import { TripleList } from '../triple-list.ts';
import { summariseVoid, VOID_PATH } from './void-graph.ts';

/** IRIs of formats as the W3C names them. https://www.w3.org/ns/formats/ */
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

/** FROM needs no fetching: the graphs of the dataset are all there is. */
const FEATURES = ['UnionDefaultGraph', 'BasicFederatedQuery'];

/** An endpoint that is written has a default graph of its own. */
const WRITABLE_FEATURES = ['BasicFederatedQuery'];
/** What its LOAD reads. */
const INPUT_FORMATS = ['Turtle', 'JSON-LD', 'RDF_XML', 'N-Triples'];

const formatIri = (name: string) => terms.namedNode(`http://www.w3.org/ns/formats/${name}`);

export interface ServicePlace {
  /** The URL that was asked, without its query. */
  readonly endpoint: string;
  readonly place: Place;
  /** Whether it takes updates. */
  readonly isWritable?: boolean;
}

/**
 * The summary of VoID stands in it, its partitions at the well-known address: clients ask for this document before
 * each query.
 */
export function describeService(
  subject: HarvestSubject,
  { endpoint, place, isWritable = false }: ServicePlace,
): Quad[] {
  const { dataset } = subject;
  const list = new TripleList();
  const [service, described, defaultGraph] = [list.node(), list.node(), list.node()];
  list.say(service, rdf('type'), sd('Service'));
  list.say(service, sd('endpoint'), terms.namedNode(endpoint));
  list.say(service, sd('supportedLanguage'), sd('SPARQL11Query'));
  if (isWritable) list.say(service, sd('supportedLanguage'), sd('SPARQL11Update'));
  const features = isWritable ? WRITABLE_FEATURES : FEATURES;
  for (const feature of features) list.say(service, sd('feature'), sd(feature));
  for (const name of FORMATS) list.say(service, sd('resultFormat'), formatIri(name));
  for (const name of isWritable ? INPUT_FORMATS : [])
    list.say(service, sd('inputFormat'), formatIri(name));
  list.say(service, rdfs('seeAlso'), terms.namedNode(place + VOID_PATH));
  list.say(service, sd('defaultDataset'), described);
  list.say(described, rdf('type'), sd('Dataset'));
  list.say(described, rdfs('seeAlso'), datasetIri(subject));
  list.say(described, sd('defaultGraph'), defaultGraph);
  list.say(defaultGraph, rdf('type'), sd('Graph'));
  for (const graph of dataset.graphs) {
    const [named, itself] = [list.node(), list.node()];
    list.say(described, sd('namedGraph'), named);
    list.say(named, rdf('type'), sd('NamedGraph'));
    list.say(named, sd('name'), dataset.dictionary.termOf(graph));
    list.say(named, sd('graph'), itself);
    // Not typed sd:Graph: some harvesters add up void:triples over all that are.
    list.say(itself, voidVocabulary('triples'), count(dataset.count({ graph })));
  }
  list.add(summariseVoid(subject, place).filter(({ predicate }) => !isEndpoint(predicate.value)));
  list.say(datasetIri(subject), voidVocabulary('sparqlEndpoint'), terms.namedNode(endpoint));
  return list.quads;
}

const isEndpoint = (predicate: string) => predicate === voidVocabulary('sparqlEndpoint').value;
const count = (value: number) => terms.literal(String(value), xsd('integer'));
