/** The files of a publication and what each is for. */
import type { RdfFormat } from '../rdf/index.ts';
import type { History } from './history.ts';

/** What a file of the folder is for; its place in the folder says so. */
export type FileRole = 'ontology' | 'shapes' | 'data' | 'rule' | 'query' | 'expected';

/** A file of the publication folder, read once. */
export interface SourceFile {
  /** Path inside the folder, with forward slashes. */
  readonly path: string;
  readonly role: FileRole;
  /** The syntax of an RDF file; undefined for queries and expected answers. */
  readonly format: RdfFormat | undefined;
  /** Name of the graph that an RDF file becomes: its path without the first folder and the extension ("release/a"). */
  readonly graphName: string | undefined;
  /** The text, decompressed; empty for a big file of lines. */
  readonly text: string;
  /** Reads a big file of lines (N-Triples, N-Quads) piece by piece, decompressed; undefined for all others. */
  readonly pieces?: (() => AsyncIterable<Uint8Array>) | undefined;
}

/** Everything that a folder holds for us, from one moment. */
export interface Folder {
  readonly path: string;
  readonly files: readonly SourceFile[];
  /** Hash of all files and their paths: 16 hex digits. The same files give the same version. */
  readonly version: string;
  /** Files in our places that we do not read, as sentences for the person who keeps the folder. */
  readonly ignored: readonly string[];
  /** When the youngest file was written, as the file system has it. */
  readonly modified?: Date | undefined;
  /** The states it was in before; an earlier state has none. */
  readonly history?: History | undefined;
}
