/**
 * `npm run release`: checks that a version can be released, packs it and tags it. Without `--tag` nothing is changed but
 * the tarball in the working directory.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();

function fail(message: string): never {
  console.error(`release: ${message}`);
  process.exit(1);
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const tag = `v${version}`;
if (run('git', 'status', '--porcelain') !== '')
  fail('the working tree has changes: commit them first');
if (run('git', 'tag', '--list', tag) !== '')
  fail(`${tag} exists: raise the version in package.json`);
if (!readFileSync('CHANGELOG.md', 'utf8').includes(`## ${version}`))
  fail(`CHANGELOG.md has no section "## ${version}": rename "Unreleased"`);
execFileSync('.ci/run', { stdio: 'inherit' });
console.log(run('npm', 'pack'));
if (!process.argv.includes('--tag')) {
  console.log(`${tag} can be released: run again with --tag`);
  process.exit();
}
run('git', 'tag', '--annotate', tag, '--message', `Graphpress ${version}`);
console.log(`tagged ${tag}: push it, and publish the tarball`);
