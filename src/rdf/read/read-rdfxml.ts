/** Reads RDF/XML with rdfxml-streaming-parser. https://www.w3.org/TR/rdf-syntax-grammar/ */
import { Readable } from 'node:stream';
import { collectQuads, factoryFor, scopeBlankNodes } from './parsed-blank-nodes.ts';
import type { RdfDocument, ReadOptions } from '../rdf-document.ts';
import { RdfSyntaxError } from '../syntax-error.ts';

/** The inner XML parser, which the types do not declare. */
interface SaxParser {
  on(event: 'error', handler: (error: Error) => never): void;
  close(): void;
}

/** @throws {RdfSyntaxError} */
export async function readRdfXml(text: string, options: ReadOptions): Promise<RdfDocument> {
  const { RdfXmlParser } = await import('rdfxml-streaming-parser');
  const parser = new RdfXmlParser({
    baseIRI: options.baseIri,
    dataFactory: factoryFor(new Set()) as never,
    trackPosition: true,
  });
  const { saxParser } = parser as unknown as { saxParser: SaxParser };
  saxParser.on('error', (error) => {
    throw error;
  });
  try {
    const quads = await collectQuads(Readable.from([text]).pipe(parser as never));
    // Only `close` checks that the document is complete.
    saxParser.close();
    return { quads: scopeBlankNodes(quads, options.blankNodeScope), prefixes: new Map() };
  } catch (error) {
    throw rdfXmlError(error as Error);
  }
}

/** The message starts with the position: "2:33: " from the XML parser, "Line 2 column 34: " from the RDF/XML parser. */
function rdfXmlError(error: Error): RdfSyntaxError {
  const [, xmlLine, xmlColumn] = /^(\d+):(\d+): /.exec(error.message) ?? [];
  const [, rdfLine, rdfColumn] = /^Line (\d+) column (\d+): /.exec(error.message) ?? [];
  const column = rdfColumn === undefined ? Number(xmlColumn ?? 1) : Number(rdfColumn) - 1;
  return new RdfSyntaxError(
    error.message.replace(/^(?:Line \d+ column \d+|\d+:\d+): /, '').replace(/\.$/, ''),
    { line: Number(xmlLine ?? rdfLine ?? 1), column: Math.max(1, column) },
    { cause: error },
  );
}
