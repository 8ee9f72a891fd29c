/** The publication of a folder on disk, for tests that need the value itself. */
import { openPublication } from '../../src/index.ts';
import type { OpenOptions } from '../../src/index.ts';
import { stateOf } from '../../src/library/index.ts';
import type { Publication } from '../../src/publication/index.ts';

export const openFolder = async (path: string, options?: OpenOptions): Promise<Publication> =>
  stateOf(await openPublication(path, options));
