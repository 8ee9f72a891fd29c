/** The store of a big folder, kept in `.graphpress/` so that the next start reads it instead of the data. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Folder } from '../../folder/index.ts';
import {
  fromSections,
  readSectionFile,
  type Store,
  type StoreSections,
  toSections,
  writeInThread,
} from '../../store/index.ts';
import { VERSION } from '../../version.ts';
import type { LoadedQuads } from './load-quads.ts';

/** Smaller stores are built as fast as they are read. */
const MIN_QUADS = 200_000;

/** What is known of a folder beside its statements. */
export type LoadedFacts = Pick<
  LoadedQuads,
  'base' | 'moves' | 'prefixes' | 'shapesGraphs' | 'assumption'
>;

export interface KeptStore {
  readonly store: Store;
  readonly facts: LoadedFacts;
}

interface KeptTables {
  readonly store: unknown;
  readonly base: string;
  readonly moves: readonly (readonly [string, string])[];
  readonly prefixes: readonly (readonly [string, string])[];
  readonly shapesGraphs: readonly string[];
  readonly assumption: string | null;
}

const pathIn = (folder: Folder): string => join(folder.path, '.graphpress', 'store.snapshot');

const keyOf = (folder: Folder, askedBase: string | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([folder.version, askedBase ?? null, VERSION]))
    .digest('hex');

const isBig = (folder: Folder): boolean => folder.files.some(({ pieces }) => pieces !== undefined);

/** The store of this state of the folder. @returns a reason where there is one that cannot be used. */
export function readSnapshot(
  folder: Folder,
  askedBase: string | undefined,
): KeptStore | { readonly reason: string } | undefined {
  if (!isBig(folder)) return undefined;
  const found = readSectionFile(pathIn(folder), keyOf(folder, askedBase));
  if (!found || 'reason' in found) return found;
  const tables = found.tables as KeptTables;
  const sections = { tables: tables.store, sections: found.sections } as StoreSections;
  return {
    store: fromSections(sections),
    facts: {
      base: tables.base,
      moves: new Map(tables.moves),
      prefixes: new Map(tables.prefixes),
      shapesGraphs: new Set(tables.shapesGraphs),
      assumption: tables.assumption ?? undefined,
    },
  };
}

/** Keeps a big store. @returns why it could not be kept, which costs nothing but the time of the next start. */
export async function keepSnapshot(
  folder: Folder,
  askedBase: string | undefined,
  { store, facts }: KeptStore,
): Promise<string | undefined> {
  if (!isBig(folder) || store.quadCount < MIN_QUADS) return undefined;
  const { tables, sections } = toSections(store);
  const kept: KeptTables = {
    store: tables,
    base: facts.base,
    moves: [...facts.moves],
    prefixes: [...facts.prefixes],
    shapesGraphs: [...facts.shapesGraphs],
    assumption: facts.assumption ?? null,
  };
  try {
    await writeInThread(pathIn(folder), {
      key: keyOf(folder, askedBase),
      tables: kept,
      sections,
    });
    return undefined;
  } catch (error) {
    return `no snapshot could be kept, so the next start reads all data again: ${(error as Error).message}`;
  }
}
