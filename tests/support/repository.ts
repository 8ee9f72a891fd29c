/** This repository as a publication: what most tests of the outside ask about. */
import { fileURLToPath } from 'node:url';
import type { Publication } from '../../src/publication/index.ts';
import { openFolder } from './open-folder.ts';

/** The root of the repository, without a slash at its end. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

let opening: Promise<Publication> | undefined;

/** The publication of this repository, opened once per test file. */
export function openRepository(): Promise<Publication> {
  opening ??= openFolder(REPOSITORY);
  return opening;
}
