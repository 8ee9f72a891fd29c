/** Reads the ontology of a store: the terms that the data defines or reuses, and their use in the data. */
import { dct, owl, rdf, rdfs, skos, terms } from '../../rdf/index.ts';
import { type Store, type TermId, GraphReader } from '../../store/index.ts';
import { kindOf } from '../kinds.ts';
import { LABEL_PROPERTIES } from '../label-properties.ts';
import { readClassExpression } from './class-expression.ts';
import { classUsage } from './class-usage.ts';
import { readCodeLists } from './code-lists.ts';
import { DEFINITION_PROPERTIES } from './definition-properties.ts';
import { findTerms, type FoundTerms, PLAIN_TYPES } from './find-terms.ts';
import type {
  ClassExpression,
  ClassFacts,
  ClassLink,
  Ontology,
  OntologyDocument,
  OntologyTerm,
  PropertyFacts,
} from './ontology.ts';
import { definersOf, readDocuments } from './ontology-documents.ts';
import { PropertyUsages } from './property-usage.ts';

/** Terms that are read; further ones, beyond what a page shows, are omitted. */
const MAX_READ = 2000;
const MAX_LINKS = 5000;
const MAX_OTHERS = 1000;
const EQUIVALENCE_PROPERTIES = [
  owl('equivalentClass'),
  owl('equivalentProperty'),
  owl('sameAs'),
  skos('exactMatch'),
  skos('closeMatch'),
];

export function readOntology(store: Store): Ontology {
  return new OntologyReader(store).read();
}

class OntologyReader {
  readonly #reader: GraphReader;
  readonly #found: FoundTerms;
  readonly #documents: readonly OntologyDocument[];
  readonly #usages: PropertyUsages;
  readonly #disjoint: ReadonlyMap<TermId, ReadonlySet<TermId>>;
  #unsupportedExpressions = 0;

  constructor(store: Store) {
    this.#reader = new GraphReader(store);
    this.#found = findTerms(this.#reader);
    this.#documents = readDocuments(this.#reader);
    this.#usages = new PropertyUsages(
      this.#reader,
      this.#found.properties.size,
      this.#found.declared,
    );
    this.#disjoint = this.#readDisjoint();
  }

  read(): Ontology {
    const { classes, properties } = this.#found;
    const chosen = this.#choose();
    const asProperty = new Map<TermId, PropertyFacts>();
    const links: ClassLink[] = [];
    for (const id of chosen)
      if (properties.has(id)) {
        const { links: used, ...usage } = this.#usages.read(id);
        if (links.length < MAX_LINKS) links.push(...used);
        const facts = this.#property(id, usage);
        asProperty.set(id, facts);
        if (links.length < MAX_LINKS) links.push(...declaredLinks(this.#iri(id), facts, used));
      }
    // Incoming properties of classes are complete only after all properties are read.
    const found = new Map(
      chosen.map((id) => [
        this.#iri(id),
        this.#term(id, {
          asClass: classes.has(id) ? this.#class(id) : undefined,
          asProperty: asProperty.get(id),
        }),
      ]),
    );
    const { lists, omitted } = readCodeLists(this.#reader);
    const coded = lists.flatMap(({ iri, entries }) => [iri, ...entries.map((entry) => entry.iri)]);
    return {
      documents: this.#documents,
      terms: found,
      codeLists: lists,
      codeListsOmitted: omitted,
      others: this.#others(new Set([...found.keys(), ...coded])),
      links,
      unsupportedExpressions: this.#unsupportedExpressions,
    };
  }

  /** Declared terms first, then by frequency of use. */
  #choose(): TermId[] {
    const { classes, properties, declared } = this.#found;
    const count = (id: TermId) => Math.max(classes.get(id) ?? 0, properties.get(id) ?? 0);
    const rank = (id: TermId) => (declared.has(id) ? 0 : 1);
    return [...new Set([...classes.keys(), ...properties.keys()])]
      .toSorted((a, b) => rank(a) - rank(b) || count(b) - count(a) || a - b)
      .slice(0, MAX_READ);
  }

  #term(id: TermId, facts: Pick<OntologyTerm, 'asClass' | 'asProperty'>): OntologyTerm {
    const reader = this.#reader;
    const definedBy = definersOf(reader, id, this.#documents);
    return {
      iri: this.#iri(id),
      labels: reader.textByLanguage(id, LABEL_PROPERTIES),
      definitions: reader.textByLanguage(id, DEFINITION_PROPERTIES),
      isOwn: definedBy.length > 0 || (this.#found.declared.has(id) && !this.#isElsewhere(id)),
      definedBy,
      types: reader.iris(id, rdf('type')).filter((type) => !PLAIN_TYPES.has(type)),
      isDeprecated:
        reader.isTrue(id, owl('deprecated')) ||
        reader.iris(id, rdf('type')).some((type) => type.startsWith(owl('Deprecated').value)),
      replacedBy: reader.iris(id, dct('isReplacedBy')),
      equivalents: [
        ...new Set(EQUIVALENCE_PROPERTIES.flatMap((property) => reader.iris(id, property))),
      ],
      seeAlso: reader.iris(id, rdfs('seeAlso')),
      ...facts,
    };
  }

  /** Whether rdfs:isDefinedBy names a source that is none of the ontologies of this data. */
  #isElsewhere(id: TermId): boolean {
    return this.#documents.length > 0 && this.#reader.iris(id, rdfs('isDefinedBy')).length > 0;
  }

  #class(id: TermId): ClassFacts {
    const reader = this.#reader;
    const conditions = [rdfs('subClassOf'), owl('equivalentClass')]
      .flatMap((property) => reader.objects(id, property))
      .filter((one) => reader.isBlank(one));
    // A named class may also carry owl:unionOf and the like itself.
    const own = readOwnExpression(reader, id);
    return {
      instances: this.#found.classes.get(id) ?? 0,
      instancesAre: kindOf([this.#iri(id)], (iri) => this.#above(iri)),
      above: reader.iris(id, rdfs('subClassOf')),
      below: this.#irisOf(reader.subjects(rdfs('subClassOf'), id)),
      conditions: [...this.#supported(conditions), ...own],
      disjointWith: this.#irisOf(this.#disjoint.get(id) ?? []),
      reachedBy: this.#usages.reachedBy(id),
      ...classUsage(reader, id, this.#found.classes.size),
    };
  }

  #above(iri: string): string[] {
    const id = this.#reader.idOf(terms.namedNode(iri));
    return id === undefined ? [] : this.#reader.iris(id, rdfs('subClassOf'));
  }

  #property(
    id: TermId,
    usage: Pick<PropertyFacts, 'subjects' | 'values' | 'examples'>,
  ): PropertyFacts {
    const reader = this.#reader;
    return {
      uses: this.#found.properties.get(id) ?? 0,
      above: reader.iris(id, rdfs('subPropertyOf')),
      below: this.#irisOf(reader.subjects(rdfs('subPropertyOf'), id)),
      inverses: [
        ...new Set([
          ...reader.iris(id, owl('inverseOf')),
          ...this.#irisOf(reader.subjects(owl('inverseOf'), id)),
        ]),
      ],
      domain: this.#supported(reader.objects(id, rdfs('domain'))),
      range: this.#supported(reader.objects(id, rdfs('range'))),
      ...usage,
    };
  }

  /** The expressions that can be shown as a sentence; the others are counted. */
  #supported(ids: readonly TermId[]): ClassExpression[] {
    const all = ids.map((id) => readClassExpression(this.#reader, id));
    const supported = all.filter(({ kind }) => kind !== 'unknown');
    this.#unsupportedExpressions += all.length - supported.length;
    return supported;
  }

  #readDisjoint(): ReadonlyMap<TermId, ReadonlySet<TermId>> {
    const reader = this.#reader;
    const found = new Map<TermId, Set<TermId>>();
    const note = (one: TermId, other: TermId) => {
      found.set(one, (found.get(one) ?? new Set()).add(other));
      found.set(other, (found.get(other) ?? new Set()).add(one));
    };
    for (const id of this.#found.declared)
      for (const other of reader.objects(id, owl('disjointWith'))) note(id, other);
    for (const axiom of reader.subjects(rdf('type'), owl('AllDisjointClasses')).slice(0, 200))
      for (const list of reader.objects(axiom, owl('members'))) {
        const members = reader.list(list).slice(0, 100);
        for (const [index, one] of members.entries())
          for (const other of members.slice(index + 1)) note(one, other);
      }
    return found;
  }

  /** What the ontologies define besides classes, properties and code lists. */
  #others(listed: ReadonlySet<string>): Ontology['others'] {
    const reader = this.#reader;
    const { dictionary } = reader.store;
    const found = new Set<TermId>();
    for (const { iri } of this.#documents) {
      const id = reader.idOf(terms.namedNode(iri));
      for (const term of id === undefined ? [] : reader.subjects(rdfs('isDefinedBy'), id))
        found.add(term);
      const start = dictionary.lowerBoundText(dictionary.ranges.iris, `${iri}#`);
      // "$" is the character after "#".
      const end = dictionary.lowerBoundText(dictionary.ranges.iris, `${iri}$`);
      for (let hash = start; hash < Math.min(end, start + MAX_OTHERS); hash += 1)
        if (reader.properties(hash as TermId).size > 0) found.add(hash as TermId);
    }
    return Iterator.from(found)
      .filter((id) => reader.isIri(id) && !listed.has(this.#iri(id)))
      .take(MAX_OTHERS)
      .map((id) => ({
        iri: this.#iri(id),
        labels: reader.textByLanguage(id, LABEL_PROPERTIES),
        definitions: reader.textByLanguage(id, DEFINITION_PROPERTIES),
      }))
      .toArray();
  }

  #irisOf(ids: Iterable<TermId>): string[] {
    return Iterator.from(ids)
      .filter((id) => this.#reader.isIri(id))
      .map((id) => this.#iri(id))
      .toArray();
  }

  #iri(id: TermId): string {
    return this.#reader.store.dictionary.textOf(id);
  }
}

/** owl:unionOf, owl:intersectionOf or owl:oneOf of a named class. */
function readOwnExpression(reader: GraphReader, id: TermId): ClassExpression[] {
  const list = (name: string) => reader.objects(id, owl(name))[0];
  for (const [kind, name] of [
    ['union', 'unionOf'],
    ['intersection', 'intersectionOf'],
  ] as const) {
    const head = list(name);
    if (head === undefined) continue;
    const members = reader.list(head).map((one) => readClassExpression(reader, one));
    if (members.every((one) => one.kind !== 'unknown')) return [{ kind, members }];
  }
  const choices = list('oneOf');
  return choices === undefined
    ? []
    : [{ kind: 'oneOf', values: reader.list(choices).map((one) => reader.termOf(one)) }];
}

/** Links that only the ontology declares: between a domain and a range without a statement in the data. */
function declaredLinks(
  property: string,
  { domain, range }: PropertyFacts,
  usedLinks: readonly ClassLink[],
): ClassLink[] {
  const named = (expressions: readonly ClassExpression[]) =>
    expressions.flatMap((one) =>
      one.kind === 'class'
        ? [one.iri]
        : one.kind === 'union'
          ? one.members.flatMap((member) => (member.kind === 'class' ? [member.iri] : []))
          : [],
    );
  const used = new Set(usedLinks.map(({ from, to }) => `${from} ${to}`));
  return named(domain).flatMap((from) =>
    named(range)
      .filter((to) => !used.has(`${from} ${to}`))
      .map((to) => ({ from, property, to, count: 0 })),
  );
}
