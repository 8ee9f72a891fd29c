/** Reads JSON-LD with jsonld-streaming-parser. Remote contexts are not fetched. https://www.w3.org/TR/json-ld11/ */
import { Readable } from 'node:stream';
import { moveListCells } from './jsonld-lists.ts';
import { collectQuads, factoryFor, scopeBlankNodes } from './parsed-blank-nodes.ts';
import type { RdfDocument, ReadOptions } from '../rdf-document.ts';
import { positionAt, RdfSyntaxError } from '../syntax-error.ts';

/** @throws {RdfSyntaxError} */
export async function readJsonLd(text: string, options: ReadOptions): Promise<RdfDocument> {
  try {
    JSON.parse(text);
  } catch (error) {
    throw jsonError(text, error as Error);
  }
  const { JsonLdParser } = await import('jsonld-streaming-parser');
  const generated = new Set<string>();
  const parser = new JsonLdParser({
    baseIRI: options.baseIri,
    dataFactory: factoryFor(generated) as never,
    documentLoader: {
      load: (iri: string) =>
        Promise.reject(
          new Error(`the remote context <${iri}> is not fetched; write its terms into the file`),
        ),
    },
  });
  try {
    const read = await collectQuads(Readable.from([text]).pipe(parser as never));
    const quads = moveListCells(read, generated);
    return { quads: scopeBlankNodes(quads, options.blankNodeScope), prefixes: new Map() };
  } catch (error) {
    throw new RdfSyntaxError((error as Error).message, { line: 1, column: 1 }, { cause: error });
  }
}

function jsonError(text: string, error: Error): RdfSyntaxError {
  const offset = Number(/at position (\d+)/.exec(error.message)?.[1] ?? unexpectedOffset(text));
  const reason = error.message
    .replace(/,? (?:in JSON )?at position .*$/s, '')
    .replace(/, (?:\.\.\.)?".*is not valid JSON$/s, '');
  return new RdfSyntaxError(reason, positionAt(text, offset), { cause: error });
}

/** The offset of an unexpected token, which V8 does not report: the length of the longest prefix without that error. */
function unexpectedOffset(text: string): number {
  let [before, after] = [0, text.length + 1];
  while (after - before > 1) {
    const length = Math.floor((before + after) / 2);
    if (isUnexpected(text.slice(0, length))) after = length;
    else before = length;
  }
  return before;
}

function isUnexpected(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return (error as Error).message.startsWith('Unexpected token');
  }
}
