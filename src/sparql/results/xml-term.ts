/** A term in the XML format, recursively for triple terms. https://www.w3.org/TR/sparql12-results-xml/ */
import { escapeXml, type Literal, type Term, xsd } from '../../rdf/index.ts';

const writeDirection = ({ direction }: Literal) =>
  direction
    ? ` xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" its:dir="${direction}"`
    : '';

/** @throws {GraphpressError} `not-xml` for a character that XML does not allow. */
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
      throw new TypeError(`a ${term.termType} is not a value of a solution`);
  }
}
