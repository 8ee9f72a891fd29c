/** Whether the data conforms to the shapes of the folder. https://www.w3.org/TR/shacl/ */
import { NAMESPACES, pickLanguage, type Quad, sh, type Term, terms } from '../rdf/index.ts';
import { matchQuads } from '../store/index.ts';
import { type CheckSection, count, type Finding } from './report.ts';
import type { CheckSubject } from './subject.ts';
import { reportQuads } from './validation-report.ts';
import { validate, type ValidationReport, type ValidationResult } from './validate.ts';

type ShapesSubject = Pick<CheckSubject, 'dataset' | 'shapesGraphs' | 'base'>;

const shapesOf = ({ dataset, shapesGraphs }: ShapesSubject): Quad[] =>
  [...shapesGraphs].flatMap((iri) => [...matchQuads(dataset, { graph: terms.namedNode(iri) })]);

/** Validates the default graph of a publication against its shapes graphs. */
function validateShapes(subject: ShapesSubject, shapes: readonly Quad[]): ValidationReport {
  const [shapesGraph] = subject.shapesGraphs;
  return validate(subject.dataset, shapes, { baseIri: subject.base, shapesGraph });
}

/** The sh:ValidationReport of a publication. */
export function reportOf(subject: ShapesSubject): { conforms: boolean; quads: Quad[] } {
  const shapes = shapesOf(subject);
  const report = validateShapes(subject, shapes);
  return { conforms: report.conforms, quads: reportQuads(report, shapes) };
}

export function checkShapes(subject: CheckSubject): CheckSection {
  const { results, problems, shapes } = validateShapes(subject, shapesOf(subject));
  if (shapes === 0 && problems.length === 0)
    return {
      name: 'shapes',
      summary: 'no shapes: write them into ontology/shapes.ttl',
      wasRun: false,
      findings: [],
    };
  const notRun = problems.map(({ shape, message }): Finding => ({
    severity: 'violation',
    subject: shape.termType === 'BlankNode' ? 'a shape without an IRI' : shape.value,
    message: `not evaluated: ${message}`,
  }));
  const findings = [...notRun, ...results.map(toFinding)];
  return {
    name: 'shapes',
    summary: `${count(shapes, 'shape')}, ${count(findings.length, 'result')}`,
    wasRun: true,
    findings,
  };
}

/** A query over the entire dataset returns the violating node as the value, not as the focus node. */
const isGlobal = ({ component, value, path }: ValidationResult): boolean =>
  component.equals(sh('SPARQLConstraintComponent')) && value !== undefined && path === undefined;

function toFinding(result: ValidationResult): Finding {
  const { focus, pathText, value, shape, component, severity, messages, reason } = result;
  const message = pickLanguage(messages, ['en'])?.text ?? reason;
  const subject = isGlobal(result) && value ? value : focus;
  const detail =
    value && !value.equals(subject) && !message.includes(value.value)
      ? ` Found ${show(value)}.`
      : '';
  return {
    severity: severityOf(severity),
    subject: subject.value,
    message: `${message}${detail}`,
    result: {
      path: pathText,
      value: value === undefined ? undefined : show(value),
      constraint: component.value.replace(NAMESPACES.sh, 'sh:'),
      shape: shape.termType === 'BlankNode' ? undefined : shape.value,
      severity: severity.value.replace(NAMESPACES.sh, 'sh:'),
    },
  };
}

function severityOf(severity: Term): Finding['severity'] {
  if (severity.equals(sh('Warning'))) return 'warning';
  return severity.equals(sh('Info')) ? 'info' : 'violation';
}

const show = (term: Term) => (term.termType === 'Literal' ? `"${term.value}"` : term.value);
