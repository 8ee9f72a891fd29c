/** Messages of shapes, constraints and validators. https://www.w3.org/TR/shacl/#message */
import { type LanguageMap, sh, type Term } from '../../rdf/index.ts';
import type { TermGraph } from './term-graph.ts';

/** The sh:message values of a node, by language. */
export const messagesOf = (graph: TermGraph, node: Term): LanguageMap =>
  new Map(
    graph
      .objects(node, sh('message'))
      .flatMap((term) =>
        term.termType === 'Literal' ? [[term.language, term.value] as const] : [],
      ),
  );
