/** Collects the triples of a graph, each once. */
import { type Quad, type Term, termKey, terms } from '../rdf/index.ts';

export class GraphBuilder {
  readonly quads: Quad[] = [];
  readonly #seen = new Set<string>();
  #blankNodes = 0;

  /** Adds one triple for each of the objects; undefined ones are skipped. */
  add(subject: Term, predicate: Term, ...objects: readonly (Term | undefined)[]): void {
    for (const object of objects) {
      if (object === undefined) continue;
      const quad = terms.quad(subject as never, predicate as never, object as never) as Quad;
      const key = termKey(quad);
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.quads.push(quad);
    }
  }

  /** A new blank node. */
  blankNode(): Term {
    this.#blankNodes += 1;
    return terms.blankNode(`n${this.#blankNodes}`);
  }

  addAll(quads: Iterable<Quad>): void {
    for (const { subject, predicate, object } of quads) this.add(subject, predicate, object);
  }
}
