/**
 * The texts that the data quotes. They are not ours to publish, so they stand outside of the repository: in
 * ../shared/sources, or where GRAPHPRESS_SOURCES says. Tests that read them are skipped where nobody has them.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { REPOSITORY } from './repository.ts';

const folder = process.env['GRAPHPRESS_SOURCES'] ?? resolve(REPOSITORY, '../shared/sources');

/** The folder of the source texts, or undefined where there is none. */
export const SOURCES: string | undefined = existsSync(folder) ? folder : undefined;

if (SOURCES === undefined)
  console.warn(
    `SKIPPED: the source texts are not in ${folder}; say where they are with GRAPHPRESS_SOURCES`,
  );

/** For `it.skipIf`. */
export const lacksSources = SOURCES === undefined;

/** @throws where there are none; a test that calls this is skipped then. */
export function sourcesOrThrow(): string {
  if (SOURCES === undefined) throw new Error('there are no source texts');
  return SOURCES;
}
