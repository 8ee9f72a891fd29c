/** The data graph: the default graph of a store, by ids. https://www.w3.org/TR/shacl/#data-graph */
import { type ConcreteTerm, rdf, rdfs, type Term } from '../../rdf/index.ts';
import { type Condition, type Evaluator, type PathExpression } from '../../sparql/index.ts';
import { patternRange, type Store, type TermId } from '../../store/index.ts';
import type { TermGraph } from './term-graph.ts';

/** The id of no term, for terms that neither data nor shapes contain. */
const ABSENT = 0 as TermId;

export type NodeKind = 'iri' | 'blank' | 'literal' | 'triple';

export class DataGraph {
  readonly evaluator: Evaluator;
  readonly #store: Store;
  readonly #shapes: TermGraph;
  readonly #subclasses = new Map<string, ReadonlySet<TermId>>();
  readonly #type: TermId;

  constructor(store: Store, shapes: TermGraph, evaluator: Evaluator) {
    this.#store = store;
    this.#shapes = shapes;
    this.evaluator = evaluator;
    this.#type = this.id(rdf('type'));
  }

  id(term: Term): TermId {
    return this.#store.dictionary.idOf(term) ?? ABSENT;
  }

  term(id: TermId): ConcreteTerm {
    return this.#store.dictionary.termOf(id);
  }

  kind(id: TermId): NodeKind {
    const { blankNodes, iris, tripleTerms } = this.#store.dictionary.ranges;
    if (id < blankNodes[1]) return 'blank';
    if (id < iris[1]) return 'iri';
    return id >= tripleTerms[0] ? 'triple' : 'literal';
  }

  condition(text: string, variables: readonly string[]): Condition {
    return this.evaluator.condition(text, variables);
  }

  pathEnds(path: PathExpression, start: TermId): TermId[] {
    return [...this.evaluator.pathEnds(path, start)] as TermId[];
  }

  objects(subject: TermId, predicate: TermId): TermId[] {
    return this.#thirds('spo', { subject, predicate });
  }

  /** All statements about a subject. */
  *statements(subject: TermId): Iterable<{ readonly predicate: TermId; readonly object: TermId }> {
    if (subject === ABSENT) return;
    const { order, start, end } = patternRange(this.#store.defaultIndex, { subject }, 'spo');
    for (let row = start; row < end; row += 1)
      yield { predicate: order.second[row] as TermId, object: order.third[row] as TermId };
  }

  /** Distinct subjects or objects of a predicate. */
  nodesOf(predicate: TermId, position: 'subject' | 'object'): Set<TermId> {
    const found = new Set<TermId>();
    if (predicate === ABSENT) return found;
    const { order, start, end } = patternRange(this.#store.defaultIndex, { predicate }, 'pos');
    const column = position === 'subject' ? order.third : order.second;
    for (let row = start; row < end; row += 1) found.add(column[row] as TermId);
    return found;
  }

  /** Whether a node has the class or a subclass as rdf:type. https://www.w3.org/TR/shacl/#dfn-shacl-instance */
  isInstance(node: TermId, type: Term): boolean {
    const classes = this.#subclassesOf(type);
    return this.objects(node, this.#type).some((id) => classes.has(id));
  }

  instancesOf(type: Term): Set<TermId> {
    const found = new Set<TermId>();
    for (const each of this.#subclassesOf(type))
      for (const node of this.#thirds('pos', { predicate: this.#type, object: each }))
        found.add(node);
    return found;
  }

  /** The class and its subclasses, as data and shapes declare them. */
  #subclassesOf(type: Term): ReadonlySet<TermId> {
    const cached = this.#subclasses.get(type.value);
    if (cached) return cached;
    const subClassOf = this.id(rdfs('subClassOf'));
    const found = new Set<TermId>([this.id(type)]);
    for (const id of found) {
      if (id === ABSENT) continue;
      for (const each of this.#thirds('pos', { predicate: subClassOf, object: id }))
        found.add(each);
      for (const each of this.#shapes.subjects(rdfs('subClassOf'), this.term(id)))
        found.add(this.id(each));
    }
    found.delete(ABSENT);
    this.#subclasses.set(type.value, found);
    return found;
  }

  #thirds(name: 'spo' | 'pos', pattern: Parameters<typeof patternRange>[1]): TermId[] {
    if (Object.values(pattern).includes(ABSENT)) return [];
    const { order, start, end } = patternRange(this.#store.defaultIndex, pattern, name);
    return Array.from(order.third.subarray(start, end)) as TermId[];
  }
}
