/** The dataset in the catalogue: everything that the data states of it, with the classes that DCAT-AP asks for. */
import { dcat, dct, foaf, prov, rdf, type Term, terms, voidVocabulary } from '../../rdf/index.ts';
import { matchQuads } from '../../store/index.ts';
import { FOAF_NAME, namesOf, PUBLIC, sayConcept, sayLicence } from '../eu-codes.ts';
import {
  datasetIri,
  type HarvestSubject,
  lastChange,
  statedOf,
  textsOf,
} from '../harvest-subject.ts';
import type { TripleList } from '../triple-list.ts';
import { vcard } from '../vocabularies.ts';

export function sayDataset(list: TripleList, subject: HarvestSubject, home: Term): void {
  const self = datasetIri(subject);
  list.say(self, rdf('type'), dcat('Dataset'));
  list.say(self, dct('title'), ...textsOf(subject.about.titles));
  sayStated(list, subject, self);
  // The profile has one date of each kind.
  list.say(self, dct('modified'), lastChange(subject));
  list.say(self, dct('identifier'), ...identifiersOf(subject));
  list.say(self, dcat('landingPage'), home);
  list.say(home, rdf('type'), foaf('Document'));
  list.say(self, dcat('version'), terms.literal(subject.version));
  list.say(self, dct('accessRights'), ...accessRightsOf(subject));
  for (const { subject: of, predicate, object } of list.quads.slice())
    sayClassOf(list, subject, { of, predicate, object: object as Term });
  sayContact(list, subject, home);
}

function identifiersOf(subject: HarvestSubject): Term[] {
  const self = datasetIri(subject);
  const stated = statedOf(subject, self, dct('identifier'));
  return stated.length > 0 ? stated : [terms.literal(self.value)];
}

/** What anybody may fetch without a key is public, unless the data says otherwise. */
function accessRightsOf(subject: HarvestSubject): Term[] {
  const stated = statedOf(subject, datasetIri(subject), dct('accessRights'));
  return stated.length > 0 ? stated : [PUBLIC];
}

/** Counts belong to VoID; types beside dcat:Dataset would put it under the rules for other things. */
const isOfVoid = (predicate: Term) => predicate.value.startsWith(voidVocabulary('').value);

/** What is stated of a node, and of the blank nodes below it. */
function sayStated(list: TripleList, subject: HarvestSubject, node: Term): void {
  const graph = terms.defaultGraph();
  const seen = new Set([node.value]);
  const queue = [node];
  for (const of of queue)
    for (const { predicate, object } of matchQuads(subject.dataset, { subject: of, graph })) {
      if (isOfVoid(predicate) || (of.equals(node) && predicate.equals(rdf('type')))) continue;
      if (predicate.equals(dct('modified'))) continue;
      list.say(of, ...sourceRule(subject, predicate, object as Term));
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

/** Classes of the objects of a property, which the profile wants to be said. */
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

interface Said {
  readonly of: Term;
  readonly predicate: Term;
  readonly object: Term;
}

function sayClassOf(list: TripleList, subject: HarvestSubject, { predicate, object }: Said): void {
  if (object.termType === 'Literal') return;
  const type = CLASSES.get(predicate.value);
  if (type) list.say(object, rdf('type'), type);
  if (predicate.equals(dct('license'))) sayLicence(list, subject, object);
  if (predicate.equals(dcat('theme'))) sayConcept(list, subject, object);
  if (type?.equals(foaf('Agent')) === true) sayAgent(list, subject, object);
  // Where a place lies stands with the place.
  if (type?.equals(dct('Location')) === true)
    for (const property of [dcat('bbox'), dcat('centroid')])
      list.say(object, property, ...statedOf(subject, object, property));
}

function sayAgent(list: TripleList, subject: HarvestSubject, agent: Term): void {
  list.say(agent, FOAF_NAME, ...namesOf(subject, agent));
  for (const type of statedOf(subject, agent, dct('type'))) {
    list.say(agent, dct('type'), type);
    sayConcept(list, subject, type);
  }
}

/** Where nobody is named, the publisher can be asked by way of the site. Addresses of people are never made up. */
function sayContact(list: TripleList, subject: HarvestSubject, home: Term): void {
  const self = datasetIri(subject);
  if (statedOf(subject, self, dcat('contactPoint')).length > 0) return;
  const [publisher] = statedOf(subject, self, dct('publisher'));
  if (!publisher) return;
  const contact = list.node();
  list.say(self, dcat('contactPoint'), contact);
  list.say(contact, rdf('type'), vcard('Kind'));
  const [name] = namesOf(subject, publisher);
  list.say(contact, vcard('fn'), terms.literal(name?.value ?? publisher.value));
  list.say(contact, vcard('hasURL'), home);
}
