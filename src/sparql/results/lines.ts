/** Triples as N-Triples, which is valid N-Quads too. https://www.w3.org/TR/n-triples/ */
import type { Batch } from '../exec/batch/batch.ts';
import type { QueryTerms } from '../values/query-terms.ts';
import { toLineTerm } from '../../rdf/index.ts';
import { ByteWriter, CHUNK_BYTES, encode, escapeTable } from './byte-writer.ts';
import { TermBytes } from './term-bytes.ts';
import { writeName } from './write-name.ts';

const ESCAPES = escapeTable({
  '"': String.raw`\"`,
  '\\': '\\\\',
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
});
const SPACE = 0x20;
const QUOTE = 0x22;
const END = encode('.\n');

/** @param batches three columns: subject, predicate, object. */
export function* writeLines(
  batches: Iterable<Batch>,
  terms: QueryTerms,
): Generator<Uint8Array<ArrayBuffer>> {
  const writer = new ByteWriter();
  const term = new TermBytes(terms);
  for (const { columns, length } of batches)
    for (let row = 0; row < length; row += 1) {
      for (const column of columns) {
        writeTerm(column[row] as number, term, writer);
        writer.byte(SPACE);
      }
      writer.copy(END);
      if (writer.length > CHUNK_BYTES) yield writer.take();
    }
  yield writer.end();
}

function writeTerm(id: number, term: TermBytes, writer: ByteWriter): void {
  term.read(id);
  if (writeName(term, writer)) return;
  if (term.kind === 'triple') {
    writer.text(toLineTerm(term.termOf(id)));
    return;
  }
  writer.byte(QUOTE);
  writer.copyEscaped(term.bytes, term, ESCAPES);
  writer.byte(QUOTE);
  if (term.language !== '')
    writer.text(`@${term.language}${term.direction === '' ? '' : `--${term.direction}`}`);
  else if (term.datatype !== '') writer.text(`^^<${term.datatype}>`);
}
