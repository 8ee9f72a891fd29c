/** A query file of the folder, its mistakes reported with the file's name. */
import { GraphpressError } from '../../errors.ts';
import { type SourceFile, SourceFileError } from '../../folder/index.ts';
import { QueryHeaderError, readSavedQuery, type SavedQuery } from '../../queries/index.ts';
import { QuerySyntaxError } from '../../sparql/index.ts';

/** @throws {SourceFileError} with line and column. */
export function readQueryFile({ path, text }: SourceFile): SavedQuery {
  try {
    return readSavedQuery(path, text);
  } catch (error) {
    if (error instanceof QuerySyntaxError)
      throw new SourceFileError(path, error.position, error.reason, { cause: error });
    if (error instanceof QueryHeaderError)
      throw new SourceFileError(path, error.position, error.message, { cause: error });
    if (error instanceof GraphpressError)
      throw new SourceFileError(path, undefined, error.message, { cause: error });
    throw error;
  }
}
