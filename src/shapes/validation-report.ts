/** The result of a validation as RDF. https://www.w3.org/TR/shacl/#validation-report */
import { type Quad, rdf, sh, type Term, terms, xsd } from '../rdf/index.ts';
import { TermGraph } from './core/term-graph.ts';
import type { ValidationReport } from './validate.ts';

/** @param shapes the shapes graph, from which paths of blank nodes are copied. */
export function reportQuads(
  { conforms, results, problems }: ValidationReport,
  shapes: Iterable<Quad>,
): Quad[] {
  const quads: Quad[] = [];
  const add = (subject: Term, predicate: Term, object: Term) =>
    quads.push(terms.quad(subject as never, predicate as never, object as never));
  const graph = new TermGraph(shapes);
  const copied = new Set<string>();
  const copy = (node: Term): void => {
    if (node.termType !== 'BlankNode' || copied.has(node.value)) return;
    copied.add(node.value);
    for (const { predicate, object } of graph.statements(node)) {
      add(node, predicate, object);
      copy(object);
    }
  };
  const report = terms.blankNode('report');
  add(report, rdf('type'), sh('ValidationReport'));
  add(report, sh('conforms'), terms.literal(String(conforms), xsd('boolean')));
  results.forEach((result, index) => {
    const node = terms.blankNode(`result${index + 1}`);
    add(report, sh('result'), node);
    add(node, rdf('type'), sh('ValidationResult'));
    add(node, sh('focusNode'), result.focus);
    add(node, sh('resultSeverity'), result.severity);
    add(node, sh('sourceConstraintComponent'), result.component);
    add(node, sh('sourceShape'), result.shape);
    if (result.path) {
      add(node, sh('resultPath'), result.path);
      copy(result.path);
    }
    if (result.value) add(node, sh('value'), result.value);
    if (result.source) add(node, sh('sourceConstraint'), result.source);
    const messages = result.messages.size > 0 ? result.messages : new Map([['en', result.reason]]);
    for (const [language, text] of messages)
      add(
        node,
        sh('resultMessage'),
        language === '' ? terms.literal(text) : terms.literal(text, language),
      );
  });
  // The vocabulary has no term for a shape that could not be evaluated: a comment of the report states it.
  for (const { shape, message } of problems)
    add(
      report,
      terms.namedNode('http://www.w3.org/2000/01/rdf-schema#comment'),
      terms.literal(`not evaluated: ${shape.value}: ${message}`, 'en'),
    );
  return quads;
}
