/** SHACL: Core by the kept engine, SPARQL constraints by our own. https://www.w3.org/TR/shacl/ */
import type { Validator } from 'shacl-engine';
import { GraphpressError } from '../errors.ts';
import { pickLanguage, sh, type Term, terms } from '../rdf/index.ts';
import { matchQuads } from '../store/index.ts';
import { type CheckSection, count, type Finding } from './report.ts';
import { sparqlConstraints } from './sparql-constraints.ts';
import type { CheckSubject } from './subject.ts';

/** @throws {GraphpressError} `shapes` for shapes that cannot be run. */
export async function checkShapes(subject: CheckSubject): Promise<CheckSection> {
  const { dataset, shapesGraphs, engine } = subject;
  // Both take long to load, and only this check needs them.
  const { default: rdfExt } = await import('rdf-ext');
  const { Validator } = await import('shacl-engine');
  const shapes = rdfExt.dataset();
  for (const iri of shapesGraphs)
    for (const quad of matchQuads(dataset, { graph: terms.namedNode(iri) }))
      shapes.add(terms.quad(quad.subject, quad.predicate, quad.object) as never);
  if (shapes.size === 0)
    return {
      name: 'shapes',
      summary: 'no shapes: write them into ontology/shapes.ttl',
      wasRun: false,
      findings: [],
    };
  const data = rdfExt.dataset([...matchQuads(dataset, { graph: terms.defaultGraph() })] as never);
  const validate = async () =>
    new Validator(shapes, { factory: rdfExt, validations: sparqlConstraints(engine) }).validate({
      dataset: data,
    });
  const report = await validate().catch((cause: unknown) => {
    const reason = (cause as Error).message;
    throw new GraphpressError('shapes', `the shapes cannot be run: ${reason}`, {}, { cause });
  });
  const findings = report.results.map(toFinding);
  const nodeShapes = shapes.match(null, null, sh('NodeShape') as never).size;
  return {
    name: 'shapes',
    summary: `${count(nodeShapes, 'shape')}, ${count(findings.length, 'result')}`,
    wasRun: true,
    findings,
  };
}

type ValidationResult = Awaited<ReturnType<Validator['validate']>>['results'][number];

function toFinding(result: ValidationResult): Finding {
  const focus = result.focusNode.term;
  const value = result.value?.term;
  const messages = new Map(
    result.message.map(({ language, value: text }) => [language, text] as const),
  );
  const message =
    pickLanguage(messages, ['en'])?.text ?? `violates ${result.constraintComponent.value}`;
  // A rule over the whole dataset gives the offending node as its value.
  const isGlobal = result.constraintComponent.equals(sh('SPARQLConstraintComponent'));
  const offender = isGlobal && value ? value : focus;
  const detail = value && !isGlobal && !value.equals(focus) ? ` Found ${show(value)}.` : '';
  return {
    severity: result.severity.equals(sh('Violation')) ? 'violation' : 'warning',
    subject: offender.value,
    message: `${message}${detail}`,
  };
}

const show = (term: Term) => (term.termType === 'Literal' ? `"${term.value}"` : term.value);
