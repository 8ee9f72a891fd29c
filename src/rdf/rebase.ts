/** Moves a publication to another base: every IRI below the old one gets the new one. */
import { type ConcreteTerm, type Quad, terms } from './terms.ts';

/** Old base to new base; an IRI moves by the first entry it starts with. */
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
  // Namespaces and identifiers stand in literals too: void:uriSpace, sh:namespace, dct:identifier.
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

/** The same for the text of a query: IRIs there stand in angle brackets, prefixes included. */
export function rebaseQueryText(text: string, moves: BaseMoves): string {
  let moved = text;
  for (const [from, to] of moves) moved = moved.replaceAll(`<${from}`, `<${to}`);
  return moved;
}
