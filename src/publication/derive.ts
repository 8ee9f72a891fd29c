/** The derived graph: what the rules in `ontology/rules/` make of the authored statements. */
import { type SourceFile, SourceFileError } from '../folder/index.ts';
import { type BaseMoves, type NamedNode, type Quad, rebaseQueryText, terms } from '../rdf/index.ts';
import { readQueryFile } from './read-query-file.ts';
import type { Engine } from '../sparql/index.ts';

/** Runs each rule once over the authored graphs; no rule sees what another one made. */
export async function derive(
  rules: readonly SourceFile[],
  { engine, moves, graph }: { engine: Engine; moves: BaseMoves; graph: NamedNode },
): Promise<Quad[]> {
  const derived: Quad[] = [];
  for (const rule of rules) {
    const { query } = readQueryFile({ ...rule, text: rebaseQueryText(rule.text, moves) });
    if (query.form !== 'construct')
      throw new SourceFileError(
        rule.path,
        undefined,
        'is no CONSTRUCT query: a rule makes triples',
      );
    const result = await engine.query({ query });
    if (result.kind !== 'quads') throw new Error('CONSTRUCT gave no quads');
    for await (const { subject, predicate, object } of result.quads) {
      if (subject.termType === 'BlankNode' || object.termType === 'BlankNode')
        throw new SourceFileError(
          rule.path,
          undefined,
          'makes a blank node, which would be another one at each start: give what it makes an IRI',
        );
      derived.push(terms.quad(subject, predicate, object, graph));
    }
  }
  return derived;
}
