/** SPARQL Query Results XML Format. https://www.w3.org/TR/rdf-sparql-XMLres/ */
import { escapeXml, type Literal, type Term, xsd } from '../../rdf/index.ts';
import type { TabularResult } from '../engine.ts';

/** How every document begins. */
export const XML_HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n';

/** @throws {GraphpressError} `not-xml` when a value holds a character that XML cannot. */
export async function* writeXml(result: TabularResult): AsyncIterable<string> {
  if (result.kind === 'boolean') {
    yield `${XML_HEAD}  <head/>\n  <boolean>${result.value}</boolean>\n</sparql>\n`;
    return;
  }
  const variables = result.variables.map((name) => `\n    <variable name="${escapeXml(name)}"/>`);
  yield `${XML_HEAD}  <head>${variables.join('')}\n  </head>\n  <results>\n`;
  for await (const solution of result.solutions) {
    const bindings = solution.map((term, column) =>
      term
        ? `      <binding name="${escapeXml(result.variables[column] ?? '')}">${toXmlTerm(term)}</binding>\n`
        : '',
    );
    yield `    <result>\n${bindings.join('')}    </result>\n`;
  }
  yield '  </results>\n</sparql>\n';
}

/** https://www.w3.org/TR/sparql12-results-xml/ */
const writeDirection = ({ direction }: Literal) =>
  direction
    ? ` xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" its:dir="${direction}"`
    : '';

/** A term as the format writes it. */
export function toXmlTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<uri>${escapeXml(term.value)}</uri>`;
    case 'BlankNode':
      return `<bnode>${escapeXml(term.value)}</bnode>`;
    case 'Literal': {
      const kind = term.language
        ? ` xml:lang="${escapeXml(term.language)}"${writeDirection(term)}`
        : term.datatype.equals(xsd('string'))
          ? ''
          : ` datatype="${escapeXml(term.datatype.value)}"`;
      return `<literal${kind}>${escapeXml(term.value)}</literal>`;
    }
    case 'Quad': {
      const part = (name: string, value: Term) => `<${name}>${toXmlTerm(value)}</${name}>`;
      return `<triple>${part('subject', term.subject)}${part('predicate', term.predicate)}${part('object', term.object)}</triple>`;
    }
    case 'DefaultGraph':
    case 'Variable':
      throw new TypeError(`a ${term.termType} is no value of a solution`);
  }
}
