/** The RDF representations of a resource, from one list of triples. */
import { type Prefixes, type Quad, RDF_FORMATS, writeRdf } from '../../rdf/index.ts';
import type { Reader, Representation } from './resource.ts';

/** One representation per RDF syntax. `pathOf` returns the path of each by its extension. */
export function rdfRepresentations(
  quads: (reader: Reader) => Promise<Iterable<Quad>> | Iterable<Quad>,
  prefixes: Prefixes,
  pathOf: (extension: string) => string,
): Representation[] {
  return RDF_FORMATS.map((format) => ({
    name: format.name,
    label: format.label,
    mediaType: format.mediaType,
    aliases: format.aliases,
    extensions: format.extensions,
    contentType: `${format.mediaType}; charset=utf-8`,
    path: pathOf(format.extensions[0]),
    variesByLanguage: false,
    write: async (reader) => writeRdf(await quads(reader), format, prefixes),
  }));
}

export function htmlRepresentation(
  path: string,
  write: (reader: Reader) => Promise<string>,
): Representation {
  return {
    name: 'html',
    label: 'HTML',
    mediaType: 'text/html',
    aliases: [],
    extensions: ['html'],
    contentType: 'text/html; charset=utf-8',
    path,
    variesByLanguage: true,
    write,
  };
}

/** The links to the other representations, for a page. */
export const alternatesOf = (
  representations: readonly Representation[],
): Pick<Representation, 'label' | 'path' | 'mediaType'>[] =>
  representations.map(({ label, path, mediaType }) => ({ label, path, mediaType }));
