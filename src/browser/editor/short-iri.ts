/** IRIs as people write them. */

/** A local name that SPARQL takes as it is. */
const PLAIN_LOCAL_NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

type Prefixes = Readonly<Record<string, string>>;

/** "edu:Claim", or undefined where no prefix covers it. The longest namespace wins. */
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

/** What stands in a table. */
export function shortIri(iri: string, { prefixes, base }: { prefixes: Prefixes; base: string }) {
  const compact = compactIri(iri, prefixes);
  if (compact !== undefined) return compact;
  return iri.startsWith(base) ? iri.slice(base.length) : iri.replace(/^https?:\/\//, '');
}
