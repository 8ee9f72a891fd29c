/** Short forms of IRIs for display. */

/** A local name that needs no escape in SPARQL. */
const PLAIN_LOCAL_NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

type Prefixes = Readonly<Record<string, string>>;

/** A prefixed name such as "edu:Claim"; undefined if no prefix matches. The longest namespace is used. */
export function compactIri(iri: string, prefixes: Prefixes): string | undefined {
  let best: string | undefined;
  let longest = 0;
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (namespace.length <= longest || !iri.startsWith(namespace)) continue;
    const local = iri.slice(namespace.length);
    if (!PLAIN_LOCAL_NAME.test(local)) continue;
    best = `${prefix}:${local}`;
    longest = namespace.length;
  }
  return best;
}

/** The short form of an IRI in a table: a prefixed name, else the part after the base or the scheme. */
export function shortIri(iri: string, { prefixes, base }: { prefixes: Prefixes; base: string }) {
  const compact = compactIri(iri, prefixes);
  if (compact !== undefined) return compact;
  return iri.startsWith(base) ? iri.slice(base.length) : iri.replace(/^https?:\/\//, '');
}
