/**
 * The history of a publication folder, from its git repository: its states, oldest first. Everything is read lazily.
 * Without git, or outside a repository, the history is empty.
 */
import { RDF_FORMATS } from '../rdf/index.ts';
import { classifyFile } from './file-role.ts';
import { assembleFolder } from './assemble-folder.ts';
import { FolderError } from './folder-error.ts';
import { readBlobs } from './read-blobs.ts';
import { runGit } from './run-git.ts';
import type { Commit, FileVersion, History } from './source-file.ts';

/** Commits that are read; earlier ones are ignored. */
const MAX_COMMITS = 500;
/** Bytes of a state; larger states are not read. */
export const MAX_STATE_BYTES: number = 4 * 1024 * 1024;
/** How long the list of commits is cached, in milliseconds. */
const FRESH_MS = 5000;
const TIMEOUT_MS = 5000;
const BOUNDS = { timeoutMs: TIMEOUT_MS, maxBytes: 4 * 1024 * 1024 };

/** Git pathspecs of the published files. Globs match below the folder only. https://git-scm.com/docs/gitglossary#Documentation/gitglossary.txt-aiddefpathspecapathspec */
function publishedPaths(isPlain: boolean): string[] {
  const extensions = RDF_FORMATS.flatMap((format) => format.extensions);
  const roots = isPlain ? ['**'] : ['data/**', 'ontology/**'];
  return [
    ...roots.flatMap((root) =>
      extensions.flatMap((extension) => [`${root}/*.${extension}`, `${root}/*.${extension}.gz`]),
    ),
    ...(isPlain ? [] : ['ontology/rules/**/*.rq']),
    'queries/**/*.rq',
    'queries/expected/**/*.csv',
  ].map((glob) => `:(glob)${glob}`);
}

interface CommitList {
  readonly head: string;
  readonly commits: readonly Commit[];
  readonly isComplete: boolean;
}

const NOTHING: CommitList = { head: '', commits: [], isComplete: true };

/** @param isPlain whether the folder has the plain layout now; earlier states in the other layout are not found. */
export function openHistory(folder: string, isPlain: boolean): History {
  const published = publishedPaths(isPlain);
  let cached = NOTHING;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<CommitList> | undefined;
  let committed: Promise<Date | undefined> | undefined;

  const list = async (): Promise<CommitList> => {
    if (performance.now() - checkedAt < FRESH_MS) return cached;
    checking ??= readList(folder, published, cached).finally(() => {
      checking = undefined;
    });
    cached = await checking;
    checkedAt = performance.now();
    return cached;
  };

  const filesAt = async ({ hash }: Commit): Promise<readonly FileVersion[]> => {
    const listing = await runGit(folder, ['ls-tree', '-r', '-z', '-l', hash], BOUNDS);
    return listing === undefined ? [] : parseTree(listing.toString('utf8'));
  };
  const contents = (blobs: readonly string[]) => readBlobs(folder, blobs, MAX_STATE_BYTES);

  return {
    commits: async () => (await list()).commits,
    isComplete: async () => (await list()).isComplete,
    filesAt,
    contents,
    async folderAt(commit) {
      const files = await filesAt(commit);
      requireSmall(folder, commit, files);
      const blobs = await contents(files.map(({ blob }) => blob));
      return assembleFolder(
        folder,
        files.map((file) => ({ ...file, content: blobs.get(file.blob) ?? Buffer.alloc(0) })),
        commit.time,
      );
    },
    committedAt() {
      committed ??= readCommittedAt(folder, published, list);
      return committed;
    },
  };
}

async function readList(
  folder: string,
  published: readonly string[],
  cached: CommitList,
): Promise<CommitList> {
  const output = await runGit(folder, ['rev-parse', 'HEAD', '--is-shallow-repository'], BOUNDS);
  const [head = '', isShallow] = output?.toString().split('\n') ?? [];
  if (!/^[0-9a-f]{40,64}$/.test(head)) return NOTHING;
  if (head === cached.head) return cached;
  // Only first parents were published: the commits of a merged branch were not.
  const args = ['log', '--first-parent', '--format=%H %ct', `--max-count=${MAX_COMMITS + 1}`, head];
  const log = await runGit(folder, [...args, '--', ...published], BOUNDS);
  if (log === undefined) return { ...NOTHING, head };
  const lines = log.toString().trim().split('\n').filter(Boolean).toReversed();
  const isComplete = isShallow === 'false' && lines.length <= MAX_COMMITS;
  let latest = 0;
  const commits = lines.slice(-MAX_COMMITS).map((line): Commit => {
    const [hash = '', seconds] = line.split(' ');
    latest = Math.max(latest, Number(seconds) * 1000);
    return { hash, time: new Date(latest) };
  });
  return { head, commits, isComplete };
}

/** Parses `mode type hash size<TAB>path` entries, each terminated by a zero byte. https://git-scm.com/docs/git-ls-tree#_output_format */
function parseTree(listing: string): FileVersion[] {
  const entries = Array.from(
    listing.matchAll(/100\d{3} blob (?<blob>[0-9a-f]+) +(?<bytes>\d+)\t(?<path>[^\0]+)\0/g),
    ({ groups = {} }) => ({
      path: groups['path'] ?? '',
      blob: groups['blob'] ?? '',
      bytes: Number(groups['bytes']),
    }),
  ).filter(({ path }) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path));
  const isPlain = !entries.some(({ path }) => /^(?:ontology|data)\//.test(path));
  return entries
    .flatMap((entry): FileVersion[] => {
      const placement = classifyFile(entry.path, isPlain);
      return placement === undefined || placement === 'unknown' ? [] : [{ ...entry, placement }];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The size of a file, decompressed; gzip reduces RDF text to about a tenth. */
const decompressedBytes = ({ path, bytes }: FileVersion): number =>
  path.endsWith('.gz') ? bytes * 10 : bytes;

export const totalBytes = (files: readonly FileVersion[]): number =>
  files.reduce((sum, file) => sum + decompressedBytes(file), 0);

function requireSmall(folder: string, { hash }: Commit, files: readonly FileVersion[]): void {
  const bytes = totalBytes(files);
  if (bytes <= MAX_STATE_BYTES) return;
  throw new FolderError(
    folder,
    `the version ${hash} holds ${bytes} bytes; versions of more than ${MAX_STATE_BYTES} are not read again: check it out to see it`,
  );
}

async function readCommittedAt(
  folder: string,
  published: readonly string[],
  list: () => Promise<CommitList>,
): Promise<Date | undefined> {
  const last = (await list()).commits.at(-1);
  if (last === undefined) return undefined;
  const status = ['status', '--porcelain', '-z', '--untracked-files=all', '--', ...published];
  const changes = await runGit(folder, status, BOUNDS);
  return changes?.length === 0 ? last.time : undefined;
}
