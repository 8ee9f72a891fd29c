/** SELECT and ASK queries of a shapes graph, with their prefixes. https://www.w3.org/TR/shacl/#sparql-prefixes */
import { GraphpressError } from '../../errors.ts';
import { owl, sh, type Term, termKey } from '../../rdf/index.ts';
import type { PreboundQuery } from '../../sparql/index.ts';
import type { DataGraph } from '../core/data-graph.ts';
import { pathText } from '../core/read-path.ts';
import { type Shape, ShapeError } from '../core/shape.ts';
import type { TermGraph } from '../core/term-graph.ts';
import { checkPrebinding } from './prebinding.ts';

export interface QueryOptions {
  readonly graph: TermGraph;
  readonly data: DataGraph;
  /** Replaces $PATH. */
  readonly path?: Shape['path'];
  readonly prebound: readonly string[];
}

/**
 * The query of a constraint, validator or target: its sh:select or sh:ask.
 * @throws {ShapeError} for a syntax error, and for what pre-binding does not allow.
 */
export function readQuery(
  node: Term,
  form: 'select' | 'ask',
  { graph, data, path, prebound }: QueryOptions,
): PreboundQuery {
  const [text, ...more] = graph.objects(node, sh(form));
  if (text?.termType !== 'Literal' || more.length > 0)
    throw new ShapeError(`a query needs one sh:${form} with its text`);
  const body = path
    ? text.value.replaceAll(/[$?]PATH\b/g, () => pathText(path.expression))
    : text.value;
  const query = parse([...prefixesOf(graph, node), body].join('\n'), text.value, data);
  if (query.algebra.algebra.form !== form)
    throw new ShapeError(`the text of sh:${form} is not a query of the form ${form.toUpperCase()}`);
  checkPrebinding(query.algebra.algebra.operation, new Set(prebound));
  return query;
}

function parse(text: string, original: string, data: DataGraph): PreboundQuery {
  try {
    return data.evaluator.query(text);
  } catch (error) {
    if (!(error instanceof GraphpressError)) throw error;
    const reason = 'reason' in error ? String(error.reason) : error.message;
    const shown = original.trim().replaceAll(/\s+/g, ' ');
    throw new ShapeError(`${reason}, in the query "${shown}"`);
  }
}

/** The declarations of sh:prefixes, also of imported ontologies. */
function prefixesOf(graph: TermGraph, node: Term): string[] {
  const pending = graph.objects(node, sh('prefixes'));
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const ontology of pending) {
    if (seen.has(termKey(ontology))) continue;
    seen.add(termKey(ontology));
    pending.push(...graph.objects(ontology, owl('imports')));
    for (const declaration of graph.objects(ontology, sh('declare'))) {
      const [prefix] = graph.objects(declaration, sh('prefix'));
      const [namespace] = graph.objects(declaration, sh('namespace'));
      if (!prefix || !namespace)
        throw new ShapeError('sh:declare needs sh:prefix and sh:namespace');
      lines.push(`PREFIX ${prefix.value}: <${namespace.value}>`);
    }
  }
  return lines;
}
