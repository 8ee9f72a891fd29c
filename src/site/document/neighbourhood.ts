/** The neighbourhood of a resource for the drawings of its page: neighbours, places and dates. */
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

/** Maximum number of neighbours in the drawing. */
const MAX_NEIGHBOURS = 24;
/** Maximum number of neighbours whose coordinates and dates are read. */
const MAX_LOCATED = 60;
/** Maximum number of neighbours by one property, so that a hub does not fill the drawing. */
const MAX_OF_ONE_PROPERTY = 8;

const GEO = 'http://www.w3.org/2003/01/geo/wgs84_pos#';
const LATITUDE = [schema('latitude'), terms.namedNode(`${GEO}lat`)];
const LONGITUDE = [schema('longitude'), terms.namedNode(`${GEO}long`)];

/** Pairs of properties for the start and the end of an interval. */
const INTERVALS: readonly (readonly [start: Term, end: Term])[] = [
  [schema('startDate'), schema('endDate')],
  [prov('startedAtTime'), prov('endedAtTime')],
  [dcat('startDate'), dcat('endDate')],
];

/** Properties of classification and identity, whose values are not drawn as neighbours. */
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

/** Properties from a claim to the subject and the object of its statement. */
const REIFYING: ReadonlySet<string> = new Set([rdf('subject').value, rdf('object').value]);

const DATES: ReadonlySet<string> = new Set(
  ['date', 'dateTime', 'gYear', 'gYearMonth'].map((name) => xsd(name).value),
);

/** Kinds that are drawn alone if there are enough of them. */
const PREFERRED_KINDS: ReadonlySet<Kind> = new Set([
  'person',
  'place',
  'event',
  'organisation',
  'other',
]);
/** Minimum number of neighbours of preferred kinds from which other kinds are omitted. */
const MIN_PREFERRED = 3;

/** The neighbours in the drawing, with labels. */
export async function neighboursOf(
  { descriptions }: Publication,
  description: Description,
): Promise<readonly Neighbour[]> {
  const all = allNeighbours(description);
  const iris = all.map(({ iri }) => iri);
  const labels = await descriptions.labels(iris);
  const kinds = await descriptions.kinds(iris);
  const named = all.filter(({ iri }) => labels.has(iri));
  const preferred = named.filter(({ iri }) => PREFERRED_KINDS.has(kinds.get(iri) ?? 'none'));
  const unreified = named.filter(({ predicate }) => !REIFYING.has(predicate));
  const shown =
    preferred.length >= MIN_PREFERRED ? preferred : unreified.length > 0 ? unreified : named;
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

/** The coordinates of the resource, else those of its neighbours. */
export function relatedPlaces(publication: Publication, description: Description): PlaceOf[] {
  const own = coordinatesOf(publication, description.iri);
  if (own) return [own];
  return neighbourIris(description)
    .map((iri) => coordinatesOf(publication, iri))
    .filter((place) => place !== undefined);
}

const neighbourIris = (description: Description): string[] =>
  [
    ...new Set(
      allNeighbours(description)
        .filter(({ predicate }) => !REIFYING.has(predicate))
        .map(({ iri }) => iri),
    ),
  ].slice(0, MAX_LOCATED);

function coordinatesOf(publication: Publication, iri: string): PlaceOf | undefined {
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

/** The dates of the resource, and the intervals of its neighbours. */
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
  const others = neighbourIris(description)
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
