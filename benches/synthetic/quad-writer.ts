/** N-Quads into a file, in large chunks: the corpus need not fit into memory. https://www.w3.org/TR/n-quads/ */
import { closeSync, openSync, writeSync } from 'node:fs';

const CHUNK_CHARACTERS = 20_000_000;

export interface QuadWriter {
  /** How many quads have been written. */
  readonly count: number;
  /** Terms as N-Quads writes them. */
  write(subject: string, predicate: string, object: string, graph: string): void;
  /** A blank node that nothing else uses. */
  blank(): string;
  close(): void;
}

/** Starts the file anew. */
export function writeQuadsTo(path: string): QuadWriter {
  const file = openSync(path, 'w');
  let chunk = '';
  let count = 0;
  let blanks = 0;
  const flush = () => {
    const bytes = Buffer.from(chunk);
    for (let written = 0; written < bytes.length;)
      written += writeSync(file, bytes, written, bytes.length - written);
    chunk = '';
  };
  return {
    get count() {
      return count;
    },
    write(subject, predicate, object, graph) {
      chunk += `${subject} ${predicate} ${object} ${graph} .\n`;
      count += 1;
      if (chunk.length >= CHUNK_CHARACTERS) flush();
    },
    blank: () => `_:b${blanks++}`,
    close() {
      flush();
      closeSync(file);
    },
  };
}
