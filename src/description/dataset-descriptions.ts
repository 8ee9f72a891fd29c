/** Descriptions of resources, read from the indexes of a store. */
import { type LanguageMap, type Quad, rdf, rdfs, type Term, terms } from '../rdf/index.ts';
import {
  firstTerms,
  DEFAULT_GRAPH,
  type IdQuad,
  type IdTriple,
  NAMELESS_GRAPH,
  type QuadPattern,
  patternRange,
  countsBySecond,
  type Store,
  type TermId,
  triplesIn,
} from '../store/index.ts';
import type {
  DatasetStatistics,
  Description,
  Descriptions,
  IncomingProperty,
  PropertyStatements,
  TermCount,
} from './description.ts';
import { type Kind, kindOf } from './kinds.ts';
import { Claims } from './claims.ts';
import { LABEL_PROPERTIES } from './label-properties.ts';

/** Incoming triples on one page. */
const PAGE_SIZE = 500;
/** Marks a term that is not in the dictionary. */
const NONE = 0 as TermId;
/** Depth to which blank nodes are described; deeper ones are shown by their label only. */
const MAX_NESTING = 8;

export function describeDataset(store: Store): Descriptions {
  const describer = new Describer(store);
  return {
    describe: async (iri, page = 1) => describer.describe(iri, page),
    labels: async (iris) => describer.labels(iris),
    kinds: async (iris) => new Map(Iterator.from(iris).map((iri) => [iri, describer.kind(iri)])),
    withSuperclasses: async (classes) => describer.withSuperclasses(classes),
    has: async (iri) => describer.has(iri),
    statistics: async () => describer.statistics(),
  };
}

class Describer {
  readonly #store: Store;
  readonly #claims: Claims;
  readonly #vocabulary = new Map<string, TermId>();
  readonly #superclasses = new Map<string, readonly string[]>();
  #statistics: DatasetStatistics | undefined;

  constructor(store: Store) {
    this.#store = store;
    this.#claims = new Claims(store);
  }

  describe(iri: string, page: number): Description | undefined {
    if (!this.has(iri)) return undefined;
    const id = this.#idOf(terms.namedNode(iri));
    const incoming =
      id === undefined ? undefined : patternRange(this.#store.defaultIndex, { object: id }, 'ops');
    const incomingTotal = incoming ? incoming.end - incoming.start : 0;
    const pages = Math.max(1, Math.ceil(incomingTotal / PAGE_SIZE));
    if (!Number.isInteger(page) || page < 1 || page > pages) return undefined;
    const shown = incoming ? triplesIn(incoming, (page - 1) * PAGE_SIZE, PAGE_SIZE) : [];
    const totals = incoming ? countsBySecond(incoming) : new Map<TermId, number>();
    const hashTerms = this.#termsOfDocument(iri);
    const properties = id === undefined ? [] : this.#properties(id, 0, new Set());
    const claimed = id === undefined ? [] : this.#claims.unstated(id);
    return {
      iri,
      labels: this.#labelsOf(id),
      types: valuesOf(properties, rdf('type').value),
      properties,
      claimed,
      incoming: this.#incoming(id, totals, shown),
      incomingTotal,
      hashTerms,
      quads: this.#quads(
        [id, ...hashTerms.map((term) => this.#idOf(terms.namedNode(term)))],
        shown,
      ),
      page,
      pages,
    };
  }

  has(iri: string): boolean {
    const id = this.#idOf(terms.namedNode(iri));
    const [first] = id === undefined ? [] : this.#scan({ subject: id });
    return first !== undefined || this.#termsOfDocument(iri).length > 0;
  }

  kind(iri: string): Kind {
    return kindOf(this.#objectsOf(iri, rdf('type')), (type) => this.#superclassesOf(type));
  }

  withSuperclasses(classes: Iterable<string>): ReadonlySet<string> {
    const all = new Set(classes);
    for (const iri of all) for (const superclass of this.#superclassesOf(iri)) all.add(superclass);
    return all;
  }

  /** The direct superclasses of a class. Cached, because most requests need them. */
  #superclassesOf(iri: string): readonly string[] {
    let found = this.#superclasses.get(iri);
    if (!found) {
      found = this.#objectsOf(iri, rdfs('subClassOf'));
      this.#superclasses.set(iri, found);
    }
    return found;
  }

  #objectsOf(iri: string, property: Term): string[] {
    const subject = this.#idOf(terms.namedNode(iri));
    const predicate = this.#termOfVocabulary(property);
    if (subject === undefined || predicate === undefined) return [];
    return Iterator.from(this.#scan({ subject, predicate }))
      .map(({ object }) => this.#termOf(object))
      .filter(({ termType }) => termType === 'NamedNode')
      .map(({ value }) => value)
      .toArray();
  }

  labels(iris: Iterable<string>): ReadonlyMap<string, LanguageMap> {
    const found = new Map<string, LanguageMap>();
    for (const iri of iris) {
      const labels = this.#labelsOf(this.#idOf(terms.namedNode(iri)));
      if (labels.size > 0) found.set(iri, labels);
    }
    return found;
  }

  statistics(): DatasetStatistics {
    this.#statistics ??= this.#count();
    return this.#statistics;
  }

  #count(): DatasetStatistics {
    const { defaultIndex, graphs } = this.#store;
    const type = this.#termOfVocabulary(rdf('type'));
    const byPredicate = defaultIndex.order('pos');
    const properties = new Map(
      Array.from(firstTerms(byPredicate), (id) => [
        id,
        byPredicate.upper(id) - byPredicate.lower(id),
      ]),
    );
    const classes = new Map<TermId, number>();
    const [from, to] =
      type === undefined ? [0, 0] : [byPredicate.lower(type), byPredicate.upper(type)];
    for (let position = from; position < to; position += 1) {
      const id = byPredicate.second[position] as TermId;
      classes.set(id, (classes.get(id) ?? 0) + 1);
    }
    return {
      triples: defaultIndex.size,
      graphs: graphs.length,
      resources: this.#iriSubjects().reduce((count) => count + 1, 0),
      classes: this.#byCount(classes),
      properties: this.#byCount(properties),
    };
  }

  /** IRIs that are a subject, sorted. */
  *#iriSubjects(): Generator<TermId, void> {
    const [start, end] = this.#store.dictionary.ranges.iris;
    for (const id of firstTerms(this.#store.defaultIndex.order('spo')))
      if (id >= start && id < end) yield id;
  }

  #byCount(counts: ReadonlyMap<TermId, number>): TermCount[] {
    return Array.from(counts, ([id, count]) => ({ iri: this.#termOf(id).value, count })).toSorted(
      (a, b) => b.count - a.count || (a.iri < b.iri ? -1 : 1),
    );
  }

  #labelsOf(id: TermId | undefined): LanguageMap {
    const labels = new Map<string, string>();
    if (id === undefined) return labels;
    for (const property of LABEL_PROPERTIES) {
      const predicate = this.#termOfVocabulary(property);
      if (predicate === undefined) continue;
      for (const quad of this.#scan({ subject: id, predicate })) {
        const label = this.#termOf(quad.object);
        if (label.termType === 'Literal' && !labels.has(label.language))
          labels.set(label.language, label.value);
      }
    }
    return labels;
  }

  #properties(
    subject: TermId,
    depth: number,
    ancestors: ReadonlySet<TermId>,
  ): PropertyStatements[] {
    const graphs = new Map<string, IdQuad[]>();
    for (const quad of this.#inEachGraph(subject)) {
      const key = `${quad.predicate} ${quad.object}`;
      graphs.set(key, [...(graphs.get(key) ?? []), quad]);
    }
    const reifiers = this.#claims.of(subject);
    const path = new Set([...ancestors, subject]);
    const byPredicate = Map.groupBy(graphs.values(), ([first]) => (first as IdQuad).predicate);
    return Array.from(byPredicate, ([predicate, groups]) => ({
      predicate: this.#termOf(predicate).value,
      statements: groups.map((group) => {
        const { object } = group[0] as IdQuad;
        const isNested =
          this.#termOf(object).termType === 'BlankNode' && depth < MAX_NESTING && !path.has(object);
        return {
          value: this.#termOf(object),
          graphs: group
            .map((quad) => this.#termOf(quad.graph).value)
            .filter((graph) => graph !== NAMELESS_GRAPH),
          reifiers: reifiers.get(`${predicate} ${object}`) ?? [],
          nested: isNested ? this.#properties(object, depth + 1, path) : [],
        };
      }),
    }));
  }

  /** The statements of the default graph, once for each graph that contains them. */
  *#inEachGraph(subject: TermId): Generator<IdQuad> {
    const { defaultGraphs, defaultIndex, dictionary } = this.#store;
    const isUnion = dictionary.idOf(terms.namedNode(NAMELESS_GRAPH)) === undefined;
    for (const quad of this.#store.scan({ subject }))
      if (
        isUnion
          ? defaultGraphs.has(quad.graph)
          : defaultIndex.contains(quad.subject, quad.predicate, quad.object)
      )
        yield quad;
    if (!isUnion) yield* this.#scan({ subject });
  }

  #incoming(
    object: TermId | undefined,
    totals: ReadonlyMap<TermId, number>,
    shown: readonly IdTriple[],
  ): IncomingProperty[] {
    const claims = this.#claims.about(object);
    const byPredicate = Map.groupBy(shown, (quad) => quad.predicate);
    return Array.from(byPredicate, ([predicate, quads]) => {
      const reifiers = new Map<string, readonly string[]>();
      const owners = quads
        .map(({ subject }) => {
          const owner = this.#ownerOf(subject);
          const found = claims.get(`${subject} ${predicate}`);
          if (owner !== undefined && found) reifiers.set(owner, found);
          return owner;
        })
        .filter((iri) => iri !== undefined);
      return {
        predicate: this.#termOf(predicate).value,
        total: totals.get(predicate) ?? 0,
        subjects: [...new Set(owners)],
        reifiers,
      };
    });
  }

  /** The IRI of the subject; for a blank node, that of the resource that refers to it, directly or indirectly. */
  #ownerOf(subject: TermId): string | undefined {
    const seen = new Set<TermId>();
    let id = subject;
    while (this.#termOf(id).termType === 'BlankNode') {
      seen.add(id);
      const [reference] = this.#scan({ object: id });
      if (!reference || seen.has(reference.subject)) return undefined;
      id = reference.subject;
    }
    return this.#termOf(id).value;
  }

  #quads(subjects: readonly (TermId | undefined)[], incoming: readonly IdTriple[]): Quad[] {
    const queue = subjects.filter((id) => id !== undefined);
    const seen = new Set(queue);
    const quads: Quad[] = [];
    for (const subject of queue)
      for (const quad of this.#scan({ subject })) {
        quads.push(this.#toTriple(quad));
        if (this.#termOf(quad.object).termType !== 'BlankNode' || seen.has(quad.object)) continue;
        seen.add(quad.object);
        queue.push(quad.object);
      }
    const others = incoming.filter((quad) => !seen.has(quad.subject));
    return [...quads, ...others.map((quad) => this.#toTriple(quad))];
  }

  #toTriple({ subject, predicate, object }: IdTriple): Quad {
    const [s, p, o] = [subject, predicate, object].map((id) => this.#termOf(id));
    return terms.quad(s as Quad['subject'], p as Quad['predicate'], o as Quad['object']);
  }

  /** The hash terms of a document, sorted by IRI: their ids are consecutive in the dictionary. */
  #termsOfDocument(iri: string): readonly string[] {
    const { defaultIndex, dictionary } = this.#store;
    const { iris } = dictionary.ranges;
    const start = dictionary.lowerBoundText(iris, `${iri}#`);
    // "$" is the character after "#".
    const end = dictionary.lowerBoundText(iris, `${iri}$`);
    const subjects = defaultIndex.order('spo');
    return Array.from({ length: end - start }, (_, index) => (start + index) as TermId)
      .filter((id) => subjects.lower(id) < subjects.upper(id))
      .map((id) => dictionary.textOf(id));
  }

  #scan(pattern: Omit<QuadPattern, 'graph'>): Iterable<IdQuad> {
    return this.#store.scan({ ...pattern, graph: DEFAULT_GRAPH });
  }

  #idOf(term: Term): TermId | undefined {
    return this.#store.dictionary.idOf(term);
  }

  /** The id of a property. Cached, because it is looked up for every label of every page. */
  #termOfVocabulary(property: Term): TermId | undefined {
    const cached = this.#vocabulary.get(property.value);
    if (cached !== undefined) return cached === NONE ? undefined : cached;
    const id = this.#idOf(property);
    this.#vocabulary.set(property.value, id ?? NONE);
    return id;
  }

  #termOf(id: TermId) {
    return this.#store.dictionary.termOf(id);
  }
}

function valuesOf(properties: readonly PropertyStatements[], predicate: string): string[] {
  const found = properties.find((property) => property.predicate === predicate);
  return found ? found.statements.map((statement) => statement.value.value) : [];
}
