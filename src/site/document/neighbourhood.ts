/** What is near a resource: its neighbours, places and dates, for the drawings of its page. */
import type { Description, Kind } from '../../description/index.ts';
import type { Neighbour, PlaceOf, SpanOf } from '../../pages/index.ts';
import {
  dcat,
  dct,
  prov,
  rdf,
  rdfs,
  schema,
  skos,
  type Term,
  terms,
  xsd,
} from '../../rdf/index.ts';
import type { Publication } from '../../publication/index.ts';
import { valuesOf } from './values-of.ts';

/** Neighbours drawn at most. */
const MAX_NEIGHBOURS = 24;
/** Neighbours requested their places and dates. */
const MAX_REQUESTED = 60;
/** Of one property, so that a hub does not fill the picture. */
const MAX_OF_ONE_PROPERTY = 8;

const GEO = 'http://www.w3.org/2003/01/geo/wgs84_pos#';
const LATITUDE = [schema('latitude'), terms.namedNode(`${GEO}lat`)];
const LONGITUDE = [schema('longitude'), terms.namedNode(`${GEO}long`)];

/** Beginnings and ends that belong together. */
const INTERVALS: readonly (readonly [start: Term, end: Term])[] = [
  [schema('startDate'), schema('endDate')],
  [prov('startedAtTime'), prov('endedAtTime')],
  [dcat('startDate'), dcat('endDate')],
];

/** What is said about things by saying which things they are: no neighbours. */
const EXCLUDED_PREDICATES: ReadonlySet<string> = new Set(
  [
    rdf('type'),
    rdf('predicate'),
    rdfs('isDefinedBy'),
    skos('exactMatch'),
    skos('closeMatch'),
    schema('sameAs'),
    schema('url'),
    dct('license'),
  ].map(({ value }) => value),
);

/** Properties that join a statement with what it is about. */
const REIFYING: ReadonlySet<string> = new Set([rdf('subject').value, rdf('object').value]);

const DATES: ReadonlySet<string> = new Set(
  ['date', 'dateTime', 'gYear', 'gYearMonth'].map((name) => xsd(name).value),
);

/** What people look for first; the rest is drawn where there is little of that. */
const PREFERRED_KINDS: ReadonlySet<Kind> = new Set([
  'person',
  'place',
  'event',
  'organisation',
  'other',
]);
/** From so many on, the others are left out. */
const MIN_PREFERRED = 3;

/** The neighbours worth a picture. */
export async function neighboursOf(
  { descriptions }: Publication,
  description: Description,
): Promise<readonly Neighbour[]> {
  const all = allNeighbours(description);
  const iris = all.map(({ iri }) => iri);
  const labels = await descriptions.labels(iris);
  const kinds = await descriptions.kinds(iris);
  const named = all.filter(({ iri }) => labels.has(iri));
  const best = named.filter(({ iri }) => PREFERRED_KINDS.has(kinds.get(iri) ?? 'none'));
  const plain = named.filter(({ predicate }) => !REIFYING.has(predicate));
  const shown = best.length >= MIN_PREFERRED ? best : plain.length > 0 ? plain : named;
  return shown.slice(0, MAX_NEIGHBOURS);
}

function allNeighbours({ iri, properties, incoming }: Description): Neighbour[] {
  const outgoing = properties.flatMap(({ predicate, statements }) =>
    EXCLUDED_PREDICATES.has(predicate)
      ? []
      : statements
          .filter(({ value }) => value.termType === 'NamedNode' && value.value !== iri)
          .slice(0, MAX_OF_ONE_PROPERTY)
          .map(({ value }) => ({ iri: value.value, predicate, isIncoming: false })),
  );
  const others = incoming.flatMap(({ predicate, subjects }) =>
    EXCLUDED_PREDICATES.has(predicate)
      ? []
      : subjects
          .filter((subject) => subject !== iri)
          .slice(0, MAX_OF_ONE_PROPERTY)
          .map((subject) => ({ iri: subject, predicate, isIncoming: true })),
  );
  return [...outgoing, ...others];
}

/** Where the resource is, or what it names. */
export function placesNear(publication: Publication, description: Description): PlaceOf[] {
  const own = placeOf(publication, description.iri);
  if (own) return [own];
  return requested(description)
    .map((iri) => placeOf(publication, iri))
    .filter((place) => place !== undefined);
}

const requested = (description: Description): string[] =>
  [
    ...new Set(
      allNeighbours(description)
        .filter(({ predicate }) => !REIFYING.has(predicate))
        .map(({ iri }) => iri),
    ),
  ].slice(0, MAX_REQUESTED);

function placeOf(publication: Publication, iri: string): PlaceOf | undefined {
  const read = (properties: readonly Term[]) =>
    properties
      .flatMap((property) => literalsOf(publication, iri, property))
      .map(Number)
      .find(Number.isFinite);
  const latitude = read(LATITUDE);
  const longitude = latitude === undefined ? undefined : read(LONGITUDE);
  if (latitude === undefined || longitude === undefined) return undefined;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { iri, latitude, longitude };
}

/** When the resource was, and what stands beside it. */
export function timeSpansOf(publication: Publication, description: Description): SpanOf[] {
  const own = intervalOf(publication, description.iri);
  const inIntervals = new Set(INTERVALS.flat().map(({ value }) => value));
  const dates = description.properties.flatMap(({ predicate, statements }) =>
    inIntervals.has(predicate)
      ? []
      : statements
          .filter(({ value }) => value.termType === 'Literal' && DATES.has(value.datatype.value))
          .map(({ value: { value } }) => ({
            iri: description.iri,
            predicate,
            start: value,
            end: value,
          })),
  );
  const others = requested(description)
    .map((iri) => intervalOf(publication, iri))
    .filter((span) => span !== undefined);
  return [...(own ? [own] : []), ...dates, ...others];
}

function intervalOf(publication: Publication, iri: string): SpanOf | undefined {
  for (const [startOf, endOf] of INTERVALS) {
    const [start] = literalsOf(publication, iri, startOf);
    const [end] = literalsOf(publication, iri, endOf);
    if (start !== undefined || end !== undefined) return { iri, start, end: end ?? start };
  }
  return undefined;
}

const literalsOf = (publication: Publication, subject: string, predicate: Term): string[] =>
  valuesOf(publication, { subject, predicate }, 'Literal');
