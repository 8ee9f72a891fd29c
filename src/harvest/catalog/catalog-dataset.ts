/** The dataset in the catalogue: all statements about it, with the classes that DCAT-AP requires. */
import { dcat, dct, foaf, prov, rdf, type Term, terms, voidVocabulary } from '../../rdf/index.ts';
import { matchQuads } from '../../store/index.ts';
import { FOAF_NAME, namesOf, PUBLIC, addConcept, addLicence } from '../eu-codes.ts';
import {
  datasetIri,
  type HarvestSubject,
  lastChange,
  statedOf,
  textsOf,
} from '../harvest-subject.ts';
import type { GraphBuilder } from '../graph-builder.ts';
import { vcard } from '../vocabularies.ts';

export function addDataset(builder: GraphBuilder, subject: HarvestSubject, home: Term): void {
  const self = datasetIri(subject);
  builder.add(self, rdf('type'), dcat('Dataset'));
  builder.add(self, dct('title'), ...textsOf(subject.about.titles));
  addStatements(builder, subject, self);
  // The profile allows one date of each kind.
  builder.add(self, dct('modified'), lastChange(subject));
  builder.add(self, dct('identifier'), ...identifiersOf(subject));
  builder.add(self, dcat('landingPage'), home);
  builder.add(home, rdf('type'), foaf('Document'));
  builder.add(self, dcat('version'), terms.literal(subject.version));
  builder.add(self, dct('accessRights'), ...accessRightsOf(subject));
  for (const { subject: of, predicate, object } of builder.quads.slice())
    addClassOfObject(builder, subject, { of, predicate, object: object as Term });
  addContactPoint(builder, subject, home);
}

function identifiersOf(subject: HarvestSubject): Term[] {
  const self = datasetIri(subject);
  const stated = statedOf(subject, self, dct('identifier'));
  return stated.length > 0 ? stated : [terms.literal(self.value)];
}

/** Access is public, since it needs no credentials, unless the data states other rights. */
function accessRightsOf(subject: HarvestSubject): Term[] {
  const stated = statedOf(subject, datasetIri(subject), dct('accessRights'));
  return stated.length > 0 ? stated : [PUBLIC];
}

/** Counts belong to VoID; other types than dcat:Dataset would add the requirements of their classes. */
const isOfVoid = (predicate: Term) => predicate.value.startsWith(voidVocabulary('').value);

/** The statements about a node, and about the blank nodes below it. */
function addStatements(builder: GraphBuilder, subject: HarvestSubject, node: Term): void {
  const graph = terms.defaultGraph();
  const seen = new Set([node.value]);
  const queue = [node];
  for (const of of queue)
    for (const { predicate, object } of matchQuads(subject.dataset, { subject: of, graph })) {
      if (isOfVoid(predicate) || (of.equals(node) && predicate.equals(rdf('type')))) continue;
      if (predicate.equals(dct('modified'))) continue;
      builder.add(of, ...sourceRule(subject, predicate, object as Term));
      if ((object as Term).termType !== 'BlankNode' || seen.has(object.value)) continue;
      seen.add(object.value);
      queue.push(object as Term);
    }
}

/** In DCAT-AP only datasets are sources of datasets; from anything else a dataset is derived. */
function sourceRule(subject: HarvestSubject, predicate: Term, object: Term): [Term, Term] {
  const isDataset = () =>
    statedOf(subject, object, rdf('type')).some((type) => type.equals(dcat('Dataset')));
  return predicate.equals(dct('source')) && !isDataset()
    ? [prov('wasDerivedFrom'), object]
    : [predicate, object];
}

/** Classes of the objects of properties, which the profile requires. */
const CLASSES: ReadonlyMap<string, Term> = new Map([
  [dct('language').value, dct('LinguisticSystem')],
  [dct('spatial').value, dct('Location')],
  [dct('temporal').value, dct('PeriodOfTime')],
  [dct('accessRights').value, dct('RightsStatement')],
  [dct('conformsTo').value, dct('Standard')],
  [dct('accrualPeriodicity').value, dct('Frequency')],
  [dct('publisher').value, foaf('Agent')],
  [dct('creator').value, foaf('Agent')],
  [dcat('contactPoint').value, vcard('Kind')],
  [dcat('landingPage').value, foaf('Document')],
  [foaf('page').value, foaf('Document')],
]);

interface StatedTriple {
  readonly of: Term;
  readonly predicate: Term;
  readonly object: Term;
}

function addClassOfObject(
  builder: GraphBuilder,
  subject: HarvestSubject,
  { predicate, object }: StatedTriple,
): void {
  if (object.termType === 'Literal') return;
  const type = CLASSES.get(predicate.value);
  if (type) builder.add(object, rdf('type'), type);
  if (predicate.equals(dct('license'))) addLicence(builder, subject, object);
  if (predicate.equals(dcat('theme'))) addConcept(builder, subject, object);
  if (type?.equals(foaf('Agent')) === true) addAgent(builder, subject, object);
  // The geometry of a location is stated with the location.
  if (type?.equals(dct('Location')) === true)
    for (const property of [dcat('bbox'), dcat('centroid')])
      builder.add(object, property, ...statedOf(subject, object, property));
}

function addAgent(builder: GraphBuilder, subject: HarvestSubject, agent: Term): void {
  builder.add(agent, FOAF_NAME, ...namesOf(subject, agent));
  for (const type of statedOf(subject, agent, dct('type'))) {
    builder.add(agent, dct('type'), type);
    addConcept(builder, subject, type);
  }
}

/**
 * Without a contact point in the data, the contact is the publisher with the URL of the site. Addresses are never
 * invented.
 */
function addContactPoint(builder: GraphBuilder, subject: HarvestSubject, home: Term): void {
  const self = datasetIri(subject);
  if (statedOf(subject, self, dcat('contactPoint')).length > 0) return;
  const [publisher] = statedOf(subject, self, dct('publisher'));
  if (!publisher) return;
  const contact = builder.blankNode();
  builder.add(self, dcat('contactPoint'), contact);
  builder.add(contact, rdf('type'), vcard('Kind'));
  const [name] = namesOf(subject, publisher);
  builder.add(contact, vcard('fn'), terms.literal(name?.value ?? publisher.value));
  builder.add(contact, vcard('hasURL'), home);
}
