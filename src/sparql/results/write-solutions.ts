/** Solutions as bytes; a format defines the head, the cells and the tail of the table. */
import type { Batch } from '../exec/batch/batch.ts';
import type { QueryTerms } from '../values/query-terms.ts';
import { ByteWriter, CHUNK_BYTES } from './byte-writer.ts';
import { TermBytes } from './term-bytes.ts';

export interface SolutionFormat {
  readonly boolean: (value: boolean) => string;
  readonly head: (variables: readonly string[]) => string;
  readonly tail: string;
  /** Creates the row writer of one result. */
  readonly rows: (variables: readonly string[], writer: ByteWriter) => RowFormat;
}

export interface RowFormat {
  readonly beginRow: (isFirst: boolean) => void;
  /** @param id not 0. */
  readonly cell: (column: number, id: number, term: TermBytes) => void;
  readonly unbound?: (column: number) => void;
  readonly endRow: () => void;
}

export interface Solutions {
  readonly variables: readonly string[];
  readonly batches: Iterable<Batch>;
}

/**
 * The result in chunks; the last one may be short. The first batch is computed before the first chunk, so that its
 * errors are thrown before any byte is written.
 */
export function* writeSolutions(
  { variables, batches }: Solutions,
  terms: QueryTerms,
  format: SolutionFormat,
): Generator<Uint8Array<ArrayBuffer>> {
  const writer = new ByteWriter();
  const term = new TermBytes(terms);
  const rows = format.rows(variables, writer);
  writer.text(format.head(variables));
  let isFirst = true;
  const width = variables.length;
  for (const { columns, length } of batches) {
    for (let row = 0; row < length; row += 1) {
      rows.beginRow(isFirst);
      isFirst = false;
      for (let column = 0; column < width; column += 1) {
        const id = (columns[column] as Uint32Array)[row] as number;
        if (id === 0) rows.unbound?.(column);
        else rows.cell(column, id, term);
      }
      rows.endRow();
      if (writer.length > CHUNK_BYTES) yield writer.take();
    }
  }
  writer.text(format.tail);
  yield writer.end();
}
