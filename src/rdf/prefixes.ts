/** Prefixed names: compaction and expansion of IRIs. */
import { NAME_START } from './name-characters.ts';
import { NAMESPACES } from './vocabulary.ts';

/** Prefix to namespace IRI. */
export type Prefixes = ReadonlyMap<string, string>;

/** A local name that needs no escape in any syntax. */
const PLAIN_LOCAL_NAME = new RegExp(`^[${NAME_START}][${NAME_START}0-9-]*$`, 'u');

/** The well-known prefixes and a publication's own, which take precedence. */
export function withWellKnown(own: Prefixes): Prefixes {
  const taken = new Set(own.values());
  const wellKnown = Object.entries(NAMESPACES).filter(
    ([name, iri]) => !own.has(name) && !taken.has(iri),
  );
  return new Map([...wellKnown, ...own]);
}

/** The prefixed name of an IRI ("edu:Claim"), with the longest matching namespace; undefined without one. */
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

/** The IRI of a prefixed name ("edu:Claim"). A name without a declared prefix is returned as an IRI. */
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
