/** What the endpoint says of itself. https://www.w3.org/TR/sparql11-service-description/ */
import { type Quad, rdf, sd, type Term, terms } from '../rdf/index.ts';
import { type Dataset } from '../store/index.ts';

/** IRIs of formats as the W3C names them. https://www.w3.org/ns/formats/ */
const FORMAT_IRIS = [
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
].map((name) => `http://www.w3.org/ns/formats/${name}`);

/** @param endpoint the URL that was asked, without its query. */
export function describeService(dataset: Dataset, endpoint: string): Quad[] {
  const service = terms.blankNode('service');
  const described = terms.blankNode('dataset');
  const defaultGraph = terms.blankNode('defaultGraph');
  const quads: Quad[] = [];
  const say = (subject: Quad['subject'], predicate: Quad['predicate'], object: Term) =>
    quads.push(terms.quad(subject, predicate, object as Quad['object']));
  say(service, rdf('type'), sd('Service'));
  say(service, sd('endpoint'), terms.namedNode(endpoint));
  say(service, sd('supportedLanguage'), sd('SPARQL11Query'));
  say(service, sd('feature'), sd('UnionDefaultGraph'));
  for (const iri of FORMAT_IRIS) say(service, sd('resultFormat'), terms.namedNode(iri));
  say(service, sd('defaultDataset'), described);
  say(described, rdf('type'), sd('Dataset'));
  say(described, sd('defaultGraph'), defaultGraph);
  say(defaultGraph, rdf('type'), sd('Graph'));
  for (const [number, graph] of dataset.graphs.entries()) {
    const named = terms.blankNode(`graph${number}`);
    say(described, sd('namedGraph'), named);
    say(named, rdf('type'), sd('NamedGraph'));
    say(named, sd('name'), dataset.dictionary.termOf(graph));
  }
  return quads;
}
