/** SPARQL 1.1 Query Results CSV, as bytes. https://www.w3.org/TR/sparql11-results-csv-tsv/#csv */
import { csvValue } from './csv-value.ts';
import { type ByteWriter, encode, escapeTable } from './byte-writer.ts';
import type { TermBytes } from './term-bytes.ts';
import type { RowFormat, SolutionFormat } from './write-solutions.ts';

const COMMA = 0x2c;
const QUOTE = 0x22;
const DOUBLED = escapeTable({ '"': '""' });
const BLANK = encode('_:');
const LINE_END = encode('\r\n');

const quote = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

export const CSV_FORMAT: SolutionFormat = {
  boolean: (value) => `boolean\r\n${value}\r\n`,
  head: (variables) => `${variables.map(quote).join(',')}\r\n`,
  tail: '',
  rows: (_, writer) => csvRows(writer),
};

function csvRows(writer: ByteWriter): RowFormat {
  const separate = (column: number) => {
    if (column > 0) writer.byte(COMMA);
  };
  return {
    beginRow: () => {},
    unbound: separate,
    cell: (column, id, term) => {
      separate(column);
      term.read(id);
      if (term.kind === 'triple') {
        writer.text(quote(csvValue(term.termOf(id))));
        return;
      }
      if (term.kind === 'blank') writer.copy(BLANK);
      if (!needsQuotes(term)) {
        writer.copy(term.bytes, term.from, term.to);
        return;
      }
      writer.byte(QUOTE);
      writer.copyEscaped(term.bytes, term, DOUBLED);
      writer.byte(QUOTE);
    },
    endRow: () => writer.copy(LINE_END),
  };
}

function needsQuotes({ bytes, from, to }: TermBytes): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE || byte === COMMA || byte === 0x0a || byte === 0x0d) return true;
  }
  return false;
}
