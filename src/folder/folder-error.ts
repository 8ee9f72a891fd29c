/** Errors in a publication folder, with file and position. */
import { GraphpressError } from '../errors.ts';
import type { RdfSyntaxError, TextPosition } from '../rdf/index.ts';

/** The folder cannot be published. */
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
    const location = position ? `${path}:${position.line}:${position.column}` : path;
    super('source-file', `${location}: ${reason}`, { path, ...position, reason }, options);
  }

  static fromSyntax(path: string, error: RdfSyntaxError): SourceFileError {
    return new SourceFileError(path, error.position, error.message, { cause: error });
  }
}
