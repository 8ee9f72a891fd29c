/** DESCRIBE: the concise bounded description of each resource. https://www.w3.org/submissions/CBD/ */
import { rangeOfPrefix } from '../../store/index.ts';
import type { ConcreteTerm, Term } from '../../rdf/index.ts';
import type { Batch } from './batch/batch.ts';
import type { Environment } from './context/environment.ts';
import { RowWriter } from './batch/row-writer.ts';
import type { Plan } from '../plan/plan.ts';

/** The triples about each resource, and those about the blank nodes they lead to. Each once. */
export function* describeResources(
  described: readonly Term[],
  plan: Plan,
  environment: Environment,
): Generator<Batch> {
  const writer = new RowWriter(3);
  const order = environment.view.defaultIndex.order('spo');
  const [firstBlank, endOfBlank] = environment.terms.dictionary.ranges.blankNodes;
  const done = new Set<number>();
  const triple = new Uint32Array(3);
  for (const start of resources(described, plan, environment)) {
    const queue = [start];
    for (const subject of queue) {
      if (done.has(subject)) continue;
      done.add(subject);
      const { from, to } = rangeOfPrefix(order, [subject]);
      environment.checkBudget(to - from + 1);
      triple[0] = subject;
      for (let position = from; position < to; position += 1) {
        triple[1] = order.second[position] as number;
        triple[2] = order.third[position] as number;
        if (triple[2] >= firstBlank && triple[2] < endOfBlank) queue.push(triple[2]);
        if (writer.write(triple)) yield writer.take();
      }
    }
  }
  if (writer.length > 0) yield writer.take();
}

function* resources(
  described: readonly Term[],
  plan: Plan,
  environment: Environment,
): Iterable<number> {
  const variables: string[] = [];
  for (const term of described)
    if (term.termType === 'Variable') variables.push(term.value);
    else {
      const id = environment.terms.dictionary.idOf(term as ConcreteTerm);
      if (id !== undefined) yield id;
    }
  if (variables.length === 0) return;
  const columns = variables.map((name) => plan.variables.indexOf(name));
  for (const batch of environment.execute(plan))
    for (const column of columns) {
      const ids = batch.columns[column];
      if (!ids) continue;
      for (let row = 0; row < batch.length; row += 1) if (ids[row] !== 0) yield ids[row] as number;
    }
}
