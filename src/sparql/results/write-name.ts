/** IRIs and blank nodes in N-Triples and TSV. */
import { type ByteWriter, encode } from './byte-writer.ts';
import type { TermBytes } from './term-bytes.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const BLANK = encode('_:');

/** Writes an IRI or a blank node. @returns false for another term: nothing is written. */
export function writeName({ kind, bytes, from, to }: TermBytes, writer: ByteWriter): boolean {
  switch (kind) {
    case 'iri':
      writer.byte(LESS);
      writer.copy(bytes, from, to);
      writer.byte(GREATER);
      return true;
    case 'blank':
      writer.copy(BLANK);
      writer.copy(bytes, from, to);
      return true;
    case 'literal':
    case 'triple':
      return false;
  }
}
