/** Reads the shapes of a shapes graph. A malformed shape becomes a problem; the others are read. */
import { NAMESPACES, owl, rdf, rdfs, sh, type Term, termKey } from '../../rdf/index.ts';
import { CORE_COMPONENTS, OTHER_TERMS } from './components.ts';
import type { DataGraph } from './data-graph.ts';
import { messagesOf } from './messages.ts';
import { readBoolean, requireIri, show } from './parameters.ts';
import { readPath } from './read-path.ts';
import {
  type ComponentRow,
  type Constraint,
  type ParameterUse,
  type Shape,
  ShapeError,
  type ShapeProblem,
} from './shape.ts';
import type { TermGraph } from './term-graph.ts';

/** Constraints beyond SHACL Core: those of SHACL-SPARQL. */
export interface ConstraintReader {
  /** Predicates that it evaluates, as IRIs. */
  readonly parameters: ReadonlySet<string>;
  /** @throws {ShapeError} */
  read(use: Omit<ParameterUse, 'value'>, path: Shape['path']): readonly Constraint[];
}

const ROWS = new Map<string, ComponentRow>(CORE_COMPONENTS.map((row) => [row.parameter, row]));

export class ShapesReader {
  readonly problems: ShapeProblem[] = [];
  readonly #graph: TermGraph;
  readonly #data: DataGraph;
  readonly #extension: ConstraintReader;
  readonly #shapes = new Map<string, Shape>();
  readonly #references = new Map<string, Set<string>>();

  constructor(graph: TermGraph, data: DataGraph, extension: ConstraintReader) {
    this.#graph = graph;
    this.#data = data;
    this.#extension = extension;
  }

  /** All nodes that are typed as shapes or have a target. */
  nodes(): Term[] {
    const typed = ['NodeShape', 'PropertyShape'].flatMap((name) =>
      this.#graph.subjects(rdf('type'), sh(name)),
    );
    const targeted = TARGET_PROPERTIES.flatMap((name) => this.#graph.subjectsWith(sh(name)));
    return [...new Map([...typed, ...targeted].map((node) => [termKey(node), node])).values()];
  }

  /** Whether a shape is also a class, whose instances are then its targets. https://www.w3.org/TR/shacl/#implicit-targetClass */
  isClass(node: Term): boolean {
    const types = this.#graph.objects(node, rdf('type'));
    const isShape = types.some(
      (type) => type.equals(sh('NodeShape')) || type.equals(sh('PropertyShape')),
    );
    if (node.termType !== 'NamedNode' || !isShape) return false;
    return [rdfs('Class'), owl('Class')].some(
      (type) =>
        types.some((one) => one.equals(type)) || this.#data.isInstance(this.#data.id(node), type),
    );
  }

  /** The shape of a node, without the parts that are malformed, which are problems. */
  shapeAt(node: Term): Shape {
    const key = termKey(node);
    const existing = this.#shapes.get(key);
    if (existing) return existing;
    const constraints: Constraint[] = [];
    const properties: Shape[] = [];
    const shape: Shape = {
      node,
      path: this.#attempt(node, () => this.#path(node)),
      severity: this.#attempt(node, () => this.#severity(node)) ?? sh('Violation'),
      messages: messagesOf(this.#graph, node),
      isDeactivated: this.#graph
        .objects(node, sh('deactivated'))
        .some((flag) => this.#attempt(node, () => readBoolean('deactivated', flag)) === true),
      constraints,
      properties,
    };
    this.#shapes.set(key, shape);
    // A shape that is part of itself refers to this object, which is completed now.
    this.#readConstraints(shape, constraints);
    for (const property of this.#graph.objects(node, sh('property')))
      this.#attempt(node, () => {
        if (this.#graph.objects(property, sh('path')).length === 0)
          throw new ShapeError(`the property shape ${name(property)} has no sh:path`);
        properties.push(this.#reference(node, property));
      });
    return shape;
  }

  /** Reports shapes that are part of themselves: their meaning is undefined. https://www.w3.org/TR/shacl/#shapes-recursion */
  reportRecursion(): void {
    for (const [key, shape] of this.#shapes) {
      const seen = new Set<string>();
      const pending = [...(this.#references.get(key) ?? [])];
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        if (seen.has(next)) continue;
        seen.add(next);
        pending.push(...(this.#references.get(next) ?? []));
      }
      if (seen.has(key))
        this.problems.push({
          shape: shape.node,
          message: 'the shape refers to itself: recursive shapes are undefined',
        });
    }
  }

  #reference(from: Term, to: Term): Shape {
    const references = this.#references.get(termKey(from)) ?? new Set();
    this.#references.set(termKey(from), references.add(termKey(to)));
    if (to.termType === 'Literal') throw new ShapeError(`${show(to)} is not a shape`);
    return this.shapeAt(to);
  }

  #path(node: Term): Shape['path'] {
    const [path, ...more] = this.#graph.objects(node, sh('path'));
    if (!path) {
      if (this.#graph.objects(node, rdf('type')).some((type) => type.equals(sh('PropertyShape'))))
        throw new ShapeError('a property shape needs sh:path');
      return undefined;
    }
    if (more.length > 0) throw new ShapeError('a property shape has only one sh:path');
    return { node: path, expression: readPath(this.#graph, path) };
  }

  #severity(node: Term): Term | undefined {
    const [severity] = this.#graph.objects(node, sh('severity'));
    return severity && requireIri('severity', severity);
  }

  #readConstraints(shape: Shape, constraints: Constraint[]): void {
    const { node } = shape;
    // A path that is malformed was reported; constraints on it cannot be evaluated.
    const isProperty = this.#graph.objects(node, sh('path')).length > 0;
    if (isProperty && !shape.path) return;
    const use = {
      shape: node,
      isProperty,
      graph: this.#graph,
      data: this.#data,
      shapeAt: (inner: Term) => this.#reference(node, inner),
    };
    const predicates = new Map(
      this.#graph.statements(node).map(({ predicate }) => [predicate.value, predicate]),
    );
    for (const predicate of predicates.values()) {
      if (this.#extension.parameters.has(predicate.value)) continue;
      if (!predicate.value.startsWith(NAMESPACES.sh)) continue;
      const parameter = predicate.value.slice(NAMESPACES.sh.length);
      const row = ROWS.get(parameter);
      if (!row) {
        if (!OTHER_TERMS.has(parameter))
          this.problems.push({
            shape: node,
            message: `sh:${parameter} is not supported and was not evaluated`,
          });
        continue;
      }
      const values = this.#graph.objects(node, predicate);
      if (row.isSingle && values.length > 1) {
        this.problems.push({ shape: node, message: `sh:${parameter} may have only one value` });
        continue;
      }
      for (const value of values)
        this.#attempt(node, () => {
          const check = row.compile({ ...use, value });
          if (check) constraints.push({ component: sh(row.component), check });
        });
    }
    this.#attempt(node, () => constraints.push(...this.#extension.read(use, shape.path)));
  }

  /** The result of a step, or undefined and a problem where it throws. */
  #attempt<Result>(shape: Term, step: () => Result): Result | undefined {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      this.problems.push({ shape, message: error.message });
      return undefined;
    }
  }
}

export const TARGET_PROPERTIES = [
  'targetClass',
  'targetNode',
  'targetSubjectsOf',
  'targetObjectsOf',
  'target',
] as const;

const name = (node: Term): string =>
  node.termType === 'NamedNode' ? show(node) : 'of a blank node';
