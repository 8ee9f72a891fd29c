/** Reads RDF: one function for all syntaxes. Libraries parse them, except N-Triples and N-Quads. */
import type { RdfDocument, ReadOptions } from '../rdf-document.ts';
import { readJsonLd } from './read-jsonld.ts';
import { readLines } from './read-lines.ts';
import { readRdfXml } from './read-rdfxml.ts';
import { readTurtle } from './read-turtle.ts';

/** The quads of a document. @throws {RdfSyntaxError} at the first syntax error. */
export async function readRdf(text: string, options: ReadOptions): Promise<RdfDocument> {
  const { format, blankNodeScope } = options;
  switch (format.name) {
    case 'turtle':
    case 'trig':
      return readTurtle(text, options);
    case 'ntriples':
    case 'nquads': {
      const { holdsGraphs } = format;
      const quads = readLines(Buffer.from(text), { holdsGraphs, blankNodeScope });
      return { quads, prefixes: new Map() };
    }
    case 'jsonld':
      return readJsonLd(text, options);
    case 'rdfxml':
      return readRdfXml(text, options);
  }
}
