/** The query that a call means: on standard input, saved in the folder, or in a file. */
import { readFile, stat } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { GraphpressError } from '../errors.ts';
import { SourceFileError } from '../folder/index.ts';
import type { Publication } from '../publication/index.ts';
import { type ParsedQuery, parseQuery, QuerySyntaxError } from '../sparql/index.ts';
import { closest } from './command.ts';

/** "-" is standard input. A name of a saved query precedes a file; a path or ".rq" denotes a file. */
export async function findQuery(publication: Publication, which: string): Promise<ParsedQuery> {
  if (which === '-') return parseQuery(await readAll(process.stdin));
  const saved = publication.queries.find(({ name }) => name === which);
  if (saved) return saved.query;
  if ((await stat(which).catch(() => undefined))?.isFile()) return readQueryFile(which);
  const names = publication.queries.map(({ name }) => name);
  const suggestion = closest(which, names);
  const list =
    names.length === 0
      ? 'this folder has no saved queries'
      : `saved queries are ${names.join(', ')}`;
  throw new GraphpressError(
    'unknown-query',
    `there is no saved query and no file "${which}": ${suggestion === undefined ? list : `did you mean ${suggestion}?`}`,
  );
}

/** @throws {SourceFileError} with line and column. */
async function readQueryFile(path: string): Promise<ParsedQuery> {
  const text = await readFile(path, 'utf8');
  try {
    return parseQuery(text);
  } catch (error) {
    if (!(error instanceof QuerySyntaxError)) throw error;
    throw new SourceFileError(path, error.position, error.reason, { cause: error });
  }
}
