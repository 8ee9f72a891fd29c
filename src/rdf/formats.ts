/** The RDF syntaxes: names, media types and file extensions. */

/** An RDF syntax that is both read and written. */
export interface RdfFormat {
  /** Short name, for `format=` and for the command line. */
  readonly name: 'turtle' | 'jsonld' | 'ntriples' | 'rdfxml' | 'nquads' | 'trig';
  readonly label: string;
  readonly mediaType: string;
  /** Other media types that clients send for it. */
  readonly aliases: readonly string[];
  /** File extensions without the dot; the first one is used for output. */
  readonly extensions: readonly [string, ...string[]];
  /** Whether it supports named graphs. */
  readonly holdsGraphs: boolean;
}

/** By descending preference: if a client accepts several equally, the first of them is sent. */
export const RDF_FORMATS: readonly RdfFormat[] = [
  {
    name: 'turtle',
    label: 'Turtle',
    mediaType: 'text/turtle',
    aliases: ['application/turtle', 'application/x-turtle', 'text/n3', 'text/rdf+n3'],
    extensions: ['ttl', 'turtle'],
    holdsGraphs: false,
  },
  {
    name: 'jsonld',
    label: 'JSON-LD',
    mediaType: 'application/ld+json',
    aliases: ['application/json'],
    extensions: ['jsonld'],
    holdsGraphs: true,
  },
  {
    name: 'rdfxml',
    label: 'RDF/XML',
    mediaType: 'application/rdf+xml',
    aliases: ['application/xml', 'text/xml'],
    extensions: ['rdf', 'owl'],
    holdsGraphs: false,
  },
  {
    name: 'ntriples',
    label: 'N-Triples',
    mediaType: 'application/n-triples',
    aliases: ['text/plain'],
    extensions: ['nt'],
    holdsGraphs: false,
  },
  {
    name: 'nquads',
    label: 'N-Quads',
    mediaType: 'application/n-quads',
    aliases: ['text/x-nquads', 'text/nquads'],
    extensions: ['nq'],
    holdsGraphs: true,
  },
  {
    name: 'trig',
    label: 'TriG',
    mediaType: 'application/trig',
    aliases: ['application/x-trig'],
    extensions: ['trig'],
    holdsGraphs: true,
  },
];

/** The syntax of a file, by its extension ("data/a.nt.gz" is N-Triples); undefined for other extensions. */
export function formatOfFileName(name: string): RdfFormat | undefined {
  const extension = /\.([^./]+)(?:\.gz)?$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  return RDF_FORMATS.find((format) => format.extensions.includes(extension));
}
