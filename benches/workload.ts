/** What is asked: queries from files, with placeholders filled in from the corpus. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Corpus } from './corpus.ts';

/** `analytic` reads much of the data; `selective` and `saved` differ only in where they come from. */
export type QueryGroup = 'selective' | 'analytic' | 'saved';

export interface BenchQuery {
  readonly name: string;
  readonly group: QueryGroup;
  /** The same question about different things; at least one. */
  readonly texts: readonly string[];
}

const OWN = join(import.meta.dirname, 'queries');
const SAVED = join(import.meta.dirname, '..', 'queries');
const PLACEHOLDER = /^#\s*\$1:\s*(\w+)\s*$/m;

/** The queries of this repository, for the synthetic releases. */
export function ownQueries(corpus: Corpus): readonly BenchQuery[] {
  return [
    ...readQueries(join(OWN, 'selective'), 'selective', corpus),
    ...readQueries(SAVED, 'saved', corpus),
    ...readQueries(join(OWN, 'analytic'), 'analytic', corpus),
  ];
}

/** The queries of a folder; those in subfolders `selective` and `analytic` belong to these groups. */
export function queriesOf(folder: string, corpus: Corpus): readonly BenchQuery[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const groups = (['selective', 'analytic'] as const).filter((group) =>
    folders.some(({ name }) => name === group),
  );
  return [
    ...readQueries(folder, 'saved', corpus),
    ...groups.flatMap((group) => readQueries(join(folder, group), group, corpus)),
  ];
}

function readQueries(folder: string, group: QueryGroup, corpus: Corpus): readonly BenchQuery[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.rq'));
  return files.toSorted().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { name: basename(file, '.rq'), group, texts: fillIn(file, text, corpus) };
  });
}

function fillIn(file: string, text: string, { samples }: Corpus): readonly string[] {
  const kind = PLACEHOLDER.exec(text)?.[1];
  if (kind === undefined) return [text];
  const things = samples[kind];
  if (!things || things.length === 0)
    throw new Error(`${file} asks about "${kind}", of which this corpus has no samples`);
  const question = text.replace(PLACEHOLDER, '').trimStart();
  return things.map((thing) => question.replaceAll('$1', () => thing));
}
