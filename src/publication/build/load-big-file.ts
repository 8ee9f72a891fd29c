/** A big file of lines into a store: bytes to ids, in chunks. */
import { SourceFileError } from '../../folder/index.ts';
import { type BaseMoves, LineReader, RdfSyntaxError } from '../../rdf/index.ts';
import { LineSink, type StoreBuilder } from '../../store/index.ts';
import { PLACEHOLDER_BASE } from './base-iri.ts';
import type { BigFile } from './load-quads.ts';

/** @throws {SourceFileError} at the first syntax error. */
export async function loadBigFile(
  builder: StoreBuilder,
  { file, graph, blankNodeScope }: BigFile,
  moves: BaseMoves,
): Promise<void> {
  // Lines hold absolute IRIs alone: nothing in them was read against the placeholder.
  const ownMoves = new Map([...moves].filter(([start]) => start !== PLACEHOLDER_BASE));
  const sink = new LineSink(builder, { graph, blankNodeScope, moves: ownMoves });
  const reader = new LineReader({ holdsGraphs: file.format?.holdsGraphs === true }, sink);
  try {
    for await (const chunk of file.chunks()) reader.read(chunk);
    reader.end();
  } catch (error) {
    throw error instanceof RdfSyntaxError ? SourceFileError.fromSyntax(file.path, error) : error;
  }
}
