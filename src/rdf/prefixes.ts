/** Prefixed names, for people. */
import { NAME_START } from './name-characters.ts';
import { NAMESPACES } from './vocabulary.ts';

/** Prefix to namespace IRI. */
export type Prefixes = ReadonlyMap<string, string>;

/** A local name that every syntax takes without an escape. */
const PLAIN_LOCAL_NAME = new RegExp(`^[${NAME_START}][${NAME_START}0-9-]*$`, 'u');

/** The well-known prefixes, over which a publication's own take precedence. */
export function withWellKnown(own: Prefixes): Prefixes {
  const taken = new Set(own.values());
  const wellKnown = Object.entries(NAMESPACES).filter(
    ([name, iri]) => !own.has(name) && !taken.has(iri),
  );
  return new Map([...wellKnown, ...own]);
}

/** "edu:Claim" for an IRI that a prefix covers, or undefined. The longest namespace wins. */
export function compactIri(iri: string, prefixes: Prefixes): string | undefined {
  let best: string | undefined;
  let bestLength = 0;
  for (const [name, namespace] of prefixes) {
    if (namespace.length <= bestLength || !iri.startsWith(namespace)) continue;
    const local = iri.slice(namespace.length);
    if (!PLAIN_LOCAL_NAME.test(local)) continue;
    best = `${name}:${local}`;
    bestLength = namespace.length;
  }
  return best;
}

/** The IRI that "edu:Claim" stands for; what has no known prefix is an IRI already. */
export function expandName(name: string, prefixes: Prefixes): string {
  const colon = name.indexOf(':');
  const namespace = prefixes.get(name.slice(0, Math.max(0, colon)));
  if (namespace === undefined || name.startsWith('//', colon + 1)) return name;
  return namespace + name.slice(colon + 1);
}

/** Splits an IRI into namespace and local name after its last "#", "/" or ":". */
export function splitIri(iri: string): { namespace: string; localName: string } {
  const cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'), iri.lastIndexOf(':')) + 1;
  return { namespace: iri.slice(0, cut), localName: iri.slice(cut) };
}
