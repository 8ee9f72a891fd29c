/** The constraints of one shape. Unsupported ones become `unknown` with their IRI. https://www.w3.org/TR/shacl/#core-components */
import { NAMESPACES, rdf, sh } from '../../rdf/index.ts';
import { type TermId, type GraphReader } from '../../store/index.ts';
import type {
  Constraint,
  IriConstraint,
  NumberConstraint,
  Shape,
  ValueConstraint,
} from './shape.ts';

/** Reads a shape that is nested in another one. */
export type InnerShape = (id: TermId) => Shape;

interface Found {
  readonly reader: GraphReader;
  readonly shape: TermId;
  readonly inner: InnerShape;
  /** A value of the parameter. */
  readonly value: TermId;
}

type Read = (found: Found) => Constraint[];

const ofIri =
  (kind: IriConstraint['kind']): Read =>
  ({ reader, value }) => [{ kind, iri: reader.termOf(value).value }];
const ofTerm =
  (kind: ValueConstraint['kind']): Read =>
  ({ reader, value }) => [{ kind, value: reader.termOf(value) }];
const ofNumber =
  (kind: NumberConstraint['kind']): Read =>
  ({ reader, value }) => {
    const number = Number(reader.termOf(value).value);
    return [
      Number.isInteger(number) ? { kind, value: number } : { kind: 'unknown', iri: sh(kind).value },
    ];
  };
const ofShape =
  (kind: 'not' | 'node' | 'property'): Read =>
  ({ inner, value }) => [{ kind, shape: inner(value) }];
const ofShapes =
  (kind: 'and' | 'or' | 'xone'): Read =>
  ({ reader, inner, value }) => [{ kind, shapes: reader.list(value).map(inner) }];
/** Read together with another parameter, or no constraint on the data. */
const ignored: Read = () => [];

const READERS: Readonly<Record<string, Read>> = {
  class: ofIri('class'),
  datatype: ofIri('datatype'),
  nodeKind: ofIri('nodeKind'),
  equals: ofIri('equals'),
  disjoint: ofIri('disjoint'),
  lessThan: ofIri('lessThan'),
  lessThanOrEquals: ofIri('lessThanOrEquals'),
  minCount: ofNumber('minCount'),
  maxCount: ofNumber('maxCount'),
  minLength: ofNumber('minLength'),
  maxLength: ofNumber('maxLength'),
  minInclusive: ofTerm('minInclusive'),
  minExclusive: ofTerm('minExclusive'),
  maxInclusive: ofTerm('maxInclusive'),
  maxExclusive: ofTerm('maxExclusive'),
  hasValue: ofTerm('hasValue'),
  pattern: ({ reader, shape, value }) => [
    {
      kind: 'pattern',
      pattern: reader.termOf(value).value,
      flags: reader.object(shape, sh('flags'))?.value,
    },
  ],
  languageIn: ({ reader, value }) => [
    { kind: 'languageIn', languages: languagesOf(reader, value) },
  ],
  uniqueLang: ({ reader, value }) =>
    reader.termOf(value).value === 'false' ? [] : [{ kind: 'uniqueLang' }],
  in: ({ reader, value }) => [
    { kind: 'in', values: reader.list(value).map((one) => reader.termOf(one)) },
  ],
  and: ofShapes('and'),
  or: ofShapes('or'),
  xone: ofShapes('xone'),
  not: ofShape('not'),
  node: ofShape('node'),
  property: ofShape('property'),
  qualifiedValueShape: ({ reader, shape, inner, value }) => [
    {
      kind: 'qualified',
      shape: inner(value),
      min: countOf(reader, shape, 'qualifiedMinCount'),
      max: countOf(reader, shape, 'qualifiedMaxCount'),
    },
    ...(reader.isTrue(shape, sh('qualifiedValueShapesDisjoint'))
      ? [{ kind: 'unknown', iri: sh('qualifiedValueShapesDisjoint').value } as const]
      : []),
  ],
  closed: ({ reader, shape, value }) =>
    reader.termOf(value).value === 'false'
      ? []
      : [
          {
            kind: 'closed',
            ignored: reader
              .objects(shape, sh('ignoredProperties'))
              .flatMap((list) => reader.list(list))
              .map((one) => reader.termOf(one).value),
          },
        ],
  sparql: ({ reader, value }) => [
    { kind: 'sparql', messages: reader.texts(value, [sh('message')]) },
  ],
  ...Object.fromEntries(
    `flags qualifiedMinCount qualifiedMaxCount qualifiedValueShapesDisjoint ignoredProperties path name description
     message severity deactivated order group defaultValue targetClass targetNode targetSubjectsOf targetObjectsOf
     target declare prefixes`
      .split(/\s+/)
      .map((name) => [name, ignored]),
  ),
};

/** @returns the constraints in the order of their parameters' names, properties last. */
export function readConstraints(
  reader: GraphReader,
  shape: TermId,
  { inner, custom }: { readonly inner: InnerShape; readonly custom: ReadonlySet<string> },
): Constraint[] {
  const constraints: Constraint[] = [];
  for (const property of reader.properties(shape).keys()) {
    const iri = reader.store.dictionary.textOf(property);
    const isShacl = iri.startsWith(NAMESPACES.sh);
    if (!isShacl && !custom.has(iri)) continue;
    const name = isShacl ? iri.slice(NAMESPACES.sh.length) : '';
    const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    for (const value of reader.objects(shape, reader.termOf(property)))
      constraints.push(...(read?.({ reader, shape, inner, value }) ?? [{ kind: 'unknown', iri }]));
  }
  const isLast = ({ kind }: Constraint) => Number(kind === 'property');
  return constraints.toSorted((a, b) => isLast(a) - isLast(b));
}

/** The parameters of constraint components that the shapes graph itself declares. https://www.w3.org/TR/shacl/#constraint-components-parameters */
export function customParameters(reader: GraphReader): ReadonlySet<string> {
  const id = reader.idOf(sh('ConstraintComponent'));
  if (id === undefined) return new Set();
  return new Set(
    reader
      .subjects(rdf('type'), id)
      .flatMap((component) => reader.objects(component, sh('parameter')))
      .flatMap((parameter) => reader.iris(parameter, sh('path'))),
  );
}

const countOf = (reader: GraphReader, shape: TermId, name: string): number | undefined => {
  const value = Number(reader.object(shape, sh(name))?.value);
  return Number.isInteger(value) ? value : undefined;
};

/** Without duplicates that differ in case only. */
function languagesOf(reader: GraphReader, list: TermId): string[] {
  const byKey = new Map<string, string>();
  for (const one of reader.list(list)) {
    const { value } = reader.termOf(one);
    if (!byKey.has(value.toLowerCase())) byKey.set(value.toLowerCase(), value);
  }
  return [...byKey.values()];
}
