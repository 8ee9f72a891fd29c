/** Mistakes in a publication folder, each with the place where it stands. */
import { GraphpressError } from '../errors.ts';
import type { RdfSyntaxError, TextPosition } from '../rdf/index.ts';

/** The folder as a whole cannot be published. */
export class FolderError extends GraphpressError {
  constructor(path: string, message: string, options?: ErrorOptions) {
    super('folder', message, { path }, options);
  }
}

/** A file of the folder cannot be used: `path:line:column: reason`. */
export class SourceFileError extends GraphpressError {
  constructor(
    path: string,
    position: TextPosition | undefined,
    reason: string,
    options?: ErrorOptions,
  ) {
    const place = position ? `${path}:${position.line}:${position.column}` : path;
    super('source-file', `${place}: ${reason}`, { path, ...position, reason }, options);
  }

  static fromSyntax(path: string, error: RdfSyntaxError): SourceFileError {
    return new SourceFileError(path, error.position, error.message, { cause: error });
  }
}
