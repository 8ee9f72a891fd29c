/** SPARQL Query Results XML Format, as bytes. https://www.w3.org/TR/rdf-sparql-XMLres/ */
import { escapeXml } from '../../rdf/index.ts';
import { type ByteWriter, encode, escapeTable } from './byte-writer.ts';
import type { TermBytes } from './term-bytes.ts';
import type { RowFormat, SolutionFormat } from './write-solutions.ts';
import { toXmlTerm } from './xml-term.ts';

/** The start of every document. */
const XML_HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n';

const ESCAPES = escapeTable({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });
const URI = encode('<uri>');
const END_URI = encode('</uri>');
const BNODE = encode('<bnode>');
const END_BNODE = encode('</bnode>');
const END_BINDING = encode('</binding>\n');

export const XML_FORMAT: SolutionFormat = {
  boolean: (value) => `${XML_HEAD}  <head/>\n  <boolean>${value}</boolean>\n</sparql>\n`,
  head: (variables) => {
    const names = variables.map((name) => `\n    <variable name="${escapeXml(name)}"/>`);
    return `${XML_HEAD}  <head>${names.join('')}\n  </head>\n  <results>\n`;
  },
  tail: '  </results>\n</sparql>\n',
  rows: xmlRows,
};

/** @throws {GraphpressError} `not-xml` when a value has a character that XML does not allow. */
function xmlRows(variables: readonly string[], writer: ByteWriter): RowFormat {
  const bindings = variables.map((name) => encode(`      <binding name="${escapeXml(name)}">`));
  const wrap = (open: Uint8Array, term: TermBytes, close: Uint8Array) => {
    writer.copy(open);
    writer.copyEscaped(term.bytes, term, ESCAPES);
    writer.copy(close);
  };
  return {
    beginRow: () => writer.text('    <result>\n'),
    cell: (column, id, term) => {
      writer.copy(bindings[column] as Uint8Array);
      term.read(id);
      if (term.kind === 'iri') wrap(URI, term, END_URI);
      else if (term.kind === 'blank') wrap(BNODE, term, END_BNODE);
      else writer.text(toXmlTerm(term.termOf(id)));
      writer.copy(END_BINDING);
    },
    endRow: () => writer.text('    </result>\n'),
  };
}
