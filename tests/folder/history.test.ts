/** What is known of a folder's past, and how little is asked for it. */
import { mkdir, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../../src/folder/index.ts';
import { commit, git, gitFolder, writeFiles } from '../support/git-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const A = '<https://kg.test/id/a> <https://kg.test/p> 1 .\n';
const B = '<https://kg.test/id/b> <https://kg.test/p> 2 .\n';

const { folder, hashes } = await gitFolder([
  { time: '2026-01-01T00:00:00Z', files: { 'data/a.ttl': A, 'README.md': 'one' } },
  { time: '2026-01-02T00:00:00Z', files: { 'README.md': 'two' } },
  { time: '2026-01-01T12:00:00Z', files: { 'data/b.ttl': B, 'tests/x.ttl': A } },
  { time: '2026-01-04T00:00:00Z', files: { 'tests/x.ttl': B } },
  { time: '2026-01-05T00:00:00Z', files: { 'queries/q.rq': 'ASK {}' } },
]);

async function historyOf(path: string) {
  const { history } = await readFolder(path);
  if (!history) throw new Error('no history');
  return history;
}

describe('the history of a folder', () => {
  it('is made of the commits that touched what is published, none older than the one before', async () => {
    const history = await historyOf(folder);
    expect(await history.commits()).toEqual([
      { hash: hashes[0], time: new Date('2026-01-01T00:00:00Z') },
      { hash: hashes[2], time: new Date('2026-01-01T12:00:00Z') },
      { hash: hashes[4], time: new Date('2026-01-05T00:00:00Z') },
    ]);
    expect(await history.isComplete()).toBe(true);
  });

  it('gives each state as a folder, the last one with the version that it has on disk', async () => {
    const history = await historyOf(folder);
    const commits = await history.commits();
    const states = await Promise.all(commits.map((one) => history.folderAt(one)));
    expect(states.map(({ files }) => files.map(({ path, text }) => [path, text]))).toEqual([
      [['data/a.ttl', A]],
      [
        ['data/a.ttl', A],
        ['data/b.ttl', B],
      ],
      [
        ['data/a.ttl', A],
        ['data/b.ttl', B],
        ['queries/q.rq', 'ASK {}'],
      ],
    ]);
    expect(states.at(-1)?.version).toBe((await readFolder(folder)).version);
  });

  it('follows the line that was published, not the branches that were merged into it', async () => {
    const made = await gitFolder([{ time: '2026-01-01T00:00:00Z', files: { 'data/a.ttl': A } }]);
    git(made.folder, ['checkout', '--quiet', '-b', 'side']);
    await commit(made.folder, { time: '2026-01-02T00:00:00Z', files: { 'data/b.ttl': B } });
    await commit(made.folder, { time: '2026-01-03T00:00:00Z', files: { 'data/b.ttl': A } });
    git(made.folder, ['checkout', '--quiet', 'main']);
    const merge = ['merge', '--quiet', '--no-ff', '--message=merge', 'side'];
    git(made.folder, merge, '2026-01-04T00:00:00Z');
    const commits = await (await historyOf(made.folder)).commits();
    expect(commits).toEqual([
      { hash: made.hashes[0], time: new Date('2026-01-01T00:00:00Z') },
      { hash: git(made.folder, ['rev-parse', 'HEAD']), time: new Date('2026-01-04T00:00:00Z') },
    ]);
  });

  it('is that of the folder alone where the repository holds more', async () => {
    const made = await gitFolder([
      { time: '2026-01-01T00:00:00Z', files: { 'shelf/data/a.ttl': A, 'other/data/b.ttl': B } },
      { time: '2026-01-02T00:00:00Z', files: { 'other/data/b.ttl': A } },
    ]);
    const history = await historyOf(join(made.folder, 'shelf'));
    const [first, ...others] = await history.commits();
    expect([first?.hash, others]).toEqual([made.hashes[0], []]);
    if (!first) throw new Error('no commit');
    expect((await history.folderAt(first)).files.map(({ path }) => path)).toEqual(['data/a.ttl']);
  });

  it('is empty outside a repository, in one without commits, and in a damaged one', async () => {
    const plain = await temporaryFolder({ 'a.ttl': A });
    const fresh = await temporaryFolder({ 'a.ttl': A });
    git(fresh, ['init', '--quiet']);
    const damaged = await temporaryFolder({ 'a.ttl': A });
    await mkdir(join(damaged, '.git'));
    for (const path of [plain, fresh, damaged]) {
      const history = await historyOf(path);
      expect([await history.commits(), await history.committedAt()]).toEqual([[], undefined]);
    }
  });

  it('runs no program that a repository asks for', async () => {
    const made = await gitFolder([{ time: '2026-01-01T00:00:00Z', files: { 'data/a.ttl': A } }]);
    git(made.folder, ['config', 'core.fsmonitor', 'touch ran; false']);
    git(made.folder, ['config', 'log.showSignature', 'true']);
    git(made.folder, ['config', 'gpg.program', 'touch']);
    const history = await historyOf(made.folder);
    expect(await history.committedAt()).toEqual(new Date('2026-01-01T00:00:00Z'));
    expect((await readdir(made.folder)).toSorted()).toEqual(['.git', 'data']);
  });

  it('does not read a state again that is too big, and says so', async () => {
    const made = await gitFolder([
      { time: '2026-01-01T00:00:00Z', files: { 'data/a.ttl': A, 'data/b.ttl': '#'.repeat(5e6) } },
      { time: '2026-01-02T00:00:00Z', files: { 'data/b.ttl': B } },
    ]);
    const history = await historyOf(made.folder);
    const [big, small] = await history.commits();
    if (!big || !small) throw new Error('no commits');
    expect((await history.folderAt(small)).files).toHaveLength(2);
    await expect(history.folderAt(big)).rejects.toThrow(
      /the version [0-9a-f]{40} holds 5000047 bytes; versions of more than 4194304 are not read again/,
    );
  });
});

describe('the time of the last change', () => {
  it('is that of the last commit, or that of the files where they were changed since', async () => {
    const made = await gitFolder([{ time: '2026-01-01T00:00:00Z', files: { 'data/a.ttl': A } }]);
    expect(await (await historyOf(made.folder)).committedAt()).toEqual(
      new Date('2026-01-01T00:00:00Z'),
    );
    await writeFiles(made.folder, { 'README.md': 'not published' });
    expect(await (await historyOf(made.folder)).committedAt()).toBeDefined();
    await writeFiles(made.folder, { 'data/b.ttl': B });
    expect(await (await historyOf(made.folder)).committedAt()).toBeUndefined();
    const changed = new Date('2026-03-01T00:00:00Z');
    await utimes(join(made.folder, 'data/a.ttl'), changed, new Date('2026-02-01T00:00:00Z'));
    await utimes(join(made.folder, 'data/b.ttl'), changed, changed);
    expect((await readFolder(made.folder)).modified).toEqual(changed);
  });
});
