/** Property paths of any length. https://www.w3.org/TR/sparql11-query/#sparqlAlgebraEvalPaths */
import { terms } from '../../../rdf/index.ts';
import { type TermId, type TripleIndex, rangeOfPrefix } from '../../../store/index.ts';
import type { PathExpression } from '../../algebra/algebra.ts';
import type { Plan, TermPattern } from '../../plan/plan.ts';
import type { Environment } from '../context/environment.ts';
import type { Batch } from '../batch/batch.ts';
import { RowWriter } from '../batch/row-writer.ts';

export function* path(plan: Plan & { kind: 'path' }, environment: Environment): Generator<Batch> {
  const { input, subject, object, graph, isBetweenNodes, variables } = plan;
  const writer = new RowWriter(variables.length);
  const row = new Uint32Array(variables.length);
  const inputColumns = variables.map((name) => input.variables.indexOf(name));
  const placesOf = (term: TermPattern | typeof graph) =>
    term.kind === 'variable'
      ? variables.flatMap((name, index) => (name === term.name ? [index] : []))
      : [];
  const subjectPlaces = placesOf(subject);
  const objectPlaces = placesOf(object);
  const graphPlaces = placesOf(graph);
  const isSame =
    subject.kind === 'variable' && object.kind === 'variable' && subject.name === object.name;
  const walkers = new Map<number, PathWalker>();
  const walkerOf = (id: number, index: TripleIndex) => {
    let walker = walkers.get(id);
    if (!walker) {
      walker = new PathWalker(index, plan.path, environment);
      walkers.set(id, walker);
    }
    return walker;
  };

  for (const batch of environment.execute(input)) {
    const valueAt = (term: TermPattern | typeof graph, index: number): number => {
      if (term.kind === 'constant') return term.id;
      if (term.kind !== 'variable') return 0;
      const column = batch.columns[input.variables.indexOf(term.name)];
      return column ? (column[index] as number) : 0;
    };
    for (let index = 0; index < batch.length; index += 1) {
      const from = valueAt(subject, index);
      const to = valueAt(object, index);
      const graphs =
        graph.kind !== 'variable'
          ? [0]
          : valueAt(graph, index) === 0
            ? environment.view.namedGraphs
            : [valueAt(graph, index)];
      for (let column = 0; column < row.length; column += 1) {
        const source = batch.columns[inputColumns[column] as number];
        row[column] = source ? (source[index] as number) : 0;
      }
      for (const id of graphs) {
        const triples =
          graph.kind === 'variable'
            ? environment.view.graphIndex(id as TermId)
            : environment.indexOf(graph);
        const key = graph.kind === 'scope' ? environment.graphOf(graph.scope) : id;
        for (const place of graphPlaces) row[place] = id;
        const walker = walkerOf(key, triples);
        if (isBetweenNodes && !walker.isGraphNode(from === 0 ? to : from)) continue;
        for (const [start, end] of walker.pairs(from, to, isSame)) {
          for (const place of subjectPlaces) row[place] = start;
          for (const place of objectPlaces) row[place] = end;
          if (writer.write(row)) yield writer.take();
        }
      }
    }
    if (writer.length > 0) yield writer.take();
  }
}

/** Evaluates one path expression over one graph, and caches the ends of each start. */
export class PathWalker {
  readonly #index: TripleIndex;
  readonly #environment: Environment;
  readonly #path: PathExpression;
  readonly #reached = new Map<PathExpression, Map<number, Uint32Array>>();
  readonly #inverses = new Map<PathExpression, PathExpression>();

  constructor(index: TripleIndex, path: PathExpression, environment: Environment) {
    this.#index = index;
    this.#path = path;
    this.#environment = environment;
  }

  /** Whether the node is one of the graph; 0 is any of them. https://www.w3.org/TR/sparql11-query/#defn_nodeSet */
  isGraphNode(node: number): boolean {
    if (node === 0) return true;
    return (['spo', 'osp'] as const).some((name) => {
      const { from, to } = rangeOfPrefix(this.#index.order(name), [node]);
      return to > from;
    });
  }

  /** The pairs that the path connects; 0 is any end. */
  *pairs(from: number, to: number, isSame: boolean): Iterable<readonly [number, number]> {
    if (from !== 0) {
      for (const end of this.#from(this.#path, from))
        if ((to === 0 || end === to) && (!isSame || end === from)) yield [from, end];
      return;
    }
    if (to !== 0) {
      for (const start of this.#from(this.#inverse(this.#path), to))
        if (!isSame || start === to) yield [start, to];
      return;
    }
    for (const start of this.#starts(this.#path))
      for (const end of this.#from(this.#path, start))
        if (!isSame || end === start) yield [start, end];
  }

  /** Ends of the path from a node. With repetition for what connects in several ways, as the definition has it. */
  #from(path: PathExpression, start: number): Uint32Array {
    let byStart = this.#reached.get(path);
    if (!byStart) {
      byStart = new Map();
      this.#reached.set(path, byStart);
    }
    let ends = byStart.get(start);
    if (!ends) {
      ends = this.#walk(path, start);
      this.#environment.allocate(ends.byteLength + 64);
      byStart.set(start, ends);
    }
    return ends;
  }

  #walk(path: PathExpression, start: number): Uint32Array {
    switch (path.kind) {
      case 'link':
        return this.#step(start, path.iri);
      case 'inverse':
        return this.#walkInverse(path.path, start);
      case 'sequence': {
        let ends: number[] = [start];
        for (const part of path.paths) {
          const next: number[] = [];
          for (const node of ends) for (const end of this.#from(part, node)) next.push(end);
          this.#environment.checkBudget(next.length + 1);
          ends = next;
        }
        return Uint32Array.from(ends);
      }
      case 'alternative':
        return Uint32Array.from(path.paths.flatMap((part) => [...this.#from(part, start)]));
      case 'negated':
        return this.#stepOver(start, path.iris, false);
      case 'zeroOrOne':
        return Uint32Array.from(new Set([start, ...this.#from(path.path, start)]));
      case 'zeroOrMore':
        return this.#closure(path.path, start, new Set([start]));
      case 'oneOrMore':
        return this.#closure(path.path, start, new Set());
    }
  }

  #walkInverse(path: PathExpression, start: number): Uint32Array {
    switch (path.kind) {
      case 'link':
        return this.#stepBack(start, path.iri);
      case 'negated':
        return this.#stepOver(start, path.iris, true);
      default:
        return this.#from(this.#inverse(path), start);
    }
  }

  /** https://www.w3.org/TR/sparql11-query/#defn_evalALP_1 */
  #closure(path: PathExpression, start: number, reached: Set<number>): Uint32Array {
    const queue = [start];
    const queued = new Set(queue);
    for (const node of queue) {
      const ends = this.#isLink(path) ? this.#walk(path, node) : this.#from(path, node);
      this.#environment.checkBudget(ends.length + 4);
      for (const end of ends) {
        reached.add(end);
        if (queued.has(end)) continue;
        queued.add(end);
        queue.push(end);
      }
    }
    return Uint32Array.from(reached);
  }

  #isLink = (path: PathExpression) =>
    path.kind === 'link' || (path.kind === 'inverse' && path.path.kind === 'link');

  /** The same path, walked from its other end. */
  #inverse(path: PathExpression): PathExpression {
    let inverse = this.#inverses.get(path);
    if (!inverse) {
      inverse = invert(path);
      this.#inverses.set(path, inverse);
    }
    return inverse;
  }

  #step(start: number, iri: string): Uint32Array {
    const predicate = this.#idOf(iri);
    if (predicate === undefined) return NOTHING;
    const order = this.#index.order('spo');
    const { from, to } = rangeOfPrefix(order, [start, predicate]);
    return order.third.subarray(from, to);
  }

  #stepBack(start: number, iri: string): Uint32Array {
    const predicate = this.#idOf(iri);
    if (predicate === undefined) return NOTHING;
    const order = this.#index.order('pos');
    const { from, to } = rangeOfPrefix(order, [predicate, start]);
    return order.third.subarray(from, to);
  }

  #stepOver(start: number, iris: readonly string[], isInverse: boolean): Uint32Array {
    const refused = new Set(iris.map((iri) => this.#idOf(iri)));
    const order = this.#index.order(isInverse ? 'osp' : 'spo');
    const { from, to } = rangeOfPrefix(order, [start]);
    const ends: number[] = [];
    for (let position = from; position < to; position += 1) {
      const predicate = (isInverse ? order.third : order.second)[position] as number;
      const end = (isInverse ? order.second : order.third)[position] as number;
      if (!refused.has(predicate as TermId)) ends.push(end);
    }
    return Uint32Array.from(ends);
  }

  /** Nodes from which the path may lead somewhere. */
  *#starts(path: PathExpression): Iterable<number> {
    const seen = new Set<number>();
    for (const place of startPlaces(path))
      for (const id of this.#nodes(place)) {
        if (seen.has(id)) continue;
        seen.add(id);
        yield id;
      }
  }

  /** Nodes in a place of some triple; those of one predicate where it is named. */
  *#nodes({ place, iri }: StartPlace): Iterable<number> {
    if (iri !== undefined) {
      const predicate = this.#idOf(iri);
      if (predicate === undefined) return;
      const order = this.#index.order('pos');
      const { from, to } = rangeOfPrefix(order, [predicate]);
      const column = place === 'subject' ? order.third : order.second;
      let last = 0;
      for (let position = from; position < to; position += 1) {
        const id = column[position] as number;
        if (id !== last) yield id;
        last = id;
        this.#environment.checkBudget(1);
      }
      return;
    }
    const order = this.#index.order(place === 'subject' ? 'spo' : 'osp');
    const chunk = new Uint32Array(1024);
    let last = 0;
    for (let position = order.start; position < order.end; position += chunk.length) {
      const length = Math.min(chunk.length, order.end - position);
      order.fillFirst(chunk, position, length);
      for (let index = 0; index < length; index += 1) {
        const id = chunk[index] as number;
        if (id !== last) yield id;
        last = id;
      }
      this.#environment.checkBudget(length);
    }
  }

  #idOf(iri: string): TermId | undefined {
    return this.#environment.terms.dictionary.idOf(terms.namedNode(iri));
  }
}

const NOTHING = new Uint32Array(0);

interface StartPlace {
  readonly place: 'subject' | 'object';
  /** The predicate of the triple; any where it is undefined. */
  readonly iri?: string;
}

/** The positions of a triple at which a path can start; zero steps start from every node. */
function startPlaces(path: PathExpression): readonly StartPlace[] {
  switch (path.kind) {
    case 'link':
      return [{ place: 'subject', iri: path.iri }];
    case 'negated':
      return [{ place: 'subject' }];
    case 'inverse':
      return path.path.kind === 'link'
        ? [{ place: 'object', iri: path.path.iri }]
        : path.path.kind === 'negated'
          ? [{ place: 'object' }]
          : startPlaces(invert(path.path));
    case 'sequence': {
      const [first] = path.paths;
      return first ? startPlaces(first) : EVERYWHERE;
    }
    case 'alternative':
      return path.paths.flatMap((part) => startPlaces(part));
    case 'oneOrMore':
      return startPlaces(path.path);
    case 'zeroOrOne':
    case 'zeroOrMore':
      return EVERYWHERE;
  }
}

const EVERYWHERE: readonly StartPlace[] = [{ place: 'subject' }, { place: 'object' }];

function invert(path: PathExpression): PathExpression {
  switch (path.kind) {
    case 'link':
    case 'negated':
      return { kind: 'inverse', path };
    case 'inverse':
      return path.path;
    case 'sequence':
      return { kind: 'sequence', paths: path.paths.toReversed().map(invert) };
    case 'alternative':
      return { kind: 'alternative', paths: path.paths.map(invert) };
    case 'zeroOrOne':
    case 'zeroOrMore':
    case 'oneOrMore':
      return { kind: path.kind, path: invert(path.path) };
  }
}
