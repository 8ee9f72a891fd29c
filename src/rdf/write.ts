/** Quads in, RDF text out. Turtle through rdf-ext, TriG and the line formats through n3, the rest by our own writers. */
import { Writer } from 'n3';
import type { RdfFormat } from './formats.ts';
import { writeJsonLd } from './jsonld-writer.ts';
import type { Prefixes } from './prefixes.ts';
import { writeRdfXml } from './rdfxml-writer.ts';
import { isTreeShaped } from './tree-shape.ts';
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
  const written = format.holdsGraphs ? [...quads] : mergeGraphs(quads);
  switch (format.name) {
    case 'turtle':
      return isPretty(written)
        ? writeTurtle(written, prefixes)
        : writeN3(written, format.mediaType, prefixes);
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

function mergeGraphs(quads: Iterable<Quad>): readonly Quad[] {
  const merged = new Map<string, Quad>();
  for (const { subject, predicate, object } of quads) {
    const triple = terms.quad(subject, predicate, object);
    merged.set(termKey(triple), triple);
  }
  return merged.values().toArray();
}

/** The pretty writer knows RDF 1.1 alone, and not every shape of that. */
const isPretty = (quads: readonly Quad[]) =>
  quads.every(({ object }) => isOfRdf11(object)) && isTreeShaped(quads);

const isOfRdf11 = (term: Term) =>
  term.termType !== 'Quad' && !(term.termType === 'Literal' && term.direction);

async function writeTurtle(quads: readonly Quad[], prefixes: Prefixes): Promise<string> {
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

function writeN3(quads: readonly Quad[], mediaType: string, prefixes: Prefixes): Promise<string> {
  const writer = new Writer({
    format: mediaType,
    prefixes: Object.fromEntries(withoutSchemes(prefixes, quads)),
  });
  for (const quad of quads) writer.addQuad(quad as never);
  return new Promise((resolve, reject) =>
    writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text))),
  );
}

/** n3 takes the IRI "urn:a" for a prefixed name where there is a prefix "urn": such a prefix stays out. */
function withoutSchemes(prefixes: Prefixes, quads: readonly Quad[]): Prefixes {
  if (prefixes.size === 0) return prefixes;
  const schemes = new Set<string>();
  const visit = (term: Term): void => {
    if (term.termType === 'NamedNode') schemes.add(term.value.slice(0, term.value.indexOf(':')));
    if (term.termType === 'Literal') visit(term.datatype);
    if (term.termType === 'Quad') visitAll(term);
  };
  const visitAll = (quad: Quad) =>
    [quad.subject, quad.predicate, quad.object, quad.graph].forEach((term) => visit(term));
  quads.forEach((quad) => visitAll(quad));
  return new Map([...prefixes].filter(([name]) => !schemes.has(name)));
}
