/** The searchable words of an IRI: local name ("pressRelease"), its words ("press", "release"), folder and prefix. */
import { compactIri, type Prefixes, splitIri } from '../../rdf/index.ts';

/** Word boundary in camel case: "pressRelease" is indexed as one word and as two. */
const CAMEL_CASE_BOUNDARY = /(?<=\p{Ll})(?=\p{Lu})/gu;

/** Characters of an IRI that are indexed; a data: IRI can contain a document. */
const LONGEST = 300;

export function nameText(iri: string, prefixes: Prefixes): string {
  const { namespace, localName } = splitIri(decoded(iri.slice(0, LONGEST)));
  const folder = namespace.slice(0, -1).split(/[/#:]/).at(-1) ?? '';
  const prefixed = compactIri(iri, prefixes) ?? '';
  const parts = localName.split(CAMEL_CASE_BOUNDARY);
  const words = parts.length > 1 ? parts.join(' ') : '';
  return [localName, words, folder, prefixed.split(':', 1)[0]].join(' ');
}

function decoded(iri: string): string {
  try {
    return decodeURIComponent(iri);
  } catch {
    return iri;
  }
}
