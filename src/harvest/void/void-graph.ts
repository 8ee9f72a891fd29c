/** VoID: what is in the dataset, how much of it, and where it is had. https://www.w3.org/TR/void/ */
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
  type Place,
  statedOf,
  textsOf,
} from '../harvest-subject.ts';
import { linksetsOf } from './linksets.ts';
import { TripleList } from '../triple-list.ts';

/** Path of the graph that holds it in the endpoint. It is no part of the default graph, which it counts. */
export const VOID_GRAPH_PATH = 'graph/void';
/** https://www.w3.org/TR/void/#well-known */
export const VOID_PATH = '.well-known/void';

const number = (value: number) => terms.literal(String(value), xsd('integer'));

/** The whole description: summary, partitions, linksets. */
export function describeVoid(subject: HarvestSubject, place: Place = subject.base): Quad[] {
  const list = new TripleList();
  list.add(summariseVoid(subject, place));
  sayDescription(list, subject, place);
  sayPartitions(list, subject);
  sayLinksets(list, subject);
  return list.quads;
}

/**
 * Counts and addresses alone. Nothing but the dataset is typed void:Dataset, neither partitions nor graphs: there
 * are harvesters that add up void:triples over everything so typed.
 */
export function summariseVoid(subject: HarvestSubject, place: Place = subject.base): Quad[] {
  const list = new TripleList();
  const self = datasetIri(subject);
  const counts = countDataset(subject);
  list.say(self, rdf('type'), voidVocabulary('Dataset'));
  list.say(self, dct('title'), ...textsOf(subject.about.titles));
  for (const name of ['triples', 'entities', 'distinctSubjects', 'distinctObjects'] as const)
    list.say(self, voidVocabulary(name), number(counts[name]));
  list.say(self, voidVocabulary('classes'), number(counts.classes.length));
  list.say(self, voidVocabulary('properties'), number(counts.properties.length));
  list.say(self, voidVocabulary('uriSpace'), terms.literal(subject.base));
  list.say(self, voidVocabulary('sparqlEndpoint'), terms.namedNode(`${place}sparql`));
  return list.quads;
}

/** Properties that go over from the dataset's own description as they are stated there. */
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

function sayDescription(list: TripleList, subject: HarvestSubject, place: Place): void {
  const self = datasetIri(subject);
  list.say(self, dct('description'), ...textsOf(subject.about.descriptions));
  for (const property of STATED) list.say(self, property, ...statedOf(subject, self, property));
  list.say(self, dct('modified'), lastChange(subject));
  for (const form of DUMP_FORMS)
    for (const path of [dumpPath(subject, form), latestDumpPath(subject, form)])
      list.say(self, voidVocabulary('dataDump'), terms.namedNode(place + path));
  for (const iri of vocabulariesOf(subject))
    list.say(self, voidVocabulary('vocabulary'), terms.namedNode(iri));
  const document = terms.namedNode(subject.base + VOID_PATH);
  list.say(document, rdf('type'), voidVocabulary('DatasetDescription'));
  list.say(document, terms.namedNode('http://xmlns.com/foaf/0.1/primaryTopic'), self);
  list.say(self, rdfs('seeAlso'), terms.namedNode(`${place}catalog`));
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
function sayPartitions(list: TripleList, subject: HarvestSubject): void {
  const self = datasetIri(subject);
  const { dictionary } = subject.dataset;
  const { classes, properties } = countDataset(subject);
  for (const { id, entities } of classes) {
    const type = dictionary.termOf(id);
    if (type.termType !== 'NamedNode') continue;
    const partition = list.node();
    list.say(self, voidVocabulary('classPartition'), partition);
    list.say(partition, voidVocabulary('class'), type);
    list.say(partition, voidVocabulary('entities'), number(entities));
  }
  for (const { id, triples, distinctSubjects, distinctObjects } of properties) {
    const partition = list.node();
    list.say(self, voidVocabulary('propertyPartition'), partition);
    list.say(partition, voidVocabulary('property'), dictionary.termOf(id));
    list.say(partition, voidVocabulary('triples'), number(triples));
    list.say(partition, voidVocabulary('distinctSubjects'), number(distinctSubjects));
    list.say(partition, voidVocabulary('distinctObjects'), number(distinctObjects));
  }
}

function sayLinksets(list: TripleList, subject: HarvestSubject): void {
  const self = datasetIri(subject);
  for (const { predicate, target, triples } of linksetsOf(subject)) {
    const [linkset, other] = [list.node(), list.node()];
    list.say(self, voidVocabulary('subset'), linkset);
    list.say(linkset, rdf('type'), voidVocabulary('Linkset'));
    list.say(linkset, voidVocabulary('linkPredicate'), predicate);
    list.say(linkset, voidVocabulary('subjectsTarget'), self);
    list.say(linkset, voidVocabulary('objectsTarget'), other);
    list.say(linkset, voidVocabulary('triples'), number(triples));
    list.say(other, voidVocabulary('uriSpace'), terms.literal(target));
  }
}
