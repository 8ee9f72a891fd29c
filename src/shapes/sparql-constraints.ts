/** SHACL-SPARQL by our own engine: one index and one parser for the whole check. https://www.w3.org/TR/shacl/#sparql-constraints */
import { GraphpressError } from '../errors.ts';
import { owl, sh, type Term } from '../rdf/index.ts';
import { type Engine, type ParsedQuery, parseQuery, QuerySyntaxError } from '../sparql/index.ts';

/** What shacl-engine hands to a compiler of constraints, as far as it is used here. */
interface Pointer {
  readonly term: Term;
  readonly terms: readonly Term[];
  readonly value: string | undefined;
  out(predicates: readonly Term[]): Pointer & Iterable<Pointer>;
  node(terms: readonly Term[]): Pointer;
}

interface ValidationContext {
  readonly focusNode: Pointer;
  violation(component: Term, result: object): void;
}

interface Constraint {
  readonly generic: (context: ValidationContext) => Promise<void>;
}

/** The table entry that makes a validator of shacl-engine ask `engine` for `sh:sparql`. */
export function sparqlConstraints(
  engine: Engine,
): ReadonlyMap<Term, (shape: { readonly sparql: Pointer }) => Constraint> {
  return new Map([[sh('sparql'), ({ sparql }) => compile(sparql, engine)]]);
}

function compile(sparql: Pointer, engine: Engine): Constraint {
  const prologue = prefixesOf(sparql.out([sh('prefixes')]));
  const query = parseConstraint(sparql.out([sh('select')]).value ?? '', prologue);
  const message = sparql.out([sh('message')]).terms;
  return {
    generic: async (context) => {
      const bindings = new Map([['this', context.focusNode.term]]);
      const result = await engine.query({ query, bindings });
      if (result.kind !== 'solutions') throw new Error('a sh:select is no SELECT query');
      const column = result.variables.indexOf('value');
      for await (const solution of result.solutions) {
        const value = context.focusNode.node([solution[column] ?? context.focusNode.term]);
        context.violation(sh('SPARQLConstraintComponent'), {
          message,
          value,
          source: sparql.terms,
        });
      }
    },
  };
}

/** A constraint has no file and line of its own: its words say which one is meant. */
function parseConstraint(select: string, prologue: readonly string[]): ParsedQuery {
  try {
    return parseQuery([...prologue, select].join('\n'));
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    const words = select.trim().replace(/\s+/g, ' ');
    const message = `${error.reason}, in the sh:select "${words}"`;
    throw new GraphpressError('shapes', message, {}, { cause: error });
  }
}

/** sh:declare, also of imported ontologies. https://www.w3.org/TR/shacl/#sparql-prefixes */
function prefixesOf(ontologies: Iterable<Pointer>, seen = new Set<string>()): string[] {
  const prefixes: string[] = [];
  for (const ontology of ontologies) {
    if (seen.has(ontology.term.value)) continue;
    seen.add(ontology.term.value);
    prefixes.push(...prefixesOf(ontology.out([owl('imports')]), seen));
    for (const declaration of ontology.out([sh('declare')]))
      prefixes.push(
        `PREFIX ${declaration.out([sh('prefix')]).value}: <${declaration.out([sh('namespace')]).value}>`,
      );
  }
  return prefixes;
}
