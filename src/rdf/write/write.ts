/** Writes RDF: N-Triples and N-Quads with n3, the other syntaxes with writers of this folder. */
import { Writer } from 'n3';
import type { RdfFormat } from '../formats.ts';
import { writeJsonLd } from './jsonld-writer.ts';
import type { Prefixes } from '../prefixes.ts';
import { writeRdfXml } from './rdfxml-writer.ts';
import { type Quad, termKey, terms } from '../terms.ts';
import { writeTurtle } from './turtle-writer.ts';

/**
 * The quads as one document. In a syntax without named graphs, the union of the graphs, each triple once.
 * @throws {GraphpressError} `not-xml` or `not-jsonld` for what the syntax cannot express.
 */
export async function writeRdf(
  quads: Iterable<Quad>,
  format: RdfFormat,
  prefixes: Prefixes,
): Promise<string> {
  const written = format.holdsGraphs ? quads : mergeGraphs(quads);
  switch (format.name) {
    case 'turtle':
    case 'trig':
      return writeTurtle(written, prefixes);
    case 'jsonld':
      return writeJsonLd(written, prefixes);
    case 'rdfxml':
      return writeRdfXml(written, prefixes);
    case 'ntriples':
    case 'nquads':
      return writeLines(written, format.mediaType);
  }
}

function mergeGraphs(quads: Iterable<Quad>): Iterable<Quad> {
  const merged = new Map<string, Quad>();
  for (const { subject, predicate, object } of quads) {
    const triple = terms.quad(subject, predicate, object);
    merged.set(termKey(triple), triple);
  }
  return merged.values().toArray();
}

function writeLines(quads: Iterable<Quad>, mediaType: string): Promise<string> {
  const writer = new Writer({ format: mediaType });
  for (const quad of quads) writer.addQuad(quad as never);
  return new Promise((resolve, reject) =>
    writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text))),
  );
}
