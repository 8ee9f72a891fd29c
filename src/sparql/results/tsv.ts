/** SPARQL 1.1 Query Results TSV, as bytes. https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv */
import { type ByteWriter, encode } from './byte-writer.ts';
import { toTsvTerm } from '../values/tsv-term.ts';
import { writeName } from './write-name.ts';
import type { RowFormat, SolutionFormat } from './write-solutions.ts';

const TAB = 0x09;
const LINE_END = encode('\n');

export const TSV_FORMAT: SolutionFormat = {
  boolean: (value) => `?boolean\n${value}\n`,
  head: (variables) => `${variables.map((name) => `?${name}`).join('\t')}\n`,
  tail: '',
  rows: (_, writer) => tsvRows(writer),
};

function tsvRows(writer: ByteWriter): RowFormat {
  const separate = (column: number) => {
    if (column > 0) writer.byte(TAB);
  };
  return {
    beginRow: () => {},
    unbound: separate,
    cell: (column, id, term) => {
      separate(column);
      term.read(id);
      if (!writeName(term, writer)) writer.text(toTsvTerm(term.termOf(id)));
    },
    endRow: () => writer.copy(LINE_END),
  };
}
