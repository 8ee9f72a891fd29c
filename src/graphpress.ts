/** The product on one page: a folder becomes a publication, a publication becomes a site. */
import { readFolder } from './folder/index.ts';
import {
  buildPublication,
  type Publication,
  type PublicationOptions,
} from './publication/index.ts';

export { createApp } from './http/index.ts';

/**
 * Reads the folder at `path` and makes it ready to be served, checked or queried.
 * @throws {GraphpressError} with one line that says what is wrong, where, and what to do.
 */
export async function openPublication(
  path: string,
  options: PublicationOptions = {},
): Promise<Publication> {
  return buildPublication(await readFolder(path), options);
}
