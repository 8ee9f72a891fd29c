/** Triples as they are said, each once. */
import { type Quad, type Term, termKey, terms } from '../rdf/index.ts';

export class TripleList {
  readonly quads: Quad[] = [];
  readonly #seen = new Set<string>();
  #blankNodes = 0;

  /** Says of `subject` that it has each of the objects by `predicate`. */
  say(subject: Term, predicate: Term, ...objects: readonly (Term | undefined)[]): void {
    for (const object of objects) {
      if (object === undefined) continue;
      const quad = terms.quad(subject as never, predicate as never, object as never) as Quad;
      const key = termKey(quad);
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.quads.push(quad);
    }
  }

  /** A blank node of this list. */
  node(): Term {
    this.#blankNodes += 1;
    return terms.blankNode(`n${this.#blankNodes}`);
  }

  add(quads: Iterable<Quad>): void {
    for (const { subject, predicate, object } of quads) this.say(subject, predicate, object);
  }
}
