/** The store of a big folder, stored in `.graphpress/` so that the next start reads it instead of the data. */
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

export interface StoredState {
  readonly store: Store;
  readonly facts: LoadedFacts;
}

interface SnapshotTables {
  readonly store: unknown;
  readonly base: string;
  readonly moves: readonly (readonly [string, string])[];
  readonly prefixes: readonly (readonly [string, string])[];
  readonly shapesGraphs: readonly string[];
  readonly assumption: string | null;
}

const pathIn = (folder: Folder): string => join(folder.path, '.graphpress', 'store.snapshot');

const keyOf = (folder: Folder, requestedBase: string | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([folder.version, requestedBase ?? null, VERSION]))
    .digest('hex');

const isBig = (folder: Folder): boolean => folder.files.some(({ chunks }) => chunks !== undefined);

/** The store of this state of the folder. @returns a reason where there is one that cannot be used. */
export function readSnapshot(
  folder: Folder,
  requestedBase: string | undefined,
): StoredState | { readonly reason: string } | undefined {
  if (!isBig(folder)) return undefined;
  const found = readSectionFile(pathIn(folder), keyOf(folder, requestedBase));
  if (!found || 'reason' in found) return found;
  const tables = found.tables as SnapshotTables;
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

/** Stores a big store. @returns the reason if that failed; then the next start takes longer. */
export async function writeSnapshot(
  folder: Folder,
  requestedBase: string | undefined,
  { store, facts }: StoredState,
): Promise<string | undefined> {
  if (!isBig(folder) || store.quadCount < MIN_QUADS) return undefined;
  const { tables, sections } = toSections(store);
  const written: SnapshotTables = {
    store: tables,
    base: facts.base,
    moves: [...facts.moves],
    prefixes: [...facts.prefixes],
    shapesGraphs: [...facts.shapesGraphs],
    assumption: facts.assumption ?? null,
  };
  try {
    await writeInThread(pathIn(folder), {
      key: keyOf(folder, requestedBase),
      tables: written,
      sections,
    });
    return undefined;
  } catch (error) {
    return `no snapshot could be written, so the next start reads all data again: ${(error as Error).message}`;
  }
}
