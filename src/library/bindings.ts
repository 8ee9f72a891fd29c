/** A solution as RDF/JS bindings: an immutable map from variables to terms. https://rdf.js.org/query-spec/#bindings-interface */
import type { Bindings, Term, Variable } from '@rdfjs/types';
import { terms } from '../rdf/index.ts';

type Key = Variable | string;

const nameOf = (key: Key): string => (typeof key === 'string' ? key : key.value);

export class SolutionBindings implements Bindings {
  readonly type = 'bindings' as const;
  readonly #terms: ReadonlyMap<string, Term>;

  /** @param bound terms by the names of variables, without the question mark. */
  constructor(bound: ReadonlyMap<string, Term>) {
    this.#terms = bound;
  }

  get size(): number {
    return this.#terms.size;
  }

  has(key: Key): boolean {
    return this.#terms.has(nameOf(key));
  }

  get(key: Key): Term | undefined {
    return this.#terms.get(nameOf(key));
  }

  set(key: Key, value: Term): Bindings {
    return new SolutionBindings(new Map(this.#terms).set(nameOf(key), value));
  }

  delete(key: Key): Bindings {
    const rest = new Map(this.#terms);
    rest.delete(nameOf(key));
    return new SolutionBindings(rest);
  }

  *keys(): IterableIterator<Variable> {
    for (const name of this.#terms.keys()) yield terms.variable(name);
  }

  values(): IterableIterator<Term> {
    return this.#terms.values();
  }

  *[Symbol.iterator](): IterableIterator<[Variable, Term]> {
    for (const [name, term] of this.#terms) yield [terms.variable(name), term];
  }

  forEach(visit: (value: Term, key: Variable) => unknown): void {
    for (const [key, value] of this) visit(value, key);
  }

  equals(other: Bindings | null | undefined): boolean {
    if (!other || other.size !== this.size) return false;
    return this.#terms.entries().every(([name, term]) => other.get(name)?.equals(term) === true);
  }

  filter(holds: (value: Term, key: Variable) => boolean): Bindings {
    return fromEntries([...this].filter(([key, value]) => holds(value, key)));
  }

  map(change: (value: Term, key: Variable) => Term): Bindings {
    return fromEntries(Array.from(this, ([key, value]) => [key, change(value, key)]));
  }

  merge(other: Bindings): Bindings | undefined {
    const merged = new Map(this.#terms);
    for (const [{ value: name }, term] of other) {
      if (merged.get(name)?.equals(term) === false) return undefined;
      merged.set(name, term);
    }
    return new SolutionBindings(merged);
  }

  mergeWith(merger: (self: Term, other: Term, key: Variable) => Term, other: Bindings): Bindings {
    const merged = new Map(this.#terms);
    for (const [key, term] of other) {
      const own = merged.get(key.value);
      const isConflict = own?.equals(term) === false;
      merged.set(key.value, own && isConflict ? merger(own, term, key) : term);
    }
    return new SolutionBindings(merged);
  }
}

const fromEntries = (entries: readonly [Variable, Term][]): Bindings =>
  new SolutionBindings(new Map(entries.map(([{ value }, term]) => [value, term])));
