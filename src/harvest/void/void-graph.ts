/** VoID: content, size and access of the dataset. https://www.w3.org/TR/void/ */
import {
  dct,
  type Quad,
  rdf,
  rdfs,
  splitIri,
  terms,
  voidVocabulary,
  xsd,
} from '../../rdf/index.ts';
import { countDataset } from './dataset-counts.ts';
import { DUMP_FORMS, dumpPath, latestDumpPath } from '../dump-forms.ts';
import {
  datasetIri,
  type HarvestSubject,
  lastChange,
  type SiteUrl,
  statedOf,
  textsOf,
} from '../harvest-subject.ts';
import { linksetsOf } from './linksets.ts';
import { GraphBuilder } from '../graph-builder.ts';

/** Path of the graph with the description in the endpoint. It is not part of the default graph, which it counts. */
export const VOID_GRAPH_PATH = 'graph/void';
/** https://www.w3.org/TR/void/#well-known */
export const VOID_PATH = '.well-known/void';

const number = (value: number) => terms.literal(String(value), xsd('integer'));

/** The full description: summary, partitions, linksets. */
export function describeVoid(subject: HarvestSubject, siteUrl: SiteUrl = subject.base): Quad[] {
  const builder = new GraphBuilder();
  builder.addAll(summariseVoid(subject, siteUrl));
  addDescription(builder, subject, siteUrl);
  addPartitions(builder, subject);
  addLinksets(builder, subject);
  return builder.quads;
}

/**
 * Counts and addresses only. Only the dataset is typed void:Dataset, neither partitions nor graphs: some harvesters
 * sum void:triples over all resources of that type.
 */
export function summariseVoid(subject: HarvestSubject, siteUrl: SiteUrl = subject.base): Quad[] {
  const builder = new GraphBuilder();
  const self = datasetIri(subject);
  const counts = countDataset(subject);
  builder.add(self, rdf('type'), voidVocabulary('Dataset'));
  builder.add(self, dct('title'), ...textsOf(subject.about.titles));
  for (const name of ['triples', 'entities', 'distinctSubjects', 'distinctObjects'] as const)
    builder.add(self, voidVocabulary(name), number(counts[name]));
  builder.add(self, voidVocabulary('classes'), number(counts.classes.length));
  builder.add(self, voidVocabulary('properties'), number(counts.properties.length));
  builder.add(self, voidVocabulary('uriSpace'), terms.literal(subject.base));
  builder.add(self, voidVocabulary('sparqlEndpoint'), terms.namedNode(`${siteUrl}sparql`));
  return builder.quads;
}

/** Properties that are copied from the dataset's own description. */
const STATED = [
  dct('license'),
  dct('rights'),
  dct('publisher'),
  dct('creator'),
  dct('language'),
  dct('identifier'),
  dct('source'),
  dct('issued'),
  voidVocabulary('exampleResource'),
];

function addDescription(builder: GraphBuilder, subject: HarvestSubject, siteUrl: SiteUrl): void {
  const self = datasetIri(subject);
  builder.add(self, dct('description'), ...textsOf(subject.about.descriptions));
  for (const property of STATED) builder.add(self, property, ...statedOf(subject, self, property));
  builder.add(self, dct('modified'), lastChange(subject));
  for (const form of DUMP_FORMS)
    for (const path of [dumpPath(subject, form), latestDumpPath(subject, form)])
      builder.add(self, voidVocabulary('dataDump'), terms.namedNode(siteUrl + path));
  for (const iri of vocabulariesOf(subject))
    builder.add(self, voidVocabulary('vocabulary'), terms.namedNode(iri));
  const document = terms.namedNode(subject.base + VOID_PATH);
  builder.add(document, rdf('type'), voidVocabulary('DatasetDescription'));
  builder.add(document, terms.namedNode('http://xmlns.com/foaf/0.1/primaryTopic'), self);
  builder.add(self, rdfs('seeAlso'), terms.namedNode(`${siteUrl}catalog`));
}

/** The vocabularies that the dataset names, and the namespaces of every class and property it uses. */
function vocabulariesOf(subject: HarvestSubject): string[] {
  const { dictionary } = subject.dataset;
  const { classes, properties } = countDataset(subject);
  const stated = statedOf(subject, datasetIri(subject), voidVocabulary('vocabulary'));
  const found = new Set(stated.map(({ value }) => value));
  const [start, end] = dictionary.ranges.iris;
  for (const { id } of [...classes, ...properties]) {
    if (id < start || id >= end) continue;
    const { namespace } = splitIri(dictionary.textOf(id));
    if (/^https?:/.test(namespace) && !found.has(namespace.replace(/#$/, ''))) found.add(namespace);
  }
  return [...found].toSorted();
}

/** https://www.w3.org/TR/void/#class-property-partitions */
function addPartitions(builder: GraphBuilder, subject: HarvestSubject): void {
  const self = datasetIri(subject);
  const { dictionary } = subject.dataset;
  const { classes, properties } = countDataset(subject);
  for (const { id, entities } of classes) {
    const type = dictionary.termOf(id);
    if (type.termType !== 'NamedNode') continue;
    const partition = builder.blankNode();
    builder.add(self, voidVocabulary('classPartition'), partition);
    builder.add(partition, voidVocabulary('class'), type);
    builder.add(partition, voidVocabulary('entities'), number(entities));
  }
  for (const { id, triples, distinctSubjects, distinctObjects } of properties) {
    const partition = builder.blankNode();
    builder.add(self, voidVocabulary('propertyPartition'), partition);
    builder.add(partition, voidVocabulary('property'), dictionary.termOf(id));
    builder.add(partition, voidVocabulary('triples'), number(triples));
    builder.add(partition, voidVocabulary('distinctSubjects'), number(distinctSubjects));
    builder.add(partition, voidVocabulary('distinctObjects'), number(distinctObjects));
  }
}

function addLinksets(builder: GraphBuilder, subject: HarvestSubject): void {
  const self = datasetIri(subject);
  for (const { predicate, target, triples } of linksetsOf(subject)) {
    const [linkset, other] = [builder.blankNode(), builder.blankNode()];
    builder.add(self, voidVocabulary('subset'), linkset);
    builder.add(linkset, rdf('type'), voidVocabulary('Linkset'));
    builder.add(linkset, voidVocabulary('linkPredicate'), predicate);
    builder.add(linkset, voidVocabulary('subjectsTarget'), self);
    builder.add(linkset, voidVocabulary('objectsTarget'), other);
    builder.add(linkset, voidVocabulary('triples'), number(triples));
    builder.add(other, voidVocabulary('uriSpace'), terms.literal(target));
  }
}
