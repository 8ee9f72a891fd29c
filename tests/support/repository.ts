/** This repository as a publication: what most tests of the outside ask about. */
import { fileURLToPath } from 'node:url';
import { openPublication, type Publication } from '../../src/index.ts';

/** The root of the repository, without a slash at its end. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

let opening: Promise<Publication> | undefined;

/** The publication of this repository, opened once per test file. */
export function openRepository(): Promise<Publication> {
  opening ??= openPublication(REPOSITORY);
  return opening;
}
