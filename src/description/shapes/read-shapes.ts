/** The shapes of a store's shapes graphs, for display. Bounded, because shapes can refer to each other. */
import { owl, rdf, rdfs, sh, type Term } from '../../rdf/index.ts';
import { type Store, type TermId, GraphReader } from '../../store/index.ts';
import { LABEL_PROPERTIES } from '../label-properties.ts';
import { customParameters, readConstraints } from './read-constraints.ts';
import { readPath } from './read-path.ts';
import type { Severity, Shape, Shapes, ShapeTarget } from './shape.ts';

const MAX_SHAPES = 400;
/** Shapes that are read in total, nested ones included. */
const MAX_INNER = 20_000;
const MAX_DEPTH = 8;

const TARGETS = [
  ['class', 'targetClass'],
  ['subjectsOf', 'targetSubjectsOf'],
  ['objectsOf', 'targetObjectsOf'],
  ['node', 'targetNode'],
  ['other', 'target'],
] as const;

export function readShapes(store: Store, graphs: Iterable<string>): Shapes {
  return new ShapesReader(store, graphs).read();
}

class ShapesReader {
  readonly #reader: GraphReader;
  readonly #data: GraphReader;
  readonly #custom: ReadonlySet<string>;
  readonly #named = new Set<TermId>();
  #budget = MAX_INNER;

  constructor(store: Store, graphs: Iterable<string>) {
    this.#reader = new GraphReader(store, graphs);
    this.#data = new GraphReader(store);
    this.#custom = customParameters(this.#reader);
  }

  read(): Shapes {
    const targeted = this.#all().filter((id) => this.#targets(id).length > 0);
    const shown = targeted.slice(0, MAX_SHAPES);
    const shapes = shown.map((id) => this.#shape(id, []));
    const isTop = new Set(targeted);
    // Reading a shape can add further names; a set also iterates over what is added meanwhile.
    const parts: Shape[] = [];
    for (const id of this.#named)
      if (!isTop.has(id) && parts.length < MAX_SHAPES) parts.push(this.#shape(id, []));
    return { targeted: shapes, parts, omitted: targeted.length - shown.length };
  }

  /** The resources that are declared as shapes or have a target. */
  #all(): TermId[] {
    const reader = this.#reader;
    const typed = [sh('NodeShape'), sh('PropertyShape')].flatMap((type) =>
      reader.subjects(rdf('type'), type),
    );
    const withTargets = TARGETS.flatMap(([, name]) => this.#subjectsWith(sh(name)));
    return [...new Set([...typed, ...withTargets])];
  }

  #subjectsWith(predicate: Term): TermId[] {
    const { store } = this.#reader;
    const id = this.#reader.idOf(predicate);
    if (id === undefined) return [];
    return Iterator.from(store.scan({ predicate: id }))
      .map(({ subject }) => subject)
      .filter((subject) => this.#reader.objects(subject, predicate).length > 0)
      .take(MAX_INNER)
      .toArray();
  }

  #targets(id: TermId): ShapeTarget[] {
    const reader = this.#reader;
    const declared = TARGETS.flatMap(([kind, name]) =>
      reader.objects(id, sh(name)).map((target) => ({ kind, term: reader.termOf(target) })),
    );
    return this.#isClass(id) ? [...declared, { kind: 'class', term: reader.termOf(id) }] : declared;
  }

  /** A shape that is also a class targets the instances of the class. https://www.w3.org/TR/shacl/#implicit-targetClass */
  #isClass(id: TermId): boolean {
    return (
      this.#reader.isIri(id) &&
      [this.#reader, this.#data].some((reader) =>
        reader
          .iris(id, rdf('type'))
          .some((type) => type === rdfs('Class').value || type === owl('Class').value),
      )
    );
  }

  #shape(id: TermId, outer: readonly TermId[]): Shape {
    const reader = this.#reader;
    const [path] = reader.objects(id, sh('path'));
    this.#budget -= 1;
    const isCut = outer.includes(id) || outer.length >= MAX_DEPTH || this.#budget < 0;
    const inner = (one: TermId) => {
      if (reader.isIri(one)) this.#named.add(one);
      return this.#shape(one, [...outer, id]);
    };
    return {
      iri: reader.isIri(id) ? reader.store.dictionary.textOf(id) : undefined,
      labels: reader.textByLanguage(id, [...LABEL_PROPERTIES, sh('name')]),
      messages: reader.texts(id, [sh('message')]),
      severity: severityOf(reader.object(id, sh('severity'))?.value),
      isActive: !reader.isTrue(id, sh('deactivated')),
      targets: this.#targets(id),
      path: path === undefined ? undefined : readPath(reader, path),
      constraints: isCut ? [] : readConstraints(reader, id, { inner, custom: this.#custom }),
      isCut,
    };
  }
}

function severityOf(iri: string | undefined): Severity {
  switch (iri) {
    case undefined:
    case sh('Violation').value:
      return 'violation';
    case sh('Warning').value:
      return 'warning';
    case sh('Info').value:
      return 'info';
    default:
      return 'other';
  }
}
