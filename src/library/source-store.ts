/** Files or RDF/JS quads as a store in which the default graph is a graph of its own, as RDF/JS datasets have it. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Quad, Term } from '@rdfjs/types';
import { decodeFile, SourceFileError } from '../folder/index.ts';
import { formatOfFileName, readRdf, RdfSyntaxError, terms } from '../rdf/index.ts';
import { NAMELESS_GRAPH, type Store, StoreBuilder } from '../store/index.ts';

type Quads = Iterable<Quad> | AsyncIterable<Quad>;

export async function storeOfQuads(quads: Quads): Promise<Store> {
  const builder = emptyBuilder();
  await addAll(builder, quads);
  return builder.build();
}

/** @throws {SourceFileError} for a file that cannot be read. */
export async function storeOfFiles(
  paths: readonly string[],
  base: string | undefined,
): Promise<Store> {
  const builder = emptyBuilder();
  for (const [number, path] of paths.entries())
    await addAll(builder, await readQuads(path, { base, blankNodeScope: `f${number}.` }));
  return builder.build();
}

const emptyBuilder = () =>
  new StoreBuilder({ version: 'engine', isInDefaultGraph: (iri) => iri === NAMELESS_GRAPH });

const NAMELESS = terms.namedNode(NAMELESS_GRAPH);

async function addAll(builder: StoreBuilder, quads: Quads): Promise<void> {
  for await (const { subject, predicate, object, graph } of quads)
    builder.add(
      terms.quad(
        subject as never,
        predicate as never,
        withLowerCaseLanguage(object) as never,
        graph.termType === 'DefaultGraph' ? NAMELESS : (graph as never),
      ) as Quad,
    );
}

/** Language tags are compared in lower case. https://www.w3.org/TR/rdf11-concepts/#dfn-language-tagged-string */
function withLowerCaseLanguage(term: Term): Term {
  if (term.termType !== 'Literal' || term.language === term.language.toLowerCase()) return term;
  return terms.literal(term.value, term.language.toLowerCase());
}

async function readQuads(
  path: string,
  { base, blankNodeScope }: { readonly base: string | undefined; readonly blankNodeScope: string },
): Promise<readonly Quad[]> {
  const format = formatOfFileName(path.replace(/\.gz$/, ''));
  if (!format)
    throw new SourceFileError(path, undefined, 'has no extension of an RDF syntax: rename it');
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new SourceFileError(path, undefined, 'cannot be read', { cause });
  });
  try {
    const baseIri = base ?? pathToFileURL(path).href;
    const text = await decodeFile(path, bytes);
    return (await readRdf(text, { format, baseIri, blankNodeScope })).quads;
  } catch (error) {
    if (!(error instanceof RdfSyntaxError)) throw error;
    throw new SourceFileError(path, error.position, error.message, { cause: error });
  }
}
