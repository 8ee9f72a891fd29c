/**
 * The history of a publication folder, from its git repository: the states it was in, oldest first. Nothing is read
 * before it is needed. Without git, or outside a repository, there is no history.
 */
import { RDF_FORMATS } from '../rdf/index.ts';
import { placeFile } from './file-role.ts';
import { assembleFolder } from './assemble-folder.ts';
import { FolderError } from './folder-error.ts';
import { readBlobs } from './read-blobs.ts';
import { runGit } from './run-git.ts';
import type { Commit, FileVersion, History } from './source-file.ts';

/** Commits that are read; earlier ones are not. */
const MAX_COMMITS = 500;
/** Bytes of a state; a larger one is not read again. */
export const MAX_STATE_BYTES: number = 4 * 1024 * 1024;
/** How long the list of commits is used without asking git again, in milliseconds. */
const FRESH_MS = 5000;
const TIMEOUT_MS = 5000;
const BOUNDS = { timeoutMs: TIMEOUT_MS, maxBytes: 4 * 1024 * 1024 };

/** What is published, for git. Globs match below the folder alone. https://git-scm.com/docs/gitglossary#Documentation/gitglossary.txt-aiddefpathspecapathspec */
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
  readonly isWhole: boolean;
}

const NOTHING: CommitList = { head: '', commits: [], isWhole: true };

/** @param isPlain whether the folder is laid out plainly now; earlier states of the other layout are not looked for. */
export function openHistory(folder: string, isPlain: boolean): History {
  const published = publishedPaths(isPlain);
  let known = NOTHING;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let checking: Promise<CommitList> | undefined;
  let committed: Promise<Date | undefined> | undefined;

  const list = async (): Promise<CommitList> => {
    if (performance.now() - checkedAt < FRESH_MS) return known;
    checking ??= readList(folder, published, known).finally(() => {
      checking = undefined;
    });
    known = await checking;
    checkedAt = performance.now();
    return known;
  };

  const filesAt = async ({ hash }: Commit): Promise<readonly FileVersion[]> => {
    const listing = await runGit(folder, ['ls-tree', '-r', '-z', '-l', hash], BOUNDS);
    return listing === undefined ? [] : parseTree(listing.toString('utf8'));
  };
  const contents = (blobs: readonly string[]) => readBlobs(folder, blobs, MAX_STATE_BYTES);

  return {
    commits: async () => (await list()).commits,
    isWhole: async () => (await list()).isWhole,
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
  known: CommitList,
): Promise<CommitList> {
  const answer = await runGit(folder, ['rev-parse', 'HEAD', '--is-shallow-repository'], BOUNDS);
  const [head = '', isShallow] = answer?.toString().split('\n') ?? [];
  if (!/^[0-9a-f]{40,64}$/.test(head)) return NOTHING;
  if (head === known.head) return known;
  // What was published is the line of first parents: a branch that was merged was not.
  const args = ['log', '--first-parent', '--format=%H %ct', `--max-count=${MAX_COMMITS + 1}`, head];
  const log = await runGit(folder, [...args, '--', ...published], BOUNDS);
  if (log === undefined) return { ...NOTHING, head };
  const lines = log.toString().trim().split('\n').filter(Boolean).toReversed();
  const isWhole = isShallow === 'false' && lines.length <= MAX_COMMITS;
  let latest = 0;
  const commits = lines.slice(-MAX_COMMITS).map((line): Commit => {
    const [hash = '', seconds] = line.split(' ');
    latest = Math.max(latest, Number(seconds) * 1000);
    return { hash, time: new Date(latest) };
  });
  return { head, commits, isWhole };
}

/** `mode type hash size<TAB>path`, each ended by a zero byte. https://git-scm.com/docs/git-ls-tree#_output_format */
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
      const placement = placeFile(entry.path, isPlain);
      return placement === undefined || placement === 'unknown' ? [] : [{ ...entry, placement }];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Text is about ten times as long as what it is compressed to. */
const weightOf = ({ path, bytes }: FileVersion): number =>
  path.endsWith('.gz') ? bytes * 10 : bytes;

export const totalBytes = (files: readonly FileVersion[]): number =>
  files.reduce((sum, file) => sum + weightOf(file), 0);

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
