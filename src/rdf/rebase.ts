/** Replaces the base of a publication in all IRIs below it. */
import { type ConcreteTerm, type Quad, terms } from './terms.ts';

/** Map from old base to new base. The first entry that is a prefix of an IRI applies. */
export type BaseMoves = ReadonlyMap<string, string>;

export function rebaseIri(iri: string, moves: BaseMoves): string {
  for (const [from, to] of moves) if (iri.startsWith(from)) return to + iri.slice(from.length);
  return iri;
}

function rebaseTerm<T extends ConcreteTerm>(term: T, moves: BaseMoves): T {
  if (term.termType === 'NamedNode') {
    const iri = rebaseIri(term.value, moves);
    return iri === term.value ? term : (terms.namedNode(iri) as unknown as T);
  }
  // Literals contain namespaces and identifiers too: void:uriSpace, sh:namespace, dct:identifier.
  if (term.termType === 'Literal' && term.language === '')
    return terms.literal(
      rebaseIri(term.value, moves),
      rebaseTerm(term.datatype, moves),
    ) as unknown as T;
  if (term.termType === 'Quad') return rebaseQuad(term, moves) as T;
  return term;
}

export function rebaseQuad(quad: Quad, moves: BaseMoves): Quad {
  return terms.quad(
    rebaseTerm(quad.subject as ConcreteTerm, moves) as Quad['subject'],
    rebaseTerm(quad.predicate as ConcreteTerm, moves) as Quad['predicate'],
    rebaseTerm(quad.object as ConcreteTerm, moves) as Quad['object'],
    rebaseTerm(quad.graph as ConcreteTerm, moves) as Quad['graph'],
  );
}

/** The same for the text of a query, where IRIs are in angle brackets, also in PREFIX declarations. */
export function rebaseQueryText(text: string, moves: BaseMoves): string {
  let moved = text;
  for (const [from, to] of moves) moved = moved.replaceAll(`<${from}`, `<${to}`);
  return moved;
}
