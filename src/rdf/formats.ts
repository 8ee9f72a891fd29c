/** The RDF syntaxes, in one table: what they are called, how a file or a client asks for them. */

/** An RDF syntax that is both read and written. */
export interface RdfFormat {
  /** Short name, for `format=` and for the command line. */
  readonly name: 'turtle' | 'jsonld' | 'ntriples' | 'rdfxml' | 'nquads' | 'trig';
  readonly label: string;
  readonly mediaType: string;
  /** Other media types that clients send for it. */
  readonly aliases: readonly string[];
  /** File extensions without the dot; the first is the one we write. */
  readonly extensions: readonly [string, ...string[]];
  /** Whether it can hold named graphs. */
  readonly holdsGraphs: boolean;
}

/** In the order in which we offer them: the first wins when a client prefers several equally. */
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

/** The syntax of a file name ("data/a.nt.gz" is N-Triples), or undefined for a name that is none of ours. */
export function formatOfFileName(name: string): RdfFormat | undefined {
  const extension = /\.([^./]+)(?:\.gz)?$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  return RDF_FORMATS.find((format) => format.extensions.includes(extension));
}
