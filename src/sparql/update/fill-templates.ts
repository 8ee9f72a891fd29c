/** Instantiates quad templates with a solution. https://www.w3.org/TR/sparql11-update/#deleteInsert */
import { type Quad, type Term, terms } from '../../rdf/index.ts';
import type { QuadTemplate } from './operations.ts';

export interface TemplateValues {
  /** The value of a variable in the solution; undefined where it is unbound. */
  readonly valueOf: (variable: string) => Term | undefined;
  /** The blank node of a template label in this solution. */
  readonly blankNode: (label: string) => Term;
}

/** The quads of the templates, without those that have an unbound variable or that are not valid RDF. */
export function* fillTemplates(
  templates: readonly QuadTemplate[],
  values: TemplateValues,
): Generator<Quad> {
  for (const template of templates) {
    const [subject, predicate, object, graph] = [
      template.subject,
      template.predicate,
      template.object,
      template.graph,
    ].map((term) => fill(term, values));
    if (subject && predicate && object && graph && isQuad({ subject, predicate, graph }))
      yield terms.quad(subject as never, predicate as never, object as never, graph as never);
  }
}

const isQuad = ({ subject, predicate, graph }: Readonly<Record<string, Term>>): boolean =>
  (subject?.termType === 'NamedNode' || subject?.termType === 'BlankNode') &&
  predicate?.termType === 'NamedNode' &&
  graph?.termType !== 'Literal' &&
  graph?.termType !== 'Quad';

/** The term by our own factory: the parser has another one. */
function fill(term: Term, values: TemplateValues): Term | undefined {
  switch (term.termType) {
    case 'Variable':
      return values.valueOf(term.value);
    case 'BlankNode':
      return values.blankNode(term.value);
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
        fill(part as Term, values),
      );
      return subject && predicate && object
        ? terms.quad(subject as never, predicate as never, object as never)
        : undefined;
    }
  }
}
