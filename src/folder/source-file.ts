/** A publication folder as data: its files with their roles, and its earlier states. */
import type { RdfFormat } from '../rdf/index.ts';

/** The role of a file of the folder; follows from its path. */
export type FileRole = 'ontology' | 'shapes' | 'data' | 'rule' | 'query' | 'expected';

/** A file of the publication folder, as read. */
export interface SourceFile {
  /** Path inside the folder, with forward slashes. */
  readonly path: string;
  readonly role: FileRole;
  /** The syntax of an RDF file; undefined for queries and expected answers. */
  readonly format: RdfFormat | undefined;
  /** Name of the graph that an RDF file becomes: its path without the first folder and the extension ("release/a"). */
  readonly graphName: string | undefined;
  /** The text, decompressed; empty for a large file in N-Triples or N-Quads. */
  readonly text: string;
  /** Reads a large file in N-Triples or N-Quads in chunks, decompressed; undefined for all other files. */
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
  /** The commit time, or that of the previous commit if it is later, so that times ascend. */
  readonly time: Date;
}

/** A published file in the state of a commit. */
export interface FileVersion {
  readonly path: string;
  readonly placement: Placement;
  /** The object id of the content in git; equal for equal contents. */
  readonly blob: string;
  readonly bytes: number;
}

export interface History {
  /** The most recent commits, oldest first. */
  commits(): Promise<readonly Commit[]>;
  /** Whether `commits` includes the first commit. */
  isComplete(): Promise<boolean>;
  filesAt(commit: Commit): Promise<readonly FileVersion[]>;
  /** The folder in the state of a commit. @throws {GraphpressError} when it is too large or cannot be published. */
  folderAt(commit: Commit): Promise<Folder>;
  /** Contents by object id. @throws {FolderError} when they are too large. */
  contents(blobs: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** The time of the last change of the files; undefined with uncommitted changes. */
  committedAt(): Promise<Date | undefined>;
}

/** One state of a folder. */
export interface Folder {
  readonly path: string;
  readonly files: readonly SourceFile[];
  /** Hash of all files and their paths, 16 hex digits: equal for equal files. */
  readonly version: string;
  /** Messages for the curator about files that are not read. */
  readonly ignored: readonly string[];
  /** Modification time of the newest file. */
  readonly modified?: Date | undefined;
  /** The earlier states; undefined for an earlier state itself. */
  readonly history?: History | undefined;
}
