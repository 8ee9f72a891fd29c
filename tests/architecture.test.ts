/** Imports flow one way, as the tables of `architecture-tables.ts` have it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { RETAINED } from '../src/memo.ts';
import { MAY_IMPORT, OWNERS, ROOMS, WEAK_MAPS } from './architecture-tables.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** Types alone, which leave no trace in the running program, so that anybody may name them. */
const FREE_TYPES = '@rdfjs/types';

interface Import {
  readonly file: string;
  /** The row of the tables to which the file belongs. */
  readonly from: string;
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

const STATEMENT = /^(?:import|export)\b(?<kind> type\b)?[^;]*?\bfrom '(?<specifier>[^']+)';/gm;
const SIDE_EFFECT = /^import '(?<specifier>[^']+)';/gm;
const DYNAMIC = /\bimport\('(?<specifier>[^']+)'\)/g;

const sourceFiles = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .toSorted();
const read = (file: string) => readFileSync(join(ROOT, 'src', file), 'utf8');
const rowOf = (path: string) => path.split('/')[0] ?? path;

function importsIn(file: string, text: string): Import[] {
  return [STATEMENT, SIDE_EFFECT, DYNAMIC].flatMap((form) =>
    Array.from(text.matchAll(form), ({ groups = {} }) => ({
      file,
      from: rowOf(file),
      specifier: groups['specifier'] ?? '',
      isTypeOnly: groups['kind'] !== undefined,
    })),
  );
}

const imports = sourceFiles.flatMap((file) => importsIn(file, read(file)));
const ownImports = imports.filter(({ specifier }) => specifier.startsWith('.'));
const foreignImports = imports.filter(({ specifier }) => !specifier.startsWith('.'));

const manifest = (path: string) =>
  JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
const packageOf = (specifier: string) =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

const targetOf = ({ file, specifier }: Import) =>
  resolve('/', dirname(file), specifier).slice('/'.length);

/** The room of a file inside of its folder; "." for a file of the folder itself. */
const roomOf = (path: string) => dirname(path).split('/').slice(1).join('/') || '.';

/** The files that reach themselves by following imports, types included. */
function filesInCircles(): string[] {
  const next = new Map<string, string[]>();
  for (const one of ownImports) {
    const target = targetOf(one);
    next.set(one.file, [...(next.get(one.file) ?? []), target]);
  }
  const reaches = (start: string) => {
    const seen = new Set<string>();
    const pending = [...(next.get(start) ?? [])];
    for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      pending.push(...(next.get(file) ?? []));
    }
    return seen.has(start);
  };
  return sourceFiles.filter(reaches);
}

const ownerRowOf = (specifier: string) =>
  Object.keys(OWNERS).find((name) =>
    name.endsWith('/') ? specifier.startsWith(name) : specifier === name,
  );

describe('the tables', () => {
  it('have a row for each folder and file of src/, and no other row', () => {
    expect(Object.keys(MAY_IMPORT).toSorted()).toEqual(
      [...new Set(sourceFiles.map(rowOf))].toSorted(),
    );
  });

  it('have no way back up', () => {
    const order = Object.keys(MAY_IMPORT);
    const upward = Object.entries(MAY_IMPORT).flatMap(([row, allowed]) =>
      allowed
        .filter((other) => order.indexOf(other) >= order.indexOf(row))
        .map((other) => `${row} -> ${other}`),
    );
    expect(upward).toEqual([]);
  });

  it('name each room of a folder that has rooms, and no other room', () => {
    const rooms = new Map<string, Set<string>>();
    for (const file of sourceFiles.filter((path) => path.includes('/')))
      rooms.set(rowOf(file), (rooms.get(rowOf(file)) ?? new Set()).add(roomOf(file)));
    const found = [...rooms].filter(([, inside]) => inside.size > 1 || !inside.has('.'));
    expect(
      Object.fromEntries(found.map(([folder, inside]) => [folder, [...inside].toSorted()])),
    ).toEqual(
      Object.fromEntries(Object.entries(ROOMS).map(([folder, list]) => [folder, list.toSorted()])),
    );
  });

  it('allow no import that nobody makes', () => {
    const made = new Set(ownImports.map((one) => `${one.from} -> ${rowOf(targetOf(one))}`));
    const allowed = Object.entries(MAY_IMPORT).flatMap(([row, others]) =>
      others.map((other) => `${row} -> ${other}`),
    );
    expect(allowed.filter((edge) => !made.has(edge))).toEqual([]);
  });

  it('give no package to a folder that does not use it', () => {
    const made = new Set(
      foreignImports.map(({ from, specifier }) => `${from} -> ${ownerRowOf(specifier)}`),
    );
    const allowed = Object.entries(OWNERS).flatMap(([name, owners]) =>
      owners.map((owner) => `${owner} -> ${name}`),
    );
    expect(allowed.filter((edge) => !made.has(edge))).toEqual([]);
  });
});

describe('src/', () => {
  it('imports only what the first table allows, and folders only by their index.ts', () => {
    const violations = ownImports.flatMap((one) => {
      const target = targetOf(one);
      const to = rowOf(target);
      if (to === one.from || target === 'errors.ts') return [];
      if (!MAY_IMPORT[one.from]?.includes(to)) return [`${one.file} may not import ${to}`];
      const isEntrance = target === to || target === `${to}/index.ts`;
      return isEntrance ? [] : [`${one.file} must import ${to}/index.ts, not ${target}`];
    });
    expect(violations).toEqual([]);
  });

  it('imports inside of a folder only from rooms that stand before the own one', () => {
    const violations = ownImports.flatMap((one) => {
      const target = targetOf(one);
      const rooms = ROOMS[one.from];
      if (rowOf(target) !== one.from || rooms === undefined) return [];
      if (one.file === `${one.from}/index.ts`) return [];
      const [from, to] = [rooms.indexOf(roomOf(one.file)), rooms.indexOf(roomOf(target))];
      return from >= to ? [] : [`${one.file} may not import ${target}`];
    });
    expect(violations).toEqual([]);
  });

  it('has no circle of files, not even of their types', () => {
    expect(filesInCircles()).toEqual([]);
  });

  it('has at most 20 source files in a room', () => {
    const files = new Map<string, number>();
    for (const file of sourceFiles) files.set(dirname(file), (files.get(dirname(file)) ?? 0) + 1);
    expect([...files].filter(([, count]) => count > 20)).toEqual([]);
  });

  it('never imports the index.ts of the own folder', () => {
    const own = ownImports.filter(
      (one) => one.file.includes('/') && targetOf(one) === `${one.from}/index.ts`,
    );
    expect(own.map(({ file }) => file)).toEqual([]);
  });

  it('imports packages and modules of Node only where the second table says so', () => {
    const violations = foreignImports.flatMap(({ file, from, specifier, isTypeOnly }) => {
      if (specifier === FREE_TYPES) return isTypeOnly ? [] : [`${file}: ${specifier} holds types`];
      const row = ownerRowOf(specifier);
      if (row === undefined) return [`${file}: nobody owns ${specifier}`];
      const owners = OWNERS[row] ?? [];
      return owners.includes(from)
        ? []
        : [`${file}: only ${owners.join(', ')} may import ${specifier}`];
    });
    expect(violations).toEqual([]);
  });

  it('imports only packages that package.json names', () => {
    const { dependencies, devDependencies } = manifest('package.json');
    // What a browser runs is bundled before anybody installs the package, and so is the program that bundles it.
    const isBundled = ({ from, specifier }: Import) =>
      (from === 'browser' || specifier === 'esbuild') &&
      devDependencies[packageOf(specifier)] !== undefined;
    const undeclared = foreignImports
      .filter((one) => !isBundled(one))
      .map(({ specifier }) => packageOf(specifier))
      .filter((name) => !name.startsWith('node:') && dependencies[name] === undefined);
    expect(undeclared).toEqual([]);
  });

  it('has no file of more than 400 lines', () => {
    const long = sourceFiles.filter((file) => read(file).trimEnd().split('\n').length > 400);
    expect(long).toEqual([]);
  });

  it('begins every file with a comment that says what it is', () => {
    const bare = sourceFiles.filter((file) => !/^(?:#!.*\n)?\/\*\*/.test(read(file)));
    expect(bare).toEqual([]);
  });
});

describe('the reader of imports', () => {
  it('finds static, re-exporting, side-effect and dynamic imports, over several lines too', () => {
    const text = [
      "/** Not one: from 'comment'; */",
      "import { a } from './a.ts';",
      'import {',
      '  b,',
      "} from './b.ts';",
      "import type { C } from './c.ts';",
      "export { d } from './d.ts';",
      "import './e.ts';",
      'const text = "from somewhere";',
      "const { f } = await import('./f.ts');",
    ].join('\n');
    expect(importsIn('x/y.ts', text)).toEqual([
      { file: 'x/y.ts', from: 'x', specifier: './a.ts', isTypeOnly: false },
      { file: 'x/y.ts', from: 'x', specifier: './b.ts', isTypeOnly: false },
      { file: 'x/y.ts', from: 'x', specifier: './c.ts', isTypeOnly: true },
      { file: 'x/y.ts', from: 'x', specifier: './d.ts', isTypeOnly: false },
      { file: 'x/y.ts', from: 'x', specifier: './e.ts', isTypeOnly: false },
      { file: 'x/y.ts', from: 'x', specifier: './f.ts', isTypeOnly: false },
    ]);
  });
});

describe('what is retained', () => {
  it('is listed in one place: no module has a WeakMap of its own', () => {
    const owners = sourceFiles.filter((file) =>
      /^(?:export )?(?:const|let) .*\bnew WeakMap\b/m.test(read(file)),
    );
    expect(owners).toEqual([...WEAK_MAPS]);
  });

  it('is derived by one module for each key', () => {
    const uses = sourceFiles.flatMap((file) =>
      Array.from(read(file).matchAll(/\.derive\(\s*'([\w-]+)'/g), ([, key]) => key ?? ''),
    );
    expect(uses.toSorted()).toEqual(Object.keys(RETAINED).toSorted());
  });
});
