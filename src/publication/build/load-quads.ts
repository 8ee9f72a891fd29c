/** All statements of a folder, at their base, each file in its graph. */
import { type Folder, type SourceFile, SourceFileError } from '../../folder/index.ts';
import {
  type BaseMoves,
  type Quad,
  rebaseIri,
  rebaseQuad,
  readRdf,
  RdfSyntaxError,
  terms,
} from '../../rdf/index.ts';
import { decideBase, PLACEHOLDER_BASE } from './base-iri.ts';
import { graphIri } from './graph-iri.ts';

export interface LoadedQuads {
  readonly quads: readonly Quad[];
  /** Big files of lines, whose quads are not among those. */
  readonly bigFiles: readonly BigFile[];
  readonly base: string;
  readonly moves: BaseMoves;
  /** Prefixes that the files declare; the first declaration of a name wins. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** IRIs of the graphs that hold SHACL shapes. */
  readonly shapesGraphs: ReadonlySet<string>;
  readonly assumption: string | undefined;
}

/** A file that is read into the store in chunks. */
export interface BigFile {
  readonly file: SourceFile & { readonly chunks: () => AsyncIterable<Uint8Array> };
  readonly graph: string;
  readonly blankNodeScope: string;
}

/** @param onFile called before each file is read. @throws {SourceFileError} at the first syntax error. */
export async function loadQuads(
  { files }: Folder,
  requestedBase: string | undefined,
  onFile: (path: string) => void,
): Promise<LoadedQuads> {
  const read: Quad[] = [];
  const sample: Quad[] = [];
  const big: { readonly file: BigFile['file']; readonly number: number }[] = [];
  const prefixes = new Map<string, string>();
  for (const [number, file] of files.entries()) {
    if (!file.format) continue;
    onFile(file.path);
    if (file.chunks) {
      big.push({ file: { ...file, chunks: file.chunks }, number });
      for (const quad of await readStart(file, number)) sample.push(quad);
      continue;
    }
    const document = await readFile(file, number);
    for (const quad of document.quads) read.push(quad);
    for (const [name, iri] of document.prefixes)
      if (name !== '' && !prefixes.has(name)) prefixes.set(name, iri);
  }
  const { base, moves, assumption } = decideBase(
    sample.length > 0 ? [...read, ...sample] : read,
    requestedBase,
  );
  const shapes = files.filter((file) => file.role === 'shapes');
  return {
    quads: read.map((quad) => rebaseQuad(quad, moves)),
    bigFiles: big.map(({ file, number }) => ({
      file,
      graph: graphIri(file.graphName, base),
      blankNodeScope: scopeOf(number),
    })),
    base,
    moves,
    prefixes: new Map(Array.from(prefixes, ([name, iri]) => [name, rebaseIri(iri, moves)])),
    shapesGraphs: new Set(shapes.map((file) => graphIri(file.graphName, base))),
    assumption,
  };
}

/** Blank nodes of different files are different ones. */
const scopeOf = (number: number): string => `f${number}.`;

/** The quads at the start of a big file: enough to find the description of the dataset and the base of its subjects. */
async function readStart(file: SourceFile, number: number): Promise<readonly Quad[]> {
  for await (const chunk of file.chunks?.() ?? []) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.length, START_BYTES));
    const text = bytes.toString('utf8', 0, bytes.lastIndexOf('\n') + 1);
    return (await readFile({ ...file, text }, number)).quads;
  }
  return [];
}

const START_BYTES = 1024 * 1024;

async function readFile(file: SourceFile, number: number) {
  const graph = terms.namedNode(graphIri(file.graphName, PLACEHOLDER_BASE));
  try {
    const document = await readRdf(file.text, {
      format: file.format as NonNullable<SourceFile['format']>,
      baseIri: PLACEHOLDER_BASE,
      blankNodeScope: scopeOf(number),
    });
    const inGraph = (quad: Quad) =>
      quad.graph.termType === 'DefaultGraph'
        ? terms.quad(quad.subject, quad.predicate, quad.object, graph)
        : quad;
    return { quads: document.quads.map(inGraph), prefixes: document.prefixes };
  } catch (error) {
    throw error instanceof RdfSyntaxError ? SourceFileError.fromSyntax(file.path, error) : error;
  }
}
