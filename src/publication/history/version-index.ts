/**
 * Which resources each committed state of a folder speaks of, and which of them it changed. Files are read once,
 * however many commits have them. Only statements of files count, not those that rules derive.
 */
import {
  type Commit,
  decodeFile,
  type FileVersion,
  type History,
  MAX_STATE_BYTES,
  totalBytes,
} from '../../folder/index.ts';
import { GraphpressError } from '../../errors.ts';
import { type BaseMoves, rebaseIri } from '../../rdf/index.ts';
import { PLACEHOLDER_BASE } from '../build/base-iri.ts';
import { DIGEST_MODULUS, type Digest, digestFile, type FileDigests } from './file-digests.ts';
import { graphIri } from '../build/graph-iri.ts';

/** Earlier commits are not looked into. */
const MAX_INDEXED = 200;
/** Nor are those that would make us read more than this in all. */
const MAX_READ_BYTES = 16 * 1024 * 1024;

export interface Change {
  /** At the base of the publication. */
  readonly iri: string;
  readonly kind: 'created' | 'changed' | 'removed';
}

export interface Version {
  readonly commit: Commit;
  /** Against the version before; for the first one, all of its statements. */
  readonly changes: readonly Change[];
}

export interface VersionIndex {
  /** Oldest first. States that cannot be read are left out. */
  readonly versions: readonly Version[];
  /** Whether the first version is the first there ever was. */
  readonly isWhole: boolean;
  /** The versions that speak of a resource, of a document's terms, or that have a graph; as numbers of `versions`. */
  readonly having: (iri: string) => readonly number[];
}

/** What was learnt of each file; undefined for one that does not parse. */
export type KnownFiles = Map<string, FileDigests | undefined>;

export interface IndexOptions {
  readonly base: string;
  /** The base that the data declares. */
  readonly declaredBase: string;
  readonly known: KnownFiles;
}

export async function indexVersions(
  history: History,
  { base, declaredBase, known }: IndexOptions,
): Promise<VersionIndex> {
  const commits = await history.commits();
  const states: { commit: Commit; files: readonly FileVersion[] }[] = [];
  const seen = new Set<string>();
  let isCut = !(await history.isComplete()) || commits.length > MAX_INDEXED;
  let read = 0;
  for (const commit of commits.slice(-MAX_INDEXED).toReversed()) {
    const files = (await history.filesAt(commit)).filter(({ placement }) => placement.format);
    if (files.length === 0 || totalBytes(files) > MAX_STATE_BYTES) continue;
    const unseen = files.filter((file) => !seen.has(keyOf(file)));
    read += totalBytes(unseen);
    if (read > MAX_READ_BYTES) {
      isCut = true;
      break;
    }
    for (const file of unseen) seen.add(keyOf(file));
    await readFiles(history, files, known);
    if (files.every((file) => known.get(keyOf(file)))) states.push({ commit, files });
  }
  return compare(states.toReversed(), { base, declaredBase, known, isWhole: !isCut });
}

const keyOf = ({ blob, placement }: FileVersion): string => `${blob} ${placement.format?.name}`;

async function readFiles(history: History, files: readonly FileVersion[], known: KnownFiles) {
  const unread = files.filter((file) => !known.has(keyOf(file)));
  const contents = await contentsOf(history, unread);
  for (const file of unread) {
    const content = contents.get(file.blob);
    const format = file.placement.format;
    if (!content || !format) continue;
    try {
      known.set(keyOf(file), await digestFile(await decodeFile(file.path, content), format));
    } catch (error) {
      if (!(error instanceof GraphpressError)) throw error;
      known.set(keyOf(file), undefined);
    }
    await othersFirst();
  }
}

/** None where git cannot give them: the state is left out then, as one that does not parse is. */
async function contentsOf(history: History, files: readonly FileVersion[]) {
  try {
    return await history.contents(files.map(({ blob }) => blob));
  } catch (error) {
    if (!(error instanceof GraphpressError)) throw error;
    return new Map<string, Buffer>();
  }
}

/** Other requests come in between. */
const othersFirst = () => new Promise((resolve) => setImmediate(resolve));

type States = readonly { readonly commit: Commit; readonly files: readonly FileVersion[] }[];

async function compare(
  states: States,
  { base, declaredBase, known, isWhole }: IndexOptions & { readonly isWhole: boolean },
): Promise<VersionIndex> {
  const versions: Version[] = [];
  const presence = new Presence();
  let before: ReadonlyMap<string, Digest> = new Map();
  for (const [number, { commit, files }] of states.entries()) {
    const moves = movesOf(files, { base, declaredBase, known });
    const now = new Map<string, Digest>();
    for (const file of files) {
      presence.note(graphIri(file.placement.graphName, base), number);
      if (file.placement.role === 'shapes') continue;
      for (const [iri, digest] of known.get(keyOf(file))?.subjects ?? [])
        addTo(now, rebaseIri(iri, moves), digest);
    }
    for (const iri of now.keys()) presence.note(iri, number);
    versions.push({ commit, changes: changesBetween(before, now) });
    before = now;
    await othersFirst();
  }
  return { versions, isWhole, having: (iri) => presence.of(iri) };
}

/** Numbers of versions by IRI, in rising order. */
class Presence {
  readonly #numbers = new Map<string, number[]>();

  /** A document is there as long as one of its terms is. */
  note(iri: string, number: number): void {
    const [document = iri] = iri.split('#', 1);
    for (const each of document === iri ? [iri] : [iri, document]) {
      const numbers = this.#numbers.get(each);
      if (!numbers) this.#numbers.set(each, [number]);
      else if (numbers.at(-1) !== number) numbers.push(number);
    }
  }

  of(iri: string): readonly number[] {
    return this.#numbers.get(iri) ?? [];
  }
}

function movesOf(
  files: readonly FileVersion[],
  { base, declaredBase, known }: IndexOptions,
): BaseMoves {
  const declared = files
    .map((file) => known.get(keyOf(file))?.uriSpace?.replace(/[^/]*$/, ''))
    .find((iri) => iri !== undefined && iri !== '');
  const own = declared ?? declaredBase;
  return new Map([[PLACEHOLDER_BASE, base], ...(own === base ? [] : [[own, base] as const])]);
}

function addTo(digests: Map<string, Digest>, iri: string, { sum, statements }: Digest): void {
  const found = digests.get(iri) ?? { sum: 0, statements: 0 };
  digests.set(iri, {
    sum: (found.sum + sum) % DIGEST_MODULUS,
    statements: found.statements + statements,
  });
}

function changesBetween(
  before: ReadonlyMap<string, Digest>,
  now: ReadonlyMap<string, Digest>,
): Change[] {
  const changes: Change[] = [];
  for (const [iri, { sum, statements }] of now) {
    const old = before.get(iri);
    if (!old) changes.push({ iri, kind: 'created' });
    else if (old.sum !== sum || old.statements !== statements)
      changes.push({ iri, kind: 'changed' });
  }
  for (const iri of before.keys()) if (!now.has(iri)) changes.push({ iri, kind: 'removed' });
  return changes.toSorted((a, b) => (a.iri < b.iri ? -1 : 1));
}
