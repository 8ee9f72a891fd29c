/** The data of a run: a folder that can be published, holding one N-Quads file that every system loads. */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Samples, writeSyntheticReleases } from './synthetic/index.ts';

/** Raise it when the synthetic releases change: corpora are kept between runs. */
const GENERATION = 2;
const CACHE = join(tmpdir(), 'graphpress-bench');

export interface Corpus {
  readonly name: string;
  /** What `graphpress serve` is given. */
  readonly folder: string;
  readonly file: string;
  /** Statements in the file; undefined where nobody counted them. */
  readonly quads: number | undefined;
  readonly bytes: number;
  readonly samples: Samples;
}

/** The synthetic releases of about so many quads, made at first use. */
export function syntheticCorpus(quads: number): Corpus {
  const name = `releases-${quads}-${GENERATION}`;
  const folder = join(CACHE, name);
  const file = join(folder, 'data', 'corpus.nq');
  const facts = join(CACHE, `${name}.json`);
  if (!existsSync(facts)) {
    mkdirSync(join(folder, 'data'), { recursive: true });
    const made = writeSyntheticReleases(`${file}.part`, quads);
    renameSync(`${file}.part`, file);
    writeFileSync(facts, JSON.stringify(made));
  }
  const made = JSON.parse(readFileSync(facts, 'utf8')) as { quads: number; samples: Samples };
  return { name, folder, file, bytes: statSync(file).size, ...made };
}

/** A corpus of somebody's own file of N-Quads or N-Triples. */
export function corpusOf(path: string): Corpus {
  const name = `own-${basename(path)}`;
  const folder = join(CACHE, name);
  const file = join(folder, 'data', basename(path));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'data'), { recursive: true });
  try {
    linkSync(path, file);
  } catch {
    // Another file system cannot be linked to.
    copyFileSync(path, file);
  }
  return { name, folder, file, quads: undefined, bytes: statSync(file).size, samples: {} };
}
