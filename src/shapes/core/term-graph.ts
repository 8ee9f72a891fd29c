/** The shapes graph as terms: small, and read in every direction. */
import { rdf, type Term, termKey } from '../../rdf/index.ts';

export interface GraphTriple {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}

export class TermGraph {
  readonly triples: readonly GraphTriple[];
  readonly #bySubject = new Map<string, GraphTriple[]>();
  readonly #byObject = new Map<string, GraphTriple[]>();

  constructor(triples: Iterable<GraphTriple>) {
    this.triples = [...triples];
    for (const triple of this.triples) {
      add(this.#bySubject, termKey(triple.subject), triple);
      add(this.#byObject, termKey(triple.object), triple);
    }
  }

  /** The statements about a subject. */
  statements(subject: Term): readonly GraphTriple[] {
    return this.#bySubject.get(termKey(subject)) ?? [];
  }

  objects(subject: Term, predicate: Term): Term[] {
    const found = this.statements(subject).filter((triple) => triple.predicate.equals(predicate));
    return distinct(found.map(({ object }) => object));
  }

  subjects(predicate: Term, object: Term): Term[] {
    const found = (this.#byObject.get(termKey(object)) ?? []).filter((triple) =>
      triple.predicate.equals(predicate),
    );
    return distinct(found.map(({ subject }) => subject));
  }

  /** The subjects that have a property. */
  subjectsWith(predicate: Term): Term[] {
    return distinct(
      this.triples
        .filter((triple) => triple.predicate.equals(predicate))
        .map(({ subject }) => subject),
    );
  }

  isTrue(subject: Term, predicate: Term): boolean {
    return this.objects(subject, predicate).some(({ value }) => value === 'true' || value === '1');
  }

  /** The members of an RDF list; undefined for what is not a well-formed list. */
  list(head: Term): Term[] | undefined {
    const members: Term[] = [];
    const seen = new Set<string>();
    let cell = head;
    while (!cell.equals(rdf('nil'))) {
      const firsts = this.objects(cell, rdf('first'));
      const rests = this.objects(cell, rdf('rest'));
      const [first] = firsts;
      const [rest] = rests;
      if (firsts.length !== 1 || rests.length !== 1 || !first || !rest) return undefined;
      if (seen.has(termKey(cell))) return undefined;
      seen.add(termKey(cell));
      members.push(first);
      cell = rest;
    }
    return members;
  }
}

function add(map: Map<string, GraphTriple[]>, key: string, triple: GraphTriple): void {
  const found = map.get(key);
  if (found) found.push(triple);
  else map.set(key, [triple]);
}

const distinct = (terms: readonly Term[]): Term[] => [
  ...new Map(terms.map((term) => [termKey(term), term])).values(),
];
