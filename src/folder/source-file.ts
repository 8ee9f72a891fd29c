/** A publication folder as data: its files, what each is for, and its earlier states. */
import type { RdfFormat } from '../rdf/index.ts';

/** What a file of the folder is for; its path decides. */
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
  /** Reads a big file of lines (N-Triples, N-Quads) in chunks, decompressed; undefined for all others. */
  readonly chunks?: (() => AsyncIterable<Uint8Array>) | undefined;
}

export interface Placement {
  readonly role: FileRole;
  readonly format: RdfFormat | undefined;
  readonly graphName: string | undefined;
}

/** A commit that changed published files. */
export interface Commit {
  readonly hash: string;
  /** When it was committed, or when the one before it was, whichever is later: states follow one another. */
  readonly time: Date;
}

/** A published file as a commit has it. */
export interface FileVersion {
  readonly path: string;
  readonly placement: Placement;
  /** Name of the content; equal contents have equal names. */
  readonly blob: string;
  readonly bytes: number;
}

export interface History {
  /** The most recent commits, oldest first. */
  commits(): Promise<readonly Commit[]>;
  /** Whether `commits` begins with the very first one. */
  isWhole(): Promise<boolean>;
  filesAt(commit: Commit): Promise<readonly FileVersion[]>;
  /** The folder as it was. @throws {GraphpressError} when it is too big to be read again, or could not be published. */
  folderAt(commit: Commit): Promise<Folder>;
  /** Contents by the name of the blob. @throws {FolderError} when they are too many bytes. */
  contents(blobs: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** When the files last changed, where the last change is committed. */
  committedAt(): Promise<Date | undefined>;
}

/** One state of a folder. */
export interface Folder {
  readonly path: string;
  readonly files: readonly SourceFile[];
  /** Hash of all files and their paths: 16 hex digits. The same files give the same version. */
  readonly version: string;
  /** Files that are not read, as notices for the curator. */
  readonly ignored: readonly string[];
  /** Modification time of the newest file. */
  readonly modified?: Date | undefined;
  /** Earlier states; an earlier state itself has none. */
  readonly history?: History | undefined;
}
