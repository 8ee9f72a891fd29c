/** Which nodes a dataset links, read from the columns of its default graph. rdf:type is not a link: it states the class of a node. */
import { rdf } from '../rdf/index.ts';
import { lowerBound, type Store, type TermId } from '../store/index.ts';

export class NodeLinks {
  /** Ids below are blank nodes and IRIs; ids from here on are literals and triple terms. */
  readonly endOfNodes: number;
  readonly #store: Store;
  readonly #type: TermId | undefined;
  readonly #firstIri: number;

  constructor(store: Store) {
    this.#store = store;
    [this.#firstIri, this.endOfNodes] = store.dictionary.ranges.iris;
    this.#type = store.dictionary.idOf(rdf('type'));
  }

  /** Whether a triple states the class of its subject. A class that is a blank node is an ordinary node. */
  isTyping(predicate: number, object: number): boolean {
    return predicate === this.#type && object >= this.#firstIri && object < this.endOfNodes;
  }

  /** The objects of a node's links, then the subjects of links to it; some more than once. */
  *neighbours(node: TermId): Generator<TermId, void> {
    const out = this.#store.defaultIndex.order('spo');
    for (let position = out.lower(node); position < out.upper(node); position += 1) {
      const object = out.third[position] as number;
      if (object < this.endOfNodes && !this.isTyping(out.second[position] as number, object))
        yield object as TermId;
    }
    const into = this.#store.defaultIndex.order('osp');
    for (let position = into.lower(node); position < into.upper(node); position += 1)
      if (!this.isTyping(into.third[position] as number, node))
        yield into.second[position] as TermId;
  }

  /** How many links a node has; undefined for an id that is not a node, such as one used only as a property or class. */
  degree(id: TermId): number | undefined {
    const index = this.#store.defaultIndex;
    const out = index.order('sop');
    const from = out.lower(id);
    const to = out.upper(id);
    const into = index.order('osp');
    const type = this.#type;
    const pointing = into.upper(id) - into.lower(id);
    const pointingAsType =
      type === undefined || pointing === 0 || id < this.#firstIri
        ? 0
        : index.count(0 as TermId, type, id);
    if (from === to && pointing === pointingAsType) return undefined;
    const types = type === undefined || from === to ? 0 : index.count(id, type, 0 as TermId);
    const pointed = lowerBound(out.second, this.endOfNodes, from, to) - from;
    return pointed - types + pointing - pointingAsType;
  }
}
