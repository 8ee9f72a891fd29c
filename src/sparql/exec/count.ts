/** How many matches a pattern has: the index knows. */
import { terms, xsd } from '../../rdf/index.ts';
import { countMatches } from '../plan/cardinality.ts';
import type { Plan } from '../plan/plan.ts';
import type { Batch } from './batch.ts';
import type { ExecContext } from './context.ts';

export function* countMatching(
  plan: Plan & { kind: 'count' },
  context: ExecContext,
): Generator<Batch> {
  const count = countMatches(plan.pattern, context.view);
  const id = context.terms.intern(terms.literal(String(count), xsd('integer')));
  yield { length: 1, columns: plan.variables.map(() => Uint32Array.of(id)) };
}
