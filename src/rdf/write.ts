/** Quads in, RDF text out. Turtle through rdf-ext, TriG and the line formats through n3, the rest by our own writers. */
import { Writer } from 'n3';
import type { RdfFormat } from './formats.ts';
import { writeJsonLd } from './jsonld-writer.ts';
import type { Prefixes } from './prefixes.ts';
import { writeRdfXml } from './rdfxml-writer.ts';
import { type Quad, type Term, termKey, terms } from './terms.ts';

/**
 * The quads as one document. A syntax without named graphs gets the union of the graphs, each triple once.
 * @throws {GraphpressError} `not-xml` for what RDF/XML cannot hold.
 */
export async function writeRdf(
  quads: Iterable<Quad>,
  format: RdfFormat,
  prefixes: Prefixes,
): Promise<string> {
  const written = format.holdsGraphs ? quads : mergeGraphs(quads);
  switch (format.name) {
    case 'turtle':
      return hasTripleTerm(written)
        ? writeN3(written, format.mediaType, prefixes)
        : writeTurtle(written, prefixes);
    case 'jsonld':
      return writeJsonLd(written, prefixes);
    case 'rdfxml':
      return writeRdfXml(written, prefixes);
    case 'ntriples':
    case 'nquads':
      return writeN3(written, format.mediaType, new Map());
    case 'trig':
      return writeN3(written, format.mediaType, prefixes);
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

/** The pretty writer knows RDF 1.1 alone. */
function hasTripleTerm(quads: Iterable<Quad>): boolean {
  for (const quad of quads) if ((quad.object as Term).termType === 'Quad') return true;
  return false;
}

async function writeTurtle(quads: Iterable<Quad>, prefixes: Prefixes): Promise<string> {
  // Both take long to load, and many a run writes no Turtle.
  const { default: prettyFormats } = await import('@rdfjs/formats/pretty.js');
  const { default: rdfExt } = await import('rdf-ext');
  const named = new Map(Array.from(prefixes, ([name, iri]) => [name, terms.namedNode(iri)]));
  const dataset = rdfExt.dataset([...quads] as never);
  const stream = prettyFormats.serializers.import(
    'text/turtle',
    dataset.toStream() as never,
    {
      prefixes: named,
    } as never,
  ) as unknown as AsyncIterable<string>;
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

function writeN3(quads: Iterable<Quad>, mediaType: string, prefixes: Prefixes): Promise<string> {
  const writer = new Writer({ format: mediaType, prefixes: Object.fromEntries(prefixes) });
  for (const quad of quads) writer.addQuad(quad as never);
  return new Promise((resolve, reject) =>
    writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text))),
  );
}
