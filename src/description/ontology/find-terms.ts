/** The classes and properties of the data: by declaration (rdf:type, domain, range, hierarchy) and by use. */
import { NAMESPACES, owl, rdf, rdfs } from '../../rdf/index.ts';
import {
  type Order,
  patternRange,
  countsBySecond,
  type TermId,
  type GraphReader,
} from '../../store/index.ts';

const CLASS_TYPES = [rdfs('Class'), owl('Class'), rdfs('Datatype'), owl('DeprecatedClass')];
const PROPERTY_TYPES = [
  rdf('Property'),
  ...[
    'ObjectProperty',
    'DatatypeProperty',
    'AnnotationProperty',
    'OntologyProperty',
    'SymmetricProperty',
    'AsymmetricProperty',
    'TransitiveProperty',
    'FunctionalProperty',
    'InverseFunctionalProperty',
    'ReflexiveProperty',
    'IrreflexiveProperty',
    'DeprecatedProperty',
  ].map(owl),
];

/** Types that are not listed, because the section of the page already shows them. */
export const PLAIN_TYPES: ReadonlySet<string> = new Set(
  [
    ...CLASS_TYPES,
    rdf('Property'),
    owl('DeprecatedProperty'),
    owl('ObjectProperty'),
    owl('DatatypeProperty'),
    owl('NamedIndividual'),
  ].map(({ value }) => value),
);

/** Terms of an ontology page; further terms are omitted. */
const MAX_TERMS = 20_000;

export interface FoundTerms {
  /** Number of instances by class, including classes without instances. */
  readonly classes: ReadonlyMap<TermId, number>;
  /** Number of statements by property. */
  readonly properties: ReadonlyMap<TermId, number>;
  /** The classes and properties that this data declares. */
  readonly declared: ReadonlySet<TermId>;
}

export function findTerms(reader: GraphReader): FoundTerms {
  const declared = new Set<TermId>();
  const classes = new Map<TermId, number>();
  const properties = new Map<TermId, number>();
  const note = (into: Map<TermId, number>, ids: Iterable<TermId>) => {
    for (const id of ids)
      if (reader.isIri(id) && !into.has(id) && into.size < MAX_TERMS) into.set(id, 0);
  };
  const declare = (into: Map<TermId, number>, types: typeof CLASS_TYPES) => {
    for (const type of types) {
      const found = reader.subjects(rdf('type'), type);
      note(into, found);
      for (const id of found) declared.add(id);
    }
  };
  declare(classes, CLASS_TYPES);
  declare(properties, PROPERTY_TYPES);
  note(classes, subjectsAndObjectsOf(reader, rdfs('subClassOf')));
  note(properties, subjectsAndObjectsOf(reader, rdfs('subPropertyOf')));
  for (const ends of [rdfs('domain'), rdfs('range')])
    note(
      classes,
      Iterator.from(objectsOf(reader, ends)).filter((id) => !isDatatype(reader, id)),
    );

  const { defaultIndex } = reader.store;
  const type = reader.idOf(rdf('type'));
  const byType =
    type === undefined
      ? []
      : countsBySecond(patternRange(defaultIndex, { predicate: type }, 'pos'));
  for (const [id, count] of byType)
    if (reader.isIri(id) && (classes.has(id) || classes.size < MAX_TERMS)) classes.set(id, count);
  const byProperty = defaultIndex.order('pos');
  for (const id of firstsOf(byProperty))
    if (properties.has(id) || properties.size < MAX_TERMS)
      properties.set(id, byProperty.upper(id) - byProperty.lower(id));
  return { classes, properties, declared };
}

/** Datatypes are not counted as classes: literals have no rdf:type. */
function isDatatype(reader: GraphReader, id: TermId): boolean {
  const { value } = reader.termOf(id);
  return (
    value.startsWith(NAMESPACES.xsd) ||
    value === rdf('langString').value ||
    value === rdfs('Literal').value
  );
}

function* subjectsAndObjectsOf(
  reader: GraphReader,
  predicate: ReturnType<typeof rdfs>,
): Generator<TermId> {
  const id = reader.idOf(predicate);
  if (id === undefined) return;
  const { order, start, end } = patternRange(reader.store.defaultIndex, { predicate: id }, 'pos');
  for (let position = start; position < Math.min(end, start + MAX_TERMS); position += 1) {
    yield order.second[position] as TermId;
    yield order.third[position] as TermId;
  }
}

function objectsOf(reader: GraphReader, predicate: ReturnType<typeof rdfs>): Iterable<TermId> {
  const id = reader.idOf(predicate);
  return id === undefined
    ? []
    : countsBySecond(patternRange(reader.store.defaultIndex, { predicate: id }, 'pos')).keys();
}

/** The distinct first ids of an order. Skips from one range of equal ids to the next. */
function* firstsOf(order: Order): Generator<TermId> {
  const first = new Uint32Array(1);
  for (let position = order.start; position < order.end;) {
    order.fillFirst(first, position, 1);
    const id = first[0] as TermId;
    yield id;
    position = order.upper(id);
  }
}
