/** The content of the page of an ontology: terms, their order and their anchors. */
import type {
  CodeList,
  Description,
  Ontology,
  OntologyDocument,
  OntologyTerm,
  Shapes,
} from '../../description/index.ts';
import { compactIri, splitIri } from '../../rdf/index.ts';
import { nameOf, type PageContext } from '../parts/site.ts';
import type { Diagram } from './diagram/diagram.ts';

export interface OntologyView {
  readonly ontology: Ontology;
  readonly shapes: Shapes;
  readonly diagram: Diagram;
  /** The document of an ontology, whose terms the page describes; undefined for the page about all terms. */
  readonly document?:
    | {
        readonly description: Description;
        readonly about: OntologyDocument | undefined;
        readonly formats: readonly {
          readonly label: string;
          readonly path: string;
          readonly mediaType: string;
        }[];
      }
    | undefined;
}

/** Terms shown in full; the others are in the index, and each has a page of its own. */
const MAX_CARDS = 110;
/** Terms in the index of an ontology page. */
const MAX_INDEX = 1000;
/** Terms of other vocabularies on an ontology page. */
const MAX_REUSED = 400;

export interface ArrangedOntology {
  /** Shown in full. */
  readonly classes: readonly OntologyTerm[];
  readonly properties: readonly OntologyTerm[];
  /** All of them, by name. */
  readonly classIndex: readonly OntologyTerm[];
  readonly propertyIndex: readonly OntologyTerm[];
  /** Their number, including those omitted from the index. */
  readonly classCount: number;
  readonly propertyCount: number;
  readonly codeLists: readonly CodeList[];
  readonly others: Ontology['others'];
  /** Terms of other vocabularies, by namespace. */
  readonly reused: readonly (readonly [namespace: string, terms: readonly OntologyTerm[]])[];
  readonly reusedOmitted: number;
  /** By IRI, the `id` of each term on the page. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** Whether a term belongs to the document: by a statement, or because its IRI begins with that of the document. */
const belongsTo = (iri: string, definedBy: readonly string[], document: string): boolean =>
  definedBy.includes(document) || iri.startsWith(`${document}#`);

/** The terms of the page about a document. */
export const isInDocument = ({ iri, definedBy }: OntologyTerm, document: string): boolean =>
  belongsTo(iri, definedBy, document);

/** The `id` of a term on the page about all terms. */
export const anchorOf = (
  iri: string,
  ontology: Ontology,
  context: PageContext,
): string | undefined => arrange({ ontology }, context).anchors.get(iri);

export function arrange(
  view: Pick<OntologyView, 'ontology' | 'document'>,
  context: PageContext,
): ArrangedOntology {
  const { ontology } = view;
  const document = view.document?.description.iri;
  const all = [...ontology.terms.values()];
  const own =
    document === undefined
      ? all.filter(({ isOwn }) => isOwn)
      : all.filter((term) => isInDocument(term, document));
  // Without an ontology, the page shows the terms that the data uses.
  const isAllReused = own.length === 0 && document === undefined;
  const subject = isAllReused ? all : own;
  const reused = isAllReused || document !== undefined ? [] : all.filter(({ isOwn }) => !isOwn);
  const inOrder = isAllReused
    ? (terms: readonly OntologyTerm[]) => terms
    : (terms: readonly OntologyTerm[]) => inReadersOrder(terms, context);
  const classIndex = inOrder(subject.filter(({ asClass }) => asClass));
  // A term that is both is listed with the classes.
  const propertyIndex = inOrder(subject.filter(({ asClass }) => !asClass));
  const half = MAX_CARDS / 2;
  const roomForClasses = Math.max(half, MAX_CARDS - propertyIndex.length);
  const classes = classIndex.slice(0, roomForClasses);
  const properties = propertyIndex.slice(0, Math.max(half, MAX_CARDS - classes.length));
  const shownReused = reused.slice(0, MAX_REUSED);
  const codeLists = ontology.codeLists.filter(
    ({ iri, definedBy }) => document === undefined || belongsTo(iri, definedBy, document),
  );
  const others = ontology.others.filter(
    ({ iri }) => document === undefined || iri.startsWith(`${document}#`),
  );
  const indexed = {
    classIndex: classIndex.slice(0, MAX_INDEX / 2),
    propertyIndex: propertyIndex.slice(0, MAX_INDEX / 2),
  };
  return {
    classes,
    properties,
    ...indexed,
    classCount: classIndex.length,
    propertyCount: propertyIndex.length,
    codeLists,
    others,
    reused: byVocabulary(shownReused),
    reusedOmitted: reused.length - shownReused.length,
    anchors: anchorsFor(
      [
        ...[...indexed.classIndex, ...indexed.propertyIndex].map(({ iri }) => iri),
        ...codeLists.flatMap(({ iri, entries }) => [iri, ...entries.map((entry) => entry.iri)]),
        ...others.map(({ iri }) => iri),
        ...shownReused.map(({ iri }) => iri),
      ],
      context,
    ),
  };
}

/** Sorted by name, deprecated terms last. */
function inReadersOrder(terms: readonly OntologyTerm[], context: PageContext): OntologyTerm[] {
  const collator = new Intl.Collator(context.interfaceLanguage);
  return terms
    .map((term) => ({ term, name: nameOf(term.iri, context).text }))
    .toSorted(
      (a, b) =>
        Number(a.term.isDeprecated) - Number(b.term.isDeprecated) ||
        collator.compare(a.name, b.name) ||
        (a.term.iri < b.term.iri ? -1 : 1),
    )
    .map(({ term }) => term);
}

function byVocabulary(
  terms: readonly OntologyTerm[],
): (readonly [string, readonly OntologyTerm[]])[] {
  const uses = ({ asClass, asProperty }: OntologyTerm) =>
    Math.max(asClass?.instances ?? 0, asProperty?.uses ?? 0);
  const total = (group: readonly OntologyTerm[]) =>
    group.reduce((sum, term) => sum + uses(term), 0);
  return [...Map.groupBy(terms, ({ iri }) => splitIri(iri).namespace)].toSorted(
    ([, a], [, b]) => total(b) - total(a),
  );
}

/** Ids of the headings of the page. */
const TAKEN = [
  'content',
  'diagram',
  'classes',
  'properties',
  'code-lists',
  'other-terms',
  'reused',
  'shapes',
];

/** The local name if it is unique on the page, else the compact IRI or the IRI. */
function anchorsFor(iris: readonly string[], { site }: PageContext): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const taken = new Set(TAKEN);
  for (const iri of iris) {
    if (anchors.has(iri)) continue;
    const local = iri.includes('#') ? iri.slice(iri.indexOf('#') + 1) : splitIri(iri).localName;
    const id = [local, compactIri(iri, site.prefixes), iri].find(
      (one) => one !== undefined && one !== '' && !/\s/.test(one) && !taken.has(one),
    );
    if (id === undefined) continue;
    taken.add(id);
    anchors.set(iri, id);
  }
  return anchors;
}
