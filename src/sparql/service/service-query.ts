/** The query that is sent to another endpoint: the pattern of SERVICE with bound values as VALUES. */
import { toAst } from '@traqula/algebra-sparql-1-2';
import type { Generator } from '@traqula/generator-sparql-1-2';
import { type Term, terms } from '../../rdf/index.ts';
import type { Operation } from '../algebra/algebra.ts';

/** Values that some variables may take, as rows. */
export interface BoundValues {
  readonly variables: readonly string[];
  readonly rows: readonly (readonly Term[])[];
}

/** Loaded at the first use: most queries have no SERVICE. */
let generator: Generator | undefined;

/** https://www.w3.org/TR/sparql11-federated-query/#values */
export async function serviceQuery(
  { pattern, variables }: Operation & { kind: 'service' },
  bound: BoundValues,
): Promise<string> {
  const values = {
    type: 'values',
    variables: bound.variables.map((name) => terms.variable(name)),
    bindings: bound.rows.map((row) =>
      Object.fromEntries(bound.variables.map((name, column) => [name, row[column]])),
    ),
  };
  const input = bound.variables.length === 0 ? pattern : { type: 'join', input: [values, pattern] };
  // A SELECT names at least one variable.
  const names = variables.length === 0 ? ['solution'] : variables;
  const query = { type: 'project', variables: names.map((name) => terms.variable(name)), input };
  generator ??= new (await import('@traqula/generator-sparql-1-2')).Generator();
  return generator.generate(toAst(query as never) as never);
}
