/** The words in an IRI, by which people who know it look for it: "moe", "edu:Claim", "pressRelease", "release". */
import { compactIri, type Prefixes, splitIri } from '../../rdf/index.ts';

/** "pressRelease" is two words, and one. */
const HUMP = /(?<=\p{Ll})(?=\p{Lu})/gu;

/** Characters of an IRI that are looked at; some hold a whole document. */
const LONGEST = 300;

export function nameText(iri: string, prefixes: Prefixes): string {
  const { namespace, localName } = splitIri(decoded(iri.slice(0, LONGEST)));
  const folder = namespace.slice(0, -1).split(/[/#:]/).at(-1) ?? '';
  const prefixed = compactIri(iri, prefixes) ?? '';
  const humps = localName.split(HUMP);
  const words = humps.length > 1 ? humps.join(' ') : '';
  return [localName, words, folder, prefixed.split(':', 1)[0]].join(' ');
}

function decoded(iri: string): string {
  try {
    return decodeURIComponent(iri);
  } catch {
    return iri;
  }
}
