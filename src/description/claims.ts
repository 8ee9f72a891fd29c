/**
 * Claims: resources that reify a statement (rdf:subject, rdf:predicate, rdf:object), whether or not a graph contains
 * the triple. https://www.w3.org/TR/rdf-schema/#ch_reificationvocab
 */
import { rdf, type Term } from '../rdf/index.ts';
import {
  DEFAULT_GRAPH,
  type IdQuad,
  type QuadPattern,
  type Store,
  type TermId,
} from '../store/index.ts';
import type { PropertyStatements } from './description.ts';

/** With more reifications of a subject's statements than this, each statement is looked up on its own. */
const MANY_REIFIERS = 2000;

export class Claims {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Map from "predicate object" to the resources that reify that statement of `subject`. https://www.w3.org/TR/rdf-schema/#ch_reificationvocab */
  of(subject: TermId): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    const [subjectOf, predicateOf, objectOf] = ['subject', 'predicate', 'object'].map((name) =>
      this.#idOf(rdf(name)),
    );
    if (subjectOf === undefined || predicateOf === undefined || objectOf === undefined)
      return found;
    const note = (reifier: TermId, predicate: TermId, object: TermId) => {
      const term = this.#termOf(reifier);
      if (term.termType !== 'NamedNode') return;
      const key = `${predicate} ${object}`;
      const reifiers = found.get(key);
      if (reifiers) reifiers.push(term.value);
      else found.set(key, [term.value]);
    };
    const { defaultIndex } = this.#store;
    if (defaultIndex.count(0 as TermId, subjectOf, subject) <= MANY_REIFIERS) {
      for (const { subject: reifier } of this.#scan({ predicate: subjectOf, object: subject }))
        for (const { object: predicate } of this.#scan({
          subject: reifier,
          predicate: predicateOf,
        }))
          for (const { object } of this.#scan({ subject: reifier, predicate: objectOf }))
            note(reifier, predicate, object);
      return found;
    }
    // With so many reifications, a lookup for each statement of the subject reads fewer triples.
    for (const { predicate, object } of this.#scan({ subject }))
      for (const { subject: reifier } of this.#scan({ predicate: objectOf, object }))
        if (
          defaultIndex.contains(reifier, subjectOf, subject) &&
          defaultIndex.contains(reifier, predicateOf, predicate)
        )
          note(reifier, predicate, object);
    return found;
  }

  /** Reified statements of the subject that no graph contains. */
  unstated(subject: TermId): PropertyStatements[] {
    const reifiers = this.of(subject);
    const unstated = Array.from(reifiers, ([key, claims]) => {
      const [predicate, object] = key.split(' ').map(Number) as [TermId, TermId];
      return { predicate, object, claims };
    }).filter(
      ({ predicate, object }) => !this.#store.defaultIndex.contains(subject, predicate, object),
    );
    const byPredicate = Map.groupBy(unstated, ({ predicate }) => predicate);
    return Array.from(byPredicate, ([predicate, statements]) => ({
      predicate: this.#termOf(predicate).value,
      statements: statements.map(({ object, claims }) => ({
        value: this.#termOf(object),
        graphs: [],
        reifiers: claims,
        nested: [],
      })),
    }));
  }

  /** Map from "subject predicate" to the resources that reify that statement with `object`; empty for a hub. */
  about(object: TermId | undefined): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    const [subjectOf, predicateOf, objectOf] = ['subject', 'predicate', 'object'].map((name) =>
      this.#idOf(rdf(name)),
    );
    if (
      object === undefined ||
      subjectOf === undefined ||
      predicateOf === undefined ||
      objectOf === undefined ||
      this.#store.defaultIndex.count(0 as TermId, objectOf, object) > MANY_REIFIERS
    )
      return found;
    for (const { subject: reifier } of this.#scan({ predicate: objectOf, object })) {
      const claim = this.#termOf(reifier);
      if (claim.termType !== 'NamedNode') continue;
      for (const { object: subject } of this.#scan({ subject: reifier, predicate: subjectOf }))
        for (const { object: predicate } of this.#scan({
          subject: reifier,
          predicate: predicateOf,
        })) {
          const key = `${subject} ${predicate}`;
          found.set(key, [...(found.get(key) ?? []), claim.value]);
        }
    }
    return found;
  }

  #scan(pattern: Omit<QuadPattern, 'graph'>): Iterable<IdQuad> {
    return this.#store.scan({ ...pattern, graph: DEFAULT_GRAPH });
  }

  #idOf(term: Term): TermId | undefined {
    return this.#store.dictionary.idOf(term);
  }

  #termOf(id: TermId) {
    return this.#store.dictionary.termOf(id);
  }
}
