/** A network under construction: nodes with their attributes, edges, and counts of what exceeds the limits. */
import type { BlankNode, Literal, NamedNode, Term } from '../rdf/index.ts';
import { inWords, moreIsPossible, type SizeLimits } from './size-limits.ts';

export interface NodeDraft {
  readonly id: string;
  readonly isBlank: boolean;
  /** IRIs of classes. */
  readonly types: Set<string>;
  /** By IRI of the property. */
  readonly literals: Map<string, Literal[]>;
}

export interface EdgeDraft {
  readonly source: string;
  readonly target: string;
  readonly predicate: string;
}

export const isNodeTerm = (term: Term): term is NamedNode | BlankNode =>
  term.termType === 'NamedNode' || term.termType === 'BlankNode';

/** The labels of blank nodes are the same each time: they are derived from the file and the position in it. */
export const nodeIdOf = (term: NamedNode | BlankNode): string =>
  term.termType === 'BlankNode' ? `_:${term.value}` : term.value;

export class NetworkDraft {
  readonly nodes: Map<string, NodeDraft> = new Map();
  readonly edges: EdgeDraft[] = [];
  readonly #limits: SizeLimits;
  #values = 0;
  #edgesLeftOut = 0;
  #valuesLeftOut = 0;
  #tripleTermsLeftOut = 0;

  constructor(limits: SizeLimits) {
    this.#limits = limits;
  }

  /** The node of a term, created if absent; undefined if the limit is reached. */
  admit(term: NamedNode | BlankNode): NodeDraft | undefined {
    const id = nodeIdOf(term);
    let node = this.nodes.get(id);
    if (node || this.nodes.size >= this.#limits.nodes) return node;
    node = {
      id,
      isBlank: term.termType === 'BlankNode',
      types: new Set(),
      literals: new Map(),
    };
    this.nodes.set(id, node);
    return node;
  }

  addValue(node: NodeDraft, property: string, value: Literal): void {
    if (this.#values >= this.#limits.values) {
      this.#valuesLeftOut += 1;
      return;
    }
    this.#values += 1;
    const values = node.literals.get(property);
    if (values) values.push(value);
    else node.literals.set(property, [value]);
  }

  addEdge(edge: EdgeDraft): void {
    if (this.edges.length < this.#limits.edges) this.edges.push(edge);
    else this.#edgesLeftOut += 1;
  }

  /** https://www.w3.org/TR/rdf12-concepts/#dfn-triple-term: neither a resource nor a value. */
  leaveOutTripleTerm(): void {
    this.#tripleTermsLeftOut += 1;
  }

  /** What was left out of the nodes that are here, as sentences. */
  get limits(): string[] {
    const { nodes } = this.#limits;
    const sentences: string[] = [];
    if (this.#edgesLeftOut > 0)
      sentences.push(
        `Only ${inWords(this.edges.length)} edges are here; ${inWords(this.#edgesLeftOut)} more between these nodes are left out.${moreIsPossible(nodes)}`,
      );
    if (this.#valuesLeftOut > 0)
      sentences.push(
        `Only ${inWords(this.#values)} values of attributes are here; ${inWords(this.#valuesLeftOut)} more are left out.${moreIsPossible(nodes)}`,
      );
    if (this.#tripleTermsLeftOut > 0)
      sentences.push(
        `Triples about triples have no place in a network: ${inWords(this.#tripleTermsLeftOut)} are left out.`,
      );
    return sentences;
  }
}
