/** Validation of a data graph against a shapes graph. https://www.w3.org/TR/shacl/#validation */
import { type LanguageMap, sh, type Term } from '../rdf/index.ts';
import { evaluatorOf } from '../sparql/index.ts';
import { type Store, type TermId } from '../store/index.ts';
import { sparqlReader } from './sparql/sparql-reader.ts';
import { DataGraph } from './core/data-graph.ts';
import { focusNodes } from './core/focus-nodes.ts';
import { pathText } from './core/read-path.ts';
import { ShapesReader } from './core/read-shapes.ts';
import { type Shape, ShapeError, type ShapeEvaluation, type ShapeProblem } from './core/shape.ts';
import { type GraphTriple, TermGraph } from './core/term-graph.ts';

export interface ValidationResult {
  readonly focus: Term;
  readonly path: Term | undefined;
  /** The path in the syntax of SPARQL. */
  readonly pathText: string | undefined;
  readonly value: Term | undefined;
  readonly shape: Term;
  readonly component: Term;
  readonly source: Term | undefined;
  readonly severity: Term;
  /** The messages of the shape; the default message, without a language, where it has none. */
  readonly messages: LanguageMap;
  /** What is wrong, from the constraint itself. */
  readonly reason: string;
}

export interface ValidationReport {
  /** True where there are no results and everything was evaluated. */
  readonly conforms: boolean;
  readonly results: readonly ValidationResult[];
  /** Shapes, or parts of them, that were not evaluated. */
  readonly problems: readonly ShapeProblem[];
  /** Number of shapes with targets. */
  readonly shapes: number;
}

export interface ValidationOptions {
  readonly baseIri: string;
  /** IRI of the shapes graph, for `$shapesGraph`. */
  readonly shapesGraph?: string | undefined;
}

/** @param store the data graph is its default graph; its dictionary holds the terms of the shapes, too. */
export function validate(
  store: Store,
  shapes: Iterable<GraphTriple>,
  { baseIri, shapesGraph }: ValidationOptions,
): ValidationReport {
  const graph = new TermGraph(shapes);
  const evaluator = evaluatorOf(store, baseIri);
  const data = new DataGraph(store, graph, evaluator);
  const sparql = sparqlReader(graph, { data, shapesGraph });
  const reader = new ShapesReader(graph, data, sparql);
  const results: ValidationResult[] = [];
  const problems: ShapeProblem[] = [];
  const evaluation = new Evaluation(data);
  let targeted = 0;
  for (const node of reader.nodes()) {
    const shape = reader.shapeAt(node);
    try {
      const isClass = reader.isClass(node);
      const focus = focusNodes(node, { graph, data, isClass, targetQuery: sparql.target });
      if (isClass || focus.size > 0 || hasTarget(graph, node)) targeted += 1;
      for (const each of focus)
        for (const result of evaluation.results(shape, each)) results.push(result);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      problems.push({ shape: node, message: error.message });
    }
  }
  reader.reportRecursion();
  problems.unshift(...reader.problems);
  return {
    conforms: results.length === 0 && problems.length === 0,
    results,
    problems,
    shapes: targeted,
  };
}

const hasTarget = (graph: TermGraph, node: Term): boolean =>
  ['targetClass', 'targetNode', 'targetSubjectsOf', 'targetObjectsOf', 'target'].some(
    (name) => graph.objects(node, sh(name)).length > 0,
  );

/** Evaluates shapes at nodes. Whether a node conforms to a shape is computed once. */
class Evaluation implements ShapeEvaluation {
  readonly #data: DataGraph;
  readonly #conforming = new Map<Shape, Map<TermId, boolean>>();

  constructor(data: DataGraph) {
    this.#data = data;
  }

  conforms(shape: Shape, node: TermId): boolean {
    const byNode = this.#conforming.get(shape) ?? new Map<TermId, boolean>();
    this.#conforming.set(shape, byNode);
    const verdict = byNode.get(node);
    if (verdict !== undefined) return verdict;
    // A recursive shape, which is reported, conforms to itself while it is evaluated.
    byNode.set(node, true);
    const [first] = this.results(shape, node);
    byNode.set(node, first === undefined);
    return first === undefined;
  }

  *results(shape: Shape, focus: TermId): Generator<ValidationResult> {
    if (shape.isDeactivated) return;
    const values = shape.path ? this.#data.pathEnds(shape.path.expression, focus) : [focus];
    for (const { component, source, check } of shape.constraints)
      for (const { value, path, message, messages } of check(focus, values, this))
        yield {
          focus: this.#data.term(focus),
          path: path ?? shape.path?.node,
          pathText: path ? `<${path.value}>` : shape.path && pathText(shape.path.expression),
          value: typeof value === 'number' ? this.#data.term(value) : value,
          shape: shape.node,
          component,
          source,
          severity: shape.severity,
          messages: messages && messages.size > 0 ? messages : shape.messages,
          reason: message,
        };
    for (const property of shape.properties)
      for (const value of values) yield* this.#nested(property, value);
  }

  /** The results of a property shape; none while it is evaluated at the same node, in a recursive shape. */
  *#nested(shape: Shape, node: TermId): Generator<ValidationResult> {
    const key = `${node}`;
    const active = this.#active.get(shape) ?? new Set<string>();
    this.#active.set(shape, active);
    if (active.has(key)) return;
    active.add(key);
    try {
      yield* this.results(shape, node);
    } finally {
      active.delete(key);
    }
  }

  readonly #active = new Map<Shape, Set<string>>();
}
