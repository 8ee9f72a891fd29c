/** Imports flow one way. The two tables below are the architecture; docs/architecture.md explains them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path/posix';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/**
 * What each folder of src/, and each file beside the folders, may import besides itself and errors.ts. A row sees
 * rows above it, never the reverse. A folder is entered by its index.ts alone.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'version.ts': [],
  'turns.ts': [],
  browser: [],
  xsd: [],
  rdf: [],
  folder: ['rdf'],
  store: ['rdf'],
  sparql: ['xsd', 'rdf', 'store'],
  queries: ['rdf', 'sparql'],
  description: ['turns.ts', 'rdf', 'store'],
  network: ['turns.ts', 'rdf', 'store', 'description'],
  shapes: ['rdf', 'store', 'sparql', 'queries', 'description'],
  harvest: ['rdf', 'store', 'queries'],
  pages: ['rdf', 'queries', 'description'],
  publication: [
    'version.ts',
    'rdf',
    'folder',
    'store',
    'sparql',
    'queries',
    'description',
    'harvest',
    'pages',
  ],
  http: ['rdf', 'sparql', 'harvest', 'network', 'pages', 'publication'],
  'graphpress.ts': ['folder', 'publication', 'http'],
  'index.ts': ['version.ts', 'publication', 'graphpress.ts'],
  cli: [
    'version.ts',
    'rdf',
    'folder',
    'sparql',
    'shapes',
    'network',
    'publication',
    'graphpress.ts',
  ],
};

/** The only places that may import a package or a module of Node; "/" at the end takes a whole scope. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  '@codemirror/': ['browser'],
  '@lezer/highlight': ['browser'],
  'codemirror-lang-sparql': ['browser'],
  esbuild: ['pages'],
  'topojson-client': ['pages'],
  n3: ['rdf'],
  'jsonld-streaming-parser': ['rdf'],
  'rdfxml-streaming-parser': ['rdf'],
  'rdf-ext': ['shapes'],
  '@traqula/': ['sparql'],
  'sparqljson-parse': ['sparql'],
  'sparqlxml-parse': ['sparql'],
  'shacl-engine': ['shapes'],
  yaml: ['queries'],
  'csv-parse/sync': ['queries'],
  fflate: ['network'],
  minisearch: ['description'],
  graphology: ['browser'],
  'graphology-layout-forceatlas2': ['browser'],
  sigma: ['browser'],
  'sigma/rendering': ['browser'],
  'hono/html': ['pages'],
  'hono/utils/accept': ['publication', 'http'],
  hono: ['http'],
  '@hono/': ['cli'],
  'fastest-levenshtein': ['cli'],
  'string-width': ['cli'],
  'node:buffer': ['rdf'],
  'node:child_process': ['folder'],
  'node:crypto': ['folder', 'sparql', 'shapes', 'pages', 'publication', 'http'],
  'node:dns': ['sparql'],
  'node:fs': ['version.ts', 'folder', 'pages'],
  'node:fs/promises': ['folder', 'pages', 'cli'],
  'node:http': ['http', 'sparql'],
  'node:https': ['sparql'],
  'node:module': ['cli'],
  'node:net': ['cli', 'sparql'],
  'node:os': ['sparql'],
  'node:path': ['folder', 'publication'],
  'node:stream': ['folder', 'rdf', 'sparql', 'http'],
  'node:stream/consumers': ['cli', 'sparql'],
  'node:util': ['folder', 'http', 'cli'],
  'node:worker_threads': ['folder', 'sparql'],
  'node:zlib': ['folder', 'publication', 'http'],
};

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
