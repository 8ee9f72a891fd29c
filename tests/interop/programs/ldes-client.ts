/** ldes-client: replicates the event stream, page by page. */
import { join } from 'node:path';
import { execute } from '../execute.ts';
import { npmFolder } from '../installed.ts';
import { check, type Program } from '../program.ts';

const npm = { dependencies: { 'ldes-client': '0.3.0' } };
const MEMBER = /<https:\/\/w3id\.org\/tree#member>/g;

export const ldesClient: Program = {
  name: 'ldes-client',
  npm,
  run: async ({ origin }) => [
    await check('replicates every member', async () => {
      const program = join(npmFolder(npm), 'node_modules', '.bin', 'ldes-client');
      const { stdout, stderr } = await execute(program, [`${origin}/ldes`, '-o', 'ascending']);
      const replicated = new Set(
        stdout.match(/^\S+ <http:\/\/purl\.org\/dc\/terms\/isVersionOf>/gm),
      ).size;
      const expected = await countMembers(`${origin}/ldes`);
      if (replicated !== expected || expected === 0)
        throw new Error(
          `${replicated} of ${expected} members; ${stderr.trim().split('\n').at(-1)}`,
        );
    }),
  ],
};

/** All members of all pages that relations lead to. */
async function countMembers(start: string): Promise<number> {
  const seen = new Set<string>();
  const waiting = [start];
  let members = 0;
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const text = await (await fetch(url, { headers: { accept: 'application/n-quads' } })).text();
    members += text.match(MEMBER)?.length ?? 0;
    for (const [, next = ''] of text.matchAll(/<https:\/\/w3id\.org\/tree#node> <([^>]+)>/g))
      waiting.push(next);
  }
  return members;
}
