/** SHACL-SPARQL: constraints, components and targets that are queries. https://www.w3.org/TR/shacl/#part2 */
import { sh, type Term, terms } from '../../rdf/index.ts';
import type { DataGraph } from '../core/data-graph.ts';
import type { TargetQuery } from '../core/focus-nodes.ts';
import type { ConstraintReader } from '../core/read-shapes.ts';
import type { TermGraph } from '../core/term-graph.ts';
import { readComponents } from './sparql-components.ts';
import { sparqlConstraints } from './sparql-constraints.ts';
import { readQuery } from './sparql-query.ts';

export interface SparqlOptions {
  readonly data: DataGraph;
  readonly shapesGraph: string | undefined;
}

export interface SparqlReader extends ConstraintReader {
  readonly target: TargetQuery;
}

export function sparqlReader(graph: TermGraph, { data, shapesGraph }: SparqlOptions): SparqlReader {
  const environment = new Map<string, Term>();
  if (shapesGraph !== undefined) environment.set('shapesGraph', terms.namedNode(shapesGraph));
  const components = readComponents(graph);
  return {
    parameters: new Set([
      sh('sparql').value,
      ...components.flatMap(({ parameters }) => parameters.map(({ path }) => path.value)),
    ]),
    read: (use, path) => [
      ...sparqlConstraints(use, path, environment),
      ...components.flatMap((component) => component.constraints(use, path, environment)),
    ],
    *target(target) {
      const query = readQuery(target, 'select', { graph, data, prebound: [] });
      for (const solution of query.select(environment)) {
        const node = solution.get('this');
        if (node) yield node;
      }
    },
  };
}
