/** The derived graph: what the rules in `ontology/rules/` make of the authored statements. */
import { GraphpressError } from '../../errors.ts';
import { type SourceFile, SourceFileError } from '../../folder/index.ts';
import {
  type BaseMoves,
  type NamedNode,
  type Quad,
  rebaseQueryText,
  terms,
} from '../../rdf/index.ts';
import { readQueryFile } from './read-query-file.ts';
import type { Engine, ParsedQuery } from '../../sparql/index.ts';

/** Runs each rule once over the authored graphs; no rule sees what another one made. @throws {SourceFileError} */
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
    if (query.usesService)
      throw new SourceFileError(
        rule.path,
        undefined,
        'calls another endpoint: what a rule derives must follow from the folder alone',
      );
    try {
      for (const { subject, predicate, object } of await run(query, engine))
        derived.push(terms.quad(subject, predicate, object, graph));
    } catch (error) {
      if (!(error instanceof GraphpressError)) throw error;
      throw new SourceFileError(rule.path, undefined, error.message, { cause: error });
    }
  }
  return derived;
}

async function run(query: ParsedQuery, engine: Engine): Promise<Quad[]> {
  const result = await engine.query({ query });
  if (result.kind !== 'quads') throw new Error('CONSTRUCT gave no quads');
  const quads: Quad[] = [];
  for await (const quad of result.quads) {
    if (quad.subject.termType === 'BlankNode' || quad.object.termType === 'BlankNode')
      throw new GraphpressError(
        'rule',
        'makes a blank node, which would be another one at each start: give what it makes an IRI',
      );
    quads.push(quad);
  }
  return quads;
}
