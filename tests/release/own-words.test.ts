/**
 * The release speaks in its words, this project in its own: no file holds a run of more than six consecutive words
 * of the release. Names and titles do not count as words, since nobody can say them otherwise.
 */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readSources } from '../../src/folder/index.ts';
import { schema, skos } from '../../src/rdf/index.ts';
import { matchQuads } from '../../src/store/index.ts';
import { openRepository, REPOSITORY } from '../support/repository.ts';
import { lacksSources, sourcesOrThrow } from '../support/source-texts.ts';

const MAX_RUN = 6;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The stretches of `words` that stand in the source too and are longer than allowed. */
function sharedRuns(words: readonly string[], source: ReadonlySet<string>): string[][] {
  const runs: string[][] = [];
  let end = 0;
  for (let start = 0; start + MAX_RUN < words.length; start += 1) {
    const window = words.slice(start, start + MAX_RUN + 1);
    if (!source.has(window.join(' '))) continue;
    if (start < end) runs.at(-1)?.push(...words.slice(end, start + window.length));
    else runs.push(window);
    end = start + window.length;
  }
  return runs;
}

const windowsOf = (words: readonly string[]): Set<string> =>
  new Set(words.map((_, start) => words.slice(start, start + MAX_RUN + 1).join(' ')));

/** The words of a run that are no part of a name. @param names the longest first. */
function withoutNames(run: readonly string[], names: readonly string[]): string[] {
  let text = ` ${run.join(' ')} `;
  for (const name of names) text = text.replaceAll(` ${name} `, ' | ');
  return wordsOf(text);
}

/** What the data calls things: labels and headlines. */
async function namesOfTheData(): Promise<string[]> {
  const { dataset } = await openRepository();
  const properties = [skos('prefLabel'), skos('altLabel'), schema('headline')];
  const names = properties.flatMap((predicate) =>
    Array.from(matchQuads(dataset, { predicate }), ({ object }) => wordsOf(object.value).join(' ')),
  );
  return [...new Set(names)].toSorted((a, b) => b.length - a.length);
}

/** Every file of the project: those that git tracks, and those it soon may. */
function projectFiles(): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const listed = execFileSync('git', list, { cwd: REPOSITORY, encoding: 'utf8' });
  return listed.split('\0').filter((path) => path !== '' && path !== 'package-lock.json');
}

/** The text of a file; undefined for one that was deleted but is still tracked. */
async function textOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(join(REPOSITORY, path)).catch(() => undefined);
  return bytes && (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

it('finds a run of seven words, and none where a name makes it long', () => {
  const source = windowsOf(wordsOf('One two three, four five six seven (eight) nine.'));
  const found = sharedRuns(wordsOf('Zero. One TWO three four five six seven eight ten'), source);
  expect(found).toEqual([['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']]);
  expect(withoutNames(found[0] ?? [], ['three four'])).toHaveLength(6);
  expect(sharedRuns(wordsOf('one two three four five six, then seven eight nine'), source)).toEqual(
    [],
  );
});

it.skipIf(lacksSources)('no file repeats more than six words of a source text', async () => {
  const sources = await readSources(sourcesOrThrow());
  const source = new Set(sources.flatMap(({ text }) => [...windowsOf(wordsOf(text))]));
  const names = await namesOfTheData();
  const files = projectFiles();
  expect(files).toContain('data/release/moe-en-20220926-664993.ttl');
  const repeated: string[] = [];
  for (const path of files)
    for (const run of sharedRuns(wordsOf((await textOf(path)) ?? ''), source))
      if (withoutNames(run, names).length > MAX_RUN) repeated.push(`${path}: ${run.join(' ')}`);
  expect(repeated).toEqual([]);
});
