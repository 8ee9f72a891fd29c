/** The content of the diagram of an ontology: its classes, and the properties that link them. */
import type { ClassLink, Ontology, OntologyTerm } from '../../../description/index.ts';
import { NAMESPACES } from '../../../rdf/index.ts';

/** Classes in the diagram of an ontology. */
const MAX_CLASSES = 30;
const MAX_ROWS = 7;
/** A property with more target classes than this is drawn without lines. */
const MAX_TARGETS = 3;
/** A property of more classes than this is not drawn, since it would link all boxes with one. */
const MAX_SOURCES = 4;

export interface DiagramRow {
  readonly property: string;
  /** Target classes in the diagram, to which lines are drawn. */
  readonly targets: readonly string[];
  /** The number of target classes, if there are too many for lines. */
  readonly anywhere: number;
  /** The number of statements with it; 0 if it occurs in the ontology only. */
  readonly count: number;
}

export interface DiagramClass {
  readonly iri: string;
  /** Its superclasses in the diagram. */
  readonly above: readonly string[];
  readonly rows: readonly DiagramRow[];
  readonly omittedRows: number;
}

export interface Diagram {
  readonly classes: readonly DiagramClass[];
  /** Properties that are not drawn, since too many classes have them. */
  readonly everywhere: readonly string[];
  /** The number of omitted classes that have instances or belong to the ontology. */
  readonly omitted: number;
}

/** Classes of ontologies and vocabularies themselves, which are not shown. */
const META = [NAMESPACES.rdfs, NAMESPACES.owl, NAMESPACES.skos, NAMESPACES.sh, NAMESPACES.void];
const isMeta = (iri: string): boolean =>
  iri === `${NAMESPACES.rdf}type` || META.some((namespace) => iri.startsWith(namespace));

/** @param isShown whether the page is about a class. */
export function diagramOf(ontology: Ontology, isShown: (term: OntologyTerm) => boolean): Diagram {
  const candidates = ontology.terms
    .values()
    .filter(
      (term) => term.asClass !== undefined && isShown(term) && (term.isOwn || !isMeta(term.iri)),
    )
    .toArray();
  const links = lift(
    ontology.links.filter(({ property }) => !isMeta(property)),
    ontology,
  );
  const instances = ({ asClass }: OntologyTerm) => asClass?.instances ?? 0;
  const partners = partnersOf(links);
  const joins = ({ iri }: OntologyTerm) => partners.get(iri)?.size ?? 0;
  const rank = (term: OntologyTerm) => (term.isOwn ? 0 : 1);
  const eligible = candidates.filter(
    (term) => term.isOwn || joins(term) > 0 || instances(term) > 0,
  );
  const chosen = eligible
    .toSorted((a, b) =>
      rank(a) !== rank(b)
        ? rank(a) - rank(b)
        : a.isOwn
          ? instances(b) - instances(a)
          : joins(b) - joins(a) || instances(b) - instances(a),
    )
    .slice(0, MAX_CLASSES)
    .map(({ iri }) => iri);
  const isChosen = new Set(chosen);
  const within = links.filter(({ from, to }) => isChosen.has(from) && isChosen.has(to));
  const everywhere = Map.groupBy(within, ({ property }) => property)
    .entries()
    .filter(([, group]) => new Set(group.map(({ from }) => from)).size > MAX_SOURCES)
    .map(([property]) => property)
    .toArray();
  const isEverywhere = new Set(everywhere);
  const byClass = Map.groupBy(
    within.filter(({ property }) => !isEverywhere.has(property)),
    ({ from }) => from,
  );
  const classes = chosen.map((iri): DiagramClass => {
    const rows = rowsOf(byClass.get(iri) ?? []);
    return {
      iri,
      above: (ontology.terms.get(iri)?.asClass?.above ?? []).filter(
        (one) => one !== iri && isChosen.has(one),
      ),
      rows: rows.slice(0, MAX_ROWS),
      omittedRows: Math.max(0, rows.length - MAX_ROWS),
    };
  });
  return { classes, everywhere, omitted: eligible.length - chosen.length };
}

/** The number of classes with which each class is linked. */
function partnersOf(links: readonly ClassLink[]): ReadonlyMap<string, ReadonlySet<string>> {
  const partners = new Map<string, Set<string>>();
  for (const { from, to } of links) {
    partners.set(from, (partners.get(from) ?? new Set()).add(to));
    partners.set(to, (partners.get(to) ?? new Set()).add(from));
  }
  return partners;
}

function rowsOf(links: readonly ClassLink[]): DiagramRow[] {
  return Array.from(
    Map.groupBy(links, ({ property }) => property),
    ([property, group]) => {
      const targets = group
        .toSorted((a, b) => b.count - a.count || (a.to < b.to ? -1 : 1))
        .map(({ to }) => to);
      const isAnywhere = targets.length > MAX_TARGETS;
      return {
        property,
        targets: isAnywhere ? [] : targets,
        anywhere: isAnywhere ? targets.length : 0,
        count: group.reduce((sum, { count }) => sum + count, 0),
      };
    },
  ).toSorted(
    (a, b) =>
      Number(a.anywhere > 0) - Number(b.anywhere > 0) ||
      b.count - a.count ||
      (a.property < b.property ? -1 : 1),
  );
}

/** Replaces links that most subclasses of a class share by one link of the class: at their starts, then at their ends. */
function lift(links: readonly ClassLink[], ontology: Ontology): ClassLink[] {
  const families = ontology.terms
    .values()
    .flatMap(({ iri, asClass }) => {
      const below = (asClass?.below ?? []).filter(
        (one) => one !== iri && (ontology.terms.get(one)?.asClass?.instances ?? 0) > 0,
      );
      return below.length > 1 && !isMeta(iri) && ontology.terms.get(iri)?.isOwn
        ? [{ iri, below: new Set(below) }]
        : [];
    })
    .toArray();
  let lifted = [...links];
  for (const { iri, below } of families) {
    lifted = liftEnd(lifted, { end: 'from', other: 'to', iri, below });
    lifted = liftEnd(lifted, { end: 'to', other: 'from', iri, below });
  }
  return lifted;
}

interface Family {
  readonly end: 'from' | 'to';
  readonly other: 'from' | 'to';
  readonly iri: string;
  readonly below: ReadonlySet<string>;
}

function liftEnd(links: readonly ClassLink[], { end, other, iri, below }: Family): ClassLink[] {
  const isInside = (link: ClassLink) => link[end] === iri || below.has(link[end]);
  const groups = Map.groupBy(links.filter(isInside), (link) => `${link.property} ${link[other]}`);
  const common = [...groups.values()].filter(
    (group) =>
      new Set(group.map((link) => link[end])).size > below.size / 2 ||
      group.some((link) => link[end] === iri),
  );
  const taken = new Set(common.flat());
  return [
    ...links.filter((link) => !taken.has(link)),
    ...common.map((group) => ({
      ...(group[0] as ClassLink),
      [end]: iri,
      count: group.reduce((sum, { count }) => sum + count, 0),
    })),
  ];
}
