/** Templates of quads, filled with a solution. https://www.w3.org/TR/sparql11-update/#deleteInsert */
import { type Quad, type Term, terms } from '../../rdf/index.ts';
import type { QuadTemplate } from './operations.ts';

export interface Filling {
  /** The value of a variable in the solution; undefined where it is unbound. */
  readonly valueOf: (variable: string) => Term | undefined;
  /** The blank node that a label of the template stands for in this solution. */
  readonly blankNode: (label: string) => Term;
}

/** The quads that the templates make; those with an unbound place, or that are no RDF, are left out. */
export function* fillTemplates(
  templates: readonly QuadTemplate[],
  filling: Filling,
): Generator<Quad> {
  for (const template of templates) {
    const [subject, predicate, object, graph] = [
      template.subject,
      template.predicate,
      template.object,
      template.graph,
    ].map((term) => fill(term, filling));
    if (subject && predicate && object && graph && isQuad({ subject, predicate, graph }))
      yield terms.quad(subject as never, predicate as never, object as never, graph as never);
  }
}

const isQuad = ({ subject, predicate, graph }: Readonly<Record<string, Term>>): boolean =>
  (subject?.termType === 'NamedNode' || subject?.termType === 'BlankNode') &&
  predicate?.termType === 'NamedNode' &&
  graph?.termType !== 'Literal' &&
  graph?.termType !== 'Quad';

/** The term as one of ours: the parser has a factory of its own. */
function fill(term: Term, filling: Filling): Term | undefined {
  switch (term.termType) {
    case 'Variable':
      return filling.valueOf(term.value);
    case 'BlankNode':
      return filling.blankNode(term.value);
    case 'NamedNode':
      return terms.namedNode(term.value);
    case 'DefaultGraph':
      return terms.defaultGraph();
    case 'Literal': {
      const { direction } = term as { readonly direction?: 'ltr' | 'rtl' | '' | null };
      if (term.language === '')
        return terms.literal(term.value, terms.namedNode(term.datatype.value));
      return direction
        ? terms.literal(term.value, { language: term.language, direction } as never)
        : terms.literal(term.value, term.language);
    }
    case 'Quad': {
      const [subject, predicate, object] = [term.subject, term.predicate, term.object].map((part) =>
        fill(part as Term, filling),
      );
      return subject && predicate && object
        ? terms.quad(subject as never, predicate as never, object as never)
        : undefined;
    }
  }
}
