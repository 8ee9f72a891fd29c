/**
 * The scripts of pages: the entry points of `src/browser/`, each bundled into one file. A checkout bundles them at
 * the first request; the npm package contains the bundles.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** One file of `src/browser/` each. */
export const SCRIPT_NAMES = ['search', 'editor', 'explorer', 'copy'] as const;
export type ScriptName = (typeof SCRIPT_NAMES)[number];

const FOLDER = new URL('../../browser/', import.meta.url);
/** Whether the program runs from a checkout, where the scripts are TypeScript. */
const isSource = existsSync(new URL('tsconfig.json', FOLDER));

const bundles = new Map<ScriptName, Promise<string>>();

/** The script's text, bundled once. */
export function scriptText(name: ScriptName): Promise<string> {
  const cached = bundles.get(name);
  if (cached) return cached;
  const made = isSource ? bundle(name) : readFile(new URL(`${name}.js`, FOLDER), 'utf8');
  bundles.set(name, made);
  // A failure is not cached: the next request tries again.
  made.catch(() => bundles.delete(name));
  return made;
}

/** Changes when a source of the scripts changes. */
export const SCRIPTS_HASH: string = hashOfSources();

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).toSorted())
    if (/\.[jt]s$/.test(file)) hash.update(readFileSync(new URL(file, FOLDER)));
  return hash.digest('hex').slice(0, 12);
}

async function bundle(name: ScriptName): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [new URL(`${name}.ts`, FOLDER).pathname],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}
