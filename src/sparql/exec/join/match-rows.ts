/**
 * The matches of a pattern for each row, whatever the row binds: the general case, for graphs that are variables, for
 * variables that occur twice, and for rows that leave some unbound.
 */
import {
  basicOrder,
  type TermId,
  type TripleIndex,
  rangeOfPrefix,
  POSITIONS_OF_ORDER,
} from '../../../store/index.ts';
import type { PatternPlan } from '../../plan/plan.ts';
import type { Batch } from '../batch/batch.ts';
import type { Environment } from '../context/environment.ts';
import { RowWriter } from '../batch/row-writer.ts';

export interface RowMatching {
  readonly pattern: PatternPlan;
  readonly inputVariables: readonly string[];
  /** The columns to be given. */
  readonly variables: readonly string[];
}

/** Whether a variable occurs at two positions of the pattern. */
export function hasRepeats({ subject, predicate, object }: PatternPlan): boolean {
  const names = [subject, predicate, object].flatMap((term) =>
    term.kind === 'variable' ? [term.name] : [],
  );
  return new Set(names).size < names.length;
}

export function* matchRows(
  input: Iterable<Batch>,
  { pattern, inputVariables, variables }: RowMatching,
  environment: Environment,
): Generator<Batch> {
  const writer = new RowWriter(variables.length);
  const terms = [pattern.subject, pattern.predicate, pattern.object, pattern.graph];
  const columnOf = terms.map((term) =>
    term.kind === 'variable' ? inputVariables.indexOf(term.name) : -1,
  );
  // The source of each column of the result: a position of the pattern, else a column of the input.
  const placeOf = variables.map((name) =>
    terms.findIndex((term) => term.kind === 'variable' && term.name === name),
  );
  const inputOf = variables.map((name) => inputVariables.indexOf(name));
  const repeats = repeatedPlaces(pattern);
  const boundIds = new Uint32Array(4);
  const found = new Uint32Array(4);
  const row = new Uint32Array(variables.length);

  for (const batch of input) {
    for (let index = 0; index < batch.length; index += 1) {
      for (let place = 0; place < 4; place += 1) {
        const term = terms[place] as (typeof terms)[number];
        const column = columnOf[place] as number;
        boundIds[place] =
          term.kind === 'constant'
            ? term.id
            : column < 0
              ? 0
              : (batch.columns[column]?.[index] ?? 0);
      }
      for (const [graph, triples] of graphsOf(pattern, boundIds[3] as TermId, environment)) {
        const name = basicOrder({
          subject: boundIds[0] as TermId,
          predicate: boundIds[1] as TermId,
          object: boundIds[2] as TermId,
        });
        const order = triples.order(name);
        const places = POSITIONS_OF_ORDER[name].map((place) => PLACE_NUMBER[place]);
        const prefix: number[] = [];
        for (const place of places) {
          const id = boundIds[place] as number;
          if (id === 0) break;
          prefix.push(id);
        }
        const { from, to } = rangeOfPrefix(order, prefix);
        const first = new Uint32Array(1);
        found[3] = graph;
        for (let position = from; position < to; position += 1) {
          order.fillFirst(first, position, 1);
          found[places[0] as number] = first[0] as number;
          found[places[1] as number] = order.second[position] as number;
          found[places[2] as number] = order.third[position] as number;
          if (repeats.some(([a, b]) => found[a] !== found[b])) continue;
          for (let column = 0; column < row.length; column += 1) {
            const place = placeOf[column] as number;
            row[column] =
              place >= 0
                ? (found[place] as number)
                : (batch.columns[inputOf[column] as number]?.[index] ?? 0);
          }
          if (writer.write(row)) yield writer.take();
        }
        environment.checkBudget(to - from + 8);
      }
    }
    if (writer.length > 0) yield writer.take();
  }
}

const PLACE_NUMBER = { subject: 0, predicate: 1, object: 2 } as const;

/** Pairs of places that hold the same variable; the graph is place 3. */
function repeatedPlaces({ subject, predicate, object, graph }: PatternPlan): [number, number][] {
  const names = [subject, predicate, object, graph].map((term) =>
    term.kind === 'variable' ? term.name : undefined,
  );
  return names.flatMap((name, place) => {
    const first = names.indexOf(name);
    return name !== undefined && first < place ? [[first, place] as [number, number]] : [];
  });
}

function* graphsOf(
  { graph }: PatternPlan,
  bound: TermId,
  environment: Environment,
): Iterable<readonly [TermId, TripleIndex]> {
  if (graph.kind !== 'variable') yield [0 as TermId, environment.indexOf(graph)];
  else if (bound !== 0) yield [bound, environment.view.graphIndex(bound)];
  else for (const id of environment.view.namedGraphs) yield [id, environment.view.graphIndex(id)];
}
