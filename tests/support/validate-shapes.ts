/** SHACL over quads: Core by an engine that is not ours, SPARQL constraints as `check` runs them. */
import rdfExt from 'rdf-ext';
import { Validator } from 'shacl-engine';
import { type Quad, terms } from '../../src/rdf/index.ts';
import { sparqlConstraints } from '../../src/shapes/sparql-constraints.ts';
import { embeddedEngine } from '../../src/sparql/index.ts';
import { buildStore } from '../../src/store/index.ts';

/** What is wrong, one line for each kind of result: severity, the focus, the constraint, the path. */
export async function validateShapes(
  data: readonly Quad[],
  shapes: readonly Quad[],
): Promise<string[]> {
  const [of, by] = [data, shapes].map((quads) => rdfExt.dataset(quads as never));
  const graph = terms.namedNode('https://data.example/graph');
  const store = buildStore(
    data.map(({ subject, predicate, object }) => terms.quad(subject, predicate, object, graph)),
    { version: 'validated' },
  );
  const validations = sparqlConstraints(embeddedEngine(store, { baseIri: graph.value }));
  const validator = new Validator(by as object, { factory: rdfExt, validations });
  const { results } = await validator.validate({ dataset: of as object });
  return [...new Set(results.map(lineOf))].toSorted();
}

function lineOf(result: object): string {
  const { severity, focusNode, constraintComponent, path } = result as {
    severity: { value: string };
    focusNode: { term: { termType: string; value: string } };
    constraintComponent: { value: string };
    path?: readonly { readonly predicates: readonly { readonly value: string }[] }[];
  };
  const end = (iri: string) => iri.replace(/^.*[#/]/, '');
  const focus = focusNode.term.termType === 'BlankNode' ? '[]' : end(focusNode.term.value);
  return [
    end(severity.value),
    focus,
    end(path?.[0]?.predicates[0]?.value ?? ''),
    end(constraintComponent.value).replace('ConstraintComponent', ''),
  ].join(' ');
}
