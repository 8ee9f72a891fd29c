/** Plans and environments for tests of operators. */
import { terms } from '../../src/rdf/index.ts';
import type { Store } from '../../src/store/index.ts';
import { prepareQuery } from '../../src/sparql/answer.ts';
import type { Batch } from '../../src/sparql/exec/batch/batch.ts';
import { Environment } from '../../src/sparql/exec/context/environment.ts';
import { QueryBudget } from '../../src/sparql/exec/context/query-budget.ts';
import { execute } from '../../src/sparql/exec/execute.ts';
import { parseQuery } from '../../src/sparql/index.ts';
import { viewOfStore } from '../../src/sparql/plan/dataset-view.ts';
import type { Plan } from '../../src/sparql/plan/plan.ts';
import { algebraOf } from '../../src/sparql/syntax/query-algebra.ts';
import { QueryTerms } from '../../src/sparql/values/query-terms.ts';

const MAX_PLANS = 100;

export function planOf(store: Store, text: string): Plan {
  const query = parseQuery(`PREFIX e: <http://e.example/>\n${text}`);
  return prepareQuery(store, algebraOf(query, 'http://e.example/'), {}).plan;
}

export function environmentOf(store: Store): Environment {
  const view = viewOfStore(store);
  let labels = 0;
  return new Environment({
    view,
    terms: new QueryTerms(view.dictionary),
    functions: {
      now: new Date(0),
      baseIri: 'http://e.example/',
      random: () => 0.5,
      nextNumber: () => (labels += 1),
      blankNode: () => ({ kind: 'blank', text: `q${(labels += 1)}` }),
    },
    budget: new QueryBudget({
      deadlineMs: Infinity,
      timeoutMs: Infinity,
      maxBytes: Infinity,
      isCancelled: () => false,
    }),
    counts: new Float64Array(MAX_PLANS),
    execute,
  });
}

/** The rows of batches as ids. */
export function rowsOf(batches: Iterable<Batch>): number[][] {
  const rows: number[][] = [];
  for (const { columns, length } of batches)
    for (let row = 0; row < length; row += 1)
      rows.push(columns.map((column) => column[row] as number));
  return rows;
}

/** The id of e:name. */
export const idOf = (store: Store, name: string): number =>
  store.dictionary.idOf(terms.namedNode(`http://e.example/${name}`)) as number;
